import {
  ADD,
  advance,
  assembleModule,
  type Code,
  constant,
  DIVIDE,
  extract,
  functionCode,
  get,
  loadInt,
  loadSplat,
  loadVector,
  MULTIPLY,
  SCALAR_ADD,
  set,
  storeScalar,
  storeVector,
  VECTOR_ADD,
  VECTOR_DIVIDE,
  VECTOR_MULTIPLY,
  VECTOR_ROOT,
  VECTOR_SUBTRACT,
  VECTOR_ZERO,
  whileBelow,
} from "./wasm-code.js";

// Written with a little assembler instead of a compiled blob, so that the source of every byte can be read.

/** Numbers from 0 to below `lanes`: of vectors of four floats, one after the other. */
const each = (lanes: number, code: (lane: number) => Code): Code =>
  Array.from({ length: lanes }, (_, lane) => code(lane));

/** Accumulators, one a lane: loaded from the result row, fed by `terms`, stored back. */
function accumulate(out: Code, first: number, lanes: number, terms: Code): Code {
  return [
    each(lanes, (lane) => [out, loadVector(lane * 16), set(first + lane)]),
    terms,
    each(lanes, (lane) => [out, get(first + lane), storeVector(lane * 16)]),
  ];
}

/** `accumulator += x * row[q …]` for the accumulators. */
function multiplyAdd(x: number, q: number, first: number, lanes: number): Code {
  return each(lanes, (lane) => [
    [get(first + lane), get(x), get(q), loadVector(lane * 16)],
    [VECTOR_MULTIPLY, VECTOR_ADD, set(first + lane)],
  ]);
}

/** Where the entries of a row stand in a list of four-byte numbers, and with `offset` 4 where they end. */
const entry = (list: number, starts: number, offset = 0): Code => [
  [get(list), get(starts), loadInt(offset), constant(4), MULTIPLY, ADD],
];

/** sparse(startsEnd, starts, columns, values, b, out, stride): out[i] += Σ value · b[column], rows of `stride` bytes. */
function sparseBody(): Code {
  const [startsEnd, starts, columns, values, b, out, stride] = [0, 1, 2, 3, 4, 5, 6];
  const [k, cp, ce, vp, q, whole, x, acc] = [7, 8, 9, 10, 11, 12, 13, 14];
  const block = (lanes: number): Code => [
    [entry(columns, starts), set(cp), entry(columns, starts, 4), set(ce), entry(values, starts), set(vp)],
    accumulate(
      [get(out), get(k), ADD],
      acc,
      lanes,
      whileBelow(cp, get(ce), [
        [get(b), get(k), ADD, get(cp), loadInt(0), get(stride), MULTIPLY, ADD, set(q)],
        [get(vp), loadSplat, set(x)],
        multiplyAdd(x, q, acc, lanes),
        [advance(cp, constant(4)), advance(vp, constant(4))],
      ]),
    ),
    advance(k, constant(lanes * 16)),
  ];
  return [
    // In blocks of two cache lines, which leaves the parsing of entries less to do, and one more where the width is odd.
    [get(stride), constant(128), DIVIDE, constant(128), MULTIPLY, set(whole)],
    whileBelow(starts, get(startsEnd), [
      [constant(0), set(k), whileBelow(k, get(whole), block(8)), whileBelow(k, get(stride), block(4))],
      [advance(starts, constant(4)), advance(out, get(stride))],
    ]),
  ];
}

/** dense(outEnd, n, a, rowStep, columnStep, b, out, stride): out[i] += Σ_j a[i·rowStep + j·columnStep] · b[j], steps in bytes. */
function denseBody(): Code {
  const [outEnd, n, a, rowStep, columnStep, b, out, stride] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [k, ap, j, q, x, acc] = [8, 9, 10, 11, 12, 13];
  const term: Code = [
    [get(ap), loadSplat, set(x)],
    multiplyAdd(x, q, acc, 4),
    advance(ap, get(columnStep)),
    advance(q, get(stride)),
    advance(j, constant(1)),
  ];
  const block: Code = [
    [get(a), set(ap), constant(0), set(j), get(b), get(k), ADD, set(q)],
    accumulate([get(out), get(k), ADD], acc, 4, whileBelow(j, get(n), term)),
    advance(k, constant(64)),
  ];
  return whileBelow(out, get(outEnd), [
    [constant(0), set(k), whileBelow(k, get(stride), block)],
    advance(a, get(rowStep)),
    advance(out, get(stride)),
  ]);
}

/**
 * dots(startsEnd, starts, columns, rows, weights, out, stride): for every entry, one after the other, the product of its row of
 * `rows` with the row of `weights` that its column names, both of `stride` bytes.
 */
