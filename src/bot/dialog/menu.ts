import { choiceLine, confirmation, menuIntro, partIntro, say } from "../../kb/respond/respond-words.js";
import type { DialogRun } from "./run.js";
import { replyLocale, type Choice, type KbUnderstanding, type KbVerdict } from "./state.js";
import { inLocale } from "./wording.js";

/** Gives the answer of an entry that was found, or picked. */
export function answer(now: DialogRun, choice: Choice): void {
  now.set({ fallbacks: 0 });
  now.say(choice.answer, "kb", { entry: choice.entry });
}

/** The choices, numbered on from those that this turn offered already; one alone is a question of yes or no. */
export function offer(now: DialogRun, { choices, keyword }: Extract<KbVerdict, { kind: "clarify" }>): void {
  const { state, compiled } = now;
  const locale = replyLocale(state);
  const before = state.choices ?? [];
  const all = [...before, ...choices];
  now.set({ fallbacks: 0, choices: all });
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) {
    return now.say(confirmation(only.question, locale, state.channel), "clarify", { choices: all.map(shown) });
  }
  const intro =
    keyword === undefined ? inLocale(compiled.definition.texts.clarify, locale) : menuIntro(keyword, locale);
  now.say([intro, ...lines(now, choices, before.length)].join("\n"), "clarify", { choices: all.map(shown) });
}

/** A menu that was answered without a choice (yes; 7 of three): the same once more, and how to choose. */
export function offerAgain(now: DialogRun, choices: readonly Choice[]): void {
  now.set({ fallbacks: now.state.fallbacks + 1, choices });
  const intro = say(replyLocale(now.state), "kb.dialog.choose-again", { n: choices.length });
  now.say([intro, ...lines(now, choices, 0)].join("\n"), "clarify", { choices: choices.map(shown) });
}

/** Several questions one after the other, each under its own words. */
export function answerParts(now: DialogRun, { parts, rest }: Extract<KbUnderstanding, { kind: "parts" }>): void {
  const { channel } = now.state;
  const locale = replyLocale(now.state);
  for (const { text, kb } of parts) {
    now.say(partIntro(text, locale, channel), "kb");
    if (kb.kind === "answer") answer(now, kb.choice);
    else offer(now, kb);
  }
  if (rest !== undefined) now.say(say(locale, "kb.dialog.rest", { rest }), "kb");
}

const shown = ({ entry, question }: Choice): { entry: string; question: string } => ({ entry, question });

/** @param from how many choices were numbered before */
function lines({ state }: DialogRun, choices: readonly Choice[], from: number): string[] {
  return choices.map(({ question }, at) => choiceLine(from + at + 1, question, replyLocale(state), state.channel));
}
