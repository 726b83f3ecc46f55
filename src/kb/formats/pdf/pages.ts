import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import { KefuError } from "../../../messages/errors.js";
import { readingOrder } from "./columns.js";
import { type PdfItem, type PdfLine, pageLines } from "./lines.js";
import { withoutRadicals } from "./radicals.js";

export const MAX_PAGES = 5_000;
const MAX_ITEMS_OF_PAGE = 200_000;
const MAX_MILLION_CHARACTERS = 30;

/** The text of a PDF, and the pages that gave none. */
export interface PdfText {
  /** Lines of each page in reading order. */
  readonly pages: PdfLine[][];
  /** Pages (from 1) that show a picture and hold no text. */
  readonly pictures: number[];
  /** Pages (from 1) that could not be read. */
  readonly broken: number[];
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** Turned text (a watermark, the label of an axis) is no part of what is read. */
function itemOf({ str, transform, width, fontName }: TextItem): PdfItem | undefined {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(b, a) || Math.abs(d);
  if (Math.abs(b) > 0.1 * size || a < 0 || size < 1 || ![x, y, width].every(Number.isFinite)) return undefined;
  return { text: withoutRadicals(str), x, y, width, size: Math.round(size * 100) / 100, font: fontName };
}

async function itemsOf(page: PDFPageProxy): Promise<PdfItem[]> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  const items: PdfItem[] = [];
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: { items: TextItem[] } };
    if (done) return items;
    for (const raw of value?.items ?? []) {
      const item = typeof raw.str === "string" ? itemOf(raw) : undefined;
      if (item !== undefined) items.push(item);
    }
    if (items.length > MAX_ITEMS_OF_PAGE) {
      // Nobody waits for the rest of it.
      reader.cancel(new Error("enough")).catch(() => undefined);
      throw new Error(`> ${MAX_ITEMS_OF_PAGE}`);
    }
  }
}

/** Reads the pages one after the other; each is let go before the next. */
export async function readPages(file: string, document: PDFDocumentProxy): Promise<PdfText> {
  const text: PdfText = { pages: [], pictures: [], broken: [] };
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    let lines: PdfLine[] = [];
    try {
      const page = await document.getPage(number);
      const items = await itemsOf(page);
      lines = readingOrder(pageLines(items, number));
      page.cleanup();
    } catch {
      text.broken.push(number);
    }
    text.pages.push(lines);
    if (lines.length === 0) text.pictures.push(number);
    characters += lines.reduce((sum, line) => sum + line.text.length, 0);
    if (characters > MAX_MILLION_CHARACTERS * 1e6) {
      const where = { file, page: number };
      const params = { file, most: MAX_MILLION_CHARACTERS };
      throw new KefuError("input", "kb.document.too-long", params, { where, hint: { key: "kb.document.split-hint" } });
    }
  }
  return text;
}
