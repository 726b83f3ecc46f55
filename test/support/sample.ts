import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStaticEncoder } from "../../src/adapters/embedders.js";
import { chooseSettings } from "../../src/kb/respond/decide.js";
import { parseSource } from "../../src/kb/formats/format.js";
import { respond, type Response } from "../../src/kb/respond/respond.js";
import { retrieve } from "../../src/kb/retrieve/retrieve.js";
import { indexOf } from "./kb.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const faq = path.join(root, "fixtures/hotline-demo/faq");

/** Lines of fixtures/questions. */
export const questionCases = (name: string): unknown[] =>
  readFileSync(path.join(root, "fixtures/questions", name), "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

/** What the sample's knowledge base says to a question, where one answer in twenty may be wrong. */
export async function sampleAnswers(): Promise<(q: string) => Promise<Response>> {
  const embedder = await openStaticEncoder(root);
  const parsed = await Promise.all(
    readdirSync(faq)
      .sort()
      .map((name) => parseSource(name, readFileSync(path.join(faq, name)), { locale: "zh-CN" })),
  );
  const index = await indexOf(
    parsed.flatMap(({ entries }) => entries),
    embedder,
  );
  const settings = chooseSettings(0.05);
  return (q) => respond(q, { find: (text, limit) => retrieve(index, embedder, text, { limit }), settings });
}
