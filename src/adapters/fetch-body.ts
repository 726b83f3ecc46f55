import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { KefuError } from "../messages/errors.js";

/** Media types that a source can have; `application/…` ones that are none of these hold no text. */
const TYPES =
  /^(?:text\/(?!css|javascript|ecmascript)[\w.+-]+|application\/(?:[\w.-]+\+)?(?:xhtml|json|xml|yaml|x-yaml|jsonl|ndjson|x-ndjson|jsonlines|x-jsonlines|json-seq|csv|x-csv|pdf|x-pdf|msword|zip|x-zip-compressed|x-zip|gzip|x-gzip|octet-stream|binary|x-download|force-download|vnd\.ms-excel[\w.]*|vnd\.openxmlformats-officedocument\.[\w.]+|vnd\.oasis\.opendocument\.[\w-]+|rtf)|binary\/octet-stream)$/;

/** What a `content-type` header names, in lower case. */
export function readType(header: string | undefined): { type?: string; charset?: string } {
  const [type = "", ...parameters] = (header ?? "").toLowerCase().split(";");
  const charset = parameters.map((each) => /^\s*charset\s*=\s*["']?([\w.:-]{1,40})/.exec(each)?.[1]).find(Boolean);
  const name = type.trim();
  return { ...(name === "" ? {} : { type: name }), ...(charset === undefined ? {} : { charset }) };
}

/** A media type that some format reads; without one the content decides. */
export function isReadableType(type: string | undefined): boolean {
  return type === undefined || TYPES.test(type);
}

function unpacker(encoding: string): Transform | undefined {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "br") return createBrotliDecompress();
  return encoding === "deflate" ? createInflate() : undefined;
}

function tooBig(address: string, maxBytes: number): KefuError {
  const limit = Number((maxBytes / 1024 / 1024).toPrecision(3));
  return new KefuError("input", "kb.fetch.too-big", { address, limit }, { hint: { key: "kb.fetch.limit-hint" } });
}

/**
 * Takes in the body, unpacked, up to a limit that counts both what is sent and what comes out of it.
 * @throws KefuError `input` when it is larger, or packed twice or in an unknown way; otherwise as streams fail
 */
export async function readBody(response: IncomingMessage, address: string, maxBytes: number): Promise<Uint8Array> {
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) throw tooBig(address, maxBytes);
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const transform = unpacker(encoding);
  if (transform === undefined && encoding !== "identity" && encoding !== "")
    throw new KefuError("input", "kb.fetch.encoding", { address, encoding: encoding.slice(0, 60) });
  let sent = 0;
  let out: Readable = response;
  if (transform !== undefined) {
    response.on("data", (chunk: Buffer) => {
      sent += chunk.length;
      if (sent > maxBytes) transform.destroy(tooBig(address, maxBytes));
    });
    response.on("error", (cause) => transform.destroy(cause));
    out = response.pipe(transform);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of out as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooBig(address, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
