/** Character references that stand in addresses. */
const REFERENCES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

function unescapeText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Attributes of a tag as it stands between `<a` and `>`. */
function attributesOf(inside: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, value = ""] of inside.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)) {
    const key = name!.toLowerCase();
    if (!found.has(key)) found.set(key, unescapeText(/^["']/.test(value) ? value.slice(1, -1) : value));
  }
  return found;
}

interface Tag {
  readonly name: string;
  readonly attributes: Map<string, string>;
}

/** Longest tag that is looked into, in characters. */
const LONGEST_TAG = 4096;

/** Elements whose content is no markup. */
const OPAQUE: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "textarea", "title"]);

function closing(page: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(page)?.index ?? page.length;
}

/** Where a tag ends; a `>` in quotes does not end it. Below 0 where it never does. */
function tagEnd(rest: string): number {
  let quote = "";
  for (let at = 0; at < rest.length; at++) {
    const sign = rest[at]!;
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

/** The opening tags of a page in one pass, in time that grows with its length whatever it holds. */
function* tags(page: string): Generator<Tag> {
  const start = /<(?:!--|([a-z][a-z\d]*)(?=[\s/>]))/gi;
  for (let match = start.exec(page); match !== null; match = start.exec(page)) {
    const [whole, name] = match;
    const from = match.index + whole.length;
    if (name === undefined) {
      const end = page.indexOf("-->", from);
      if (end < 0) return;
      start.lastIndex = end + 3;
      continue;
    }
    const rest = page.slice(from, from + LONGEST_TAG);
    const end = tagEnd(rest);
    if (end < 0) {
      // A quote that is never closed: go on behind the next sign that may end the tag.
      const next = rest.indexOf(">");
      start.lastIndex = from + (next < 0 ? rest.length : next + 1);
      continue;
    }
    yield { name: name.toLowerCase(), attributes: attributesOf(rest.slice(0, end)) };
    start.lastIndex = OPAQUE.has(name.toLowerCase()) ? closing(page, name, from + end) : from + end;
  }
}

/**
 * Addresses that a page links to, absolute, without fragments, each once, in the order of the page. Links marked
 * `nofollow`, and all of a page whose robots meta says so, are left out.
 * @param address of the page, which relative links start at unless it names a base
 */
export function pageLinks(page: string, address: string): string[] {
  const found = new Set<string>();
  let base = address;
  for (const { name, attributes } of tags(page)) {
    const href = attributes.get("href")?.trim();
    if (name === "base" && href !== undefined && URL.canParse(href, address)) base = new URL(href, address).href;
    if (
      name === "meta" &&
      attributes.get("name")?.toLowerCase() === "robots" &&
      /\b(?:nofollow|none)\b/i.test(attributes.get("content") ?? "")
    )
      return [];
    const skipped = /\bnofollow\b/i.test(attributes.get("rel") ?? "") || attributes.has("download");
    if ((name !== "a" && name !== "area") || href === undefined || skipped || !URL.canParse(href, base)) continue;
    const url = new URL(href, base);
    url.hash = "";
    if (url.protocol === "http:" || url.protocol === "https:") found.add(url.href);
  }
  return [...found];
}
