import { createHash } from "node:crypto";
import type { Piece } from "../text/word-diff.js";
import type { Page, PageBlock, PageChange, PageGroup } from "./page.js";

/** Text in HTML, also within an attribute in quotes. Signs that turn the direction of writing are shown, not obeyed. */
function escapeHtml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- no control sign but tab and line break belongs into a page
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "\uFFFD")
      .replace(
        /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
        (c) => `⟨U+${c.codePointAt(0)!.toString(16).toUpperCase()}⟩`,
      )
      .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2024;--soft:#60646c;--line:#d9dce1;--paper:#fff;--panel:#f6f7f9;
--good:#18794e;--goodbg:#dff3e6;--bad:#c62a2f;--badbg:#fde8e8;--warning:#8a5300;--warningbg:#fff1d6;--neutral:#3e63dd}
@media (prefers-color-scheme:dark){:root{--ink:#edeef0;--soft:#b0b4ba;--line:#363a3f;--paper:#111214;--panel:#1b1d20;
--good:#71d083;--goodbg:#173524;--bad:#ff9592;--badbg:#45191c;--warning:#ffca16;--warningbg:#3a2a05;--neutral:#9eb1ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:66rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","PingFang TC","Microsoft YaHei","Microsoft JhengHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
dl.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:0;color:var(--soft);font-size:.9rem}
dl.facts div{display:flex;gap:.4rem}dl.facts dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
.note{border-left:.3rem solid currentColor;padding:.6rem .9rem;margin:1rem 0;border-radius:.25rem;white-space:pre-wrap;overflow-wrap:anywhere}
.note.good{color:var(--good);background:var(--goodbg)}.note.bad{color:var(--bad);background:var(--badbg)}
.note.warning{color:var(--warning);background:var(--warningbg)}.note.neutral{color:var(--soft);background:var(--panel)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.75rem,1fr));gap:.6rem;margin:1.2rem 0;padding:0;list-style:none}
.figures li{background:var(--panel);border-radius:.5rem;padding:.6rem .8rem}
.figures b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.figures span{color:var(--soft);font-size:.85rem}
.figures .good b{color:var(--good)}.figures .bad b{color:var(--bad)}.figures .warning b{color:var(--warning)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:600;vertical-align:bottom;word-break:keep-all}td{overflow-wrap:anywhere;min-width:6rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap;min-width:0}
.place{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
article{border:1px solid var(--line);border-radius:.5rem;margin:.6rem 0;padding:.6rem .8rem;break-inside:avoid}
article h3{font-size:1rem;margin:0;overflow-wrap:anywhere}article code{font-size:.85rem;color:var(--soft)}
.mark{display:inline-block;min-width:1.3em;text-align:center;border-radius:.25rem;font-weight:700;margin-right:.3em}
.mark.plus{color:var(--good);background:var(--goodbg)}.mark.minus{color:var(--bad);background:var(--badbg)}
.mark.tilde{color:var(--warning);background:var(--warningbg)}
dl.fields{display:grid;grid-template-columns:minmax(5rem,max-content) 1fr;gap:.15rem .8rem;margin:.4rem 0 0;font-size:.92rem}
dl.fields dt{color:var(--soft)}dl.fields dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
ins{color:var(--good);background:var(--goodbg);text-decoration:none;border-radius:.15rem}
del{color:var(--bad);background:var(--badbg);border-radius:.15rem}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:0 .8rem}
summary{cursor:pointer;padding:.5rem 0}summary .count{font-variant-numeric:tabular-nums;font-weight:700;margin-right:.4em}
details.bad summary .count{color:var(--bad)}details.warning summary .count{color:var(--warning)}
details code{color:var(--soft);font-size:.8rem}
details table{margin-bottom:.6rem}details td:first-child{width:35%}
.more{color:var(--soft);font-size:.9rem}
figure{margin:.6rem 0 1rem}figure div{overflow-x:auto}figure svg{max-width:max(100%,38rem);height:auto}figcaption{color:var(--soft);font-size:.9rem}
input.search{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:.35rem;padding:.4rem .7rem;width:100%;max-width:26rem;margin-bottom:.5rem}
@media print{body{max-width:none;padding:0;font-size:11px}figure svg{max-width:100%!important}details::details-content{content-visibility:visible;height:auto}summary{list-style:none}
ins{text-decoration:underline}article,details{break-inside:auto}}
`;

const TAGS = { same: ["", ""], old: ["<del>", "</del>"], new: ["<ins>", "</ins>"] } as const;

function pieces(list: readonly Piece[]): string {
  return list.map(({ kind, text }) => `${TAGS[kind][0]}${escapeHtml(text)}${TAGS[kind][1]}`).join("");
}

function more(text: string | undefined): string {
  return text === undefined ? "" : `<p class="more">${escapeHtml(text)}</p>`;
}

function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  right: readonly number[] = [],
): string {
  const isNumber = header.map(
    (_, at) => right.includes(at) || (rows.length > 0 && rows.every((row) => typeof row[at] === "number")),
  );
  const cell = (tag: string, value: string | number, at: number): string =>
    `<${tag}${isNumber[at] === true ? ' class="n"' : ""}>${escapeHtml(String(value))}</${tag}>`;
  const line = (tag: string, cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((value, at) => cell(tag, value, at)).join("")}</tr>`;
  const head = header.length === 0 ? "" : `<thead>${line("th", header)}</thead>`;
  return `<div class="scroll"><table>${head}<tbody>\n${rows.map((row) => line("td", row)).join("\n")}\n</tbody></table></div>`;
}

