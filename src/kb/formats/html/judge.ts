import { looksLikeQuestion } from "../guess.js";
import type { HtmlElement, HtmlNode } from "./dom.js";
import { plainText } from "./text.js";
import type { Noise } from "./noise.js";
import { linkShare } from "./noise.js";
import type { Structured } from "./structures.js";

const FAQ_WORDS =
  /(?<!\w|\w-)faqs?(?!\w|-\w)|q\s*&\s*a|frequently asked|common questions|常见问题|常見問題|常见问答|常見問答|问答|問答|问与答|問與答|疑问解答|疑難解答|答疑|help cent(?:er|re)|帮助中心|幫助中心/i;

/** Whether a title says that questions and answers follow. A name that is made of words (`as_faq_zhtw`) does not. */
export function saysFaq(title: string): boolean {
  return FAQ_WORDS.test(title);
}

function isJustLinks(nodes: readonly HtmlNode[]): boolean {
  const shares = nodes.map((node) => linkShare(node));
  const letters = shares.reduce((sum, share) => sum + share.letters, 0);
  const linked = shares.reduce((sum, share) => sum + share.linked, 0);
  return letters > 0 && linked >= letters * 0.95 && nodes.every((node) => node.name !== "p");
}

/**
 * The pairs of those a page's structure shows that are questions with answers: most of their group ask, or names or titles
 * say that they do. Menus and lists of terms are none.
 */
export function judgePairs(found: readonly Structured[], faqPage: boolean, noise: Noise): Structured[] {
  const groups = new Map<HtmlNode, Structured[]>();
  const skip = (element: HtmlElement): boolean => noise.surround(element);
  for (const pair of found) {
    if (isMenu(pair)) continue;
    const group = groups.get(pair.group);
    if (group === undefined) groups.set(pair.group, [pair]);
    else group.push(pair);
  }
  const kept = new Set<Structured>();
  for (const group of groups.values()) {
    const asking = group.filter(({ questions }) => questions.some((q) => looksLikeQuestion(plainText(q, skip)))).length;
    const most = asking * 2 >= group.length;
    const said = faqPage || group.some(({ named }) => named);
    // Terms and their short values (电话 | 123) are no questions even on a page of questions.
    const wordy = group.filter((pair) => answerLength(pair, noise) >= 12).length * 2 >= group.length;
    if (most || (said && (group[0]!.kind !== "dl" || wordy || asking > 0))) for (const pair of group) kept.add(pair);
  }
  return found.filter((pair) => kept.has(pair));
}

function answerLength({ answers }: Structured, noise: Noise): number {
  return answers.reduce((sum, answer) => sum + plainText(answer, noise.inAnswer).length, 0);
}

/** A few words that open a list of links. */
function isMenu(pair: Structured): boolean {
  return isJustLinks(pair.answers) && !pair.questions.some((question) => looksLikeQuestion(plainText(question)));
}
