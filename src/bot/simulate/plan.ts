import type { FaqEntry } from "../../kb/entry.js";
import { wallClock } from "../../kb/index/filter.js";
import { NOISE_KINDS, perturb, type NoiseKind } from "../../noise/perturb.js";
import type { Random } from "../../stats/random.js";
import { normalise } from "../../text/normalise.js";
import { OUT_OF_SCOPE } from "./out-of-scope.js";

export interface SimulationOptions {
  readonly conversations: number;
  readonly seed: number;
  /** Share of in-scope users whose wording is perturbed, in [0, 1]. */
  readonly noise: number;
  /** Share of users who ask what the knowledge base does not hold, in [0, 1]. */
  readonly oos: number;
  /** Local date-time: entries out of effect are nobody's aim. */
  readonly at: string;
}

export type Noise = NoiseKind | "none";

/** A question as a simulated user puts it. */
export interface Wording {
  readonly text: string;
  readonly noise: Noise;
}

/** One user before the conversation: everything about them is settled by the seed. */
export interface SimulatedUser {
  /** The entry meant; undefined for a question out of scope. */
  readonly target: FaqEntry | undefined;
  /** True when they ask by the held-out wording, perturbed or not; false when only the standard question was there. */
  readonly heldOut: boolean;
  /** What they ask, and how they put it when that was not answered. */
  readonly wordings: readonly [Wording, Wording];
}

/** Users and the knowledge base they are to meet, both fixed by the seed before anybody speaks. */
export interface SimulationPlan {
  /** The knowledge base without the wordings held out for the users. */
  readonly entries: readonly FaqEntry[];
  readonly users: readonly SimulatedUser[];
  /** Entries that a wording was held out of. */
  readonly heldOut: number;
  /** Entries that no user could ask for in words the index does not hold. */
  readonly unaskable: number;
}

/** True for an entry that a caller could be given at that time. */
export function isServed({ status, effective }: FaqEntry, at: string): boolean {
  const now = wallClock(at);
  const from = effective.from === undefined ? -Infinity : wallClock(effective.from);
  const until = effective.until === undefined ? Infinity : wallClock(effective.until, true);
  return status === "online" && !(now < from) && !(now > until);
}

/**
 * Takes one similar question out of each entry that has any, and makes the users, who ask those held-out wordings, or
 * perturbed ones. No user ever asks literally (after normalisation) what the remaining index holds.
 * @param hits how often each entry was asked for; entries are drawn in proportion to it plus one
 * @param pause awaited every few users: lets the host handle what has come in meanwhile
 */
export async function planSimulation(
  all: readonly FaqEntry[],
  hits: ReadonlyMap<string, number>,
  options: SimulationOptions,
  random: Random,
  pause?: () => Promise<void>,
): Promise<SimulationPlan> {
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const held = holdOut(sorted, random.fork("held-out"));
  const entries = sorted.map((entry) => {
    const out = held.get(entry.id);
    return out === undefined ? entry : { ...entry, similar: entry.similar.filter((text) => text !== out) };
  });
  const known = new Set(entries.flatMap((entry) => [entry.question, ...entry.similar].map(normalise)));
  const served = sorted.filter((entry) => isServed(entry, options.at));
  const draw = weightedDraw(served, (entry) => (hits.get(entry.id) ?? 0) + 1);
  const users: SimulatedUser[] = [];
  const unaskable = new Set<string>();
  const stream = random.fork("users");
  const outside = random.fork("out-of-scope").shuffle(OUT_OF_SCOPE);
  let asked = 0;
  for (let tries = 0; users.length < options.conversations && tries < options.conversations * 20 + 100; tries++) {
    if (tries % 50 === 49) await pause?.();
    if (stream.next() < options.oos || served.length === 0) {
      const wording: Wording = { text: outside[asked++ % outside.length]!, noise: "none" };
      users.push({ target: undefined, heldOut: false, wordings: [wording, wording] });
      continue;
    }
    const target = draw(stream.next());
    const user = makeUser(target, held.get(target.id), known, options.noise, stream);
    if (user === undefined) unaskable.add(target.id);
    else users.push(user);
  }
  return { entries, users, heldOut: held.size, unaskable: unaskable.size };
}

/** A similar question of each entry that no other question of the base repeats. */
function holdOut(entries: readonly FaqEntry[], random: Random): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of entries.flatMap((entry) => [entry.question, ...entry.similar].map(normalise))) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const held = new Map<string, string>();
  for (const { id, similar } of entries) {
    const own = similar.filter((text) => counts.get(normalise(text)) === 1);
    if (own.length > 0) held.set(id, random.pick(own));
  }
  return held;
}

/**
 * The wording is chosen before the noise: the held-out one where the entry has any, else the standard question. So the
 * kinds of noise differ by the noise alone.
 */
function makeUser(
  target: FaqEntry,
  held: string | undefined,
  known: ReadonlySet<string>,
  rate: number,
  random: Random,
): SimulatedUser | undefined {
  const clean: Wording | undefined = held === undefined ? undefined : { text: held, noise: "none" };
  const standard = perturbed(target.question, known, random);
  if (clean === undefined) return standard && { target, heldOut: false, wordings: [standard, standard] };
  if (random.next() >= rate) return { target, heldOut: true, wordings: [clean, standard ?? clean] };
  return { target, heldOut: true, wordings: [perturbed(clean.text, known, random) ?? clean, clean] };
}

/** The text with one kind of noise that makes it new to the index; undefined when no kind does. */
function perturbed(text: string, known: ReadonlySet<string>, random: Random): Wording | undefined {
  for (const kind of random.shuffle(NOISE_KINDS)) {
    const changed = perturb(text, kind, random);
    if (changed !== text && !known.has(normalise(changed))) return { text: changed, noise: kind };
  }
  return undefined;
}

/** Draws items in proportion to their weights, by a number in [0, 1). */
function weightedDraw<T>(items: readonly T[], weight: (item: T) => number): (at: number) => T {
  const sums: number[] = [];
  let sum = 0;
  for (const item of items) sums.push((sum += weight(item)));
  return (at) => {
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at * sum) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  };
}
