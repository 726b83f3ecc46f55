const ENGLISH = /^[a-z]+$/;
const VOWEL = /[aeiouy]/;

/**
 * A light stem of an English word in lower case: plural, `-ed` and `-ing` go, then a doubled last letter and a last `e`,
 * so that `refunds`, `refunded`, `refunding` and `refund` are one, as are `shipped` and `ship`, `charges` and `charge`.
 * It is a key for matching, not a word. Anything but `[a-z]+` comes back as it is.
 */
export function stem(word: string): string {
  if (word.length < 4 || !ENGLISH.test(word)) return word;
  let base = singular(word);
  base = withoutEnding(base, "ing") ?? withoutEnding(base, "ed") ?? base;
  if (base.length >= 4 && base.at(-1) === base.at(-2)) base = base.slice(0, -1);
  if (base.length >= 4 && base.endsWith("e")) base = base.slice(0, -1);
  return base;
}

function singular(word: string): string {
  if (/(?:ies|ied)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/[sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The word without the ending, where at least three letters and a vowel are left; `-eed` is no ending. */
function withoutEnding(word: string, ending: string): string | undefined {
  if (!word.endsWith(ending) || word.endsWith("eed")) return undefined;
  const base = word.slice(0, -ending.length);
  return base.length >= 3 && VOWEL.test(base) ? base : undefined;
}
