// Results as a table on the terminal, as JSON, and in docs/benchmarks.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { root } from "./processes.mjs";

const FORMATS = {
  s: (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`,
  ms: (value) => `${(value * 1000).toFixed(0)} ms`,
  µs: (value) => `${(value * 1e6).toFixed(0)} µs`,
  "/s": (value) => `${Math.round(value).toLocaleString("en")}/s`,
  MB: (value) => `${value.toFixed(value < 10 ? 1 : 0)} MB`,
  n: (value) => value.toLocaleString("en"),
  "%": (value) => `${(100 * value).toFixed(1)}%`,
};

export function machine() {
  const model = cpus()[0]?.model.replace(/\s+/g, " ").trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${model}), ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** @param row `{name, unit, ours, peer?: {name, value}}`; the ratio is ours to the peer's */
function cells({ name, unit, ours, peer }) {
  const show = FORMATS[unit];
  if (peer === undefined) return [name, show(ours), "", ""];
  return [name, show(ours), `${show(peer.value)} (${peer.name})`, `${(ours / peer.value).toFixed(2)}×`];
}

const markdownRow = (cells) => `| ${cells.join(" | ")} |`;

/** A table of its own form: `{title, header, rows}` of texts. */
function furtherTable({ title, header, rows }) {
  const rule = header.map((_, at) => (at === 0 ? "---" : "---:"));
  return [`**${title}**`, "", ...[header, rule, ...rows].map(markdownRow)].join("\n");
}

function markdown(result) {
  const lines = [
    ["measured", "kefu", "peer", "kefu : peer"],
    ["---", "---:", "---:", "---:"],
    ...result.rows.map(cells),
  ];
  const notes = result.notes.map((note) => `- ${note}`);
  const table = lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
  const tables = [...(result.rows.length > 0 ? [table] : []), ...result.tables.map(furtherTable)].join("\n\n");
  return [`${result.machine}; ${result.measured}`, "", tables, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

const width = (text) => [...text].reduce((sum, character) => sum + (/[\u1100-\uffe0]/.test(character) ? 2 : 1), 0);

function printLines(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => width(line[column]))));
  for (const line of lines) {
    console.log(
      `  ${line.map((text, column) => text + " ".repeat(widths[column] - width(text))).join("  ")}`.trimEnd(),
    );
  }
}

function print(result) {
  console.log(`\n${result.part}`);
  if (result.rows.length > 0) printLines([["measured", "kefu", "peer", "ratio"], ...result.rows.map(cells)]);
  for (const { title, header, rows } of result.tables) {
    console.log(`\n  ${title}`);
    printLines([header, ...rows]);
  }
  for (const note of result.notes) console.log(`  ${note}`);
}

/** Puts the table between the markers of its part; a page without such markers stays as it is. */
function writeToPage(result) {
  const page = path.join(root, "docs", "benchmarks.md");
  const text = readFileSync(page, "utf8");
  const [start, end] = [`<!-- bench: ${result.part} -->`, `<!-- /bench: ${result.part} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) return;
  writeFileSync(page, `${text.slice(0, from)}${start}\n\n${markdown(result)}\n\n${text.slice(to)}`);
}

/** Others on the machine make everything slower, which ratios forgive and seconds do not. */
const loadAtStart = loadavg()[0];

/**
 * Keeps and shows what a part measured.
 * @param tables further ones, `{title, header, rows}` of texts
 */
export function publish(part, { rows, tables = [], notes = [] }) {
  const measured = `${new Date().toISOString().slice(0, 10)}, load ${loadAtStart.toFixed(1)} before`;
  const result = { part, machine: machine(), measured, rows, ...(tables.length > 0 ? { tables } : {}), notes };
  const folder = path.join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${part}.json`), `${JSON.stringify(result, null, 2)}\n`);
  writeToPage({ ...result, tables });
  print({ ...result, tables });
}
