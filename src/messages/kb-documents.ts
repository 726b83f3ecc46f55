import type { Message } from "./locale.js";

export const kbDocumentMessages = {} as const satisfies Record<string, Message>;
