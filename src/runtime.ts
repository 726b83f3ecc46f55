/**
 * The small runtime: answers from a bundle's bytes alone, with no workspace, store, file system or native part.
 * `kefu` itself exports the same and more, and reads files.
 */
export { loadBundleBytes } from "./bot/bundle/read.js";
export { NO_ACTIONS } from "./bot/runtime/actions.js";
export { createStaticEncoder } from "./embed/static-encoder.js";
export { KefuError } from "./messages/errors.js";
export type { ActionPort, ActionResult } from "./bot/runtime/actions.js";
export type { Bot, BotPorts, Session, SessionOptions } from "./bot/runtime/bot.js";
export type { ActionTrace, BotMessage, TurnDecision, TurnResult } from "./bot/runtime/turn.js";
export type { HandoverContext, Json } from "./bot/dialog/state.js";
export type { Embedder, EmbedderInfo } from "./embed/embedder.js";
export type { StaticModelFiles } from "./embed/static-encoder.js";
