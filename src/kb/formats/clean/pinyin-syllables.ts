// Every syllable of standard Mandarin without its tone, by initial; ü as v where it is written with its dots (nü, lü).
const SYLLABLES: Readonly<Record<string, string>> = {
  "": "a o e ai ei ao ou an en ang eng er",
  b: "a o ai ei ao an en ang eng i ie iao ian in ing u",
  p: "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
  m: "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
  f: "a o ei ou an en ang eng u",
  d: "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
  t: "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
  n: "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ve",
  l: "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
  g: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  k: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  h: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  j: "i ia ie iao iu ian in iang ing iong u ue uan un",
  q: "i ia ie iao iu ian in iang ing iong u ue uan un",
  x: "i ia ie iao iu ian in iang ing iong u ue uan un",
  zh: "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  ch: "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
  sh: "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
  r: "e i ao ou an en ang eng ong u ua uo ui uan un",
  z: "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
  c: "a e i ai ao ou an en ang eng ong u uo ui uan un",
  s: "a e i ai ao ou an en ang eng ong u uo ui uan un",
  y: "a o e i ai ao ou an in ang ing ong u ue uan un",
  w: "a o u ai ei an en ang eng",
};

const known = new Set(
  Object.entries(SYLLABLES).flatMap(([initial, finals]) => finals.split(" ").map((final) => initial + final)),
);

const TONES = new Set(["\u0304", "\u0301", "\u030c", "\u0300", "\u0306"]);

/**
 * How many pinyin syllables a text is made of that all carry a tone, as a mark (tǒng, fú wù, kèfú; ă for ǎ too) or as a number
 * (tong3); 0 when it is anything else: an English word, a syllable without tone, letters that are no syllable.
 */
export function tonedSyllables(text: string): number {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s'\u2019\u00b7-]+/);
  let count = 0;
  for (const part of parts) {
    const found = countIn(part);
    if (found === 0) return 0;
    count += found;
  }
  return count;
}

/** Syllables of one word, however they are joined. */
function countIn(word: string): number {
  const numbered = [...word.matchAll(/([a-z\u00fc]+?)([1-5])/g)];
  if (numbered.length > 0) {
    const whole = numbered.map(([match]) => match).join("") === word;
    // One letter and a digit is a number of something: A1.
    const syllables = numbered.every(
      ([, letters]) => letters!.length > 1 && known.has(letters!.replace("\u00fc", "v")),
    );
    return whole && syllables ? numbered.length : 0;
  }
  const { letters, tones } = withoutTones(word);
  return tones > 0 && split(letters, tones) ? tones : 0;
}

function withoutTones(word: string): { letters: string; tones: number } {
  let letters = "";
  let tones = 0;
  for (const character of word.replaceAll("\u0261", "g").normalize("NFD")) {
    if (TONES.has(character)) tones++;
    else if (character === "\u0308") letters = letters.replace(/u$/, "v");
    else letters += character;
  }
  return { letters, tones };
}

/** Whether letters can be cut into exactly so many syllables. */
function split(letters: string, count: number): boolean {
  if (count === 0) return letters === "";
  for (let length = 1; length <= Math.min(6, letters.length); length++) {
    if (known.has(letters.slice(0, length)) && split(letters.slice(length), count - 1)) return true;
  }
  return false;
}
