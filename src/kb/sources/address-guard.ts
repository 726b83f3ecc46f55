import ipaddr from "ipaddr.js";
import { KefuError } from "../../messages/errors.js";
import type { MessageKey } from "../../messages/catalogue.js";

/**
 * What an address is for the one who fetches: `public`, `private` (private ranges and loopback, which `--allow-private`
 * admits), or `forbidden` for ever: link-local, metadata services, multicast, reserved, and whatever hides one of these.
 */
export type AddressClass = "public" | "private" | "forbidden";

/** Metadata services outside the link-local range; the last one is a public address that Azure answers inside a machine. */
const METADATA_IPS: ReadonlySet<string> = new Set([
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
  "168.63.129.16",
]);

const METADATA_NAMES: ReadonlySet<string> = new Set([
  "metadata",
  "metadata.google.internal",
  "metadata.goog",
  "metadata.azure.internal",
  "metadata.tencentyun.com",
  "instance-data",
  "instance-data.ec2.internal",
]);

function classifyIpv4(ip: ipaddr.IPv4): AddressClass {
  if (METADATA_IPS.has(ip.toString())) return "forbidden";
  const range = ip.range();
  if (range === "unicast") return "public";
  return range === "private" || range === "loopback" ? "private" : "forbidden";
}

/** Addresses inside an address that routes to them: a tunnel or translator leads to each. */
function embedded(bytes: readonly number[], at: number, mask = 0): AddressClass {
  return classifyIpv4(new ipaddr.IPv4(bytes.slice(at, at + 4).map((byte) => byte ^ mask)));
}

/** What leads through a tunnel is public as a whole or nothing: nobody reaches a private network of his own that way. */
function tunnelled(...inner: readonly AddressClass[]): AddressClass {
  return inner.every((each) => each === "public") ? "public" : "forbidden";
}

function classifyIpv6(ip: ipaddr.IPv6): AddressClass {
  if (METADATA_IPS.has(ip.toString())) return "forbidden";
  const bytes = ip.toByteArray();
  switch (ip.range() as string) {
    case "loopback":
    case "uniqueLocal":
      return "private";
    case "ipv4Mapped":
      // ipaddr.js counts the old ::a.b.c.d with them; nothing answers there.
      return bytes[10] === 0xff ? embedded(bytes, 12) : "forbidden";
    case "rfc6052":
      // 64:ff9b:1::/48 is for translators of one's own network.
      return bytes[5] === 0 && bytes[4] === 0 ? tunnelled(embedded(bytes, 12)) : "forbidden";
    case "6to4":
      return tunnelled(embedded(bytes, 2));
    case "teredo":
      return tunnelled(embedded(bytes, 4), embedded(bytes, 12, 0xff));
    case "unicast":
      // Only 2000::/3 has been given out (RFC 4291).
      return bytes[0]! >> 5 === 1 ? "public" : "forbidden";
    default:
      return "forbidden";
  }
}

/**
 * Classes an IP address as a resolver or a socket writes it; what is none is `forbidden`.
 * Ranges: the IANA special-purpose registries as ipaddr.js holds them; only global unicast is `public`.
 */
export function classifyIp(text: string): AddressClass {
  const plain = text.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(plain)) return classifyIpv4(ipaddr.IPv4.parse(plain));
  return ipaddr.IPv6.isValid(plain) ? classifyIpv6(ipaddr.IPv6.parse(plain)) : "forbidden";
}

/** Whether the host of a URL is an IP address; then nothing is left to resolve. */
function isIpHost(hostname: string): boolean {
  return hostname.startsWith("[") || ipaddr.IPv4.isValidFourPartDecimal(hostname);
}

function refusal(key: MessageKey, address: string, more: Readonly<Record<string, string>> = {}): KefuError {
  const hint = key === "kb.fetch.private" ? ({ key: "kb.fetch.private-hint" } as const) : undefined;
  return new KefuError("input", key, { address, ...more }, hint === undefined ? {} : { hint });
}

/** An address for people to read, without the password that may stand in it. */
function withoutSecrets(text: string): string {
  return text.replace(/^([a-z][a-z\d+.-]*:[\\/]*)[^\\/?#]*@/i, "$1***@").slice(0, 300);
}

/** Host as it was written; a browser reads `http:\\host` and `http:host` as `http://host`. */
function writtenHost(text: string): string {
  const authority = /^[a-z][a-z\d+.-]*:[\\/]*([^\\/?#]*)/i.exec(text)?.[1] ?? "";
  return authority.replace(/:\d*$/, "").toLowerCase();
}

/** Whether a host says what it is: `2130706433`, `0x7f.1`, `017700000001` and `１２７.0.0.1` all mean 127.0.0.1. */
function isOdd(written: string, hostname: string): boolean {
  if (hostname.endsWith(".")) return true;
  return ipaddr.IPv4.isValidFourPartDecimal(hostname) && written !== hostname;
}

/** Whether a source is a web address, or was meant as one. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}

/**
 * Reads an address and refuses what must not be fetched, as far as its text tells.
 * @param given absolute; of a redirect relative to `base`
 * @throws KefuError `input`
 */
export function checkAddress(given: string, allowPrivate: boolean, base?: string): URL {
  // The URL standard passes over these; a host must not hide behind them.
  const text = given.replace(/[\t\n\r]/g, "").trim();
  const shown = withoutSecrets(text);
  if (!URL.canParse(text, base)) throw refusal("kb.fetch.bad-address", shown);
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refusal("kb.fetch.bad-scheme", shown);
  if (url.username !== "" || url.password !== "") throw refusal("kb.fetch.credentials", shown);
  // `//host/` of a redirect names a host, too.
  const absolute = /^[\\/]{2}/.test(text) ? `${url.protocol}${text}` : text;
  const names = /^[a-z][a-z\d+.-]*:/i.test(absolute);
  if (url.hostname.endsWith(".") || (names && isOdd(writtenHost(absolute), url.hostname)))
    throw refusal("kb.fetch.odd-host", shown, { host: url.hostname });
  if (METADATA_NAMES.has(url.hostname)) throw refusal("kb.fetch.forbidden", shown, { ip: url.hostname });
  if (isIpHost(url.hostname)) checkIp(url.hostname, allowPrivate, shown);
  url.hash = "";
  return url;
}

/**
 * Refuses an IP address that must not be connected to.
 * @param address the address that led there, for the error
 * @throws KefuError `input`
 */
export function checkIp(ip: string, allowPrivate: boolean, address: string): void {
  const found = classifyIp(ip);
  if (found === "public" || (found === "private" && allowPrivate)) return;
  throw refusal(found === "private" ? "kb.fetch.private" : "kb.fetch.forbidden", address, { ip });
}

/** An address as sources are known by: normal spelling, without fragment, and with no `!/`, which parts archive and member. */
export function addressName(url: URL): string {
  return url.href.replace(/#.*$/, "").replaceAll("!/", "%21/");
}
