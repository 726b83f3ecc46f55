/** Signs that say "this is a question" or "this is its answer": `问：`, `Q3.`, `【答】`, `故障现象：`, `Solution:`. */

const NUMBER = "(?:\\s*[一二三四五六七八九十]{1,3}|\\s*\\d{1,4})";
const OPEN = "(?:[【\\[（(<《]\\s*)";
const CLOSE = "(?:\\s*[】\\]）)>》])";

const ASK_WORDS = "问题?|問題?|提问|提問|question|q";
const FAULT_WORDS =
  "故障现象|故障現象|故障|现象|現象|症状|症狀|报错信息|报错|错误信息|錯誤訊息|problem|issue|symptom|error(?: message)?";
const REPLY_WORDS = "答案?|回答|解答|答复|答覆|回复|回覆|answer|ans|a";
const FIX_WORDS =
  "解决(?:方法|方案|办法|措施)|解決(?:方法|方案|辦法)|处理(?:方法|办法|方式|方案|措施)|處理(?:方法|辦法|方式)|对策|對策|solution|fix|resolution|how to fix";

function markPattern(words: string, numbered: boolean): RegExp {
  const number = numbered ? `${NUMBER}?` : "";
  const closed = `${OPEN}(?:${words})${number}${CLOSE}\\s*[:：、.．]?`;
  const open = `(?:${words})${number}\\s*(?:[:：]|[、.．)）|](?!\\w+\\b[.])|[-–—]{1,2}\\s)`;
  const spaced = numbered ? `|(?:${words})${NUMBER}\\s+(?=\\S)` : "";
  return new RegExp(`^(?:${closed}|${open}${spaced})\\s*`, "i");
}

const ASK = markPattern(ASK_WORDS, true);
const ORDINAL = /^第\s*(?:[一二三四五六七八九十]{1,3}|\d{1,4})\s*[问問题題][:：、.．\s]*(?=\S)/;
const FAULT = markPattern(FAULT_WORDS, true);
const REPLY = markPattern(REPLY_WORDS, true);
const FIX = markPattern(FIX_WORDS, false);
/** An answer's mark inside a line, after the question: `问：能退吗？ 答：能。` */
const REPLY_INSIDE =
  /(?:^|[\s?？。！!）)])((?:答案?|回答|解答|Answer|A\d{0,4})\s*[:：]|[【[](?:答|解答|A)[】\]]\s*[:：]?)\s*/;

/** A mark before a line that says what it is (`问：`, `A:`), and the line without it. */
export interface Mark {
  readonly kind: "question" | "answer";
  /** `fault` and `fix` marks count only beside each other: `Error:` alone may be the text of a log. */
  readonly weak: boolean;
  readonly rest: string;
}

/** The mark a line begins with. A single letter needs a sign after it, and `A.`, `A)` are choices of a list, not answers. */
export function markOf(line: string): Mark | undefined {
  const ask = ASK.exec(line) ?? ORDINAL.exec(line);
  if (ask !== null) return { kind: "question", weak: false, rest: line.slice(ask[0].length) };
  const reply = REPLY.exec(line);
  if (reply !== null && !/^a\s*[.．)、）-]/i.test(reply[0])) {
    return { kind: "answer", weak: false, rest: line.slice(reply[0].length) };
  }
  const fault = FAULT.exec(line);
  if (fault !== null) return { kind: "question", weak: true, rest: line.slice(fault[0].length) };
  const fix = FIX.exec(line);
  return fix === null ? undefined : { kind: "answer", weak: true, rest: line.slice(fix[0].length) };
}

/** Splits `…？ 答：…` at the answer's mark. */
export function splitAtReply(text: string): { before: string; after: string } | undefined {
  const found = REPLY_INSIDE.exec(text);
  if (found === null || found.index === 0) return undefined;
  const at = found.index + found[0].indexOf(found[1]!);
  return { before: text.slice(0, at).trim(), after: text.slice(found.index + found[0].length).trim() };
}

/** Takes `答：`, `A1:`, `【答】` off the beginning of an answer; after a question with `Q.` also `A.` */
export function withoutReplyMark(text: string, question: string): string {
  const mark = markOf(text);
  if (mark?.kind === "answer") return mark.rest;
  return /^\W{0,3}q\d{0,4}\s*[.．)）、]/i.test(question) ? text.replace(/^a\s*[.．)）、]\s*/i, "") : text;
}
