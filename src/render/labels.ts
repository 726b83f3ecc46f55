/** Pixels of the letters beside charts. */
export const LABEL_SIZE = 12;
/** Signs of a label; longer ones are cut. */
const LONGEST = 30;

/** About how many pixels a label takes: Chinese signs are as wide as they are high, others a little more than half. */
export function labelWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 1 : 0.58) * LABEL_SIZE, 0);
}

/** A name of at most {@link LONGEST} signs, the last one `…` where something was cut. */
export function cutLabel(name: string): string {
  const signs = [...name];
  return signs.length <= LONGEST ? name : `${signs.slice(0, LONGEST - 1).join("")}…`;
}
