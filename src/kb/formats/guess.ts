import type { Table } from "../../tables/table.js";
import type { Column } from "./table/columns.js";
import { hasField } from "./table/columns.js";

const SAMPLE = 200;
const ASKS =
  /[?？]\s*$|(?:吗|嗎|呢|么|麼)[。\s]*$|什么|什麼|甚麼|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|為何|哪|多少|几[天个点]|幾[天個點]|是否|能不能|可不可以|可以.*吗|^(?:what|who|whose|when|where|which|why|how|can|could|do|does|did|is|are|am|will|would|should|may|i(?:'m| am|'ve| want| need)?)\b/i;

/** True for 4 to 200 UTF-16 units that ask, in Chinese or English; not every question is found. */
export function looksLikeQuestion(text: string): boolean {
  const plain = text.trim();
  return plain.length >= 4 && plain.length <= 200 && ASKS.test(plain);
}

interface Profile {
  readonly at: number;
  readonly filled: number;
  readonly distinct: number;
  readonly length: number;
  readonly asking: number;
}

function profile(table: Table, at: number): Profile {
  const rows = table.rows.slice(0, SAMPLE);
  const texts = rows.map((row) => (row.cells[at] ?? "").trim()).filter((text) => text !== "");
  const count = Math.max(1, texts.length);
  return {
    at,
    filled: texts.length / Math.max(1, rows.length),
    distinct: new Set(texts).size / count,
    length: texts.reduce((sum, text) => sum + text.length, 0) / count,
    asking: texts.filter(looksLikeQuestion).length / count,
  };
}

/** The best of some columns by a measure, if it is ahead of the second by a factor. */
function clearBest(profiles: readonly Profile[], measure: (p: Profile) => number, ahead: number): Profile | undefined {
  const [first, second] = [...profiles].sort((a, b) => measure(b) - measure(a) || a.at - b.at);
  if (first === undefined) return undefined;
  return second === undefined || measure(first) >= ahead * measure(second) ? first : undefined;
}

/**
 * Which columns hold the questions and the answers, by what stands in them: questions ask, are short and differ; answers
 * are long and do not ask. `undefined` when that is not clear; then the user has to say.
 */
export function guessColumns(table: Table, known: readonly Column[]): Column[] | undefined {
  const taken = new Set(known.map(({ at }) => at));
  const width = Math.max(table.header.length, ...table.rows.slice(0, SAMPLE).map((row) => row.cells.length));
  const free = Array.from({ length: width }, (_, at) => profile(table, at)).filter(
    (p) => !taken.has(p.at) && p.filled >= 0.5,
  );
  const guessed: Column[] = [];
  const headerOf = (at: number) => table.header[at] ?? "";
  if (!hasField(known, "question")) {
    const asking = free.filter((p) => p.asking >= 0.5 && p.distinct >= 0.7 && p.length <= 120);
    const question = clearBest(asking, (p) => p.asking * p.distinct, 1.3);
    if (question === undefined) return undefined;
    guessed.push({ at: question.at, header: headerOf(question.at), field: "question" });
  }
  if (!hasField(known, "answer")) {
    const rest = free.filter((p) => p.at !== guessed[0]?.at);
    const telling = rest.filter((p) => p.asking < 0.4 && p.length >= 8);
    const answer = clearBest(telling, (p) => p.length, 1.5);
    if (answer === undefined) return undefined;
    guessed.push({ at: answer.at, header: headerOf(answer.at), field: "answer" });
  }
  return guessed;
}
