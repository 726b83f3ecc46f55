// What is found in documents that others made, against notes taken by hand before any parser read them (bench/gold).
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, root, run } from "../lib/processes.mjs";

const GOLD = path.join(root, "bench", "gold");
/** Tone marks on the vowels of pinyin: a reading that a scraper left in brackets, some of them broken, behind a character. */
const READING = /[(（?][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*[)）]/giu;

/** Letters and digits alone: what is left when layout, marks and the addresses of links are taken away. */
export function bare(text) {
  return text
    .normalize("NFC")
    .replace(READING, "")
    .replace(/!\[[^\]]*\]\([^)\s]*\)/g, "")
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, "]")
    .replace(/[(（]https?:\/\/[^)）\s]*[)）]/g, "")
    .replace(/<\{IMAGE:[^}]*\}>/g, "")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/^\s*(?:```|~~~).*$/gm, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function isWhole(sample, entries) {
  const questions = [sample.question, ...(sample.questionMayAlsoBe ?? [])].map(bare);
  const answers = [sample.answer, ...(sample.answerMayAlsoBe ?? [])].map(bare);
  const orElse = sample.orElse === undefined ? [] : [sample.orElse].flat();
  const others = orElse.map(({ question, answer }) => `${bare(question)}\0${bare(answer)}`);
  return entries.some(
    ({ question, similar, texts }) =>
      ([question, ...similar].some((asked) => questions.includes(asked)) &&
        texts.some((text) => answers.includes(text))) ||
      texts.some((text) => others.includes(`${question}\0${text}`)),
  );
}

/** Entries and passages of the workspace's index, by the program itself. */
function contentOf(workspace) {
  const exported = run([kefu, "kb", "export", "--json"], { cwd: workspace, mayFail: true });
  const entries = exported.status === 0 ? JSON.parse(exported.stdout).entries : [];
  const { entries: listed } = JSON.parse(run([kefu, "kb", "list", "--json"], { cwd: workspace }).stdout);
  const passages = listed.filter(({ kind }) => kind === "passage");
  return {
    entries: entries.map(({ question, similar = [], answers }) => ({
      question: bare(question),
      similar: similar.map(bare),
      texts: answers.map(({ text }) => bare(text)),
    })),
    passages: passages.map(({ id }) => {
      const shown = JSON.parse(run([kefu, "kb", "show", id, "--json"], { cwd: workspace }).stdout);
      return shown.answers.map(({ text }) => text).join("\n");
    }),
  };
}

/** One note against what the program makes of its file. */
function measure(base, note) {
  const full = path.join(base, note.file);
  return inTempFolder((workspace) => {
    writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: bench\n");
    const { seconds, stdout, status } = run([kefu, "kb", "ingest", "--json", full], { cwd: workspace, mayFail: true });
    const report = status === 0 ? JSON.parse(stdout) : undefined;
    const { entries, passages } = (report?.total ?? 0) > 0 ? contentOf(workspace) : { entries: [], passages: [] };
    const counts = [note.pairs, ...note.alsoFair.map(({ pairs }) => pairs)];
    const misses = note.samples.filter((sample) => !isWhole(sample, entries));
    const lost = (note.sentences ?? []).filter(
      (sentence) => !passages.some((text) => bare(text).includes(bare(sentence))),
    );
    const most = Math.max(...counts);
    return {
      file: note.file,
      seconds,
      status,
      warnings: report?.issues.filter(({ severity }) => severity === "warning").length ?? 0,
      entries: entries.length,
      passages: passages.length,
      noted: note.pairs,
      countRight:
        note.none || note.passages
          ? entries.length === 0 || counts.includes(entries.length)
          : counts.includes(entries.length),
      invented: Math.max(0, entries.length - most),
      samples: note.samples.length,
      misses,
      sentences: note.sentences?.length ?? 0,
      lost,
      readings: passages.filter((text) => text.match(READING) !== null).length,
    };
  });
}

function notes(base, only) {
  return readdirSync(GOLD)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(GOLD, name), "utf8")))
    .filter(({ file }) => existsSync(path.join(base, file)) && (only === undefined || file.includes(only)));
}

function line(result) {
  const found = result.samples === 0 ? "" : `${result.samples - result.misses.length}/${result.samples}`;
  const sentences =
    result.sentences === 0 ? "" : ` sentences ${result.sentences - result.lost.length}/${result.sentences}`;
  const verdict = result.countRight ? "" : ` COUNT noted ${result.noted}`;
  return `${result.file}: entries ${result.entries} passages ${result.passages} whole ${found}${sentences} warnings ${result.warnings} exit ${result.status} ${result.seconds.toFixed(2)} s${verdict}`;
}

export function documents() {
  const base = process.env.KEFU_DATA;
  if (base === undefined || base === "") {
    console.log("KEFU_DATA is not set: no documents of others to measure, left out");
    return undefined;
  }
  const results = notes(base, process.env.KEFU_BENCH_ONLY).map((note) => {
    const result = measure(base, note);
    console.log(`  ${line(result)}`);
    for (const miss of result.misses) console.log(`    not whole: ${miss.question.slice(0, 70)}`);
    for (const sentence of result.lost) console.log(`    no passage: ${sentence.slice(0, 70)}`);
    return result;
  });
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const samples = sum((result) => result.samples);
  const misses = sum((result) => result.misses.length);
  return {
    rows: [
      ...results.map((result) => ({
        name: `${result.file}${statSync(path.join(base, result.file)).isDirectory() ? "/" : ""}: entries ${result.entries} (noted ${result.noted})${result.passages > 0 ? `, passages ${result.passages}` : ""}, whole ${result.samples - result.misses.length} of ${result.samples}${result.sentences > 0 ? `, sentences ${result.sentences - result.lost.length} of ${result.sentences}` : ""}, warnings ${result.warnings}`,
        unit: "s",
        ours: result.seconds,
      })),
      { name: "pairs of the notes found whole", unit: "%", ours: (samples - misses) / samples },
      {
        name: "files whose number of entries is the noted one",
        unit: "%",
        ours: sum((result) => (result.countRight ? 1 : 0)) / results.length,
      },
      { name: "entries beyond every fair count", unit: "n", ours: sum((result) => result.invented) },
      { name: "pinyin readings left in passages", unit: "n", ours: sum((result) => result.readings) },
    ],
    notes: [
      "found whole: question and answer equal to the note's after white space, punctuation, markup and the addresses of links are taken out",
      ...results.flatMap(({ file, misses: missed }) =>
        missed.map(({ question }) => `not whole: ${file}: ${question.replace(/\s+/g, " ").slice(0, 80)}`),
      ),
      ...results.flatMap(({ file, lost }) =>
        lost.map((sentence) => `in no passage: ${file}: ${sentence.slice(0, 60)}`),
      ),
    ],
  };
}