function dotsBody(): Code {
  const [startsEnd, starts, columns, rows, weights, out, stride] = [0, 1, 2, 3, 4, 5, 6];
  const [cp, ce, q, r, end, acc] = [7, 8, 9, 10, 11, 12];
  const lanes = [0, 1, 2, 3];
  const add: Code = [
    lanes.map((lane) => [
      [get(acc + lane), get(q), loadVector(lane * 16), get(r), loadVector(lane * 16)],
      [VECTOR_MULTIPLY, VECTOR_ADD, set(acc + lane)],
    ]),
    [advance(q, constant(64)), advance(r, constant(64))],
  ];
  const dot: Code = [
    lanes.map((lane) => [VECTOR_ZERO, set(acc + lane)]),
    [get(weights), get(cp), loadInt(0), get(stride), MULTIPLY, ADD, set(q)],
    [get(rows), set(r), get(q), get(stride), ADD, set(end)],
    whileBelow(q, get(end), add),
    [get(out), get(acc), get(acc + 1), VECTOR_ADD, get(acc + 2), get(acc + 3), VECTOR_ADD, VECTOR_ADD, set(acc)],
    [lanes.map((lane) => [get(acc), extract(lane)]), SCALAR_ADD, SCALAR_ADD, SCALAR_ADD, storeScalar],
    [advance(cp, constant(4)), advance(out, constant(4))],
  ];
  return whileBelow(starts, get(startsEnd), [
    [entry(columns, starts), set(cp), entry(columns, starts, 4), set(ce)],
    whileBelow(cp, get(ce), dot),
    [advance(starts, constant(4)), advance(rows, get(stride))],
  ]);
}

/**
 * descend(startsEnd, starts, columns, values, residuals, norms, squares, decays, weights, stride, steps), for every entry x of every
 * row, with r and n the row's residuals and their squared length, and s, d and w what the entry's column has of `squares`, `decays` and
 * `weights`: s += x² · n, then w −= rate / √s · (d · w + x · r). `steps` holds the rate and 1.
 */
function descendBody(): Code {
  const [startsEnd, starts, columns, values, residuals, norms] = [0, 1, 2, 3, 4, 5];
  const [squares, decays, weights, stride, steps] = [6, 7, 8, 9, 10];
  const [cp, ce, vp, q, r, end, norm, x, keep, step] = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
  const change: Code = [
    [0, 1, 2, 3].map((lane) => [
      [get(q), get(q), loadVector(lane * 16), get(keep), VECTOR_MULTIPLY],
      [get(r), loadVector(lane * 16), get(x), VECTOR_MULTIPLY, VECTOR_SUBTRACT, storeVector(lane * 16)],
    ]),
    [advance(r, constant(64)), advance(q, constant(64))],
  ];
  const of = (list: number): Code => [get(list), get(cp), loadInt(0), constant(4), MULTIPLY, ADD];
  const follow: Code = [
    [get(vp), loadSplat, set(x), of(squares), set(q)],
    [get(q), loadSplat, get(x), get(x), VECTOR_MULTIPLY, get(norm), VECTOR_MULTIPLY, VECTOR_ADD, set(keep)],
    [get(q), get(keep), extract(0), storeScalar],
    [get(steps), loadSplat, get(keep), VECTOR_ROOT, VECTOR_DIVIDE, set(step)],
    [get(steps), constant(4), ADD, loadSplat, of(decays), loadSplat, get(step), VECTOR_MULTIPLY],
    [VECTOR_SUBTRACT, set(keep), get(x), get(step), VECTOR_MULTIPLY, set(x)],
    [get(weights), get(cp), loadInt(0), get(stride), MULTIPLY, ADD, set(q)],
    [get(residuals), set(r), get(q), get(stride), ADD, set(end)],
    whileBelow(q, get(end), change),
    [advance(cp, constant(4)), advance(vp, constant(4))],
  ];
  return whileBelow(starts, get(startsEnd), [
    [entry(columns, starts), set(cp), entry(columns, starts, 4), set(ce), entry(values, starts), set(vp)],
    [get(norms), loadSplat, set(norm)],
    whileBelow(cp, get(ce), follow),
    [advance(starts, constant(4)), advance(norms, constant(4)), advance(residuals, get(stride))],
  ]);
}

/** The module of {@link LinearKernel}. */
export function linearModule(): Uint8Array<ArrayBuffer> {
  return assembleModule([
    { name: "sparse", parameters: 7, code: functionCode(6, 9, sparseBody()) },
    { name: "dense", parameters: 8, code: functionCode(4, 5, denseBody()) },
    { name: "dots", parameters: 7, code: functionCode(5, 4, dotsBody()) },
    { name: "descend", parameters: 11, code: functionCode(6, 4, descendBody()) },
  ]);
}
