import type { Embedder } from "../../embed/embedder.js";
import type { Judged } from "../../stats/conformal.js";
import { answerScore } from "../respond/decide.js";
import type { FusionModel } from "../retrieve/fusion.js";
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
  const right = new Set(question.right);
  return {
    features,
    gold: looked.map(({ entry }) => right.has(entry.id)),
    calibration,
    weight,
    calibrates: question.from === "labelled",
  };
}

/** Asks a question as a caller would. */
export async function judge(base: TuneBase, question: TuneQuestion, fusion: FusionModel | undefined): Promise<Verdict> {
  const options = { ...limitsOf(question, base), limit: 3, ...(fusion !== undefined && { fusion }) };
  const found = await retrieve(base.index, base.embedder, question.q, options);
  const best = found[0]?.entry.id;
  return {
    question,
    score: answerScore(found),
    right: best !== undefined && question.right.includes(best),
    inScope: question.right.length > 0,
  };
}
