// Annotated utterances of others below KEFU_DATA, as data sets, and what a dictionary with patterns makes of them.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** xSID has tokens with BIO labels: their places in the text. */
function spansOfTokens({ text, tokens, bio }) {
  const spans = [];
  let at = 0;
  tokens.forEach((token, i) => {
    const start = text.indexOf(token, at);
    at = start + token.length;
    const entity = bio[i].slice(2);
    const last = spans.at(-1);
    if (bio[i].startsWith("I") && last?.entity === entity && last.index === i - 1)
      Object.assign(last, { end: at, index: i });
    else if (bio[i] !== "O") spans.push({ start, end: at, entity, index: i });
  });
  return spans.map(({ start, end, entity }) => ({ start, end, entity }));
}

function xsid(data, language, part) {
  const lines = readFileSync(path.join(data, "xsid", `${language}.${part}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const row = JSON.parse(line);
    return { text: row.text, intent: row.intent, entities: spansOfTokens(row) };
  });
}

/** NLU++ has several intents an utterance; the first one stands for all. */
function nlupp(data, domain, folds) {
  return folds.flatMap((fold) =>
    JSON.parse(readFileSync(path.join(data, "nlupp", "data", domain, `fold${fold}.json`), "utf8")).map(
      ({ text, intents = ["none"], slots = {} }) => ({
        text,
        intent: intents[0] ?? "none",
        entities: Object.entries(slots).map(([entity, { span }]) => ({ start: span[0], end: span[1], entity })),
      }),
    ),
  );
}

const OTHER_FOLDS = Array.from({ length: 19 }, (_, i) => i + 1);

/** `{name, train, test}`; those of the sets that are there. */
export function spanSets(data) {
  const sets = [];
  if (existsSync(path.join(data, "xsid"))) {
    for (const language of ["zh", "en"]) {
      const [train, test] = ["valid", "test"].map((part) => xsid(data, language, part));
      sets.push({ name: `xsid ${language}, test`, train, test });
    }
  }
  if (existsSync(path.join(data, "nlupp"))) {
    for (const domain of ["banking", "hotels"]) {
      const [first, others] = [nlupp(data, domain, [0]), nlupp(data, domain, OTHER_FOLDS)];
      sets.push({ name: `nlupp ${domain}, first fold`, train: others, test: first });
      sets.push({ name: `nlupp ${domain}, learnt from the first fold alone`, train: first, test: others });
    }
  }
  return sets;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * What a team without a tagger has: all annotated words as a dictionary, each under the name it has most often, and the
 * same with any digits where there are digits, as patterns. The longest match at a place counts.
 */
export function dictionaryAndPatterns(train) {
  const names = new Map();
  for (const { text, entities } of train) {
    for (const { start, end, entity } of entities) {
      const source = escape(text.slice(start, end).toLowerCase()).replace(/\d+/g, "\\d+").replace(/\s+/g, "\\s+");
      const counts = names.get(source) ?? new Map();
      names.set(source, counts.set(entity, (counts.get(entity) ?? 0) + 1));
    }
  }
  const rules = [...names].map(([source, counts]) => ({
    // Latin words and numbers end at borders, Chinese ones anywhere.
    regex: new RegExp(`(?<![a-z\\d](?=[a-z\\d]))(?:${source})(?!(?<=[a-z\\d])[a-z\\d])`, "giu"),
    entity: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0],
  }));
  return (text) => {
    const found = rules.flatMap(({ regex, entity }) =>
      Array.from(text.matchAll(regex), ({ 0: words, index }) => ({ start: index, end: index + words.length, entity })),
    );
    found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    const chosen = [];
    for (const span of found)
      if (chosen.every(({ start, end }) => span.end <= start || span.start >= end)) chosen.push(span);
    return chosen;
  };
}
