import type { FaqEntry } from "../../kb/entry.js";
import { createRandom } from "../../stats/random.js";
import type { BotDefinition } from "../definition.js";
import { askKb, type UnderstandingParts } from "../runtime/understand.js";
import { sha256, type Golden } from "./format.js";

const MOST = 20;

type KbParts = Omit<UnderstandingParts, "model" | "kinds">;

/** Standard questions to remember in a bundle: a sample that depends on the entries' ids alone. */
export function goldenQuestions(entries: Iterable<FaqEntry>): string[] {
  const online = [...entries].filter((entry) => entry.status === "online").sort((a, b) => (a.id < b.id ? -1 : 1));
  return createRandom("kefu-golden")
    .shuffle(online)
    .slice(0, MOST)
    .map((entry) => entry.question);
}

/** The decision for a question whatever the day, so that a bundle verifies on any. */
export async function goldenOf(parts: KbParts, definition: BotDefinition, q: string): Promise<Golden> {
  const kb = await askKb(parts, q, { channel: definition.channel, locale: definition.locale });
  if (kb.kind === "parts") return { q, decision: "clarify", entry: null, answer: null };
  if (kb.kind !== "answer") return { q, decision: kb.kind, entry: null, answer: null };
  return { q, decision: "answer", entry: kb.choice.entry, answer: sha256(kb.choice.answer) };
}

/** The remembered questions that this runtime answers otherwise. */
export async function replayGolden(
  parts: KbParts,
  definition: BotDefinition,
  golden: readonly Golden[],
): Promise<{ expected: Golden; got: Golden }[]> {
  const flips: { expected: Golden; got: Golden }[] = [];
  for (const expected of golden) {
    const got = await goldenOf(parts, definition, expected.q);
    const same = got.decision === expected.decision && got.entry === expected.entry && got.answer === expected.answer;
    if (!same) flips.push({ expected, got });
  }
  return flips;
}
