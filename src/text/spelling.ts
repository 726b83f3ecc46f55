const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Words of small Latin letters that one slip of the hand makes the given one of: two neighbours swapped, a letter too many, one
 * too few, one for another (Damerau, 1964). Each once, without the word itself; of n letters some 53 n.
 * @param from the first place that may be wrong; default 0
 */
export function oneSlipFrom(word: string, from = 0): string[] {
  const made = new Set<string>();
  for (let at = from; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 1) made.add(before + after[1]! + after[0]! + after.slice(2));
    if (after !== "") made.add(before + after.slice(1));
    for (const letter of LETTERS) {
      made.add(before + letter + after);
      if (after !== "") made.add(before + letter + after.slice(1));
    }
  }
  made.delete(word);
  return [...made];
}
