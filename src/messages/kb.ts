import type { Message } from "./locale.js";

/** Messages of the room `kb`. */
export const kbMessages = {} as const satisfies Record<string, Message>;
