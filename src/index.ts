import path from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "./adapters/clock.js";
import { openEmbedder, openStaticEncoder } from "./adapters/embedders.js";
import { nodeFiles } from "./adapters/files.js";
import { createHttpActions, type HttpActionSettings } from "./adapters/http-actions.js";
import { bundleEmbedderId, loadBundleBytes } from "./bot/bundle/read.js";
import { NO_ACTIONS, type ActionPort } from "./bot/runtime/actions.js";
import type { Bot } from "./bot/runtime/bot.js";
import type { Embedder } from "./embed/embedder.js";

export { loadBundleBytes } from "./bot/bundle/read.js";
export { createHttpActions } from "./adapters/http-actions.js";
export { KefuError } from "./messages/errors.js";
export type { ActionCall, HttpActionSettings } from "./adapters/http-actions.js";
export type { ActionPort, ActionResult } from "./bot/runtime/actions.js";
export type { Bot, BotPorts, Session, SessionOptions } from "./bot/runtime/bot.js";
export type { ActionTrace, BotMessage, TurnDecision, TurnResult } from "./bot/runtime/turn.js";
export type { HandoverContext, Json } from "./bot/dialog/state.js";
export type { Embedder, EmbedderInfo } from "./embed/embedder.js";

const BUILTIN = "builtin:bilingual-static";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** What {@link loadBundle} may be told; nothing is needed for a bundle of the shipped encoder without actions. */
export interface LoadOptions {
  /** The bot's actions: a port of your own, or calls over HTTP. Without any, an action fails and its flow says so. */
  readonly actions?: ActionPort | HttpActionSettings;
  /** Local date-time, ISO 8601, that decides which entries are in effect; the system's clock when missing. */
  readonly now?: () => string;
  /** The encoder, for a bundle made with one that does not ship with the product. */
  readonly embedder?: Embedder;
}

/**
 * Loads a bundle that `kefu bot export` wrote, after checking all of it.
 * @param source path of the bundle, or its bytes
 * @returns a bot; `bot.ask("…")` answers one question, `bot.start()` and `bot.turn(session, "…")` hold a conversation
 * @throws KefuError `findings` (with every problem in `issues`) when the bundle does not verify, `input` when it is not
 * there, no bundle, or one of an unknown version
 */
export async function loadBundle(source: string | Uint8Array, options: LoadOptions = {}): Promise<Bot> {
  const bytes = typeof source === "string" ? await nodeFiles.read(path.resolve(source)) : source;
  const name = typeof source === "string" ? source : "bundle";
  const embedder = options.embedder ?? (await embedderOf(bytes));
  const { actions = NO_ACTIONS, now = () => systemClock.now() } = options;
  const port = "call" in actions ? actions : createHttpActions(actions);
  const shipped = embedder.info.id === BUILTIN ? embedder : await openStaticEncoder(packageRoot);
  return loadBundleBytes(bytes, embedder, { actions: port, now }, name, shipped);
}

async function embedderOf(bytes: Uint8Array): Promise<Embedder> {
  const id = await bundleEmbedderId(bytes);
  return openEmbedder(id.startsWith("transformers:") ? id : BUILTIN, process.cwd(), packageRoot);
}
