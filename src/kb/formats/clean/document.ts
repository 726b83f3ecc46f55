import type { Block, BlockDocument } from "../blocks/blocks.js";
import { cleanText, type Cleaning } from "./text.js";
import type { IssueLog } from "../draft.js";

type Kind = Cleaning["removed"][number]["kind"];

const MESSAGES = {
  pinyin: "kb.document.pinyin",
  spaces: "kb.document.spaces",
  invisible: "kb.document.invisible",
} as const satisfies Record<Kind, string>;

/** The document with all its texts cleaned ({@link cleanText}); what was taken out is counted in the log, at its first place. */
export function cleanDocument(file: string, document: BlockDocument, log: IssueLog): BlockDocument {
  const found = new Map<Kind, { count: number; first: Pick<Block, "line" | "page"> }>();
  const clean = (text: string, { line, page }: Pick<Block, "line" | "page">): string => {
    const cleaned = cleanText(text);
    for (const { kind, count } of cleaned.removed) {
      const place = { ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
      const before = found.get(kind) ?? { count: 0, first: place };
      found.set(kind, { count: before.count + count, first: before.first });
    }
    return cleaned.text.trim();
  };
  const { title } = document;
  const blocks = document.blocks
    .map((block) => ({ ...block, text: clean(block.text, block) }))
    .filter(({ text }) => text !== "");
  const cleanTitle = title === undefined ? undefined : clean(title, {});
  for (const kind of ["pinyin", "spaces", "invisible"] as const) {
    const what = found.get(kind);
    if (what !== undefined) log.add("info", MESSAGES[kind], { file, ...what.first }, { count: what.count });
  }
  return { ...(cleanTitle === undefined ? {} : { title: cleanTitle }), blocks };
}
