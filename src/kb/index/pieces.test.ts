import { describe, expect, it } from "vitest";
import { faqEntry, manifestOf, segmentOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import type { KefuError } from "../../messages/errors.js";
import type { ByteSource } from "../../workspace/ports.js";
import { createFieldSearch } from "./field-search.js";
import { openIndex } from "./kb-index.js";
import { Pieces } from "./pieces.js";
import { Segment } from "./segment.js";
import { exactBackend } from "./vectors.js";

const embedder = wordEmbedder();

/** A file of these bytes that tells what was read of it, and can be cut off. */
function sourceOf(bytes: Uint8Array): ByteSource & { read: number; end: number; closed: boolean } {
  return {
    size: bytes.length,
    ...{ read: 0, end: bytes.length, closed: false },
    readInto(target, offset) {
      const part = bytes.subarray(offset, Math.min(this.end, offset + target.length));
      target.set(part);
      this.read += part.length;
      return part.length;
    },
    close() {
      this.closed = true;
    },
  };
}

const entries = Array.from({ length: 300 }, (_, at) =>
  faqEntry(`E${at}`, `怎么退款 w${at}`, { similar: [`订单 ${at}`] }),
);

describe("a run of bytes that is read piece by piece", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
  const pieces = (reads: [number, number][]): Pieces =>
    new Pieces(
      bytes.length,
      (offset, length) => {
        reads.push([offset, length]);
        return bytes.slice(offset, offset + length);
      },
      () => new Error("bad"),
    );

  it("reads what is asked for, and all of it once the pieces have cost as much", () => {
    const reads: [number, number][] = [];
    const some = pieces(reads);
    expect(some.slice(500, 503)).toEqual(bytes.slice(500, 503));
    expect(reads).toEqual([[500, 3]]);
    for (let at = 0; at < 50; at++) expect(some.slice(at, at + 2)).toEqual(bytes.slice(at, at + 2));
    expect(reads.length).toBeLessThan(15);
    expect(reads.at(-1)).toEqual([0, bytes.length]);
  });

  it.each([
    [5, 4],
    [0, 100_001],
    [NaN, 5],
  ])("refuses a place that cannot be: %d to %d", (from, to) => {
    expect(() => pieces([]).seek(from, to)).toThrow("bad");
  });
});

describe("a segment in a file", () => {
  it("says the same as its bytes in memory, and reads little of it for one query", async () => {
    const built = await segmentOf(entries, embedder);
    const source = sourceOf(built.bytes);
    const [file, memory] = await Promise.all(
      [source, built.bytes].map((given) => openIndex(manifestOf([built], embedder), async () => given, embedder.info)),
    );
    expect(source.read).toBeLessThan(4096);
    const term = { term: "w7", idf: 1, count: 1, bit: 0 };
    const top = createFieldSearch(file!, "questions").top([term], 5, () => true);
    expect(top).toEqual(createFieldSearch(memory!, "questions").top([term], 5, () => true));
    expect(top).toHaveLength(1);
    expect(file!.entryAt(3)).toEqual(memory!.entryAt(3));
    expect(source.read).toBeLessThan(built.bytes.length / 3);
    const [vector] = await embedder.embed(["退款"], "query");
    expect(exactBackend(file!).search(vector!, 9, () => true)).toEqual(
      exactBackend(memory!).search(vector!, 9, () => true),
    );
    expect([...file!.entries()]).toEqual([...memory!.entries()]);
    expect(file!.parts[0]!.segment.intact()).toBe(true);
    file!.close();
    expect(source.closed).toBe(true);
  });

  it("that is cut off after it was opened is damaged, wherever it is read", async () => {
    const { bytes } = await segmentOf(entries, embedder);
    const source = sourceOf(bytes);
    const segment = new Segment(source, "a.kseg");
    source.end = 2000;
    const reads: (() => unknown)[] = [
      () => segment.entry(5),
      () => segment.fields.questions.term("w7"),
      () => segment.fields.bodies.lengths,
      () => segment.vectors.cosine(new Float32Array(embedder.info.dim), 5),
      () => segment.find("E5"),
      () => segment.intact(),
    ];
    for (const read of reads) {
      expect(read).toThrowError(expect.objectContaining({ kind: "input", key: "kb.index.damaged" }) as KefuError);
    }
  });
});
