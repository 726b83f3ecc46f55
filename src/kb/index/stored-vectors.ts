import type { Lazy, Pieces } from "./pieces.js";
import type { Sections } from "./sections.js";
import { signBytes } from "./sign-codes.js";

/** Vectors of a segment's questions, as whole numbers of −127…127 with one scale a row. */
export class StoredVectors {
  private readonly codePieces: Pieces;
  private readonly scaleColumn: Lazy<Float32Array>;
  private readonly candidateColumn: Lazy<Uint32Array>;
  private readonly signPieces: Pieces;

  constructor(
    sections: Sections,
    readonly rows: number,
    readonly dim: number,
  ) {
    this.codePieces = sections.pieces("v.code", rows * dim);
    this.scaleColumn = sections.f32("v.scale", rows);
    this.candidateColumn = sections.u32("v.pick", 1);
    this.signPieces = sections.pieces("v.sign", rows * signBytes(dim));
  }

  /** All of them, row after row. */
  get codes(): Int8Array {
    const { buffer, byteOffset, length } = this.codePieces.all();
    return new Int8Array(buffer, byteOffset, length);
  }

  /** From now on the codes stand in `target`, of `rows * dim` bytes. */
  moveCodes(target: Uint8Array): void {
    this.codePieces.moveTo(target);
  }

  get scales(): Float32Array {
    return this.scaleColumn.value;
  }

  /** How many of the rows whose signs are most like a query's hold the nearest ones, as measured when they were written. */
  get candidates(): number {
    return this.candidateColumn.value[0]!;
  }

  /** Signs of all rows, `signBytes(dim)` bytes each. */
  readSigns(target: Uint8Array): void {
    target.set(this.signPieces.slice(0, this.signPieces.length));
  }

  /** Dot product of a unit vector and a row: the cosine. */
  cosine(query: Float32Array, row: number): number {
    const { dim, codePieces } = this;
    const at = codePieces.seek(row * dim, (row + 1) * dim);
    return dotOf(query, this.signed(codePieces.bytes), at, dim) * this.scales[row]!;
  }

  private view: { readonly of: Uint8Array; readonly as: Int8Array } | undefined;

  /** The same bytes as numbers with a sign; one view as long as the bytes stay the same. */
  private signed(bytes: Uint8Array): Int8Array {
    if (this.view?.of !== bytes) {
      this.view = { of: bytes, as: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
    }
    return this.view.as;
  }
}

/** Dot product of a vector and the `dim` codes from a place on. */
export function dotOf(query: Float32Array, codes: Int8Array, start: number, dim: number): number {
  // Four sums keep the additions from waiting for each other: twice as fast as one.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = start;
  let k = 0;
  for (; k + 3 < dim; k += 4, at += 4) {
    a += query[k]! * codes[at]!;
    b += query[k + 1]! * codes[at + 1]!;
    c += query[k + 2]! * codes[at + 2]!;
    d += query[k + 3]! * codes[at + 3]!;
  }
  for (; k < dim; k++, at++) a += query[k]! * codes[at]!;
  return a + b + c + d;
}
