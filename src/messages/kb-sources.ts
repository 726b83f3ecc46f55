import type { Message } from "./locale.js";

export const kbSourceMessages = {} as const satisfies Record<string, Message>;
