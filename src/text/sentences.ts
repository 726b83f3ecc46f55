/** A sentence of a text, in UTF-16 units of that text; `text` is trimmed and stands exactly at `[start, end)`. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const STOP = /[。！？!?｡…．.\n]/g;
const STOP_OR_SEMICOLON = /[。！？!?｡…．.\n；;]/g;
/** What still belongs to the sentence that ends: more stops, closing quotes and brackets, a note's number. */
const AFTER = /^[。！？!?｡….]*[”’」』"')）】》\]]*(?:\[\d{1,3}\])?/;
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nos|vs|etc|e\.g|i\.e|fig|sec|approx|inc|ltd|co|corp|dept|est|ext|tel|vol|pp?|[a-z]|[a-z](?:\.[a-z])+)$/i;

/**
 * The sentences of a text in Chinese or English, in order; line ends part sentences too. Numbers (99.5), versions, web addresses,
 * abbreviations and list numbers are not cut, and a closing quote or bracket stays with its sentence.
 * @param semicolons also part at semicolons: clauses rather than sentences
 */
export function sentencesOf(text: string, { semicolons = false } = {}): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const push = (end: number): void => {
    const raw = text.slice(from, end);
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const start = from + raw.indexOf(trimmed);
      found.push({ text: trimmed, start, end: start + trimmed.length });
    }
    from = end;
  };
  for (const match of text.matchAll(semicolons ? STOP_OR_SEMICOLON : STOP)) {
    const at = match.index;
    if (at < from || !ends(text, at, from)) continue;
    push(at + 1 + (match[0] === "\n" ? 0 : AFTER.exec(text.slice(at + 1, at + 12))![0].length));
  }
  push(text.length);
  return found;
}

function ends(text: string, at: number, from: number): boolean {
  const sign = text[at]!;
  if (sign === "…") return text[at + 1] !== "…" && !/^[，,、]/.test(text.slice(at + 1));
  if (sign !== "." && sign !== "．" && sign !== "?" && sign !== "!" && sign !== ";") return true;
  const after = text.slice(at + 1, at + 8);
  // Inside a word, a number, an address, and in front of another stop.
  if (!/^(?:[\s”’」』"')）】》\]]|$|\p{Script=Han})/u.test(after)) return false;
  if (sign !== "." && sign !== "．") return true;
  // A small letter goes on with the sentence: "approx. three days".
  if (/^\s+\p{Ll}/u.test(after)) return false;
  const before = text.slice(from, at);
  return !ABBREVIATION.test(before) && !/^\s*(?:\d{1,3}\.?)+$/.test(before);
}
