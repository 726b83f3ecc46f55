import type { Embedder } from "../../embed/embedder.js";
import type { Judged } from "../../stats/conformal.js";
import { answerScore } from "../respond/decide.js";
import type { FusionModel } from "../retrieve/fusion.js";
import { normalise } from "../../text/normalise.js";
import type { FaqEntry } from "../entry.js";
import type { KbIndex } from "../index/kb-index.js";
import { observe as observeStages, retrieve } from "../retrieve/retrieve.js";
import type { Observation } from "./fit.js";
import type { TuneQuestion } from "./questions.js";

/** A knowledge base to ask for tuning. */
export interface TuneBase {
  readonly index: KbIndex;
  readonly embedder: Embedder;
  /** Local date-time that effective periods are held against. */
  readonly at?: string;
}

/** What one set of weights makes of a question. */
export interface Verdict extends Judged {
  readonly question: TuneQuestion;
}

const limitsOf = ({ without, withoutText, withoutEntry }: TuneQuestion, { at }: TuneBase): object => ({
  ...(without !== undefined && { without }),
  ...(withoutText !== undefined && { withoutText }),
  ...(withoutEntry !== undefined && { withoutEntry }),
  ...(at !== undefined && { at }),
});

const answersOf = ({ answers }: FaqEntry): string => answers.map(({ text }) => normalise(text)).join("\n");

/**
 * Whether an entry answers a question. A similar question is answered as well by a twin of its entry: one that gives the same
 * answers, often because two sources hold the same question. The labels of callers' questions are taken at their word.
 */
function rightOf({ index }: TuneBase, { right, from, withoutEntry }: TuneQuestion): (entry: FaqEntry) => boolean {
  const ids = new Set(right);
  if (from === "labelled") return ({ id }) => ids.has(id);
  const own = withoutEntry === undefined ? right.map((id) => index.entry(id)) : [index.entryAt(withoutEntry)];
  const answers = new Set(own.flatMap((entry) => (entry === undefined ? [] : answersOf(entry))));
  return (entry) => ids.has(entry.id) || answers.has(answersOf(entry));
}

/** Keeps the vectors of queries, which are asked several times over. */
export function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<Float32Array>>();
  return {
    info: embedder.info,
    costly: embedder.costly,
    words: embedder.words,
    embed: (texts, as) =>
      Promise.all(
        texts.map((text) => {
          let vector = known.get(text);
          if (vector === undefined) known.set(text, (vector = embedder.embed([text], as).then(([made]) => made!)));
          return vector;
        }),
      ),
    close: () => embedder.close(),
  };
}

/** The evidence for a question, which weights are fitted on; `undefined` when nothing is found. */
export async function observe(
  base: TuneBase,
  question: TuneQuestion,
  weight: number,
): Promise<Observation | undefined> {
  const { index, embedder } = base;
  const { looked, features, calibration } = await observeStages(index, embedder, question.q, limitsOf(question, base));
  if (looked.length === 0) return undefined;
  const isRight = rightOf(base, question);
  return {
    features,
    gold: looked.map(({ entry }) => isRight(entry)),
    calibration,
    weight,
    calibrates: question.from === "labelled",
  };
}

/** Asks a question as a caller would. */
export async function judge(base: TuneBase, question: TuneQuestion, fusion: FusionModel | undefined): Promise<Verdict> {
  const options = { ...limitsOf(question, base), limit: 3, ...(fusion !== undefined && { fusion }) };
  const found = await retrieve(base.index, base.embedder, question.q, options);
  const best = found[0]?.entry;
  const right = best !== undefined && rightOf(base, question)(best);
  return { question, score: answerScore(found), right, inScope: right || question.right.length > 0 };
}
