import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translator } from "../../messages/catalogue.js";
import type { Locale } from "../../messages/locale.js";
import { LOCALES } from "../../messages/locale.js";
import { CHANNELS, STATUSES } from "../entry.js";
import type { FaqEntry } from "../entry.js";
import type { AnswerDraft, EntryDraft } from "../formats/draft.js";
import { IssueLog } from "../formats/draft.js";
import { finishEntries } from "../formats/finish.js";
import { parseSource } from "../formats/format.js";
import type { ExportFormat } from "./export.js";
import { EXPORT_FORMATS, exportEntries } from "./export.js";

const AWKWARD = [
  "怎么退款？", "问：多久？", "答：三天。", "A: no", "## 标题", "- 一\n- 二", "1. 第一", "**粗**", "=1+1", "'=x", "''-y", "@a", "+1",
  "a;b", "a|b", "a，b", "[x](y)", "[\"a\"]", "[{\"text\":\"x\"}]", "{\"a\":\"b\"}", "<b>&amp;</b>", "<!-- c -->", "```js\nx\n```", "~~~",
  "---", "知识ID：Z", "状态：上线", "相似问：", "答案[语音]：喂", "https://a.example/x?y=1", "null", "true", "0012", "2026-01-01", "~", "\t缩进",
  "a\n\nb", "| a | b |\n| - | - |\n| 1 | 2 |", "_x000D_", "\\n", "\\", "😀", "\u3000全角", "end  \nbreak", "# ? 问", "$1", "*", "> 引", "标准问", "%",
]; // prettier-ignore

const words = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const some = fc.tuple(words, words).map(([a, b]) => `${a}${b}`);
const filled = some.map((text) => (text.trim() === "" ? "问" : text));

const answer: fc.Arbitrary<AnswerDraft> = fc.record(
  {
    text: filled,
    format: fc.constantFrom("text", "markdown", "card"),
    channel: fc.constantFrom(...CHANNELS),
    locale: fc.constantFrom(...LOCALES),
    tier: fc.constantFrom("VIP", "金卡", "web", "a/b", "英文", "x]"),
    links: fc.array(fc.webUrl(), { maxLength: 2 }),
  },
  { requiredKeys: ["text", "format"] },
) as fc.Arbitrary<AnswerDraft>;

const draft: fc.Arbitrary<EntryDraft> = fc.record({
  id: fc.oneof(
    fc.uuid(),
    fc.nat().map((n) => `${["=", "00", "+", "'-", "a b", "#", "**", "知识-", "- ", "null"][n % 10]}${n}`),
  ),
  category: fc.oneof(fc.constant(""), fc.constantFrom("售后/退款", "账户", "a>b", "x / y"), words),
  question: filled,
  similar: fc.array(some, { maxLength: 4 }),
  answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
  related: fc.array(some, { maxLength: 2 }),
  negative: fc.array(words, { maxLength: 3 }),
  from: fc.constantFrom("", "2026-01-01", "2026-01-01 08:30:00"),
  until: fc.constantFrom("", "2026-12-31"),
  status: fc.constantFrom(...STATUSES),
  tags: fc.dictionary(
    words.filter((name) => name !== "__proto__"),
    words,
    { maxKeys: 3 },
  ),
  source: fc.constant({ file: "x", row: 1 }),
});

/** Entries as the reader of any source finishes them, the odd ones left out. */
function finished(drafts: readonly EntryDraft[]): FaqEntry[] {
  const rows = drafts.map((one, at) => ({ ...one, source: { file: "x", row: at + 1 } }));
  const once = rows.filter(({ id }, at) => rows.findIndex((other) => other.id?.trim() === id?.trim()) === at);
  return finishEntries("x", once, new IssueLog()).entries;
}

function content(entry: FaqEntry): unknown {
  return { ...entry, source: undefined, hash: undefined };
}

async function roundTrip(format: ExportFormat, entries: readonly FaqEntry[], locale: Locale): Promise<unknown[]> {
  const written = await exportEntries(format, entries, translator(locale));
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
  const parsed = await parseSource(`x.${format}`, bytes, { locale });
  return parsed.entries.map(content);
}

describe("exportEntries", () => {
  for (const format of EXPORT_FORMATS) {
    it(`reads back from ${format} what was written, whatever the texts hold`, async () => {
      const runs = format === "xlsx" ? 60 : 150;
      await fc.assert(
        fc.asyncProperty(
          fc.array(draft, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...LOCALES),
          async (drafts, locale) => {
            const entries = finished(drafts);
            fc.pre(entries.length > 0);
            expect(await roundTrip(format, entries, locale)).toEqual(entries.map(content));
          },
        ),
        { numRuns: runs },
      );
    });
  }
});
