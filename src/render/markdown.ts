/** Text in a Markdown table's cell or a list item: one line, nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, (c) => `\\${c}`)
    .replace(/\s*[\r\n]+\s*/g, " ")
    .trim();
}

/** A table in GitHub's Markdown; numbers are set right. */
export function markdownTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const right = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"));
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escapeMarkdown(String(cell))).join(" | ")} |`;
  return [line(header), `| ${right.map((yes) => (yes ? "---:" : "---")).join(" | ")} |`, ...rows.map(line)].join("\n");
}
