import { quantile, wilson } from "../../stats/intervals.js";
import { NOISE_KINDS } from "../../noise/perturb.js";
import type { Noise, SimulationOptions, SimulationPlan } from "./plan.js";
import type { AskedQuestion, Conversation, Outcome } from "./talk.js";

/** A share with its 95% Wilson interval; null where there is nothing to take a share of. */
export interface Rate {
  readonly count: number;
  readonly n: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How the questions of one kind of noise fared. */
export interface NoiseRow {
  readonly noise: Noise;
  readonly questions: number;
  readonly right: Rate;
  readonly wrong: Rate;
  readonly coverage: Rate;
}

export interface SimulationReport {
  readonly seed: number;
  readonly noise: number;
  readonly oos: number;
  readonly conversations: number;
  readonly entries: { readonly total: number; readonly heldOut: number; readonly unaskable: number };
  readonly questions: { readonly total: number; readonly inScope: number; readonly outOfScope: number };
  /** The two figures that people ask for first; `rates` has them with their intervals. */
  readonly deflectionRate: number | null;
  readonly wrongAnswerRate: number | null;
  readonly rates: SimulationRates;
  /** First questions by kind of noise, the words beneath drawn alike for all: see {@link comparable}. */
  readonly byNoise: readonly NoiseRow[];
  /** Milliseconds a turn. */
  readonly latency: { readonly turns: number; readonly p50: number; readonly p99: number };
  /** The first wrong answers, to look at. */
  readonly wrong: readonly {
    readonly question: string;
    readonly expected: string | null;
    readonly got: string | null;
  }[];
}

/** The rates of a simulation, each with its 95 % interval. */
export interface SimulationRates {
  /** Conversations that ended without a human. */
  readonly deflection: Rate;
  readonly handover: Rate;
  /** In-scope questions answered rightly, at once or after a clarification. */
  readonly answeredRight: Rate;
  /** Wrong answers over all questions, out-of-scope ones included. */
  readonly wrongAnswers: Rate;
  /** In-scope questions answered, rightly or not, over all in-scope questions. */
  readonly coverage: Rate;
  /** Right answers over all answers. */
  readonly precision: Rate;
  readonly clarified: Rate;
  readonly abstained: Rate;
  /** In-scope questions that led into a flow or small talk. */
  readonly diverted: Rate;
  /** Out-of-scope questions that got no answer, no choices and no flow. */
  readonly outOfScopeRejected: Rate;
}

const SHOWN = 20;

/** A share from 0 to 1 with its 95 % Wilson interval; null throughout where n is 0. */
export function rateOf(count: number, n: number): Rate {
  if (n === 0) return { count, n, rate: null, low: null, high: null };
  return { count, n, rate: count / n, ...wilson(count, n) };
}

const having = (questions: readonly AskedQuestion[], ...outcomes: Outcome[]): number =>
  questions.filter((question) => outcomes.includes(question.outcome)).length;

/** Counts conversations up into the one object that every output is made from. */
export function tally(
  plan: SimulationPlan,
  options: SimulationOptions,
  talks: readonly Conversation[],
): SimulationReport {
  const all = talks.flatMap((talk) => talk.questions);
  const inScope = all.filter((question) => question.target !== null);
  const times = talks.flatMap((talk) => talk.latencies).sort((a, b) => a - b);
  const rates = ratesOf(talks, all, inScope);
  return {
    seed: options.seed,
    noise: options.noise,
    oos: options.oos,
    conversations: talks.length,
    entries: { total: plan.entries.length, heldOut: plan.heldOut, unaskable: plan.unaskable },
    questions: { total: all.length, inScope: inScope.length, outOfScope: all.length - inScope.length },
    deflectionRate: rates.deflection.rate,
    wrongAnswerRate: rates.wrongAnswers.rate,
    rates,
    byNoise: (["none", ...NOISE_KINDS] as const)
      .map((noise) => noiseRow(noise, comparable(plan, talks)))
      .filter((row) => row.questions > 0),
    latency: { turns: times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    wrong: wrongAnswers(all),
  };
}

/**
 * First in-scope questions whose words are held-out ones, perturbed or not; where the base has no such words, perturbed
 * standard questions. Second tries are left out: who makes them has already been misunderstood once.
 */
function comparable(plan: SimulationPlan, talks: readonly Conversation[]): AskedQuestion[] {
  const firsts = talks.flatMap(({ questions }, at) => {
    const user = plan.users[at];
    return user?.target === undefined ? [] : [{ question: questions[0]!, heldOut: user.heldOut }];
  });
  const some = firsts.some(({ heldOut }) => heldOut);
  return firsts.filter(({ heldOut }) => heldOut === some).map(({ question }) => question);
}

/** The first wrong answers, each question once. */
function wrongAnswers(questions: readonly AskedQuestion[]): SimulationReport["wrong"] {
  const wrong = questions.filter((question) => question.outcome === "wrong");
  const first = new Map(wrong.map((question) => [`${question.text}\0${question.got ?? ""}`, question]));
  return [...first.values()]
    .slice(0, SHOWN)
    .map(({ text, target, got }) => ({ question: text, expected: target, got }));
}

function ratesOf(
  talks: readonly Conversation[],
  all: readonly AskedQuestion[],
  inScope: readonly AskedQuestion[],
): SimulationRates {
  const outside = all.filter((question) => question.target === null);
  const handed = talks.filter((talk) => talk.handedOver).length;
  const right = having(inScope, "right", "clarified");
  const wrong = having(all, "wrong");
  return {
    deflection: rateOf(talks.length - handed, talks.length),
    handover: rateOf(handed, talks.length),
    answeredRight: rateOf(right, inScope.length),
    wrongAnswers: rateOf(wrong, all.length),
    coverage: rateOf(having(inScope, "right", "wrong", "clarified"), inScope.length),
    precision: rateOf(right, right + wrong),
    clarified: rateOf(having(inScope, "clarified"), inScope.length),
    abstained: rateOf(having(inScope, "fallback", "offered"), inScope.length),
    diverted: rateOf(having(inScope, "chat", "flow"), inScope.length),
    outOfScopeRejected: rateOf(outside.filter(isRejected).length, outside.length),
  };
}

/** Small talk is a fair reply to a question out of scope, and so is a human; a flow, choices or an answer are not. */
function isRejected({ outcome }: AskedQuestion): boolean {
  return outcome === "fallback" || outcome === "chat" || outcome === "handover";
}

function noiseRow(noise: Noise, questions: readonly AskedQuestion[]): NoiseRow {
  const own = questions.filter((question) => question.noise === noise);
  return {
    noise,
    questions: own.length,
    right: rateOf(having(own, "right", "clarified"), own.length),
    wrong: rateOf(having(own, "wrong"), own.length),
    coverage: rateOf(having(own, "right", "wrong", "clarified"), own.length),
  };
}
