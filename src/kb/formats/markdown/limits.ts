import { KefuError } from "../../../messages/errors.js";

const MOST_CHARACTERS = 10_000_000;
const DEEPEST = 60;
/** Sum, over paragraphs, of the square of the marks in each: what the parser's time grows with. About ten seconds. */
const MOST_WORK = 2e8;

const CONTAINER = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))/;
const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;
const MARKS = /[*_~`[\]!<>@:\\]/g;

/** Quotes and lists that begin on one line, one inside the other. */
function containersOn(line: string): number {
  let depth = 0;
  for (let rest = line; depth <= DEEPEST; depth++) {
    const found = CONTAINER.exec(rest);
    if (found === null) break;
    rest = rest.slice(found[0].length);
  }
  return depth;
}

/** How deep lists stand in lists, by what they are set in. */
class Indents {
  private readonly open: number[] = [];

  depthAt(line: string): number {
    const found = ITEM.exec(line);
    if (found === null) return 0;
    const indent = found[1]!.length;
    while (this.open.length > 0 && this.open.at(-1)! >= indent) this.open.pop();
    this.open.push(indent);
    return this.open.length;
  }
}

/**
 * Looks at a Markdown text before it is parsed: nesting and marks that no person writes would take the parser minutes.
 * @throws KefuError `input` with the line
 */
export function checkMarkdown(file: string, text: string): void {
  if (text.length > MOST_CHARACTERS) {
    const params = { size: Math.round(text.length / 1e6), most: MOST_CHARACTERS / 1e6 };
    throw new KefuError("input", "kb.web.too-large", params, { where: { file } });
  }
  const indents = new Indents();
  let work = 0;
  let marks = 0;
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const where = { file, line: at + 1 };
    const containers = containersOn(line);
    if (containers > 5) work += containers ** 2 * 500;
    if (containers > DEEPEST || indents.depthAt(line) > DEEPEST) {
      throw new KefuError("input", "kb.web.too-deep", { most: DEEPEST }, { where });
    }
    // A row, an item, a heading or an empty line begins a paragraph of its own.
    if (/^\s*(?:$|\||#|>|[-*+]\s|\d{1,9}[.)]\s)/.test(line)) marks = 0;
    const here = line.length < 2 ? 0 : (line.match(MARKS)?.length ?? 0);
    work += (marks + here) ** 2 - marks ** 2;
    marks += here;
    if (work > MOST_WORK) throw new KefuError("input", "kb.web.too-dense", {}, { where });
  }
}
