import type { Found } from "./span.js";

const EMAIL =
  /(?<![A-Za-z0-9_])[A-Za-z0-9_][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?![A-Za-z0-9-])/g;
const URL_TEXT = /(?:https?:\/\/|(?<![A-Za-z0-9@.-])www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gi;
const DOMAIN =
  /(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+(?:com|cn|net|org|hk|tw|mo|io|gov|edu|app|shop|top)(?![A-Za-z0-9@-])(?!\.[A-Za-z0-9])(?:\/[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*)?/gi;
const TRAILING = /[.,;:!?'"]+$/;

/** E-mail addresses, their values in lower case. */
export function findEmails(text: string): Found[] {
  return Array.from(text.matchAll(EMAIL), (match) => ({
    kind: "email" as const,
    start: match.index,
    end: match.index + match[0].length,
    value: match[0].toLowerCase(),
  }));
}

/** Addresses with http, https or www, and bare names under common top-level domains; punctuation at the end is not part. */
export function findUrls(text: string): Found[] {
  return [...text.matchAll(URL_TEXT), ...text.matchAll(DOMAIN)].map((match) => {
    const value = withoutTrailing(match[0]);
    return { kind: "url", start: match.index, end: match.index + value.length, value };
  });
}

function withoutTrailing(url: string): string {
  let trimmed = url.replace(TRAILING, "");
  // A bracket that closes nothing of the address belongs to the sentence around it.
  while (trimmed.endsWith(")") && trimmed.split("(").length < trimmed.split(")").length) {
    trimmed = trimmed.slice(0, -1).replace(TRAILING, "");
  }
  return trimmed;
}
