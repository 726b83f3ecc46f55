import { type XmlHandler, attributeOf } from "../../../tables/xml-parts.js";

/** A style with what it takes from the styles it is based on; `num` and `depth` name its numbering. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 to 9, for headings. */
  readonly heading?: number;
  readonly bold: boolean;
  readonly num?: string;
  readonly depth?: number;
}

interface Raw {
  name: string;
  base?: string;
  outline?: number;
  bold?: boolean;
  num?: string;
  depth?: number;
}

/** `<w:b/>` switches on, `<w:b w:val="0"/>` off. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !/^(?:0|false|off|none)$/i.test(attributeOf(attributes, "val") ?? "");
}

/** The styles of a document, with what they take over from the style they are based on. */
export class Styles implements XmlHandler {
  private readonly styles = new Map<string, Raw>();
  private readonly resolved = new Map<string, ParagraphStyle>();
  private current: Raw | undefined;
  private inRun = false;
  private standard: string | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributeOf(attributes, "val") ?? "";
    if (name === "style") {
      this.current = { name: "" };
      const id = attributeOf(attributes, "styleId") ?? "";
      this.styles.set(id, this.current);
      if (attributeOf(attributes, "type") === "paragraph" && attributeOf(attributes, "default") === "1") {
        this.standard = id;
      }
    } else if (this.current === undefined) return;
    else if (name === "name") this.current.name = value;
    else if (name === "basedOn") this.current.base = value;
    else if (name === "outlineLvl") this.current.outline = Number(value);
    else if (name === "rPr") this.inRun = true;
    else if (name === "b" && this.inRun) this.current.bold = isOn(attributes);
    else if (name === "numId") this.current.num = value;
    else if (name === "ilvl") this.current.depth = Number(value);
  }

  close(name: string): void {
    if (name === "style") this.current = undefined;
    if (name === "rPr") this.inRun = false;
  }

  /** A paragraph without a style has the document's standard one. */
  of(id: string | undefined): ParagraphStyle {
    const key = id ?? this.standard ?? "";
    let style = this.resolved.get(key);
    if (style === undefined) this.resolved.set(key, (style = this.resolve(key)));
    return style;
  }

  private resolve(id: string): ParagraphStyle {
    const chain: Raw[] = [];
    for (let raw = this.styles.get(id); raw !== undefined && chain.length < 20; raw = this.styles.get(raw.base ?? "")) {
      if (chain.includes(raw)) break;
      chain.push(raw);
    }
    const first = <K extends keyof Raw>(key: K) => chain.find((raw) => raw[key] !== undefined)?.[key];
    const named = chain
      .map(({ name }) => /^(?:heading|标题|標題)\s*(\d)$/i.exec(name)?.[1])
      .find((digit) => digit !== undefined);
    const outline = first("outline");
    const heading =
      outline !== undefined && outline < 9 ? outline + 1 : named === undefined ? undefined : Number(named);
    const num = first("num");
    const depth = first("depth");
    return {
      name: chain[0]?.name ?? "",
      bold: first("bold") ?? false,
      ...(heading === undefined ? {} : { heading }),
      ...(num === undefined ? {} : { num }),
      ...(depth === undefined ? {} : { depth }),
    };
  }
}
