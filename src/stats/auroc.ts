/**
 * Area under the receiver operating characteristic (Hanley & McNeil, 1982): the chance that one of `above` scores higher than one of
 * `below`, equal scores counting half. `null` where either is empty.
 */
export function auroc(above: readonly number[], below: readonly number[]): number | null {
  if (above.length === 0 || below.length === 0) return null;
  const all = [
    ...above.map((score) => ({ score, isAbove: true })),
    ...below.map((score) => ({ score, isAbove: false })),
  ].sort((a, b) => a.score - b.score);
  let [passed, sum] = [0, 0];
  for (let from = 0; from < all.length;) {
    let to = from;
    let [higher, lower] = [0, 0];
    for (; to < all.length && all[to]!.score === all[from]!.score; to++) {
      if (all[to]!.isAbove) higher++;
      else lower++;
    }
    sum += higher * (passed + lower / 2);
    passed += lower;
    from = to;
  }
  return sum / (above.length * below.length);
}
