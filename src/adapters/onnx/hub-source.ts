import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { checkAddress } from "../../kb/sources/address-guard.js";
import { KefuError } from "../../messages/errors.js";
import { asError, givenUp, nextHop, REDIRECTS } from "../fetch.js";
import { FETCH_LIMITS } from "../fetch-limits.js";
import { send, systemResolve, type GivenUp, type Guarded } from "../fetch-request.js";
import { tooLarge, type ModelSource, type TakenFile, type TakeOptions } from "./model-source.js";

/** A model on a hub, and how it may be fetched. */
export interface HubSettings {
  /** Of the hub, http or https. */
  readonly address: string;
  /** Path of a model's files below it, with `{model}` and `{revision}`. */
  readonly template: string;
  readonly id: string;
  readonly revision: string;
  readonly allowPrivate: boolean;
  /** Folder for what has been fetched; what an earlier attempt left there is used. */
  readonly staging: string;
  readonly agent: string;
}

/** What is remembered between attempts. */
interface Progress {
  readonly from: string;
  commit?: string;
  /** Validator of each file that has been begun; empty for one that is done. */
  readonly begun: Record<string, string>;
  readonly done: Record<string, { bytes: number; sha256: string }>;
}

export const PROGRESS_FILE = ".kefu-pull.json";

const IDLE_MS = 60_000;
const SHA256 = /^"?([0-9a-f]{64})"?$/;
const COMMIT = /^[0-9a-f]{40}$/;

const header = (response: IncomingMessage, name: string): string | undefined => {
  const value = response.headers[name];
  return typeof value === "string" ? value : undefined;
};

async function hashFile(file: string): Promise<Hash> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash;
}

function readProgress(file: string, from: string): Progress {
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as Progress;
    if (found.from === from && typeof found.done === "object" && typeof found.begun === "object") return found;
  } catch {
    // A first attempt, or one whose notes cannot be read: begin anew.
  }
  return { from, begun: {}, done: {} };
}

class HubSource implements ModelSource {
  readonly name: string;
  private readonly guarded: Guarded;
  private readonly progressFile: string;
  private readonly progress: Progress;

  constructor(private readonly settings: HubSettings) {
    const { address, id, revision, staging, allowPrivate } = settings;
    this.name = id;
    this.guarded = { allowPrivate, limits: { ...FETCH_LIMITS, idleMs: IDLE_MS }, resolve: systemResolve };
    this.progressFile = path.join(staging, PROGRESS_FILE);
    this.progress = readProgress(this.progressFile, `${address} ${id} ${revision}`);
  }

  get revision(): string {
    return this.progress.commit ?? this.settings.revision;
  }

  async take(file: string, target: string, options: TakeOptions): Promise<TakenFile | undefined> {
    const done = this.progress.done[file];
    if (done !== undefined && existsSync(target)) {
      if ((await hashFile(target)).digest("hex") === done.sha256) return { ...done, resumed: done.bytes };
    }
    await mkdir(path.dirname(target), { recursive: true });
    const taken = await this.download(file, target, options);
    if (taken === undefined) return undefined;
    this.progress.begun[file] = "";
    this.progress.done[file] = { bytes: taken.bytes, sha256: taken.sha256 };
    this.remember();
    return taken;
  }

  private remember(): void {
    writeFileSync(this.progressFile, JSON.stringify(this.progress));
  }

  private address(file: string): string {
    const { address, template, id } = this.settings;
    const base = template.replace("{model}", id).replace("{revision}", encodeURIComponent(this.revision));
    const parts = file.split("/").map(encodeURIComponent).join("/");
    return `${address.replace(/\/*$/, "/")}${base.replace(/^\/+|\/+$/g, "")}/${parts}`;
  }

  private async download(file: string, target: string, options: TakeOptions): Promise<TakenFile | undefined> {
    const part = `${target}.part`;
    const begun = this.progress.begun[file] ?? "";
    const from = begun === "" ? 0 : ((await stat(part).catch(() => undefined))?.size ?? 0);
    const range: Record<string, string> = from > 0 ? { range: `bytes=${from}-`, "if-range": begun } : {};
    const stop = new AbortController();
    const start = checkAddress(this.address(file), this.settings.allowPrivate);
    let linked: string | undefined;
    let url = start;
    for (let hop = 0; hop <= FETCH_LIMITS.redirects; hop++) {
      let response: IncomingMessage | undefined;
      try {
        const headers = { "user-agent": this.settings.agent, "accept-encoding": "identity", ...range };
        response = await send(url, headers, stop, this.guarded);
        this.pin(response);
        linked ??= SHA256.exec(header(response, "x-linked-etag") ?? header(response, "etag") ?? "")?.[1];
        if (REDIRECTS.has(response.statusCode ?? 0)) {
          url = nextHop(response, url, this.settings.allowPrivate, {});
          continue;
        }
        return await this.receive(response, { file, target, part, from, url, linked }, options);
      } catch (cause) {
        const { aborted, reason } = stop.signal;
        throw aborted ? givenUp(reason as GivenUp, url.href, this.guarded.limits) : asError(cause, url);
      } finally {
        response?.destroy();
      }
    }
    throw new KefuError("input", "kb.fetch.redirects", { address: start.href, limit: FETCH_LIMITS.redirects });
  }

  /** All files are of the commit that the first answer names, also when the branch moves on meanwhile. */
  private pin(response: IncomingMessage): void {
    const commit = header(response, "x-repo-commit");
    if (this.progress.commit === undefined && commit !== undefined && COMMIT.test(commit)) {
      this.progress.commit = commit;
    }
  }

  private async receive(
    response: IncomingMessage,
    at: { file: string; target: string; part: string; from: number; url: URL; linked: string | undefined },
    { maxBytes, onBytes }: TakeOptions,
  ): Promise<TakenFile | undefined> {
    const { file, target, part, url, linked } = at;
    const status = response.statusCode ?? 0;
    if (status === 404 || status === 410) return undefined;
    if (status !== 200 && status !== 206) {
      const hint = { key: "cli.model.pull.hint.status" } as const;
      throw new KefuError("input", "kb.fetch.status", { address: url.href, status }, { hint });
    }
    const resumed = status === 206 ? at.from : 0;
    const total = resumed + Number(header(response, "content-length") ?? 0);
    if (total > maxBytes) throw tooLarge(file, maxBytes);
    const etag = header(response, "etag");
    if (etag !== undefined && !etag.startsWith("W/")) this.progress.begun[file] = etag;
    this.remember();
    const hash = resumed > 0 ? await hashFile(part) : createHash("sha256");
    let bytes = resumed;
    await pipeline(
      response,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          bytes += piece.length;
          if (bytes > maxBytes) throw tooLarge(file, maxBytes);
          hash.update(piece);
          onBytes?.(bytes, total);
          yield piece;
        }
      },
      createWriteStream(part, { flags: resumed > 0 ? "a" : "w" }),
    );
    const sha256 = hash.digest("hex");
    if (linked !== undefined && linked !== sha256) {
      await rm(part, { force: true });
      throw new KefuError("input", "cli.model.pull.checksum", { file, address: url.href });
    }
    await rename(part, target);
    return { bytes, sha256, resumed };
  }
}

/** Fetches from a hub. Every address is checked, redirects too; nothing is sent but the request. */
export function hubSource(settings: HubSettings): ModelSource {
  return new HubSource(settings);
}
