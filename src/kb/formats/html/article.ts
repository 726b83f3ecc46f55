import type { Block, BlockPair } from "../blocks/blocks.js";
import { looksLikeQuestion } from "../guess.js";

/** Characters above the question that are no content: where the page stands, its date. */
const MOST_ABOVE = 60;
/** Characters of an answer: what is longer is an article, and its passages serve better. */
const MOST_ANSWER = 2000;
const LEAST_ANSWER = 4;

const sizeOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

function lineOf({ kind, label, text }: Block): string {
  if (label === undefined) return kind === "item" ? `- ${text}` : text;
  return `${label}${/^[\x20-\x7e•·]+$/.test(label) ? " " : ""}${text}`;
}

/**
 * The one question of a page of a help centre: its only asking heading, with content after it and no sections of its own
 * that ask nothing. A single heading is no sign of a FAQ in other documents; one article a page is what help centres have.
 */
export function articleIn(blocks: readonly Block[]): { pair: BlockPair; rest: Block[] } | undefined {
  const asking = blocks.filter(({ kind, text }) => kind === "heading" && looksLikeQuestion(text));
  const texts = new Set(asking.map(({ text }) => text));
  const question = asking.at(-1);
  if (texts.size !== 1 || question === undefined) return undefined;
  const at = blocks.indexOf(question);
  const above = blocks.slice(0, at);
  const below = blocks.slice(at + 1);
  const sections = below.some(({ kind }) => kind === "heading");
  const answer = below.map(lineOf).join("\n");
  if (sections || answer.length < LEAST_ANSWER || answer.length > MOST_ANSWER) return undefined;
  const content = above.filter(({ kind }) => kind !== "heading");
  if (sizeOf(content) > MOST_ABOVE) return undefined;
  const line = question.line === undefined ? {} : { line: question.line };
  return { pair: { question: question.text, answer, category: "", ...line }, rest: content };
}
