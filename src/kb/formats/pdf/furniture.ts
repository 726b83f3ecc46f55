import type { PdfLine } from "./lines.js";

const PAGE_NUMBER =
  /^(?:[-–—·\s]*\d{1,4}[-–—·\s]*|第\s*\d{1,4}\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{1,4}\s*[页頁])?|(?:page\s*)?\d{1,4}\s*(?:\/|of)\s*\d{1,4}|page\s*\d{1,4})$/i;
/** What browsers print below a page: its address and `1/3`. */
const PRINTED_ADDRESS = /^(?:https?|file):\/\/\S+\s+\d{1,4}\/\d{1,4}$/i;
/** Lines at the top and bottom of a page that may be its header and footer. */
const EDGE = 3;

function keyOf(line: PdfLine): string {
  return `${line.text.replace(/\d+/g, "#").replace(/\s+/g, "")}@${Math.round(line.y / 6)}`;
}

/** Headers, footers and page numbers: what stands at the same place of several pages, but for its digits. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = pages.map((lines) => {
    const sorted = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)]);
  });
  const seen = new Map<string, number>();
  for (const edge of edges) for (const key of new Set([...edge].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.3));
  return pages.map((lines, at) =>
    lines.filter((line) => {
      if (!edges[at]!.has(line)) return true;
      const outermost = lines.every((other) => other.y <= line.y) || lines.every((other) => other.y >= line.y);
      if (outermost && lines.length > 1 && (PAGE_NUMBER.test(line.text) || PRINTED_ADDRESS.test(line.text)))
        return false;
      return (seen.get(keyOf(line)) ?? 0) < least;
    }),
  );
}
