/** One question, as far as giving or refusing an answer goes. */
export interface Risked {
  /** How sure the system is; `undefined` where it has no answer to give. */
  readonly score: number | undefined;
  /** The answer it would give is right; what is out of scope has none. */
  readonly right: boolean;
  readonly inScope: boolean;
}

/** What answering everything from a threshold on would come to. */
export interface RiskPoint {
  /** Least score of an answer. */
  readonly threshold: number;
  /** Questions answered over all questions. */
  readonly answered: number;
  /** Questions in scope that are answered, over the questions in scope; 0 where there are none. */
  readonly coverage: number;
  /** Wrong answers over the answers given. */
  readonly risk: number;
  /** Wrong answers over all questions. */
  readonly wrongAnswerRate: number;
}

/** How the share of wrong answers grows with the share answered. */
export interface RiskCoverage {
  /**
   * Area under risk over the share answered (El-Yaniv & Wiener, "On the Foundations of Noise-free Selective Classification", JMLR
   * 2010): the mean risk of the k surest questions for all k; 0 is perfect, and `null` without questions.
   */
  readonly area: number | null;
  /** The least area that any order of the same answers could have: all right ones before all wrong ones. */
  readonly leastArea: number | null;
  /** From the highest threshold down, one for each score; of many, {@link MOST_POINTS} evenly spread. */
  readonly points: readonly RiskPoint[];
}

const MOST_POINTS = 200;

function areaOf(right: readonly boolean[]): number | null {
  let [wrong, sum] = [0, 0];
  right.forEach((isRight, at) => {
    if (!isRight) wrong++;
    sum += wrong / (at + 1);
  });
  return right.length === 0 ? null : sum / right.length;
}

/** Equal scores cannot be told apart: each of them gets the mean risk that their block ends with. */
function tiedArea(sorted: readonly Risked[]): number | null {
  if (sorted.length === 0) return null;
  let [wrong, sum, from] = [0, 0, 0];
  while (from < sorted.length) {
    const score = scoreOf(sorted[from]!);
    let to = from;
    while (to < sorted.length && scoreOf(sorted[to]!) === score) to++;
    const block = sorted.slice(from, to).filter(({ right }) => !right).length;
    // Within a block every order is as likely: wrong ones are spread evenly over it.
    for (let at = 1; at <= to - from; at++) sum += (wrong + (block * at) / (to - from)) / (from + at);
    wrong += block;
    from = to;
  }
  return sum / sorted.length;
}

const scoreOf = ({ score }: Risked): number => score ?? 0;

/** Thins a list evenly, its ends kept. */
function thin<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]!);
}

/** The trade of risk and coverage over all thresholds of the score, whatever else a decision looks at. */
export function riskCoverageOf(outcomes: readonly Risked[]): RiskCoverage {
  const sorted = [...outcomes].sort((a, b) => scoreOf(b) - scoreOf(a));
  const inScope = outcomes.filter((outcome) => outcome.inScope).length;
  const points: RiskPoint[] = [];
  let [wrong, covered] = [0, 0];
  sorted.forEach((outcome, at) => {
    if (!outcome.right) wrong++;
    if (outcome.inScope) covered++;
    const threshold = scoreOf(outcome);
    const next = sorted[at + 1];
    if (outcome.score === undefined || (next !== undefined && scoreOf(next) === threshold)) return;
    points.push({
      threshold,
      answered: (at + 1) / sorted.length,
      coverage: inScope === 0 ? 0 : covered / inScope,
      risk: wrong / (at + 1),
      wrongAnswerRate: wrong / sorted.length,
    });
  });
  const ideal = areaOf(outcomes.map(({ right }) => right).sort((a, b) => Number(b) - Number(a)));
  return { area: tiedArea(sorted), leastArea: ideal, points: thin(points, MOST_POINTS) };
}
