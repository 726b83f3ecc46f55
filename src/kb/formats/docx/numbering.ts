import { type XmlHandler, attributeOf } from "../../../tables/xml-parts.js";
import { toHan } from "../blocks/labels.js";

interface Level {
  start: number;
  format: string;
  text: string;
}

type Attributes = Readonly<Record<string, string>>;

function value(attributes: Attributes): string {
  return attributeOf(attributes, "val") ?? "";
}

function roman(number: number): string {
  const signs: readonly [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let left = Math.min(number, 3999);
  let text = "";
  for (const [worth, sign] of signs) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}

function letter(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(5, Math.ceil(number / 26)));
}

/** A number as Word writes it in the format of a list's level (ECMA-376 part 1, 17.18.59). */
function written(number: number, format: string): string {
  if (/^(?:chinese|japanese|korean|taiwanese|ideograph(?!Enclosed))/i.test(format)) return toHan(number);
  if (/enclosedCircle|EnclosedCircle/.test(format) && number >= 1 && number <= 20) {
    return String.fromCharCode(0x2460 + number - 1);
  }
  if (format === "upperRoman") return roman(number);
  if (format === "lowerRoman") return roman(number).toLowerCase();
  if (format === "upperLetter") return letter(number);
  if (format === "lowerLetter") return letter(number).toLowerCase();
  return format === "decimalZero" && number < 10 ? `0${number}` : String(number);
}

/** The lists of a document: what stands in front of each numbered paragraph, which the file does not say. */
export class Numbering implements XmlHandler {
  private readonly lists = new Map<string, Map<number, Level>>();
  private readonly listOf = new Map<string, string>();
  private readonly starts = new Map<string, Map<number, number>>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();
  private list = "";
  private num = "";
  private at = 0;

  open(name: string, attributes: Attributes): void {
    const level = this.lists.get(this.list)?.get(this.at);
    if (name === "abstractNum") {
      this.list = attributeOf(attributes, "abstractNumId") ?? "";
      this.num = "";
      this.lists.set(this.list, new Map());
    } else if (name === "lvl" && this.num === "") {
      this.at = Number(attributeOf(attributes, "ilvl") ?? 0);
      this.lists.get(this.list)?.set(this.at, { start: 1, format: "decimal", text: "" });
    } else if (name === "num") this.num = attributeOf(attributes, "numId") ?? "";
    else if (name === "abstractNumId") this.listOf.set(this.num, value(attributes));
    else if (name === "lvlOverride") this.at = Number(attributeOf(attributes, "ilvl") ?? 0);
    else if (name === "startOverride") {
      const starts = this.starts.get(this.num) ?? new Map<number, number>();
      this.starts.set(this.num, starts.set(this.at, Number(value(attributes)) || 0));
    } else if (this.num === "" && level !== undefined) {
      if (name === "start") level.start = Number(value(attributes)) || 0;
      else if (name === "numFmt") level.format = value(attributes);
      else if (name === "lvlText") level.text = value(attributes);
    }
  }

  /**
   * The next label of a list; counts on.
   * @param depth from 0
   */
  next(num: string, depth: number): string | undefined {
    const list = this.listOf.get(num);
    const levels = list === undefined ? undefined : this.lists.get(list);
    const level = levels?.get(depth);
    if (list === undefined || levels === undefined || level === undefined) return undefined;
    if (level.format === "bullet") return "•";
    if (level.format === "none") return undefined;
    const counters = this.counters.get(list) ?? [];
    this.counters.set(list, counters);
    const override = this.starts.get(num)?.get(depth);
    const fresh = override !== undefined && !this.begun.has(`${num}/${depth}`);
    this.begun.add(`${num}/${depth}`);
    const before = counters[depth];
    counters[depth] = fresh ? override : before === undefined ? level.start : before + 1;
    counters.length = depth + 1;
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const number = counters[place] ?? levels.get(place)?.start ?? 1;
      return written(number, levels.get(place)?.format ?? "decimal");
    });
    return label.trim() === "" ? undefined : label.trim();
  }
}
