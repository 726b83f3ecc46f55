import { maskPersonalData } from "../../../guard/mask.js";
import { recognise } from "../../../recognise/recognise.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { textsOf } from "../rule.js";

/** Mail services that anybody can have a mailbox at. */
const FREE_MAIL =
  /@(?:.*\.)?(?:gmail|googlemail|qq|vip\.qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|aliyun|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|proton|protonmail|pchome|hinet|seed|netvigator)\.(?:com|net|cn|com\.cn|com\.tw|com\.hk|net\.tw|tw|hk|me|co\.\w+)$/i;
/** `wei.zhang@`, `li_na@`: a person's name, and not what an office is called. */
const NAME = /^[a-z]{2,}[._][a-z]{2,}@/i;
const OFFICE =
  /(?:^|[._-])(?:service|services|support|help|helpdesk|info|contact|cs|care|customer\w*|kefu|admin|sales|office|hr|job|jobs|career\w*|news|press|media|privacy|legal|feedback|complaints?|team|mail|no-?reply|security|billing|account\w*|orders?|desk|center|centre)(?:[._-]|@)/i;
/** In an address that shows how one is written. */
const SAMPLE = /@(?:.*\.)?(?:(?:example|test|invalid)(?:\.|$)|xxx|abc\.|domain\.|email\.com|mail\.com$|company\.)/i;

const plain = (text: string): string => text.replace(/\D/g, "");

/** Mobile numbers belong to somebody; 400 and 800 numbers and those with an area code are an office's. */
function isMobile(value: string, region: string | undefined): boolean {
  if (region === "CN") return /^1[3-9]\d{9}$/.test(value);
  return region === "TW" ? /^09\d{8}$/.test(value) : false;
}

/** A number that only shows how numbers look: 13800138000, 0912-345-678, 13812345678. */
function isSample(value: string): boolean {
  return (
    /^(?:13800138000|138?0{6,}\d*|1[3-9]\d?12345678|1[3-9]\d0{8}|0912345678|09\d{2}(?:000000|123456))$/.test(value) ||
    /(\d)\1{6,}/.test(value)
  );
}

// What looks like a number to call and is none: the number of an official letter (字第0930003797號), a toll-free number
// (1800 266 1999).
const LETTER_BEFORE = /(?:第|字|[案文單单編编帳账序]號|[案文单编账序]号)\s*[:：]?\s*$/u;
const LETTER_AFTER = /^\s*[號号](?![碼码])/u;
const TOLL_FREE = /^1[38]\d0[\s-]\d{3}[\s-]?\d{4}$/;

function isNoPhone(text: string, start: number, end: number): boolean {
  if (TOLL_FREE.test(text.slice(start, end))) return true;
  return LETTER_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || LETTER_AFTER.test(text.slice(end, end + 4));
}

type Kind = "phone" | "email" | "id_card" | "bank_card";

/** The kind of a span that says something of a person; `undefined` for what may be published. */
function personalKind(
  { kind, value, region }: { kind: string; value: string; region?: string | undefined },
  { allow, options }: LintContext,
  inAnswer: boolean,
): Kind | undefined {
  if (kind === "id_card" || kind === "bank_card") return kind;
  if (kind === "phone") {
    const listed = allow.phones.some((phone) => plain(phone) !== "" && plain(value).endsWith(plain(phone)));
    const counts = isMobile(value, region) || options["landlines"] === true;
    return listed || !counts || isSample(value) ? undefined : "phone";
  }
  if (kind !== "email") return undefined;
  const address = value.toLowerCase();
  // `@example.com` allows everyone there.
  const listed = allow.emails.some(
    (email) => address === email.toLowerCase() || (email.startsWith("@") && address.endsWith(email.toLowerCase())),
  );
  if (listed || SAMPLE.test(address)) return undefined;
  // An answer may give the address of an office; in a question it can only be a caller's.
  const personal = FREE_MAIL.test(address) || (NAME.test(address) && !OFFICE.test(address));
  return !inAnswer || options["all_emails"] === true || personal ? "email" : undefined;
}

/** A mailbox that stands in so many entries is a published one. */
const PUBLISHED = 3;

function* personalData(context: LintContext): Iterable<Hit> {
  const found: { hit: Hit; kind: Kind; value: string }[] = [];
  const entriesOf = new Map<string, Set<string>>();
  for (const entry of context.base.entries) {
    for (const { field, text } of textsOf(entry)) {
      if (!/\d{4}|@|＠|[０-９]{4}/.test(text)) continue;
      for (const span of recognise(text, ["phone", "email", "id_card", "bank_card"])) {
        const kind = personalKind(span, context, field.kind === "answer");
        if (kind === undefined || (kind === "phone" && isNoPhone(text, span.start, span.end))) continue;
        const params = { text: maskPersonalData(span.text).text };
        const severity = kind === "email" ? ("warning" as const) : ("error" as const);
        const hit: Hit = { entry, field, severity, key: `kb.lint.personal-data.${kind}`, params };
        found.push({ hit, kind, value: span.value });
        entriesOf.set(span.value, (entriesOf.get(span.value) ?? new Set()).add(entry.id));
      }
    }
  }
  for (const { hit, kind, value } of found) {
    if (kind !== "email" || entriesOf.get(value)!.size < PUBLISHED) yield hit;
  }
}

export const personalDataRule: LintRule = {
  id: "personal-data",
  severity: "error",
  fixable: false,
  options: { landlines: false, all_emails: false },
  check: personalData,
};
