import { escapeXml } from "./junit.js";
import { cutLabel, LABEL_SIZE, labelWidth } from "./labels.js";

/** A count with the colour that says what it means. */
export interface MatrixCell {
  readonly count: number;
  readonly tone: "good" | "bad" | "soft";
}

export interface MatrixRow {
  readonly name: string;
  readonly cells: readonly MatrixCell[];
}

/** Pixels of a cell; smaller where there are many, so that 38 columns with names of 180 pixels fit on a page of 1016. */
const CELL = { few: 26, many: 20 };
const FEW = 24;
const text = (x: number, y: number, content: string, more = ""): string =>
  `<text x="${x}" y="${y}" font-size="${LABEL_SIZE}" ${more}>${escapeXml(content)}</text>`;

/** @param at left, top and size */
function cell(
  { count, tone }: MatrixCell,
  total: number,
  [x, y, size]: readonly [number, number, number],
  title: string,
): string {
  const box = `<rect x="${x}" y="${y}" width="${size - 1}" height="${size - 1}" rx="2"`;
  if (count === 0) return `${box} fill="var(--panel)"/>`;
  // Never so dark that the number in it is hard to read.
  const opacity = (0.12 + 0.48 * (count / Math.max(1, total))).toFixed(2);
  const middle = `text-anchor="middle" fill="var(--ink)"`;
  return [
    `<g><title>${escapeXml(title)}</title>${box} fill="var(--panel)"/>${box} fill="var(--${tone})" fill-opacity="${opacity}"/>`,
    `${text(x + size / 2 - 0.5, y + size / 2 + 4, String(count), middle)}</g>`,
  ].join("");
}

/**
 * A matrix of counts: names of the rows at the left, numbers of the columns above; columns beyond the rows go by their names.
 * The stronger a cell's colour, the larger its share of the row.
 * @param columns names; a column is numbered as the row of the same name
 */
export function matrixChart(rows: readonly MatrixRow[], columns: readonly string[]): string {
  const size = columns.length > FEW ? CELL.many : CELL.few;
  const numberOf = new Map(rows.map(({ name }, at) => [name, at + 1]));
  const labels = rows.map(({ name }, at) => `${cutLabel(name)} ${at + 1}`);
  const heads = columns.map((name) => String(numberOf.get(name) ?? name));
  const left = Math.ceil(Math.max(...labels.map(labelWidth))) + 12;
  const top = size;
  // Names above the last columns run to the right.
  const width = left + columns.length * size + Math.ceil(Math.max(0, labelWidth(heads.at(-1) ?? "") - size)) + 4;
  const soft = `fill="var(--soft)"`;
  const parts = [
    ...heads.map((head, at) => {
      const middle = head.length <= 3 ? `text-anchor="middle"` : "";
      return text(left + at * size + (middle === "" ? 0 : size / 2), top - 8, head, `${middle} ${soft}`);
    }),
    ...rows.flatMap(({ name, cells }, row) => {
      const total = cells.reduce((sum, { count }) => sum + count, 0);
      const y = top + row * size;
      return [
        text(left - 6, y + size / 2 + 4, labels[row]!, `text-anchor="end" fill="var(--ink)"`),
        ...cells.map((one, at) =>
          cell(one, total, [left + at * size, y, size], `${name} → ${columns[at]!}: ${one.count}/${total}`),
        ),
      ];
    }),
  ];
  const height = top + rows.length * size + 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="max-width:none">${parts.join("")}</svg>`;
}
