import { foldCharacters } from "../../../text/simplified.js";
import { looksLikeQuestion } from "../../formats/guess.js";
import type { Hit, LintContext, LintRule } from "../rule.js";
import { listOption, shorten, textsOf } from "../rule.js";

const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function* emptyAnswer({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry, ["answer"])) {
      if (!SAYS_SOMETHING.test(text))
        yield { entry, field, key: "kb.lint.empty-answer.found", params: { text: shorten(text) } };
    }
  }
}

export const emptyAnswerRule: LintRule = { id: "empty-answer", severity: "error", fixable: false, check: emptyAnswer };

/** Whole answers that are none, without punctuation, in lower case and Simplified characters. */
const PLACEHOLDER =
  /^(?:待(?:补充|补|完善|定|确认|更新|填写|编辑)(?:中|内容)?|未填写?|暂无(?:答案|内容|数据)?|内容(?:待补充|建设中)|建设中|同上|略|答案|此处填写.{0,8}|请(?:填写|输入|补充).{0,4}答案|测试(?:答案|内容|数据|一下)?\d*|test(?:ing|answer)?\d*|todo|tbd|tba|tbc|na|null|none|undefined|nan|x{2,}|asdf\w*|qwerty|1?23(?:45?6?)?|aaa+|foo(?:bar)?|lorem.*)$/u;
const INSIDE =
  /\blorem ipsum\b|\b(?:TODO|TBD|FIXME)\b|(?<![A-Za-z0-9.@/_-])[xX]{3,}(?![A-Za-z0-9.@/_-])|[【[（(《<](?:待补|待定|待确认|此处|插入|请填|请替换|placeholder|insert )[^】\]）)》>]{0,20}[】\]）)》>]|\{\{[^{}]*\}\}/iu;

function* placeholder({ base, options, allow }: LintContext): Iterable<Hit> {
  const own = new Set(listOption(options, "words").map((word) => base.form(word)));
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry, ["answer"])) {
      const form = base.form(text);
      if (PLACEHOLDER.test(form) || own.has(form)) {
        yield { entry, field, key: "kb.lint.placeholder-answer.whole", params: { text: shorten(text) } };
        continue;
      }
      const inside = INSIDE.exec(allow.words.reduce((rest, word) => rest.replaceAll(word, ""), text));
      if (inside === null) continue;
      const params = { text: shorten(inside[0], 24) };
      yield { entry, field, severity: "warning", key: "kb.lint.placeholder-answer.inside", params };
    }
  }
}

export const placeholderAnswerRule: LintRule = {
  id: "placeholder-answer",
  severity: "error",
  fixable: false,
  options: { words: [] },
  check: placeholder,
};

/** Longer texts may end with a question and answer all the same. */
const SHORT_ANSWER = 60;

function* questionInAnswer({ base }: LintContext): Iterable<Hit> {
  for (const entry of base.entries) {
    if (entry.kind === "passage") continue;
    const questions = new Set([entry.question, ...entry.similar].map((text) => base.form(text)));
    const asks = looksLikeQuestion(entry.question);
    for (const { field, text } of textsOf(entry, ["answer"])) {
      if (questions.has(base.form(text))) yield { entry, field, key: "kb.lint.question-in-answer.same" };
      else if (
        /[?？]\s*$/.test(text) &&
        text.length <= SHORT_ANSWER &&
        looksLikeQuestion(text) &&
        !/[。.!！\n]./.test(text)
      ) {
        yield {
          entry,
          field,
          key: asks ? "kb.lint.question-in-answer.asks" : "kb.lint.question-in-answer.swapped",
          params: { text: shorten(text) },
        };
      }
    }
  }
}

export const questionInAnswerRule: LintRule = {
  id: "question-in-answer",
  severity: "warning",
  fixable: false,
  check: questionInAnswer,
};

// What may not be promised whatever the product: certain gain, no risk, sure approval. "100%" and 绝对 by themselves say
// too many harmless things (100% 棉, 绝对值).
const PROMISES = [
  "保证收益",
  "保本保息",
  "保本保收益",
  "稳赚不赔",
  "稳赚",
  "零风险",
  "无任何风险",
  "绝对安全",
  "绝对不会",
  "百分百保证",
  "百分之百保证",
  "100%保证",
  "100%安全",
  "100%通过",
  "100%有效",
  "保证通过",
  "保证审批",
  "包过",
  "必过",
  "永久免费",
  "终身免费",
  "全网最低价",
  "全国最低价",
  "guaranteed approval",
  "risk-free",
  "100% guaranteed",
  "100% safe",
];

/** A promise that is denied is none: 不保证收益, 没有零风险的投资. */
const DENIED = /(?:不|无法|不能|并非|没有|勿|莫|别|谨防|not|no|never)[^，。；,.;]{0,8}$/i;

const DENIED_AFTER = /^[^，。；,.;]{0,8}(?:不存在|不可能|是没有|并非)/;

/** Case, width and script do not matter. */
const folded = (text: string): string => foldCharacters(text.normalize("NFKC").toLowerCase());

function* forbiddenPromise({ base, options, allow }: LintContext): Iterable<Hit> {
  const words = [...PROMISES, ...listOption(options, "words")].filter((word) => !allow.words.includes(word));
  const wanted = words.map((word) => ({ word, form: folded(word) })).filter(({ form }) => form !== "");
  for (const entry of base.entries) {
    for (const { field, text } of textsOf(entry, ["answer"])) {
      const form = folded(text);
      const found = wanted.find((one) => {
        const at = form.indexOf(one.form);
        const after = form.slice(at + one.form.length, at + one.form.length + 12);
        return at >= 0 && !DENIED.test(form.slice(Math.max(0, at - 12), at)) && !DENIED_AFTER.test(after);
      });
      if (found === undefined) continue;
      yield { entry, field, key: "kb.lint.forbidden-promise.found", params: { word: found.word } };
    }
  }
}

export const forbiddenPromiseRule: LintRule = {
  id: "forbidden-promise",
  severity: "warning",
  fixable: false,
  options: { words: [] },
  check: forbiddenPromise,
};
