const SMALL = new Map(
  [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
    "nineteen",
  ]
    .join(" ")
    .split(" ")
    .map((word, at) => [word, at + 1]),
);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, at) => [word, 10 * (at + 2)]),
);
const LARGE = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
]);
const WORD = `(?:${[...SMALL.keys(), ...TENS.keys(), "hundred", ...LARGE.keys()].sort((a, b) => b.length - a.length).join("|")})`;

/** English numerals for use inside a regular expression (with `i`): twelve, twenty-one, two hundred and five, a hundred. */
export const ENGLISH_NUMERAL = String.raw`(?:\ba (?=hundred|thousand))?\b${WORD}(?:(?:[ -]|(?<=hundred|thousand),? and )${WORD}){0,9}\b`;

/** The value of such a numeral; `undefined` where the words make none (two three). */
export function parseEnglishNumeral(text: string): number | undefined {
  let [total, section, last] = [0, 0, Infinity];
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (word === "and") continue;
    if (word === "a") {
      section = 1;
      continue;
    }
    const large = LARGE.get(word);
    const value = SMALL.get(word) ?? TENS.get(word);
    if (value !== undefined) {
      // After twenty only one to nine may follow, after hundred anything, after one nothing.
      if (value >= last) return undefined;
      section += value;
      last = value >= 20 ? 10 : 1;
    } else if (word === "hundred") {
      if (section < 1 || section > 9) return undefined;
      section *= 100;
      last = 100;
    } else if (large !== undefined) {
      if (section === 0) return undefined;
      total += section * large;
      section = 0;
      last = Infinity;
    } else return undefined;
  }
  return total + section;
}
