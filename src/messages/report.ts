import type { Message } from "./locale.js";

/** Messages of the room `report`. */
export const reportMessages = {} as const satisfies Record<string, Message>;
