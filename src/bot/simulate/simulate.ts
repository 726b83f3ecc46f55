import { createRandom } from "../../stats/random.js";
import { createBot, type LocalBotParts } from "../runtime/bot.js";
import { NO_ACTIONS } from "../runtime/actions.js";
import { memoryIndex } from "./memory-index.js";
import { planSimulation, type SimulationOptions } from "./plan.js";
import { converse, type Conversation } from "./talk.js";
import { tally, type SimulationReport } from "./tally.js";

export interface SimulationPorts {
  /** Milliseconds that only grow. */
  elapsed(): number;
  onConversation?(done: number, total: number): void;
  /** Awaited every few users and after each conversation: lets the host handle what has come in meanwhile, such as Ctrl-C. */
  pause?(): Promise<void>;
}

/**
 * Lets seeded users talk to the bot, whose knowledge base is rebuilt without the wordings they use. Actions fail, as in
 * a bot that stands alone. The same seed gives the same report, its latencies apart.
 * @param hits how often each entry was asked for; empty for all alike
 */
export async function simulate(
  parts: LocalBotParts,
  hits: ReadonlyMap<string, number>,
  options: SimulationOptions,
  ports: SimulationPorts,
): Promise<SimulationReport> {
  const pause = (): Promise<void> => ports.pause?.() ?? Promise.resolve();
  const plan = await planSimulation([...parts.index.entries()], hits, options, createRandom(options.seed), pause);
  const index = await memoryIndex(plan.entries, parts.embedder);
  const bot = createBot({ ...parts, index }, { actions: NO_ACTIONS, now: () => options.at });
  const talks: Conversation[] = [];
  for (const user of plan.users) {
    talks.push(await converse(bot, user, () => ports.elapsed()));
    ports.onConversation?.(talks.length, plan.users.length);
    await pause();
  }
  return tally(plan, options, talks);
}
