import { escapeXml } from "./junit.js";

export interface MatrixCell {
  readonly count: number;
  readonly tone: "good" | "bad" | "soft";
}

export interface MatrixRow {
  readonly name: string;
  readonly cells: readonly MatrixCell[];
}

const CELL = 26;
const FONT = 12;
/** Signs of a label; longer ones are cut, and whole in what is shown under a mouse. */
const LONGEST = 28;

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? FONT : 0.58 * FONT), 0);

function cut(name: string): string {
  const signs = [...name];
  return signs.length <= LONGEST ? name : `${signs.slice(0, LONGEST - 1).join("")}…`;
}

const text = (x: number, y: number, content: string, more = ""): string =>
  `<text x="${x}" y="${y}" font-size="${FONT}" ${more}>${escapeXml(content)}</text>`;

function cell({ count, tone }: MatrixCell, total: number, x: number, y: number, title: string): string {
  const box = `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${CELL - 1}" rx="2"`;
  if (count === 0) return `${box} fill="var(--panel)"/>`;
  // Never so dark that the number in it is hard to read.
  const opacity = (0.12 + 0.48 * (count / Math.max(1, total))).toFixed(2);
  const middle = `text-anchor="middle" fill="var(--ink)"`;
  return [
    `<g><title>${escapeXml(title)}</title>${box} fill="var(--panel)"/>${box} fill="var(--${tone})" fill-opacity="${opacity}"/>`,
    `${text(x + CELL / 2 - 0.5, y + CELL / 2 + 4, String(count), middle)}</g>`,
  ].join("");
}

/**
 * A matrix of counts: names of the rows at the left, numbers of the columns above; columns beyond the rows go by their names.
 * The darker a cell, the larger its share of the row.
 * @param columns names; a column is numbered as the row of the same name
 */
export function matrixChart(rows: readonly MatrixRow[], columns: readonly string[]): string {
  const numberOf = new Map(rows.map(({ name }, at) => [name, at + 1]));
  const labels = rows.map(({ name }, at) => `${cut(name)} ${at + 1}`);
  const heads = columns.map((name) => String(numberOf.get(name) ?? name));
  const left = Math.ceil(Math.max(...labels.map(widthOf))) + 12;
  const top = CELL;
  // Names above the last columns run to the right.
  const width = left + columns.length * CELL + Math.ceil(Math.max(0, widthOf(heads.at(-1) ?? "") - CELL)) + 4;
  const soft = `fill="var(--soft)"`;
  const parts = [
    ...heads.map((head, at) => {
      const middle = head.length <= 3 ? `text-anchor="middle"` : "";
      return text(left + at * CELL + (middle === "" ? 0 : CELL / 2), top - 8, head, `${middle} ${soft}`);
    }),
    ...rows.flatMap(({ name, cells }, row) => {
      const total = cells.reduce((sum, { count }) => sum + count, 0);
      const y = top + row * CELL;
      return [
        text(left - 6, y + CELL / 2 + 4, labels[row]!, `text-anchor="end" fill="var(--ink)"`),
        ...cells.map((one, at) =>
          cell(one, total, left + at * CELL, y, `${name} → ${columns[at]!}: ${one.count}/${total}`),
        ),
      ];
    }),
  ];
  const height = top + rows.length * CELL + 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`;
}
