import type { WordVectors } from "../../embed/word-vectors.js";
import { normalise } from "../../text/normalise.js";
import { pinyinWordsOf } from "../../text/sound.js";
import { spokenParts } from "../../text/spoken.js";
import type { FaqEntry } from "../entry.js";
import { EVERYWHERE } from "./function-words.js";
import { type Query, unknownIdf, type Worths } from "./query.js";
import type { Evidence, SearchBackend } from "./search-backend.js";
import { type Doubts, repairSlips } from "./slip-repair.js";
import { type QueryPart, type ReadText, readText, repairBySound, type Source } from "./sound-repair.js";

/** Entries whose texts are looked into, by sound and by words. */
const BY_SOUND = 12;
const BY_WORDS = 6;
const MOST_QUESTIONS = 8;
const MOST_ANSWER = 300;

// Words that every customer types, whatever the knowledge base says.
const COMMON =
  "怎么办 怎么样 怎么 如何 什么时候 为什么 什么 哪里 多少钱 多久 可以 可不可以 能不能 需要 我想 我要 你们 我们 有没有 是不是 没有 " +
  "一下 帮我 不了 不到 是什么 在哪里 还是 如果 已经 现在 不能 不会 知道 收不到 多少 几天 时候 这个 那个 还没有 还没";

/** What of a query may not be what the caller meant. */
export interface Suspicion {
  readonly parts: readonly QueryPart[];
  /** `undefined` where the query is nothing but initials. */
  readonly doubts: Doubts | undefined;
}

/**
 * What may be wrong where a query is typed in pinyin, or holds characters that stand beside no neighbour of theirs in any
 * entry; `undefined` where there is nothing to mend.
 * @param words of the encoder, where it knows words: two characters that are one are right
 */
export async function suspect(
  { normalised, typed }: Query,
  backend: Worths,
  words: WordVectors | undefined,
): Promise<Suspicion | undefined> {
  if (typed === "none") return undefined;
  const doubts = typed === "initials" ? undefined : await doubtsOf(normalised, backend, words);
  if (doubts !== undefined && isSure(doubts) && !/[a-z]/.test(normalised)) return undefined;
  const parts = doubts === undefined ? lettersOf(normalised) : partsOf(normalised, doubts);
  const mendable = parts.some(({ trusted, letters }) => !trusted && letters !== "");
  return mendable || (doubts !== undefined && doubts.doubled.size > 0) ? { parts, doubts } : undefined;
}

const isSure = ({ strange, doubled }: Doubts): boolean => strange.size === 0 && doubled.size === 0;

/**
 * The query in the characters of the knowledge base, where those under suspicion sound like some that stand there, or look like
 * them, or stand in the wrong order; `undefined` where none do.
 * @param evidence what the first stage makes of the query as it is written
 */
export async function hear(
  { normalised }: Query,
  { parts, doubts }: Suspicion,
  evidence: readonly Evidence[],
  backend: SearchBackend,
): Promise<string | undefined> {
  if (evidence.some(({ exact }) => exact)) return undefined;
  const sources = await sourcesOf(evidence, backend);
  const initials = doubts === undefined;
  const heard = repairBySound(parts, [...sources, ...(initials ? [] : common())], initials);
  if (heard !== undefined && heard !== normalised) return heard;
  return initials ? undefined : repairSlips(normalised, doubts, sources);
}

let usual: Source[] | undefined;

const common = (): Source[] => (usual ??= COMMON.split(" ").map((word) => ({ text: readText(word), weight: 0.5 })));

function lettersOf(normalised: string): QueryPart[] {
  const letters = [...normalised.replaceAll(" ", "")];
  return letters.map((letter, at) => ({ text: letter, at, letters: letter, places: [0, 1], trusted: false }));
}

function partsOf(normalised: string, { strange }: Doubts): QueryPart[] {
  return spokenParts(normalised, pinyinWordsOf(normalised)).map(({ text, at, letters, places }) => ({
    text,
    at,
    letters,
    places,
    trusted: !/^[a-z]/.test(text) && !strange.has(at),
  }));
}

async function doubtsOf(normalised: string, backend: Worths, words: WordVectors | undefined): Promise<Doubts> {
  const places: number[] = [];
  for (let at = 0; at + 1 < normalised.length; at++)
    if (isHanAt(normalised, at) && isHanAt(normalised, at + 1)) places.push(at);
  const terms = places.map((at) => normalised.slice(at, at + 2));
  const [questions, bodies] = await Promise.all([backend.idf("questions", terms), backend.idf("bodies", terms)]);
  const most = { questions: unknownIdf(backend.size.questions), bodies: unknownIdf(backend.size.entries) };
  const known = new Set<number>();
  const doubled = new Set<number>();
  places.forEach((at, k) => {
    const inEntries = questions[k]! < most.questions || bodies[k]! < most.bodies;
    if (inEntries || isWord(terms[k]!, words)) known.add(at).add(at + 1);
    else if (normalised[at] === normalised[at + 1]) doubled.add(at);
  });
  const strange = new Set<number>();
  for (const pair of places) {
    for (let at = pair; at < pair + 2; at++) if (!known.has(at) && !EVERYWHERE.has(normalised[at]!)) strange.add(at);
  }
  return { strange, doubled };
}

function isHanAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Whether two characters are a word to the encoder. */
export function isWord(pair: string, words: WordVectors | undefined): boolean {
  const [word, ...others] = words?.words(pair) ?? [];
  return word !== undefined && others.length === 0 && word.row >= 0;
}

async function sourcesOf(evidence: readonly Evidence[], backend: SearchBackend): Promise<Source[]> {
  const sounding = [...evidence].sort((a, b) => b.sound - a.sound).slice(0, BY_SOUND);
  const saying = [...evidence].sort((a, b) => b.lexical + b.body - a.lexical - a.body).slice(0, BY_WORDS);
  const chosen = [...new Set([...sounding, ...saying])];
  const resolved = await backend.resolve(chosen);
  return resolved.flatMap(({ entry }, at) => {
    const { sound, lexical, body } = chosen[at]!;
    const weight = Math.max(sound, lexical, body);
    const { questions, answer } = readEntry(entry);
    return [...questions.map((text) => ({ text, weight })), { text: answer, weight: weight / 2 }];
  });
}

/** A back end gives the same entry again for as long as it keeps it. */
const entriesRead = new WeakMap<FaqEntry, { questions: readonly ReadText[]; answer: ReadText }>();

function readEntry(entry: FaqEntry): { questions: readonly ReadText[]; answer: ReadText } {
  let read = entriesRead.get(entry);
  if (read === undefined) {
    const questions = [entry.question, ...entry.similar].slice(0, MOST_QUESTIONS);
    const answer = (entry.answers[0]?.text ?? "").slice(0, MOST_ANSWER);
    read = { questions: questions.map((text) => readText(normalise(text))), answer: readText(normalise(answer)) };
    entriesRead.set(entry, read);
  }
  return read;
}
