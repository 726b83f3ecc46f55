import type { FaqEntry } from "../../entry.js";
import type { FetchedState } from "../link-check.js";
import type { Field, Hit, LintContext, LintRule } from "../rule.js";
import { shorten, textsOf } from "../rule.js";

// What was meant as an address: written with http or www, or the target of a Markdown link.
const MARKDOWN = /!?\[[^\]\n]*\]\(([^)\n]*)\)/g;
const WRITTEN =
  /(?<![A-Za-z0-9])h?t{1,3}ps?\s?[:：]?\s?[/／\\]{1,3}(?:[\u4e00-\u9fff\w-]+\.(?:[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])|[\w.-]+))?[^\s<>"'`（）()，。；！？、】」』《》\u4e00-\u9fff]*/gi;
/** Names that only the author's own machine or network knows. */
const PRIVATE_HOST =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|.*\.(?:local|internal|lan|corp)$)/i;
const LABEL = /^(?:[a-z\d\u0080-\uffff](?:[a-z\d\u0080-\uffff_-]*[a-z\d\u0080-\uffff])?)$/i;

type Fault = "syntax" | "no-host" | "doubled" | "private" | "empty";

/** What is wrong with an address by its looks; `undefined` for one that can be right. */
function linkFault(address: string): Fault | undefined {
  if (address === "") return "empty";
  if (!/^https?:\/\/[^/]/i.test(address)) return "syntax";
  if (/^https?:\/\/https?[:/]/i.test(address)) return "doubled";
  if (/[\s：／\\]/.test(address)) return "syntax";
  const host = URL.canParse(address) ? new URL(address).hostname : undefined;
  if (host === undefined) return "syntax";
  if (PRIVATE_HOST.test(host)) return "private";
  const labels = host.replace(/\.$/, "").split(".");
  return labels.length < 2 || !labels.every((label) => LABEL.test(label)) ? "no-host" : undefined;
}

/** Addresses of a text as they were written, each once. */
function addressesIn(text: string): string[] {
  const targets = [...text.matchAll(MARKDOWN)].map(([, target = ""]) => target.trim().replace(/\s+["'(].*$/, ""));
  const rest = text.replace(MARKDOWN, " ");
  const written = [...rest.matchAll(WRITTEN)].map(([found]) => found.replace(/[.,;:!?\]]+$/, "").trim());
  const ofWeb = targets.filter((target) => target === "" || /^h?t{1,3}ps?\b/i.test(target));
  return [...new Set([...ofWeb, ...written])];
}

function* addresses(entry: FaqEntry): Iterable<{ field: Field; address: string }> {
  for (const { field, text } of textsOf(entry, ["answer"])) {
    for (const address of addressesIn(text)) yield { field, address };
  }
}

/** Each address is fetched once, whatever the number of answers that hold it. */
async function fetchAll(context: LintContext): Promise<Map<string, FetchedState>> {
  const { base, fetched, onProgress } = context;
  const states = new Map<string, FetchedState>();
  if (fetched === undefined) return states;
  const all = new Set<string>();
  for (const entry of base.entries) {
    for (const { address } of addresses(entry)) if (linkFault(address) === undefined) all.add(address);
  }
  const queue = [...all].sort();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      states.set(address, await fetched(address));
      onProgress?.(++done, all.size);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return states;
}

async function brokenLink(context: LintContext): Promise<Hit[]> {
  const states = await fetchAll(context);
  const hits: Hit[] = [];
  for (const entry of context.base.entries) {
    for (const { field, address } of addresses(entry)) {
      const params = { address: shorten(address, 120) };
      const fault = linkFault(address);
      const state = states.get(address);
      if (fault !== undefined) {
        const severity = fault === "private" ? "warning" : "error";
        hits.push({ entry, field, severity, key: `kb.lint.broken-link.${fault}`, params });
      } else if (state !== undefined && state.state !== "ok") {
        const severity = state.state === "gone" ? "error" : "warning";
        const key = `kb.lint.broken-link.${state.state}` as const;
        hits.push({ entry, field, severity, key, params: { ...params, reason: state.reason } });
      }
    }
  }
  return hits;
}

export const brokenLinkRule: LintRule = { id: "broken-link", severity: "error", fixable: false, check: brokenLink };
