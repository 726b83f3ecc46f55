/** A kind of value that a question may ask for. */
export interface AnswerKind {
  readonly name: "number" | "share" | "duration" | "time" | "money" | "contact" | "place";
  /** Finds such a value in a sentence. */
  readonly pattern: RegExp;
}

const DIGIT = String.raw`[\d０-９〇一二两兩三四五六七八九十百千万萬亿億半]`;
const UNIT =
  "秒|分钟|分鐘|小时|小時|钟头|鐘頭|天|日|周|週|星期|个月|個月|季度|年|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?";

const KINDS: readonly (AnswerKind & { readonly asked: RegExp })[] = [
  {
    name: "duration",
    asked:
      /多久|多[长長](?:时间|時間)?|几[天日年秒周]|幾[天日年秒週]|几[个個]?(?:小时|工作日|月|星期)|幾[個个]?(?:小時|工作日|月|星期)|多少(?:天|日|年|秒|分钟|分鐘|小时|小時|个月|個月|工作日)|时长|時長|how (?:long|soon|quickly|fast|often)|how many (?:seconds|minutes|hours|days|weeks|months|years)/i,
    pattern: new RegExp(
      String.raw`(?:\d|${DIGIT})\s*(?:个|個|-)?\s*(?:工作|自然)?(?:${UNIT})|即时|即時|立即|当天|當天|immediately|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|half an?|a few|an?)[\s-](?:business |working )?(?:${UNIT})`,
      "i",
    ),
  },
  {
    name: "time",
    asked:
      /什么时候|什麼時候|何时|何時|几点|幾點|哪天|哪一天|哪年|几号|幾號|时间段|營業時間|营业时间|\bwhen\b|what time|opening hours/i,
    pattern: new RegExp(
      String.raw`\d{1,2}[:：点點时時]|${DIGIT}\s*[点點月号號日年]|周[一二三四五六日]|週[一二三四五六日]|星期|24\s*小[时時]|\d\s*(?:am|pm|a\.m|p\.m)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:within|after|before|every)\b.*\d`,
      "i",
    ),
  },
  {
    name: "money",
    asked:
      /多少[钱錢]|几[块元]钱?|幾[塊元]錢?|价格|價格|费用|費用|收费|收費|运费|運費|how much (?:does|do|is|are|will|would)|\b(?:cost|price|fee|charge)s?\b/i,
    pattern: new RegExp(
      String.raw`(?:\d|${DIGIT})[\d,.]*\s*(?:元|块|塊|万|萬|美元|港币|港幣|台币|台幣|NT|USD|RMB|yuan|dollars?|euros?|%)|[¥￥$€£]\s*\d|免费|免費|free`,
      "i",
    ),
  },
  {
    name: "contact",
    asked: /电话|電話|热线号码|熱線號碼|号码|號碼|邮箱|郵箱|信箱|网址|網址|phone|e-?mail|hotline|contact/i,
    pattern: /\d[\d\s-]{4,}\d|\S+@\S+\.\w+|https?:\/\/|www\./i,
  },
  {
    name: "share",
    asked:
      /百分之[几幾多]|百分比|比例|占比|佔比|[率]是?(?:多少|[几幾])|率(?:为|為|有|达|達)|percent|percentage|\brate\b|what share|proportion/i,
    pattern: /\d\s*[%％‰]|百分之|percent|\d\s*成|\d\s*(?:\/|out of)\s*\d/i,
  },
  {
    name: "number",
    asked:
      /多少|[几幾](?!乎|率)|how (?:many|much|big|large|far|fast)|what (?:number|size|temperature|is the (?:limit|maximum|minimum|number))|上限|下限|最多|最少|maximum|minimum|降低了?多|提升了?多|提高了?多|增加了?多|减少了?多|減少了?多/i,
    pattern: new RegExp(
      String.raw`\d|[０-９]|${DIGIT}+\s*(?:个|個|次|人|名|条|條|件|份|位|家|倍|成|张|張|台|种|種|步|项|項)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)\b`,
      "i",
    ),
  },
];

/** The kinds of value that a question asks for; a sentence with any of them may hold the answer. Empty for other questions. */
export function expectedAnswers(query: string): readonly AnswerKind[] {
  const found = KINDS.filter(({ asked }) => asked.test(query));
  // A wish for a share or a time is one for a number too, but the closer kind says more.
  const closer = found.filter(({ name }) => name !== "number");
  return closer.length > 0 ? closer : found;
}
