import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { KefuError } from "../../messages/errors.js";
import { isFile } from "./model-files.js";

/** A file that has been written to its place. */
export interface TakenFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Bytes of it that were there before. */
  readonly resumed: number;
}

/** Limits and progress of taking one file, in bytes. */
export interface TakeOptions {
  /** At the most so many bytes. */
  readonly maxBytes: number;
  onBytes?(done: number, total: number): void;
}

/** Where a model's files come from. */
export interface ModelSource {
  /** Name of the source for people: hub id or folder. */
  readonly name: string;
  /**
   * Writes a file of the model to `target`.
   * @param file relative to the model with `/`
   * @returns `undefined` when there is no such file
   */
  take(file: string, target: string, options: TakeOptions): Promise<TakenFile | undefined>;
  /** The version that the files belong to, as far as the source says. */
  readonly revision: string | undefined;
}

/** The refusal of a file with more bytes than `maxBytes`; it is told in megabytes. */
export function tooLarge(file: string, maxBytes: number): KefuError {
  const limit = Number((maxBytes / 1e6).toPrecision(3));
  const hint = { key: "cli.model.pull.hint.size" } as const;
  return new KefuError("input", "cli.model.pull.too-large", { file, limit }, { hint });
}

/** Copies from a folder. */
export function folderSource(folder: string): ModelSource {
  return {
    name: folder,
    revision: undefined,
    async take(file, target, { maxBytes, onBytes }) {
      const from = path.join(folder, file);
      if (!(await isFile(from))) return undefined;
      await mkdir(path.dirname(target), { recursive: true });
      const hash = createHash("sha256");
      let bytes = 0;
      await pipeline(
        createReadStream(from, { highWaterMark: 1 << 20 }),
        async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            bytes += piece.length;
            if (bytes > maxBytes) throw tooLarge(file, maxBytes);
            hash.update(piece);
            onBytes?.(bytes, 0);
            yield piece;
          }
        },
        createWriteStream(target),
      );
      return { bytes, sha256: hash.digest("hex"), resumed: 0 };
    },
  };
}
