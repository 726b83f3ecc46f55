import { createHash } from "node:crypto";

const PREFIX = 12;
const DIGEST = 32;

type Header = Record<string, unknown>;

/** A file of sections whose header says something else, with the checksum that goes with it. */
export function withHeader(bytes: Uint8Array, change: (header: Header) => Header): Uint8Array {
  const source = Buffer.from(bytes);
  const start = PREFIX + source.readUInt32LE(8);
  const header = JSON.parse(source.toString("utf8", PREFIX, start)) as Header;
  const text = Buffer.from(JSON.stringify(change(header)));
  const json = Buffer.alloc(Math.ceil((PREFIX + text.length) / 8) * 8 - PREFIX, " ");
  text.copy(json);
  const prefix = Buffer.from(source.subarray(0, PREFIX));
  prefix.writeUInt32LE(json.length, 8);
  const body = Buffer.concat([prefix, json, source.subarray(start, -DIGEST)]);
  return new Uint8Array(Buffer.concat([body, createHash("sha256").update(body).digest()]));
}

/** The ways to every field of a value, those of long lists to the first two of them. */
export function waysInto(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const names = Array.isArray(value) ? Object.keys(value).slice(0, 2) : Object.keys(value);
  return names.flatMap((name) => [
    [...way, name],
    ...waysInto((value as Record<string, unknown>)[name], [...way, name]),
  ]);
}

/** The same with another value at a place; `undefined` leaves it out of JSON. */
export function changed<T>(value: T, way: readonly string[], put: unknown): T {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const name of way.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[way.at(-1)!] = put;
  return copy;
}
