import { headerKey, headerMeaning } from "../fields.js";
import type { FieldName, Variant } from "../fields.js";

/** Names that make a line of Markdown an attribute of its entry. Fewer than a table's: an answer may hold `开始时间：9:00`. */
const ATTRIBUTES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  id: ["知识id", "知识编号", "id"],
  category: ["类目", "分类", "category"],
  similar: [
    "相似问",
    "相似问题",
    "相似问法",
    "类似问",
    "类似问法",
    "扩展问",
    "扩展问法",
    "similar",
    "similarquestions",
  ],
  related: ["关联问", "关联问题", "related"],
  from: ["生效时间", "生效日期", "effectivetime", "effectivefrom"],
  until: ["失效时间", "失效日期", "expiretime", "effectiveuntil"],
  status: ["状态", "status"],
  tags: ["标签", "tags"],
  negative: ["否定关键词", "否定词", "negative"],
};

const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  (Object.entries(ATTRIBUTES) as [FieldName, string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, FieldName] => [name, field]),
  ),
);

/** `知识ID：A-1`, `**相似问**：`. */
export function attributeLine(line: string): { field: FieldName; value: string } | undefined {
  const found = /^\s*(?:\*\*|__)?([^：:*_]{1,20}?)(?:\*\*|__)?\s*[：:]\s*(?:\*\*|__)?\s*(.*)$/.exec(line);
  const field = found === null ? undefined : FIELD_OF.get(headerKey(found[1]!));
  return field === undefined ? undefined : { field, value: found![2]!.trim() };
}

/** `答案[语音]：…` */
export function variantLine(line: string): { variant: Variant; rest: string } | undefined {
  const found = /^\s*(?:\*\*|__)?([^：:[【]{1,8}[[【][^\]】]{1,30}[\]】])\s*[：:]\s*(?:\*\*|__)?\s*(.*)$/.exec(line);
  const meaning = found === null ? undefined : headerMeaning(found[1]!);
  if (meaning?.field !== "answer" || meaning.variant === undefined) return undefined;
  return { variant: meaning.variant, rest: found![2]! };
}

/** Takes `**…**` off a text that is bold as a whole. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/^(\*\*|__)(.+)\1$/, "$2")
    .trim();
}

/** The question of a line `问：…`, `Q1: …`, `**Q：…**`, `**问：** …`. */
export function questionLine(line: string): string | undefined {
  const found = /^\s*(\*\*|__)?\s*(?:问题?|問題?|Question|Q)\s*\d{0,4}\s*[：:]\s*(.*)$/i.exec(line);
  if (found === null) return undefined;
  const [, bold = "", rest = ""] = found;
  // The bold may end after the mark, after the question, or nowhere.
  return plain(bold === "" ? rest : rest.replace(bold, ""));
}

/** What follows `答：`, `A:`, `**答：**` on a line. */
export function answerLine(line: string): string | undefined {
  const found = /^\s*(\*\*|__)?\s*(?:答案?|Answer|A)\s*\d{0,4}\s*[：:]\s*(.*)$/i.exec(line);
  if (found === null) return undefined;
  const [, bold = "", rest = ""] = found;
  return bold === "" ? rest : rest.replace(bold, "").trim();
}

/** A line that is bold as a whole and ends as a question does. */
export function boldQuestion(line: string): string | undefined {
  const found = /^\s*(\*\*|__)([^*_].*?)\1\s*$/.exec(line)?.[2]?.trim();
  return found !== undefined && /[?？]$/.test(found) ? found : undefined;
}

const NUMBER =
  /^\s*(?:\(?\d{1,3}[.．、)）](?!\d)|[（(【[]\d{1,3}[）)】\]]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节節条條问問][、:：]?|(?:Q|问|問)\s*\d{0,3}\s*[:：.．、])\s*(?=\S)/i;

/** A heading without its number: `1. 怎么退款？`, `（二）账户`, `Q3：…`. */
export function withoutNumber(heading: string): string {
  return heading.replace(NUMBER, "").trim();
}
