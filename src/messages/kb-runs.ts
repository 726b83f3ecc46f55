import type { Message } from "./locale.js";

export const kbRunMessages = {} as const satisfies Record<string, Message>;
