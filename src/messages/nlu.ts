import type { Message } from "./locale.js";

/** Messages of the room `nlu`. */
export const nluMessages = {} as const satisfies Record<string, Message>;
