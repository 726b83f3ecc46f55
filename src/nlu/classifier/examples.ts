import { withoutCourtesy } from "../../text/courtesy.js";
import { intentsOf, isOutOfScope } from "../data/dataset.js";
import { grams, withoutSyllables } from "../features.js";
import { nameAsExample } from "../intent-names.js";
import type { Embedder } from "../../embed/embedder.js";
import type { Dataset } from "../data/dataset.js";
import type { Grams } from "../features.js";

/** What a classifier sees of texts. */
export interface TextNumbers {
  readonly grams: readonly Grams[];
  readonly vectors: readonly Float32Array[];
}

/** A data set as numbers: what every fold and the last fit share. */
export interface Examples {
  readonly intents: readonly string[];
  /** Whether the first numbers of a vector tell most, as those of the built-in encoder do. */
  readonly ordered: boolean;
  readonly texts: TextNumbers;
  /** Of each text. */
  readonly labels: Int32Array;
  /** The intents' names, one an intent, as examples that every fit sees. */
  readonly names: TextNumbers;
  /** What belongs to no intent; a class of its own, the last one, where there is enough of it. */
  readonly outside: TextNumbers;
  /** The texts as they may be misheard, in their order; empty where nothing is chosen by them. */
  readonly misheard: TextNumbers;
}

/** So few examples of everything else say nothing. */
const LEAST_OUTSIDE = 5;

/** Texts that are turned into numbers before signals are let through. */
const AT_ONCE = 500;

/** Classes that a classifier of these examples tells apart: the intents, and perhaps what is outside. */
export function classesOf({ intents, outside }: Examples): number {
  return intents.length + (outside.grams.length >= LEAST_OUTSIDE ? 1 : 0);
}

interface ReadOptions {
  /** With the syllables of Chinese. */
  readonly sound: boolean;
  /** What stands for an utterance in scope where it is misheard; without it, nothing does. */
  readonly mishear?: (text: string) => string;
  /** Awaited every few hundred texts; what it throws ends the work. */
  alive?(): Promise<void>;
}

async function numbersOf(texts: readonly string[], embedder: Embedder, options: ReadOptions): Promise<TextNumbers> {
  const found = { grams: [] as Grams[], vectors: [] as Float32Array[] };
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    await options.alive?.();
    const matter = texts.slice(from, from + AT_ONCE).map(withoutCourtesy);
    for (const vector of await embedder.embed(matter, "query")) found.vectors.push(vector);
    for (const text of matter) found.grams.push(grams(text, options.sound));
  }
  return found;
}

async function misheardBy(texts: readonly string[], { mishear, alive }: ReadOptions): Promise<string[]> {
  const heard: string[] = [];
  if (mishear === undefined) return heard;
  for (const [at, text] of texts.entries()) {
    if (at % AT_ONCE === 0) await alive?.();
    heard.push(mishear(text));
  }
  return heard;
}

/** A data set as numbers. */
export async function examplesOf(dataset: Dataset, embedder: Embedder, options: ReadOptions): Promise<Examples> {
  const { utterances } = dataset;
  const intents = intentsOf(dataset);
  const numbers = new Map(intents.map((name, i) => [name, i]));
  const inside = utterances.filter((utterance) => !isOutOfScope(utterance));
  const texts = inside.map(({ text }) => text);
  const outside = utterances.filter(isOutOfScope).map(({ text }) => text);
  return {
    intents,
    // An encoder that knows words has its numbers in the order of their variance.
    ordered: embedder.words !== undefined,
    texts: await numbersOf(texts, embedder, options),
    labels: Int32Array.from(inside, ({ intent }) => numbers.get(intent)!),
    names: await numbersOf(intents.map(nameAsExample), embedder, options),
    outside: await numbersOf(outside, embedder, options),
    misheard: await numbersOf(await misheardBy(texts, options), embedder, options),
  };
}

/** The same examples without the syllables of Chinese. */
export function soundless({ texts, names, outside, misheard, ...rest }: Examples): Examples {
  const without = ({ grams, vectors }: TextNumbers): TextNumbers => ({ grams: grams.map(withoutSyllables), vectors });
  const parts = {
    texts: without(texts),
    names: without(names),
    outside: without(outside),
    misheard: without(misheard),
  };
  return { ...rest, ...parts };
}

/** Some of the texts. */
export function pick({ grams, vectors }: TextNumbers, rows: readonly number[]): TextNumbers {
  return { grams: rows.map((row) => grams[row]!), vectors: rows.map((row) => vectors[row]!) };
}
