const LETTER = "[a-z\u00df-\u024f\u1e00-\u1eff]";
const APOSTROPHE = "['\u2018\u2019\u02bc`]";
const ANY = new RegExp(`(?<=${LETTER})${APOSTROPHE}(?=${LETTER})`, "g");
const ENDINGS: readonly [RegExp, string][] = [
  [new RegExp(`\\b(?:can${APOSTROPHE}t|cannot|cant)\\b`, "g"), "can not"],
  [new RegExp(`\\b(?:won${APOSTROPHE}t)\\b`, "g"), "will not"],
  [new RegExp(`\\b(?:shan${APOSTROPHE}t)\\b`, "g"), "shall not"],
  [new RegExp(`(?<=[a-z])n${APOSTROPHE}t\\b`, "g"), " not"],
  [new RegExp(`\\bi${APOSTROPHE}?m\\b`, "g"), "i am"],
  [new RegExp(`(?<=[a-z])${APOSTROPHE}re\\b`, "g"), " are"],
  [new RegExp(`(?<=[a-z])${APOSTROPHE}ll\\b`, "g"), " will"],
  [new RegExp(`(?<=[a-z])${APOSTROPHE}ve\\b`, "g"), " have"],
  [new RegExp(`(?<=[a-z])${APOSTROPHE}d\\b`, "g"), " would"],
  [new RegExp(`\\b(what|where|who|when|why|how|it|that|there|here|he|she)${APOSTROPHE}s\\b`, "g"), "$1 is"],
  [new RegExp(`\\blet${APOSTROPHE}s\\b`, "g"), "let us"],
];
const LETTERS = /[a-z]/;
/** Written without the apostrophe, where nothing else is spelt so. */
const BARE: ReadonlyMap<string, string> = new Map([
  ...["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would", "should"].map(
    (verb) => [`${verb}nt`, `${verb} not`] as const,
  ),
  ["wont", "will not"],
  ["ive", "i have"],
  ["whats", "what is"],
  ["wheres", "where is"],
  ["hows", "how is"],
  ["whos", "who is"],
  ["thats", "that is"],
  ["youre", "you are"],
  ["theyre", "they are"],
]);

const BARE_WORD = new RegExp(`\\b(?:${[...BARE.keys()].join("|")})\\b`, "g");

/**
 * English contractions in full, in small letters: can't → can not, what's → what is, dont → do not. Any other apostrophe
 * inside a word goes without a trace (customer's → customers). Idempotent.
 */
export function expandContractions(text: string): string {
  if (!LETTERS.test(text)) return text;
  let out = text;
  if (/['\u2018\u2019\u02bc`]|cant|cannot|\bim\b/.test(out)) {
    for (const [pattern, full] of ENDINGS) out = out.replace(pattern, full);
    out = out.replace(ANY, "");
  }
  return out.replace(BARE_WORD, (word) => BARE.get(word)!);
}
