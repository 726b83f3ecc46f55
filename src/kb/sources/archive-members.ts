import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import { isSupported } from "../formats/format.js";

/** A member as the central directory of a zip describes it. */
export interface ListedMember {
  /** Decoded, as it stands in the archive. */
  readonly name: string;
  /** Bytes, as packed and as unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header starts, and its length with name and data, at the least. */
  readonly offset: number;
  readonly length: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Unix mode; 0 where the archive tells none. */
  readonly mode: number;
}

export interface ArchiveLimits {
  readonly members: number;
  /** Bytes unpacked, of one member and of all that are read. */
  readonly memberBytes: number;
  readonly totalBytes: number;
  /** Largest factor between unpacked and packed, for members above `ratioFloor` bytes. */
  readonly ratio: number;
  readonly ratioFloor: number;
}

const MB = 1024 * 1024;

export const ARCHIVE_LIMITS: ArchiveLimits = {
  members: 10_000,
  memberBytes: 200 * MB,
  totalBytes: 1024 * MB,
  ratio: 100,
  ratioFloor: 16 * MB,
};

/** Whether a file is taken for an archive by its name. */
export function isArchiveName(file: string): boolean {
  return file.toLowerCase().endsWith(".zip");
}

/** Takes `faq.zip!/inner/a.csv` apart; of an address any name may stand before `!/`. */
export function splitMember(file: string): { archive: string; member: string } | undefined {
  const match = (/^https?:/i.test(file) ? /^(.*?)!\/(.*)$/su : /^(.*?\.zip)!\/(.*)$/isu).exec(file);
  return match === null ? undefined : { archive: match[1]!, member: match[2]! };
}

/** Left out without a word, as in folders: hidden files, what macOS adds, what Excel keeps beside an open workbook. */
function isSystemFile(parts: readonly string[]): boolean {
  const name = parts.at(-1)!;
  return (
    parts.some((part) => /^\.[^.]/.test(part) || part === "__MACOSX" || part === "node_modules") ||
    name.startsWith("~$")
  );
}

/** Signs that end a line, turn the direction of writing, or are no text at all. */
// eslint-disable-next-line no-control-regex -- a name with control characters is refused
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Whether a name leads nowhere but below the archive, on every system. */
function isSafeName(name: string): boolean {
  if (name.startsWith("/") || /^[a-z]:/i.test(name) || name.includes("\\") || CONTROLS.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const LINK = 0o120000;

/** Why a member is left out; `undefined` when it is to be read. */
function objection({
  name,
  mode,
  method,
  encrypted,
}: ListedMember): Pick<Issue, "severity" | "key" | "params"> | undefined {
  const type = mode & FILE_TYPE;
  if (!isSafeName(name))
    return { severity: "warning", key: "kb.archive.unsafe-name", params: { name: printable(name) } };
  if (type === LINK) return { severity: "warning", key: "kb.archive.link" };
  if (type !== 0 && type !== REGULAR) return { severity: "warning", key: "kb.archive.no-file" };
  if (isArchiveName(name)) return { severity: "warning", key: "kb.archive.nested" };
  if (!isSupported(name)) return { severity: "info", key: "kb.ingest.other-file" };
  if (encrypted) return { severity: "error", key: "kb.archive.encrypted" };
  if (method !== 0 && method !== 8) return { severity: "error", key: "kb.archive.method", params: { method } };
  return undefined;
}

function printable(name: string): string {
  return name.replace(new RegExp(CONTROLS, "gu"), "\ufffd").slice(0, 200);
}

function refuse(
  file: string,
  key: "kb.archive.too-many" | "kb.archive.too-big" | "kb.archive.ratio" | "kb.archive.overlap",
  params: Readonly<Record<string, string | number>>,
): never {
  throw new KefuError("input", key, { file, ...params }, { where: { file } });
}

/** Two members that share bytes: no program writes that, a zip bomb does (D. Fifield, "A better zip bomb", 2019). */
function checkOverlaps(file: string, members: readonly ListedMember[]): void {
  const ordered = [...members].sort((a, b) => a.offset - b.offset);
  for (const [at, member] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before !== undefined && before.offset + before.length > member.offset)
      refuse(file, "kb.archive.overlap", { name: printable(member.name), other: printable(before.name) });
  }
}

function checkSizes(file: string, members: readonly ListedMember[], limits: ArchiveLimits): void {
  let total = 0;
  for (const { name, size, packed } of members) {
    total += size;
    const shown = printable(name);
    if (size > limits.memberBytes)
      refuse(file, "kb.archive.too-big", { name: shown, limit: Math.floor(limits.memberBytes / MB) });
    if (size > limits.ratioFloor && size > packed * limits.ratio)
      refuse(file, "kb.archive.ratio", { name: shown, ratio: limits.ratio });
  }
  if (total > limits.totalBytes)
    refuse(file, "kb.archive.too-big", { name: path.posix.basename(file), limit: Math.floor(limits.totalBytes / MB) });
}

/** @throws KefuError `input` for an archive with more members than the limit */
export function checkCount(file: string, count: number, limits: ArchiveLimits): void {
  if (count > limits.members) refuse(file, "kb.archive.too-many", { count, limit: limits.members });
}

/**
 * Chooses the members to be read, by the list alone.
 * @param file as shown to people
 * @returns the members, sorted by name, and why others are left out
 * @throws KefuError `input` for an archive beyond the limits, or with members that share bytes
 */
export function chooseMembers(
  file: string,
  listed: readonly ListedMember[],
  limits: ArchiveLimits,
): { readonly members: ListedMember[]; readonly issues: Issue[] } {
  checkOverlaps(file, listed);
  const members = new Map<string, ListedMember>();
  const issues: Issue[] = [];
  for (const member of listed) {
    if (member.name.endsWith("/") || isSystemFile(member.name.split("/"))) continue;
    const where = { file: `${file}!/${printable(member.name)}` };
    const problem = objection(member);
    if (problem !== undefined) issues.push({ ...problem, where });
    else if (members.has(member.name)) issues.push({ severity: "warning", key: "kb.archive.twice", where });
    else members.set(member.name, member);
  }
  const chosen = [...members.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  checkSizes(file, chosen, limits);
  return { members: chosen, issues };
}
