/** One piece of a document in reading order, as every document format (docx, pdf, html, text) hands it on. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "table" | "code";
  /** Plain text; lines by `\n`, the cells of a table's row by ` | `. Never empty. */
  readonly text: string;
  /** Headings: 1 to 6. List items: depth from 1. */
  readonly level?: number;
  /** Number or sign in front, as shown and not part of `text`: `1.`, `一、`, `（二）`, `Q3:`, `•`. */
  readonly label?: string;
  /** All of the text is set bold. */
  readonly bold?: boolean;
  /** From 1. */
  readonly line?: number;
  readonly page?: number;
}

/** A document as its blocks in reading order, whatever it was written in. */
export interface BlockDocument {
  /** Title of the document, where it has one that is not its first heading. */
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/** A question with its answer, as found in a document. */
export interface BlockPair {
  readonly question: string;
  /** Empty where the document asks and does not answer. */
  readonly answer: string;
  /** Headings above that do not ask, by `/`. */
  readonly category: string;
  readonly similar?: string[];
  readonly line?: number;
  readonly page?: number;
  readonly heading?: string;
}
