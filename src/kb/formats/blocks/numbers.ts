import { type Plan, splitQuestion, startOf } from "./plans.js";
import { type Unit, asks, endsAsking } from "./units.js";

interface Link {
  readonly unit: Unit;
  readonly score: number;
  readonly before: Link | undefined;
  readonly length: number;
}

/** What a numbered line is worth as the next question of a chain. */
function worth(unit: Unit): number {
  if (endsAsking(splitQuestion(unit.text).question)) return 2;
  return asks(unit.text) ? 1.5 : unit.bold || unit.kind === "heading" ? 0 : -0.5;
}

/**
 * The chain of ascending numbers that asks most: a list of steps inside an answer counts 1, 2, 3 as well, but does not ask.
 * A number may be skipped or given twice, and counting may begin again under another heading, each at a price.
 */
function bestChain(units: readonly Unit[]): Unit[] {
  const ending = new Map<number, Link>();
  let best: Link | undefined;
  for (const unit of units) {
    const { number } = unit.label!;
    const options: [Link | undefined, number][] = [
      [undefined, number === 1 ? 0 : 1],
      [ending.get(number - 1), 0],
      [ending.get(number - 2), 1],
      [ending.get(number), 1],
      [best, number === 1 ? 0.6 : 2.5],
    ];
    let link: Link | undefined;
    for (const [before, price] of options) {
      const score = (before?.score ?? 0) + worth(unit) - price;
      if (link === undefined || score > link.score) link = { unit, score, before, length: (before?.length ?? 0) + 1 };
    }
    if (link!.score >= (ending.get(number)?.score ?? -Infinity)) ending.set(number, link!);
    if (link!.score > (best?.score ?? 0)) best = link;
  }
  const chain: Unit[] = [];
  for (let link = best; link !== undefined; link = link.before) chain.unshift(link.unit);
  return chain;
}

/**
 * Numbered lines between those that ask, and after the last, that do not ask: where they go on counting they are questions too,
 * and without them the answer before would swallow them.
 */
function withSilent(chain: readonly Unit[], family: readonly Unit[], units: readonly Unit[]): Unit[] {
  const whole: Unit[] = [];
  let place = 0;
  for (const unit of family) {
    if (unit === chain[place]) {
      whole.push(unit);
      place++;
      continue;
    }
    const last = whole.at(-1);
    const next = chain[place];
    if (last === undefined || unit.at <= last.at + 1 || unit.label!.number !== last.label!.number + 1) continue;
    // The next one counts on from here, or counting begins again there.
    if (next !== undefined && next.label!.number !== 1 && next.label!.number !== unit.label!.number + 1) continue;
    const alike = unit.bold === last.bold && unit.kind === last.kind && unit.level === last.level;
    const below = units[unit.at + 1];
    const answered = below !== undefined && below.label?.family !== unit.label!.family;
    if (alike && answered && unit.text.length <= 80) whole.push(unit);
  }
  return whole;
}

/** Numbered questions, a plan for each kind of number. */
export function planNumbers(units: readonly Unit[]): Plan[] {
  const families = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.label === undefined || unit.label.number === 0 || unit.kind === "code" || unit.kind === "table") continue;
    const key = `${unit.label.family}/${unit.label.depth}`;
    const family = families.get(key);
    if (family === undefined) families.set(key, [unit]);
    else family.push(unit);
  }
  const plans: Plan[] = [];
  for (const family of families.values()) {
    const chain = bestChain(family);
    const asking = chain.filter((unit) => worth(unit) > 1).length;
    if (chain.length < 2 || asking * 2 < chain.length) continue;
    plans.push({ name: "numbers", starts: withSilent(chain, family, units).map((unit) => startOf(unit)) });
  }
  return plans;
}
