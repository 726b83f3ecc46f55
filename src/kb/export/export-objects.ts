import type { AnswerVariant, FaqEntry } from "../entry.js";
import { linksIn } from "../formats/values.js";

/** An answer as an object without what its reader would find anyway. */
export function answerObjects(answers: readonly AnswerVariant[]): Record<string, unknown>[] {
  return answers.map(({ text, format, channel, locale, tier, links }) => {
    const found = linksIn(text);
    const said = links.length !== found.length || links.some((link, at) => link !== found[at]);
    return {
      text,
      ...(format === "text" ? {} : { format }),
      ...(channel === undefined ? {} : { channel }),
      ...(locale === undefined ? {} : { locale }),
      ...(tier === undefined ? {} : { tier }),
      ...(said ? { links } : {}),
    };
  });
}

/** An entry as an object for JSON and YAML: what is empty is left out, where it stood as well. */
export function entryObject(entry: FaqEntry): Record<string, unknown> {
  const { id, category, question, similar, answers, related, negative, effective, status, tags } = entry;
  const list = (name: string, items: readonly string[]) => (items.length === 0 ? {} : { [name]: items });
  return {
    id,
    ...(category === "" ? {} : { category }),
    question,
    ...list("similar", similar),
    answers: answerObjects(answers),
    ...list("related", related),
    ...list("negative", negative),
    ...(Object.keys(effective).length === 0 ? {} : { effective }),
    ...(status === "online" ? {} : { status }),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}
