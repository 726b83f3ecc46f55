import { KefuError } from "../../../messages/errors.js";
import { decodeText } from "../../../tables/decode.js";
import { entriesFromBlocks } from "../blocks/questions.js";
import { IssueLog } from "../draft.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";
import { textBlocks } from "./lines.js";

/** Bytes of a text that people wrote; twenty novels. */
const MAX_BYTES = 20 * 2 ** 20;
const MAX_LINE = 1_000_000;

function checkSize(file: string, text: string): void {
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    if (end - from > MAX_LINE) {
      const where = { file, line };
      throw new KefuError(
        "input",
        "kb.document.line-too-long",
        { file, most: MAX_LINE / 1e6 },
        { where, hint: { key: "kb.document.split-hint" } },
      );
    }
    from = end + 1;
  }
}

async function parseText(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const where = { file };
  if (bytes.length > MAX_BYTES) {
    const params = { file, most: MAX_BYTES / 2 ** 20 };
    throw new KefuError("input", "kb.document.file-too-large", params, {
      where,
      hint: { key: "kb.document.split-hint" },
    });
  }
  const text = decodeText(bytes, file).text;
  if (text.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where });
  checkSize(file, text);
  const log = new IssueLog();
  const finished = entriesFromBlocks(file, { blocks: textBlocks(text) }, options, log);
  if (finished.entries.length === 0) log.add("warning", "kb.format.no-entries", where);
  return { ...finished, issues: log.issues };
}

/** Plain text: 问：/答： marks, outlines, questions followed by their answers; passages where nothing asks. */
export const textFormat: SourceFormat = { name: "text", parse: parseText };
