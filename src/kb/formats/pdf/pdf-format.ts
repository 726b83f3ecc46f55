import { KefuError } from "../../../messages/errors.js";
import { CONTENT_NAMES, sniff } from "../../../tables/sniff.js";
import { entriesFromBlocks } from "../blocks/questions.js";
import { IssueLog } from "../draft.js";
import { pdfBlocks } from "./blocks.js";
import { withoutFurniture } from "./furniture.js";
import { MAX_PAGES, type PdfText, readPages } from "./pages.js";
import { checkStreams } from "./streams.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

/** Signs that stand for glyphs without a letter; where they are many the file does not tell what its glyphs mean. */
const UNREADABLE = /[\ufffd\ue000-\uf8ff]|\p{Cc}/gu;

function openError(file: string, cause: unknown): KefuError {
  const where = { file };
  if (cause instanceof KefuError) return cause;
  const { name, message } = cause instanceof Error ? cause : { name: "", message: String(cause) };
  if (name === "PasswordException") {
    return new KefuError(
      "input",
      "kb.document.pdf-password",
      { file },
      { where, hint: { key: "kb.format.remove-password" }, cause },
    );
  }
  const reason = message.split("\n")[0]!.slice(0, 160);
  return new KefuError(
    "input",
    "kb.document.pdf-damaged",
    { file, reason },
    { where, hint: { key: "kb.document.pdf-hint" }, cause },
  );
}

async function readPdf(file: string, bytes: Uint8Array): Promise<PdfText> {
  checkStreams(file, bytes);
  const { getDocumentProxy } = await import("unpdf");
  let document;
  try {
    // The library takes the bytes over, so it gets a copy.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useWorkerFetch: false,
      disableFontFace: true,
      disableAutoFetch: true,
    });
  } catch (cause) {
    throw openError(file, cause);
  }
  try {
    if (document.numPages > MAX_PAGES) {
      const params = { file, pages: document.numPages, most: MAX_PAGES };
      throw new KefuError("input", "kb.document.too-many-pages", params, {
        where: { file },
        hint: { key: "kb.document.split-hint" },
      });
    }
    return await readPages(file, document);
  } catch (cause) {
    throw openError(file, cause);
  } finally {
    await document.destroy();
  }
}

/** `3, 5-8, 12` */
function ranges(pages: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const page of pages) {
    const last = parts.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else parts.push([page, page]);
  }
  const shown = parts.slice(0, 12).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return shown.join(", ") + (parts.length > 12 ? ", …" : "");
}

function checkText(file: string, text: PdfText, log: IssueLog): void {
  const { pages, pictures, broken } = text;
  const where = { file };
  if (broken.length === pages.length) throw openError(file, new Error(`${broken.length} / ${pages.length}`));
  if (pictures.length === pages.length) {
    throw new KefuError(
      "input",
      "kb.document.pdf-scanned",
      { file, pages: pages.length },
      { where, hint: { key: "kb.document.ocr-hint" } },
    );
  }
  const blank = pictures.filter((page) => !broken.includes(page));
  const at = (list: readonly number[]) => ({ file, page: list[0]! });
  if (broken.length > 0) log.add("warning", "kb.document.pdf-pages-broken", at(broken), { pages: ranges(broken) });
  if (blank.length > 0) log.add("warning", "kb.document.pdf-pages-scanned", at(blank), { pages: ranges(blank) });
  let letters = 0;
  let unreadable = 0;
  for (const line of pages.flat()) {
    letters += line.text.length;
    unreadable += line.text.match(UNREADABLE)?.length ?? 0;
  }
  if (unreadable * 5 > letters)
    log.add("warning", "kb.document.pdf-unreadable", where, { share: Math.round((100 * unreadable) / letters) });
}

async function parsePdf(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const kind = sniff(bytes);
  const where = { file };
  if (kind === "empty") throw new KefuError("input", "kb.format.empty", { file }, { where });
  if (kind !== "pdf" && !new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-")) {
    throw new KefuError(
      "input",
      "kb.document.not-pdf",
      { file, kind: CONTENT_NAMES[kind] },
      { where, hint: { key: "kb.document.not-docx-hint" } },
    );
  }
  const log = new IssueLog();
  const text = await readPdf(file, bytes);
  checkText(file, text, log);
  const blocks = pdfBlocks(withoutFurniture(text.pages).flat());
  const finished = entriesFromBlocks(file, { blocks }, options, log);
  if (finished.entries.length === 0) log.add("warning", "kb.format.no-entries", where);
  return { ...finished, issues: log.issues };
}

/** PDF with a text layer: columns in reading order, headings by type size, headers and footers left out. */
export const pdfFormat: SourceFormat = { name: "pdf", parse: parsePdf };
