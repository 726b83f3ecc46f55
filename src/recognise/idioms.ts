/**
 * Fixed expressions in which a numeral counts nothing, or not what stands behind it: neither numbers nor spans of time.
 */
const IDIOMS =
  "十分(?![钟鐘之])|千万(?![元块人])|千萬(?![元塊人])|万万|萬萬|百分(?!之)|三十六[计計]|百十|一百八十度|一一(?!月)|一次|一块儿|一塊兒|一块[去吃来走]|三天两头|三天兩頭|一年四季|一年到[头頭]|一天到晚|一天天|一天比一天|一个劲|一個勁|一年级|[二三四五六七八九]年[级級]|三两下|三兩下|三三两两|三五成群|五五开|五五開|八九不离十|八九不離十|十有八九|一五一十|十全十美|千千万万|成千上万|三七二十一|七七八八|一分[钱錢]一分[货貨]|一分[货貨]";
const AT = new RegExp(`^(?:${IDIOMS})`, "u");
/** 总有一天, 那一天: some day. */
const SOME = /[有这這那某同哪任]$/u;
const ONE_DAY = /^一天/u;

/** Whether such an expression begins at that place of a text. */
export function isIdiom(text: string, at: number): boolean {
  const here = text.slice(at, at + 8);
  return AT.test(here) || (ONE_DAY.test(here) && SOME.test(text.slice(Math.max(0, at - 1), at)));
}
