import type { Message } from "./locale.js";

export const kbLintMessages = {} as const satisfies Record<string, Message>;
