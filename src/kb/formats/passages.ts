import type { BlockDocument } from "./blocks.js";
import type { EntryDraft } from "./draft.js";

/** The text below each heading, under its heading path. */
export function passageDrafts(file: string, document: BlockDocument): EntryDraft[] {
  const path: { level: number; text: string }[] = [];
  const drafts: EntryDraft[] = [];
  for (const block of document.blocks) {
    if (block.kind === "heading") {
      while (path.length > 0 && path.at(-1)!.level >= (block.level ?? 1)) path.pop();
      path.push({ level: block.level ?? 1, text: block.text });
      continue;
    }
    const heading = path.map(({ text }) => text).join("/");
    const question = heading === "" ? (document.title ?? file) : heading;
    const last = drafts.at(-1);
    if (last?.question === question) last.answers = [{ text: `${last.answers[0]!.text}\n${block.text}` }];
    else {
      const source = { file, heading, ...(block.page === undefined ? {} : { page: block.page }) };
      const answers = [{ text: block.text }];
      drafts.push({ question, similar: [], answers, related: [], negative: [], tags: {}, source });
    }
  }
  return drafts;
}
