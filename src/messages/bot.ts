import type { Message } from "./locale.js";

/** Messages of the room `bot`. */
export const botMessages = {} as const satisfies Record<string, Message>;
