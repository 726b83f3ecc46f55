/** Radicals that Unicode gives no compatibility form, and the characters that are drawn alike (EquivalentUnifiedIdeograph of Unicode). */
const SUPPLEMENT =
  "⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻱龜⻳龟";

let supplement: ReadonlyMap<string, string> | undefined;

function characterOf(radical: string): string {
  supplement ??= new Map(Array.from(SUPPLEMENT.matchAll(/(.)(.)/gu), ([, from, to]) => [from!, to!]));
  return supplement.get(radical) ?? radical.normalize("NFKC");
}

/**
 * Characters in place of radicals: browsers that print to PDF write `⻚` (U+2EDA) and `⼆` (U+2F06) for 页 and 二, since their
 * fonts draw both with one glyph.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, characterOf);
}
