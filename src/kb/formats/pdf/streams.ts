import { Buffer } from "node:buffer";
import { constants, inflateSync } from "node:zlib";
import { KefuError } from "../../../messages/errors.js";

/** Bytes that one stream may unpack to: a picture of 80 million points. */
const MAX_STREAM = 256 * 2 ** 20;
/** Packed bytes below which a stream cannot reach that: deflate packs a thousand to one at best. */
const LEAST_PACKED = MAX_STREAM / 1100;
const FLATE = /\/(?:FlateDecode|Fl)\b/g;
/** Characters before `stream` in which its dictionary stands. */
const DICTIONARY = 600;

function inflated(packed: Uint8Array): Buffer | "too large" | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    return (cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too large" : undefined;
  }
}

/**
 * Looks at the packed streams of a PDF before they are unpacked for good.
 * @throws KefuError `input` when one unpacks to more than any page needs
 */
export function checkStreams(file: string, bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf("stream"); at >= 0; at = buffer.indexOf("stream", at + 6)) {
    const before = buffer.toString("latin1", Math.max(0, at - DICTIONARY), at);
    if (before.endsWith("end")) continue;
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    const times = dictionary.match(FLATE)?.length ?? 0;
    const end = buffer.indexOf("endstream", at + 6);
    let from = at + 6;
    while (buffer[from] === 13 || buffer[from] === 10) from++;
    let content: Uint8Array = buffer.subarray(from, end < 0 ? undefined : end);
    for (let step = 0; step < Math.min(times, 4); step++) {
      if (step === 0 && times === 1 && content.length < LEAST_PACKED) break;
      const unpacked = inflated(content);
      if (unpacked === undefined) break;
      if (unpacked === "too large") {
        const params = { file, part: `stream @${at}`, most: MAX_STREAM / 2 ** 20 };
        throw new KefuError("input", "kb.document.part-too-large", params, {
          where: { file },
          hint: { key: "kb.document.split-hint" },
        });
      }
      content = unpacked;
    }
  }
}
