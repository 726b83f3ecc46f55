import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Document, Node, Pair, Scalar, YAMLMap } from "yaml";
import type { Issue } from "../messages/errors.js";
import type { Loss } from "./loss.js";

/** Longest file that is read, in UTF-16 code units. */
const MAX_SIZE = 32 * 1024 * 1024;
const MAX_ALIASES = 100;

/** A string of a document and the line it stands on, from 1. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * One YAML document as nodes with their lines; findings are collected in `issues`. Aliases are counted, not expanded: a
 * node that is one is resolved where it stands.
 */
export class YamlSource {
  readonly issues: Issue[] = [];
  /** What is there and understood, but has no place in a data set. */
  readonly losses: Loss[] = [];
  readonly #counter = new LineCounter();
  readonly #document: Document | undefined;

  constructor(
    readonly file: string,
    text: string,
  ) {
    if (text.length > MAX_SIZE) {
      this.issues.push({ severity: "error", key: "nlu.data.too-large", params: { limit: MAX_SIZE }, where: { file } });
      return;
    }
    const document = parseDocument(text, { lineCounter: this.#counter, uniqueKeys: true, prettyErrors: false });
    for (const error of document.errors) {
      const { line, col } = this.#counter.linePos(error.pos[0]);
      const where = { file, line: Math.max(1, line), column: Math.max(1, col) };
      this.issues.push({ severity: "error", key: "nlu.data.yaml", params: { reason: error.message }, where });
    }
    let aliases = 0;
    visit(document, { Alias: () => void aliases++ });
    if (aliases > MAX_ALIASES) {
      this.issues.push({ severity: "error", key: "nlu.data.aliases", params: { limit: MAX_ALIASES }, where: { file } });
    }
    if (this.issues.length === 0) this.#document = document;
  }

  /** `undefined` when the document cannot be read or is empty. */
  get root(): Node | undefined {
    return this.resolve(this.#document?.contents);
  }

  resolve(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document!) as Node | undefined;
    return (node ?? undefined) as Node | undefined;
  }

  lineOf(node: unknown): number {
    const start = (node as Node | undefined)?.range?.[0];
    return start === undefined ? 1 : Math.max(1, this.#counter.linePos(start).line);
  }

  report(severity: Issue["severity"], key: Issue["key"], line: number, params?: Issue["params"]): void {
    const where = { file: this.file, line };
    this.issues.push(params === undefined ? { severity, key, where } : { severity, key, params, where });
  }

  lose(kind: Loss["kind"], line: number, example: string): void {
    this.losses.push({ kind, example, where: { file: this.file, line } });
  }

  pairs(map: YAMLMap): { name: string; line: number; value: Node | undefined }[] {
    return map.items.map((pair: Pair) => ({
      name: String(isScalar(pair.key) ? pair.key.value : pair.key),
      line: this.lineOf(pair.key),
      value: this.resolve(pair.value),
    }));
  }

  /** The items of a list in block-scalar form (`- ` lines), as a list of strings, or as a list of maps with `text`. */
  examples(node: Node | undefined): Line[] {
    if (isScalar(node) && typeof node.value === "string") return this.#dashLines(node as Scalar<string>);
    if (!isSeq(node)) return [];
    return node.items.flatMap((item) => this.#listItem(this.resolve(item)));
  }

  #listItem(node: Node | undefined): Line[] {
    const line = this.lineOf(node);
    if (isScalar(node)) return this.#example(String(node.value ?? ""), line);
    if (!isMap(node)) {
      this.report("error", "nlu.data.example-form", line);
      return [];
    }
    let found: Line[] | undefined;
    for (const { name, line: at, value } of this.pairs(node)) {
      if (name === "text" && isScalar(value)) found = this.#example(String(value.value ?? ""), this.lineOf(value));
      else if (name === "metadata") this.lose("metadata", at, `${name}: ${String(value)}`);
      else this.report("warning", "nlu.data.unknown-key", at, { name });
    }
    if (found === undefined) this.report("error", "nlu.data.example-form", line);
    return found ?? [];
  }

  /** Lines of a literal block scalar stand one below the other in the file, from the line after its `|` on. */
  #dashLines(node: Scalar<string>): Line[] {
    const start = this.lineOf(node);
    const literal = node.type === "BLOCK_LITERAL";
    return node.value.split("\n").flatMap((raw, i) => {
      const line = literal ? start + 1 + i : start;
      const text = raw.trim();
      if (text === "") return [];
      if (/^-(\s|$)/u.test(text)) return this.#example(text.slice(1), line);
      this.report("warning", "nlu.data.example-dash", line, { text });
      return [];
    });
  }

  #example(raw: string, line: number): Line[] {
    const text = raw.trim().replace(/\s+/gu, " ");
    if (text !== "") return [{ text, line }];
    this.report("warning", "nlu.data.empty-example", line);
    return [];
  }
}
