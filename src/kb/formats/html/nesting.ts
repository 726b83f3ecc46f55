/** Elements without content, and those that the next one of their kind ends. */
const NOT_NESTING = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option " +
    "optgroup colgroup rt rp html head body"
  ).split(" "),
);

const RAW_TEXT = new Set(["script", "style", "textarea", "title", "xmp", "noembed"]);

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9:-]*))/gi;

/**
 * How deep elements are nested, by a scan of the tags. A parser needs time that grows with the square of the depth, so
 * the depth is looked at before.
 * @param enough the scan may stop there
 * @returns the depth, and the line (from 1) where it is reached
 */
export function nestingOf(html: string, enough: number): { depth: number; line: number } {
  const lower = html.toLowerCase();
  const tag = new RegExp(TAG);
  let depth = 0;
  let deepest = 0;
  let deepestAt = 0;
  for (let found = tag.exec(lower); found !== null; found = tag.exec(lower)) {
    const [, slash = "", name] = found;
    if (name === undefined) {
      const end = lower.indexOf("-->", found.index + 4);
      if (end < 0) break;
      tag.lastIndex = end + 3;
    } else if (slash === "" && RAW_TEXT.has(name)) {
      const end = lower.indexOf(`</${name}`, tag.lastIndex);
      if (end < 0) break;
      tag.lastIndex = end + name.length + 2;
    } else if (!NOT_NESTING.has(name)) {
      depth = slash === "" ? depth + 1 : Math.max(0, depth - 1);
      if (depth > deepest) [deepest, deepestAt] = [depth, found.index];
      if (depth > enough) break;
    }
  }
  return { depth: deepest, line: html.slice(0, deepestAt).split("\n").length };
}

const LONG_TAG = 20_000;
const MOST_ATTRIBUTES = 2000;

/** A tag with thousands of attributes: a parser compares each with all before it. */
export function hasEndlessTag(html: string): boolean {
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    const end = html.indexOf(">", at);
    const tag = html.slice(at, end < 0 ? html.length : end);
    if (tag.length > LONG_TAG && /^<[a-z]/i.test(tag)) {
      const bare = tag.replace(/"[^"]*"|'[^']*'/g, "");
      if (bare.split(/[\s/]+/, MOST_ATTRIBUTES + 1).length > MOST_ATTRIBUTES) return true;
    }
    // Nothing before the end of a long tag can be another one.
    if (end < 0) return false;
    if (tag.length > LONG_TAG) at = end;
  }
  return false;
}