const MARKS = { "+": "plus", "-": "minus", "~": "tilde" } as const;

function change({ mark, change: word, id, title, place, fields }: PageChange): string {
  const list = fields.map(({ label, pieces: list }) => `<dt>${escapeHtml(label)}</dt><dd>${pieces(list)}</dd>`);
  return [
    `<article><h3><span class="mark ${MARKS[mark]}" title="${escapeHtml(word)}">${mark === "-" ? "−" : mark}</span>`,
    `${escapeHtml(title)} <code>${escapeHtml(id)}</code></h3><div class="place">${escapeHtml(place)}</div>`,
    list.length === 0 ? "" : `<dl class="fields">${list.join("\n")}</dl>`,
    "</article>",
  ].join("");
}

function group({ tone, title, code, count, items, more: left }: PageGroup): string {
  const rows = items.map(({ place, text }) => [place, text]);
  const open = tone === "bad" ? " open" : "";
  return [
    `<details class="${tone}"${open}><summary><span class="count">${count}</span>${escapeHtml(title)} <code>${escapeHtml(code)}</code></summary>`,
    table([], rows),
    more(left),
    "</details>",
  ].join("\n");
}

/** Hides the rows of the next table that do not hold every word that is typed. */
const SEARCH = `for(const field of document.querySelectorAll("input.search")){
const rows=[...field.nextElementSibling.querySelectorAll("tbody tr")];
field.addEventListener("input",()=>{const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean);
for(const row of rows){const text=row.textContent.toLowerCase();row.hidden=!words.every((word)=>text.includes(word))}})}`;

function searchField(label: string | undefined): string {
  if (label === undefined) return "";
  const text = escapeHtml(label);
  return `<input class="search" type="search" placeholder="${text}" aria-label="${text}">`;
}

function chart({ title, svg, note, header, rows }: PageBlock & { kind: "chart" }): string {
  const picture = svg.replace("<svg ", `<svg role="img" aria-label="${escapeHtml(title)}" `);
  const data = `<details><summary>${escapeHtml(header.join(" · "))}</summary>${table(header, rows)}</details>`;
  return `<h2>${escapeHtml(title)}</h2>\n<figure><div>${picture}</div><figcaption>${escapeHtml(note)}</figcaption></figure>${data}`;
}

function block(one: PageBlock): string {
  switch (one.kind) {
    case "note":
      return `<p class="note ${one.tone}">${escapeHtml(one.text)}</p>`;
    case "figures":
      return `<ul class="figures">${one.items
        .map(
          ({ label, value, tone }) =>
            `<li class="${tone}"><b>${escapeHtml(String(value))}</b><span>${escapeHtml(label)}</span></li>`,
        )
        .join("")}</ul>`;
    case "table":
      return `<h2>${escapeHtml(one.title)}</h2>\n${searchField(one.search)}${table(one.header, one.rows, one.right)}${more(one.more)}`;
    case "chart":
      return chart(one);
    case "changes":
      return `<h2>${escapeHtml(one.title)}</h2>\n${one.items.map(change).join("\n")}${more(one.more)}`;
    case "findings":
      return `<h2>${escapeHtml(one.title)}</h2>\n${one.groups.map(group).join("\n")}`;
  }
}

/** The policy allows this one script and no other, by its digest. */
function searchScript(blocks: readonly PageBlock[]): { policy: string; script: string } {
  if (!blocks.some((one) => one.kind === "table" && one.search !== undefined)) return { policy: "", script: "" };
  const digest = createHash("sha256").update(SEARCH).digest("base64");
  return { policy: `; script-src 'sha256-${digest}'`, script: `<script>${SEARCH}</script>\n` };
}

/** A page that holds all it needs and loads nothing: it can be sent on, printed, and opened from a disk. */
export function htmlPage({ lang, title, facts, blocks }: Page): string {
  const { policy: scripts, script } = searchScript(blocks);
  const policy = `default-src 'none'; style-src 'unsafe-inline'${scripts}`;
  const list = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`);
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<dl class="facts">${list.join("")}</dl>
${blocks.map(block).join("\n")}
${script}</body>
</html>
`;
}
