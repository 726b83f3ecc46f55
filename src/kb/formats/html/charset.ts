import { decodeText } from "../../../tables/decode.js";

/** The charset that a page states for itself in its first kilobytes. */
function statedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(head)?.[1];
  return meta ?? /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})["']/i.exec(head)?.[1];
}

function decodeAs(bytes: Uint8Array, charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined;
  // A text that can be read byte by byte at all is no UTF-16, whatever it says.
  const label = charset.trim().toLowerCase();
  if (label.startsWith("utf-16") || label === "x-user-defined") return undefined;
  // Web pages that say gb2312 or gbk are read with the larger set that holds both.
  const name = /^(?:gb2312|gbk|gb_2312-80|x-gbk|hz-gb-2312)$/.test(label) ? "gb18030" : label;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasMark(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes;
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

function tolerant(bytes: Uint8Array, charset: string): string | undefined {
  try {
    const text = new TextDecoder(charset.trim().toLowerCase()).decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    return broken * 200 <= text.length ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Text of a page: a byte order mark, else what the server said, else what the page says, as long as the bytes are that;
 * else whatever they are. A page that is its charset but for a few broken bytes is read with replacement characters.
 * @throws KefuError `input` when the bytes are no text
 */
export function decodeMarkup(bytes: Uint8Array, file: string, charset?: string): { text: string; broken: number } {
  const stated = [charset, hasMark(bytes) ? undefined : statedCharset(bytes)];
  let text = hasMark(bytes) ? undefined : (decodeAs(bytes, stated[0]) ?? decodeAs(bytes, stated[1]));
  try {
    text ??= decodeText(bytes, file, true).text;
  } catch (thrown) {
    text = stated.flatMap((name) => (name === undefined ? [] : (tolerant(bytes, name) ?? [])))[0];
    text ??= tolerant(bytes, "utf-8");
    if (text === undefined || bytes.includes(0)) throw thrown;
  }
  return { text: text.replace(/^\ufeff/, "").replaceAll("\0", ""), broken: text.match(/[\ufffd\0]/g)?.length ?? 0 };
}
