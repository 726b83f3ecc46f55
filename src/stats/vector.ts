/** Inner product in double precision, in four sums that run side by side (one alone would wait for itself). */
export function dot(a: Float32Array, b: Float32Array): number {
  const length = a.length;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** `out += scale · x`. */
export function addScaled(out: Float32Array, scale: number, x: Float32Array): void {
  const length = out.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    out[i] = out[i]! + scale * x[i]!;
    out[i + 1] = out[i + 1]! + scale * x[i + 1]!;
    out[i + 2] = out[i + 2]! + scale * x[i + 2]!;
    out[i + 3] = out[i + 3]! + scale * x[i + 3]!;
  }
  for (; i < length; i++) out[i] = out[i]! + scale * x[i]!;
}
