// What a made-up FAQ table is like, so that figures taken on it can be judged.
import { normalise } from "../../dist/text/normalise.js";
import { lexicalTokens } from "../../dist/text/tokens.js";

/** Slope of log(frequency) over log(rank) of the words, by least squares; about -1 is Zipf's law. */
function slope(frequencies) {
  const points = frequencies.map((frequency, at) => [Math.log(at + 1), Math.log(frequency)]);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** @returns `{entries, questions, distinct, tokens, vocabulary, slope, length, answerLength}`; distinct is a share after normalisation */
export function statistics(entries) {
  const questions = entries.flatMap(({ question, similar }) => [question, ...similar]);
  const normal = questions.map(normalise);
  const counts = new Map();
  for (const text of normal) for (const token of lexicalTokens(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const frequencies = [...counts.values()].sort((a, b) => b - a);
  const average = (texts) => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return {
    entries: entries.length,
    questions: questions.length,
    distinct: new Set(normal).size / questions.length,
    tokens: frequencies.reduce((sum, count) => sum + count, 0),
    vocabulary: frequencies.length,
    slope: slope(frequencies),
    length: average(questions),
    answerLength: average(entries.map(({ answer }) => answer)),
  };
}

/** One line for the notes of a benchmark. */
export function statisticsLine(found, seed) {
  const number = (value) => Math.round(value).toLocaleString("en");
  return (
    `bench/make-faq.mjs --n ${found.entries} --seed ${seed}: ${number(found.questions)} questions, ${(100 * found.distinct).toFixed(1)}% of them ` +
    `distinct after normalisation, ${found.length.toFixed(0)} characters long, answers ${found.answerLength.toFixed(0)}; ` +
    `${number(found.tokens)} tokens of ${number(found.vocabulary)} kinds, frequency over rank with slope ${found.slope.toFixed(2)}`
  );
}
