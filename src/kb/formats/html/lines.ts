/** A line of a page while its text is gathered. */
export interface Line {
  text: string;
  letters: number;
  boldLetters: number;
  /** Line of the file, from 1, where it starts. */
  readonly at: number | undefined;
}

/** White space as a page shows it; a line end between Chinese characters is none. */
export function foldSpace(text: string): string {
  return text
    .replace(
      /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g,
      "$1",
    )
    .replace(/[\s\u00a0]+/g, " ");
}

/** True for a line that is bold as a whole. */
export function isBoldLine({ letters, boldLetters }: Line): boolean {
  return boldLetters >= letters;
}

/**
 * Lines that belong together, trimmed; no group is empty. Lines that are bold as a whole stand apart from those that are
 * not, and so do lines parted by an empty one.
 */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines.map((each) => ({ ...each, text: each.text.trim() }))) {
    const last = group.at(-1);
    const turns = last !== undefined && isBoldLine(last) !== isBoldLine(line);
    if (line.text === "" || turns) group = [];
    if (line.text === "") continue;
    if (group.length === 0) groups.push(group);
    group.push(line);
  }
  return groups;
}
