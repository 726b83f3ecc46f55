import { lexicalTokens } from "../../text/tokens.js";

/**
 * Chinese words that callers ask with and answers rarely hold: in an index of answers they look rare and precious,
 * and say nothing about the matter. (Leaving out the English ones as well made English sets worse.)
 */
const WORDS =
  "怎么 怎样 如何 什么 为什么 为何 哪里 哪儿 哪个 哪些 多少 几 谁 吗 呢 啊 吧 呀 的 了 是 有 在 我 你 您 他 我们 你们 请 请问 想 要 " +
  "想要 可以 可不可以 能 能不能 能否 是否 会 会不会 怎么办 怎么样 咋 啥 那 这 那个 这个 就 都 也 还 和 跟 与 把 被 给 让 去 来 到 从 " +
  "对 说 一下 问 问一下 知道 需要 应该 没有 不";

/** Characters so common that they stand beside any other: that they do, or do not, says nothing. */
export const EVERYWHERE: ReadonlySet<string> = new Set(
  "的地得了着过是有在我你您他她它们这那哪个些不没一也都还就又再和跟与把被给让对从到去来上下里会能要想可以很太最多少几谁说看用",
);

let tokens: ReadonlySet<string> | undefined;

/** True for a lexical token (of normalised text) that only serves to ask. */
export function isFunctionToken(token: string): boolean {
  tokens ??= new Set(WORDS.split(" ").flatMap(lexicalTokens));
  return tokens.has(token);
}

/** English words that every sentence may have, or that only ask. Callers write them, prose about the matter rarely asks. */
const ENGLISH =
  "a an the this that these those it its is are was were be been am do does did can could should would will may might must " +
  "have has had get i me my mine we us our you your they them their he she who whom whose what which when where why how " +
  "many much any some there here if or and but not no yes to of in on at by for from with about as into than then so " +
  "please tell";

let english: ReadonlySet<string> | undefined;

/** True for a lexical token that is an English word to ask with or to join others. */
export function isEnglishFunctionToken(token: string): boolean {
  english ??= new Set(ENGLISH.split(" ").flatMap(lexicalTokens));
  return english.has(token);
}
