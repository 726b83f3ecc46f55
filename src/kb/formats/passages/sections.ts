import type { Block, BlockDocument } from "../blocks/blocks.js";
import { cleanText } from "../clean/text.js";
import { linesOf, withOutline } from "./outline.js";
import { placeOf } from "./units.js";

/** What stands under one heading, up to the next heading of any level. */
export interface PassageSection {
  /** Headings from the title down. */
  readonly path: readonly string[];
  readonly blocks: readonly Block[];
  readonly line?: number;
  readonly page?: number;
}

/** What a page carries around its text. Compared without spaces, in Simplified characters. */
const LINKS =
  /^[<《«‹[【]*(?:返回(?:列表|顶部|首页|上一页|目录)?|上一[篇页条]|下一[篇页条]|打印(?:本页)?|关闭(?:窗口)?|分享(?:到|至)?|收藏(?:本页)?|首页|更多|阅读全文|展开全文|回到顶部|字号|大|中|小|【|】|back(?: to top)?|print|share|next|previous|read more)[>》»›\]】:：]*$/i;
const LABELS =
  /^(?:来源|来源于|人气|浏览(?:次数|量)?|点击(?:数|率|次数)?|阅读(?:次数|量|数)?|发表(?:时间|日期|于)|发布(?:时间|日期|于|者)?|更新(?:时间|日期)|作者|编辑|责任编辑|文章来源|信息来源|字体|字号|分享到|上一[篇页条]|下一[篇页条])\s*[:：]\s*(.{0,40})$/;
/** `首页 > 新闻 > 正文`, `Home › News`: where the page stands in its site. */
const TRAIL = /^[^。！？.!?\n>›»]{1,20}(?:\s*[>›»]\s*[^。！？.!?\n>›»]{1,30}){2,}$|^(?:首页|首頁|home)\s*[>›»/]/i;
const PAGE_NUMBER = /^(?:page\s+\d+(?:\s*(?:of|\/)\s*\d+)?|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|-\s*\d+\s*-)$/i;
const STAMP = /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Simplified forms of the few characters in which the signs above differ. */
const FOLD: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."來来時时間间發发佈布覽览點点擊击閱阅讀读數数編编輯辑責责號号頁页條条關关閉闭頂顶錄录體体氣气開开於于資资訊讯",
  ].reduce<[string, string][]>(
    (pairs, character, at, all) => (at % 2 === 0 ? [...pairs, [character, all[at + 1]!]] : pairs),
    [],
  ),
);

const fold = (text: string): string => [...text.trim()].map((character) => FOLD[character] ?? character).join("");

/** Signs of the page around an article: links back, counters, dates of publication, sizes of type. */
function withoutFurniture(blocks: readonly Block[]): { blocks: Block[]; dropped: Block[] } {
  const kept: Block[] = [];
  const dropped: Block[] = [];
  // The value of `来源:` may stand on the line below it.
  let awaitsValue = false;
  let inBracket = false;
  for (const block of blocks) {
    const text = fold(block.text);
    const label = LABELS.exec(text);
    const short = text.length <= 20 && !/[。！？.!?]$/.test(text) && block.kind !== "heading";
    const furniture: boolean =
      block.kind !== "table" &&
      block.kind !== "code" &&
      (label !== null || [STAMP, TRAIL, PAGE_NUMBER].some((sign) => sign.test(text)) || isLink(text, inBracket));
    if (furniture || (awaitsValue && short)) dropped.push(block);
    else kept.push(block);
    awaitsValue = label !== null && label[1] === "";
    inBracket = furniture && (text === "【" || (inBracket && !text.includes("】")));
  }
  return { blocks: kept, dropped };
}

/** `大`, `中`, `小` alone are furniture only where they choose the size of type. */
const isLink = (text: string, inBracket: boolean): boolean =>
  LINKS.test(text) && (inBracket || !/^[大中小]$/.test(text));

/** Cleans every block, takes away what is no text, and cuts the document at its headings. */
export function sectionsOf(
  document: BlockDocument,
  fallback: string,
): { sections: PassageSection[]; dropped: readonly Block[] } {
  const cleaned = document.blocks
    .map((block) => ({ ...block, text: cleanText(block.text).text.trim() }))
    .filter(({ text }) => text !== "");
  const { blocks: kept, dropped } = withoutFurniture(linesOf(cleaned));
  const title = cleanText(document.title ?? "")
    .text.replace(/\s+/g, " ")
    .trim();
  const blocks = withOutline(kept, title !== "");
  const sections: PassageSection[] = [];
  let headings: { level: number; text: string }[] = [];
  let current: Block[] = [];
  let place: Pick<Block, "line" | "page"> = {};
  const pathOf = (): string[] => {
    const path = [title, ...headings.map(({ text }) => text)].filter(
      (part, at, all) => part !== "" && part !== all[at - 1],
    );
    return path.length === 0 ? [fallback] : path;
  };
  const flush = (): void => {
    if (current.length > 0 || headings.length > 0) sections.push({ path: pathOf(), blocks: current, ...place });
    current = [];
  };
  for (const block of blocks) {
    if (block.kind !== "heading") {
      if (current.length === 0 && headings.length === 0) place = placeOf(block);
      current.push(block);
      continue;
    }
    flush();
    const level = block.level ?? 1;
    headings = [...headings.filter((other) => other.level < level), { level, text: block.text.replace(/\s+/g, " ") }];
    place = placeOf(block);
  }
  flush();
  return { sections, dropped };
}
