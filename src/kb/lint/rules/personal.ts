import { maskPersonalData } from "../../../guard/mask.js";
import { recognise } from "../../../recognise/recognise.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { textsOf } from "../rule.js";

/** Mailboxes of an office, not of a person. */
const OFFICE =
  /^(?:[a-z]+[._-])*(?:service|services|support|help|helpdesk|info|contact|cs|care|customer\w*|kefu|admin|webmaster|postmaster|sales|office|hr|job|jobs|career\w*|news|press|media|privacy|legal|feedback|complaints?|hello|team|mail|noreply|no-reply|security|abuse|billing|account\w*|order\w*|pay\w*|it|its|ask|faq|desk|center|centre|service\w*|\w*service|\w*support|\w*help)\d*(?:[._-][a-z]+)*@/i;
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

type Kind = "phone" | "email" | "id_card" | "bank_card";

/** The kind of a span that says something of a person; `undefined` for what may be published. */
function personalKind(
  { kind, value, region }: { kind: string; value: string; region?: string | undefined },
  { allow, options }: LintContext,
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
  return listed || OFFICE.test(address) || SAMPLE.test(address) ? undefined : "email";
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
        const kind = personalKind(span, context);
        if (kind === undefined) continue;
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
  options: { landlines: false },
  check: personalData,
};
