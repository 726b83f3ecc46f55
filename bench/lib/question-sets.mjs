// Labelled questions of others below KEFU_DATA: entries {id, question, category, answer}, queries {q, ids, kind, split}.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const lines = (file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Three Chinese bases; each is an index of its own. */
function chinese(data) {
  return ["as_faq", "maicoin", "taipei_gov_faq"].map((name) => {
    const folder = path.join(data, "zh_faq_queries", name);
    const faq = path.join(folder, "faq.jsonl");
    const entries = lines(faq).map(({ id, question, category = "", answer }) => ({ id, question, category, answer }));
    return { name, group: "zh_faq_queries", faq, entries, queries: lines(path.join(folder, "queries.jsonl")) };
  });
}

function jhu(data) {
  const folder = path.join(data, "covidfaq_jhu");
  const faq = path.join(folder, "faq.jsonl");
  const entries = lines(faq).map(({ faq_id, question, answer }) => ({
    ...{ id: String(faq_id), question, category: "", answer },
  }));
  const queries = lines(path.join(folder, "queries_dedup.jsonl")).map(({ query, faq_ids }) => ({
    ...{ q: query, ids: faq_ids.map(String), kind: "question", split: "test" },
  }));
  return [{ name: "covidfaq_jhu", group: "covidfaq_jhu", faq, entries, queries }];
}

/** The last heading of a passage is its question, the path above it the category. */
function feedbackQa(data) {
  return ["australia", "cdc", "who"].map((site) => {
    const folder = path.join(data, "feedbackqa", site);
    const faq = path.join(folder, "passages.jsonl");
    const entries = lines(faq).map(({ passage_id, title, headers = [], content }) => ({
      ...{ id: String(passage_id), question: headers.at(-1) || title, answer: content },
      category: (headers.length > 0 ? [title, ...headers.slice(0, -1)] : []).join("/"),
    }));
    const queries = lines(path.join(folder, "test.queries.jsonl")).map(({ query, passage_id }) => ({
      ...{ q: query, ids: [String(passage_id)], kind: "question", split: "test" },
    }));
    return { name: `feedbackqa ${site}`, group: `feedbackqa ${site}`, faq, entries, queries };
  });
}

/** Those of the sets that are there. */
export function questionSets(data) {
  const has = (folder) => existsSync(path.join(data, folder));
  return [
    ...(has("zh_faq_queries") ? chinese(data) : []),
    ...(has("covidfaq_jhu") ? jhu(data) : []),
    ...(has("feedbackqa") ? feedbackQa(data) : []),
  ];
}
