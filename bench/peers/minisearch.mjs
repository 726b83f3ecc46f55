// MiniSearch over a FAQ table, with character pairs and words as tokens.
//   node minisearch.mjs build faq.csv index.json
//   node minisearch.mjs search index.json QUERY
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import MiniSearch from "minisearch";

/** Words of Latin letters and digits, characters of Han and each two that stand together. */
function tokenize(text) {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((second, index) => characters[index] + second)];
  });
}

const options = { fields: ["question", "similar", "answer"], storeFields: ["question"], tokenize };

const [, , verb, file, last] = process.argv;
if (verb === "build") {
  const rows = parse(readFileSync(file, "utf8"), { columns: true, bom: true });
  const index = new MiniSearch(options);
  index.addAll(
    rows.map((row) => ({ id: row["知识ID"], question: row["标准问"], similar: row["相似问"], answer: row["答案"] })),
  );
  writeFileSync(last, JSON.stringify(index));
} else {
  const index = MiniSearch.loadJSON(readFileSync(file, "utf8"), options);
  const hits = index.search(last, { boost: { question: 2, similar: 1.5 } }).slice(0, 5);
  console.log(JSON.stringify(hits.map(({ id, question, score }) => ({ id, question, score }))));
}
