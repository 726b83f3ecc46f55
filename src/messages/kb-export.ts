import type { Message } from "./locale.js";

export const kbExportMessages = {} as const satisfies Record<string, Message>;
