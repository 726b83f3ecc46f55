import type { Evaluation } from "../../nlu/eval/evaluation.js";
import { formatLocation, type Location } from "../../messages/errors.js";
import type { PageBlock, PageGroup } from "../../render/page.js";
import type { Context } from "../context.js";

type Translate = Context["t"];

/** Of one group on a page; all of them are in the JSON. */
const SHOWN_EACH = 500;
/** Groups that a page opens with; of more, none is open. */
const OPEN = 3;
/** Confusions with a group of their own. */
const GROUPS = 30;

const place = (where: Location | undefined): string => (where === undefined ? "" : formatLocation(where));

/** A group whose list is cut where it is long. */
function group(of: Pick<PageGroup, "tone" | "title" | "code">, all: PageGroup["items"], t: Translate): PageGroup {
  const items = all.slice(0, SHOWN_EACH);
  const more = t("nlu.eval.more", { shown: items.length, total: all.length });
  return { ...of, count: all.length, items, ...(items.length < all.length ? { more } : {}) };
}

const findings = (title: string, groups: readonly PageGroup[]): PageBlock[] =>
  groups.length === 0 ? [] : [{ kind: "findings", title, groups }];

type Shown = Evaluation["confusions"][number];

const pairOf = ({ expected, predicted }: Shown, t: Translate): string =>
  `${expected} → ${predicted ?? t("nlu.eval.nothing")}`;

/** The utterances behind a confusion, with how sure the model was. */
function behind({ utterances }: Shown, t: Translate, prefix = ""): PageGroup["items"] {
  return utterances.map(({ text, where, confidence, accepted }) => {
    const sure = t("nlu.eval.confidence", { value: confidence.toFixed(2) });
    return { place: place(where), text: `${prefix}${text}  (${sure}${accepted ? "" : `, ${t("nlu.eval.caught")}`})` };
  });
}

/** What was taken for what, with every utterance and where it stands; those that cost least in one list. */
export function confusionGroups({ confusions, cost }: Evaluation, t: Translate): PageBlock[] {
  const all = confusions.length;
  if (all === 0) return [{ kind: "note", tone: "good", text: t("nlu.eval.confusions.none") }];
  const groups = confusions.slice(0, GROUPS).map((one, at) => {
    const tone = at < OPEN ? "bad" : one.accepted > 0 ? "warning" : "neutral";
    const code = `${t("nlu.eval.cost")} ${one.cost.toFixed(2)}`;
    return group({ tone, title: pairOf(one, t), code }, behind(one, t), t);
  });
  const rest = confusions.slice(GROUPS).flatMap((one) => behind(one, t, `${pairOf(one, t)}: `));
  const others = rest.length === 0 ? [] : [group({ tone: "neutral", title: t("nlu.eval.others"), code: "" }, rest, t)];
  return [
    ...findings(t("nlu.eval.confusions", { shown: all, all }), [...groups, ...others]),
    { kind: "note", tone: "neutral", text: t("nlu.eval.confusions.note", { accepted: 1, rejected: cost.rejected }) },
  ];
}

/** What was right, and is wrong with noise. */
export function noiseGroups({ noise = [] }: Evaluation, t: Translate): PageBlock[] {
  const groups = noise
    .filter(({ broken }) => broken.length > 0)
    .map(({ kind, broken }) =>
      group(
        { tone: "neutral", title: t(`nlu.eval.noise.${kind}`), code: kind },
        broken.map(({ text, noisy, intent, predicted, where }) => ({
          place: place(where),
          text: `${text} ⇒ ${noisy}  (${intent} → ${predicted ?? t("nlu.eval.nothing")})`,
        })),
        t,
      ),
    );
  return findings(t("nlu.eval.noise.broken"), groups);
}

/** Understood, but rejected, by intent. */
export function rejectedGroups({ rejected }: Evaluation, t: Translate): PageBlock[] {
  const intents = [...new Set(rejected.map(({ intent }) => intent))].sort();
  const groups = intents.map((intent) =>
    group(
      { tone: "neutral", title: intent, code: "" },
      rejected
        .filter((one) => one.intent === intent)
        .map(({ text, where, confidence }) => {
          const sure = t("nlu.eval.confidence", { value: confidence.toFixed(2) });
          return { place: place(where), text: `${text}  (${sure})` };
        }),
      t,
    ),
  );
  return findings(t("nlu.eval.wrongly-rejected"), groups);
}

/** Entities that were missed, invented, or found under another name or border. */
export function entityGroups({ entities }: Evaluation, t: Translate): PageBlock[] {
  const errors = entities?.errors ?? [];
  const names = [...new Set(errors.flatMap(({ expected, found }) => expected?.entity ?? found?.entity ?? []))].sort();
  const groups = names.map((name) =>
    group(
      { tone: "neutral", title: name, code: "" },
      errors
        .filter(({ expected, found }) => (expected?.entity ?? found?.entity) === name)
        .map(({ text, expected, found }) => {
          const marked = expected === undefined ? "–" : `${expected.words} (${expected.entity})`;
          const seen = found === undefined ? "–" : `${found.words} (${found.entity})`;
          return {
            place: `${t("nlu.eval.entity.missed")}: ${marked} · ${t("nlu.eval.entity.found")}: ${seen}`,
            text,
          };
        }),
      t,
    ),
  );
  return findings(t("nlu.eval.entity.errors"), groups);
}
