import { groupBy } from "../base.js";
import type { AnswerVariant, Channel, FaqEntry } from "../../entry.js";
import type { Hit, LintContext, LintRule, RuleOptions } from "../rule.js";
import { numberOption, shorten, textsOf } from "../rule.js";

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3ffff}]/u;

/** Length as Chinese counts it: two Latin characters are one. */
function writtenLength(text: string): number {
  let half = 0;
  for (const character of text) half += WIDE.test(character) ? 2 : 1;
  return Math.ceil(half / 2);
}

function* questionTooLong({ base, options }: LintContext): Iterable<Hit> {
  const most = numberOption(options, "most");
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry, ["question", "similar"])) {
      const length = text.length > most ? writtenLength(text) : 0;
      if (length > most) yield { entry, field, key: "kb.lint.question-too-long.found", params: { length, most } };
    }
  }
}

export const questionTooLongRule: LintRule = {
  id: "question-too-long",
  severity: "warning",
  fixable: false,
  options: { most: 120 },
  check: questionTooLong,
};

const HEARD = /(\p{Script=Han})|(\d)|[\p{L}\p{M}'’]+/gu;
/** An English word has one and a half syllables on the average, an answer's words rather two. */
const SYLLABLES_OF_WORD = 2;

/** Bytes for WeChat, whose interface counts those; about the syllables for who listens; characters for who reads, two Latin ones for one. */
function lengthFor(channel: Channel, text: string): number {
  if (channel === "wechat") return new TextEncoder().encode(text).length;
  if (channel === "web") return writtenLength(text);
  let syllables = 0;
  for (const [, han, digit] of text.matchAll(HEARD)) syllables += (han ?? digit) ? 1 : SYLLABLES_OF_WORD;
  return syllables;
}

const TOO_LONG = {
  web: "kb.lint.answer-too-long.found",
  voice: "kb.lint.answer-too-long.spoken",
  keypad: "kb.lint.answer-too-long.spoken",
  wechat: "kb.lint.answer-too-long.bytes",
} as const;

/** The channel that a variant must suit: its own, or the one that the workspace serves when it has no own. */
function channelOf({ channel }: AnswerVariant, served: string, has: ReadonlySet<string>): Channel | undefined {
  if (channel !== undefined) return channel;
  return has.has(served) ? undefined : (served as Channel);
}

function limitOf(options: RuleOptions, channel: Channel): number {
  return numberOption(options, channel === "wechat" ? "wechat_bytes" : channel);
}

function* answerTooLong({ base, options, served }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    // Passages are cut for answering when they are read.
    if (entry.kind === "passage") continue;
    const has = new Set(entry.answers.flatMap(({ channel }) => (channel === undefined ? [] : [channel])));
    for (const [at, answer] of entry.answers.entries()) {
      const channel = channelOf(answer, served.channel, has);
      if (channel === undefined) continue;
      const length = lengthFor(channel, answer.text);
      const most = limitOf(options, channel);
      if (length <= most) continue;
      const params = { channel, length, most };
      yield { entry, field: { kind: "answer", at }, key: TOO_LONG[channel], params };
    }
  }
}

export const answerTooLongRule: LintRule = {
  id: "answer-too-long",
  severity: "warning",
  fixable: false,
  options: { web: 2000, voice: 200, keypad: 200, wechat_bytes: 2048 },
  check: answerTooLong,
};

function* tooManySimilar({ base, options }: LintContext): Iterable<Hit> {
  const most = numberOption(options, "most");
  for (const entry of base.entries) {
    const count = entry.similar.length;
    if (count > most) yield { entry, key: "kb.lint.too-many-similar.found", params: { count, most } };
  }
}

export const tooManySimilarRule: LintRule = {
  id: "too-many-similar",
  severity: "warning",
  fixable: false,
  options: { most: 200 },
  check: tooManySimilar,
};

function* tooManyRelated({ base, options }: LintContext): Iterable<Hit> {
  const most = numberOption(options, "most");
  for (const entry of base.entries) {
    const count = entry.related.length;
    if (count > most) yield { entry, key: "kb.lint.too-many-related.found", params: { count, most } };
  }
}

export const tooManyRelatedRule: LintRule = {
  id: "too-many-related",
  severity: "warning",
  fixable: false,
  options: { most: 5 },
  check: tooManyRelated,
};

/** Where this share of a file's entries lacks something, the file is told of once and not each of them. */
const MOST_LACK = 0.5;

/** Files with fewer entries are taken together by their folder: one file a question is a way to write, too. */
const SMALL_FILE = 5;

function filesOrFolders(entries: readonly FaqEntry[]): FaqEntry[][] {
  const files = [...groupBy(entries, ({ source }) => source.file)];
  const large = files.filter(([, own]) => own.length >= SMALL_FILE).map(([, own]) => own);
  const small = files.filter(([, own]) => own.length < SMALL_FILE);
  const folders = groupBy(small, ([file]) => file.replace(/[^/]*$/, ""));
  return [...large, ...[...folders.values()].map((some) => some.flatMap(([, own]) => own))];
}

function* tooFewSimilar({ base, options }: LintContext): Iterable<Hit> {
  const least = numberOption(options, "least");
  const asked = base.entries.filter(({ kind, status }) => kind !== "passage" && status !== "offline");
  for (const entries of filesOrFolders(asked)) {
    const short = entries.filter(({ similar }) => similar.length < least);
    const [first] = short;
    if (first === undefined) continue;
    if (short.length > 1 && short.length > MOST_LACK * entries.length) {
      const params = { count: short.length, of: entries.length, least };
      yield { entry: first, key: "kb.lint.too-few-similar.file", params };
      continue;
    }
    for (const entry of short) {
      yield { entry, key: "kb.lint.too-few-similar.found", params: { count: entry.similar.length, least } };
    }
  }
}

export const tooFewSimilarRule: LintRule = {
  id: "too-few-similar",
  severity: "info",
  fixable: false,
  options: { least: 2 },
  check: tooFewSimilar,
};

function* categoryOnce({ base }: LintContext): Iterable<Hit> {
  const named = base.entries.filter(({ category, kind }) => category !== "" && kind !== "passage");
  const categories = groupBy(named, ({ category }) => category);
  const once = [...categories.values()].filter((entries) => entries.length === 1).map(([entry]) => entry!);
  if (once.length > 2 && once.length > MOST_LACK * categories.size) {
    const params = { count: once.length, of: categories.size };
    yield { entry: once[0]!, key: "kb.lint.category-once.many", params };
    return;
  }
  // The same name but for case, width, script or a sign is a slip of the pen.
  const shared = new Map(
    [...categories].filter(([, entries]) => entries.length > 1).map(([name]) => [base.form(name), name]),
  );
  for (const entry of once) {
    const near = shared.get(base.form(entry.category));
    const params = { category: shorten(entry.category, 60) };
    if (near === undefined) yield { entry, key: "kb.lint.category-once.found", params };
    else yield { entry, severity: "warning", key: "kb.lint.category-once.near", params: { ...params, near } };
  }
}

export const categoryOnceRule: LintRule = {
  id: "category-once",
  severity: "info",
  fixable: false,
  check: categoryOnce,
};
