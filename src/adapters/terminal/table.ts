import type { ChalkInstance } from "chalk";
import type { Column } from "./terminal.js";

const NARROW_SIGNS = "\u0020-\u007e·×–—‘’“”…›✓";
const WIDE_SIGNS = "\u3001-\u3029\u3030-\u303e\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60";
const PLAIN = new RegExp(`^[${NARROW_SIGNS}${WIDE_SIGNS}]*$`);
const NARROW = new RegExp(`[${NARROW_SIGNS}]`, "g");

/** Width of a text in terminal columns. */
type Measure = (text: string) => number;

/** What measures these texts: ASCII and Chinese are counted here, and only for others is the library loaded, which takes long. */
async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (!PLAIN.test(text)) return (await import("string-width")).default;
  }
  return (text) => 2 * text.length - (text.match(NARROW)?.length ?? 0);
}

/** Cuts a text to a width in terminal columns, ending in `…` where something was taken off. */
export function cutToWidth(text: string, width: number, stringWidth: Measure): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

const pad = (text: string, width: number, align: Column["align"], stringWidth: Measure): string => {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? space + text : text + space;
};

const GAP = "  ";
const NARROWEST = 8;

/** Takes width from the widest columns until the table fits. */
function fit(widths: number[], available: number): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width, 0) + GAP.length * (fitted.length - 1) - available;
  while (excess > 0) {
    const widest = fitted.indexOf(Math.max(...fitted));
    if (fitted[widest]! <= NARROWEST) break;
    fitted[widest]!--;
    excess--;
  }
  return fitted;
}

/** A table as text. With an infinite width nothing is cut; line breaks and tabs in cells become spaces. */
export async function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
  width: number,
  style: ChalkInstance,
): Promise<string> {
  const cells = rows.map((row) => columns.map((_, index) => String(row[index] ?? "").replace(/\s*[\r\n\t]+\s*/g, " ")));
  const stringWidth = await measureFor([...columns.map(({ title }) => title), ...cells.flat()]);
  const natural = columns.map(({ title, max }, index) => {
    const longest = cells.reduce((most, row) => Math.max(most, stringWidth(row[index]!)), stringWidth(title));
    return Number.isFinite(width) && max !== undefined ? Math.min(longest, Math.max(max, stringWidth(title))) : longest;
  });
  const widths = Number.isFinite(width) ? fit(natural, width) : natural;
  const line = (texts: readonly string[]): string =>
    columns
      .map(({ align }, index) =>
        pad(cutToWidth(texts[index]!, widths[index]!, stringWidth), widths[index]!, align, stringWidth),
      )
      .join(GAP)
      .trimEnd();
  const head = style.bold(line(columns.map(({ title }) => title)));
  const rule = style.dim(widths.map((columnWidth) => "─".repeat(columnWidth)).join(GAP));
  return [head, rule, ...cells.map(line)].join("\n");
}
