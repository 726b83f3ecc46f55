import type { DecideSettings } from "../kb/respond/decide.js";
import type { Channel } from "../kb/entry.js";
import { translate, type MessageKey } from "../messages/catalogue.js";
import { KefuError, type Issue } from "../messages/errors.js";
import { LOCALES, type Locale, type LocalisedText } from "../messages/locale.js";
import { DEFAULT_ROUTING, type BotDefinition, type Routing } from "./definition.js";
import { parseFlowFile, type FlowFile } from "./flow-file.js";
import { checkReferences } from "./references.js";

/** What kefu.yaml says about the bot. */
export interface BotSettings {
  readonly name: string;
  readonly locale: Locale;
  readonly channel?: Channel;
  readonly handover?: { readonly group?: string; readonly priority?: BotDefinition["handover"]["priority"] };
  readonly fallback?: LocalisedText;
  readonly decide: DecideSettings;
  readonly routing?: Partial<Routing>;
}

/** Names that flows may refer to; undefined where they are not known (no training data), which is not checked then. */
export interface KnownNames {
  readonly intents?: readonly string[];
  readonly entities?: readonly string[];
  /** By entity the roles that examples mark. */
  readonly roles?: ReadonlyMap<string, readonly string[]>;
  readonly actions: readonly string[];
}

/** The catalogue's text in every language. */
function everyLocale(key: MessageKey): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, translate(locale, key)])) as Record<Locale, string>;
}

/** Phrases of the catalogue, in all languages; `|` between them. */
function humanPhrases(): string[] {
  return [...new Set(LOCALES.flatMap((locale) => translate(locale, "bot.phrases.human").split("|")))];
}

/**
 * The bot's definition from the flow files and the settings.
 * @returns warnings beside the definition
 * @throws KefuError `input` that holds everything that is wrong, with file and line
 */
export function buildDefinition(
  files: readonly { readonly file: string; readonly text: string }[],
  settings: BotSettings,
  known: KnownNames,
): { definition: BotDefinition; warnings: Issue[] } {
  const parsed: FlowFile[] = [];
  const issues: Issue[] = [];
  for (const { file, text } of files) {
    const result = parseFlowFile(file, text);
    issues.push(...result.issues);
    if (result.file !== undefined) parsed.push(result.file);
  }
  issues.push(...checkReferences(parsed, known));
  const errors = issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) {
    throw new KefuError(
      "input",
      "bot.definition.invalid",
      { n: errors.length },
      { issues, hint: { key: "bot.definition.hint" } },
    );
  }
  return { definition: assemble(parsed, settings, known), warnings: issues };
}

function assemble(files: readonly FlowFile[], settings: BotSettings, known: KnownNames): BotDefinition {
  const replies = files.flatMap((file) => Object.entries(file.replies)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: "kefu-bot",
    version: 1,
    name: settings.name,
    locale: settings.locale,
    channel: settings.channel ?? "web",
    handover: { group: settings.handover?.group ?? "default", priority: settings.handover?.priority ?? "normal" },
    texts: {
      fallback: settings.fallback ?? everyLocale("bot.text.fallback"),
      clarify: everyLocale("bot.text.clarify"),
      handover: everyLocale("bot.text.handover"),
      waiting: everyLocale("bot.text.waiting"),
    },
    humanPhrases: humanPhrases(),
    special: { human: "ask_human", goodbye: "goodbye", repeat: "repeat", deny: "deny" },
    routing: { ...DEFAULT_ROUTING, ...settings.routing },
    decide: settings.decide,
    replies: Object.fromEntries(replies),
    flows: files.flatMap((file) => file.flows).sort((a, b) => (a.id < b.id ? -1 : 1)),
    actions: [...known.actions].sort(),
  };
}
