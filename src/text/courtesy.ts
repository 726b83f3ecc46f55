import { isDigit, isHan, isLatin } from "./characters.js";
import { foldCharacters } from "./simplified.js";

// What callers put before and after what they want. Patterns are of folded characters in small letters.
const GAP = "[\\s,，。.!！?？~～、;；:：…\\-—]";
const PAUSE = `${GAP}+`;
const MAYBE = `${GAP}*`;

/** Said before the matter; those of the first list need a pause after them, since they begin other words too. */
const BEFORE_PAUSE =
  "客服|亲|喂|嗨|那个|这个|就是|然后|哦|噢|喔|唉|哎|诶|欸|啊|呃|额|抱歉|对不起|打扰了?|hmm+|u+m+|u+h+";
/** Words that only a comma parts from the matter. */
const BEFORE_COMMA = "so|well|ok|okay|sorry|team|guys|all|there|er+";
const BEFORE =
  "(?:客服|亲|亲爱的)?(?:你|您)们?好(?:啊|呀|哦|喔)?|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安|哈喽|哈啰|哈罗|嗨喽|在吗|在不在(?![线線])|有人吗|喂(?=(?:你|您)好|请问)|嗯+|" +
  "不好意思|打扰(?:一下|下)|抱歉打扰(?:一下)?|劳驾|" +
  "(?:我?(?:就)?想(?:要)?|麻烦|拜托)?请问(?:一?下)?(?:你们|您)?(?:喔|哦|啊)?|请教(?:一?下)?|(?:我|我们)?(?:就)?想(?:要)?(?:问|请教|咨询|谘询|了解|知道)(?:一?下)?(?:你们?|您)?(?:喔|哦|啊)?|" +
  "(?:麻烦|拜托)(?:问|你|您|帮我|帮忙)?(?:看|查|问)?(?:一下|下)(?:你|您)?|麻烦(?:你|您)?(?:帮我?|告诉我)|问(?:一下|下)|咨询(?:一下|下)|" +
  "(?:可以|能|能不能|可不可以|能否)?(?:告诉|跟)我(?:说)?(?:一下|下)|" +
  "(?:hi|hello|hey|dear|greetings)(?: (?:there|team|guys|all|everyone|support))?|good (?:morning|afternoon|evening|day)|excuse me|pardon me|" +
  "(?:just )?(?:a )?quick question|(?:i was |i am |i'm |just )wondering(?: if)?|i (?:would|'d) like to (?:know|ask)|i want to (?:know|ask)|i need to know|" +
  "(?:could|can|would|will) (?:you|someone|anyone|anybody|somebody) (?:please |kindly |pls )?(?:tell|help|inform|advise) (?:me|us)(?: (?:understand|with|out))?|" +
  "(?:please |kindly |pls )(?:tell|help|inform|advise) me|tell me|may i (?:ask|know)|can i ask|do you know|please|pls|plz|kindly";
/** Said after it; the first list needs a pause before it. */
const AFTER_PAUSE =
  "(?:很|好|比较|有点|挺|超|非常|真的)?急+(?:用|的)?|在线等|线上等|急急+|拜托(?:了|啦)?|麻烦(?:你|您)?(?:了|啦)?|辛苦(?:了|啦)?|(?:可以|能|能不能|可不可以|请|麻烦)?(?:帮|给)(?:我|忙)(?:看|查|问|弄|处理|解决)?(?:看|一下|下)?(?:吗|嘛|么)?|麻烦(?:你|您)?快(?:一?点)|" +
  "it is urgent|it's urgent|urgent|asap|can you help(?: me)?|could you help(?: me)?|please help|help(?: me)?|any help(?: is appreciated)?|cheers|ty|tks|thx";
const AFTER =
  "(?:(?:非常|十分|多|太)?(?:谢谢|感谢|多谢|谢啦|谢了|3q|thx|thanks))(?:你|您|你们|大家|啦|了|啊|喔|哦|哈|呀|~)*|(?:please|pls|plz)|thanks?(?: you)?(?: (?:a lot|so much|very much|in advance))?|" +
  "[呢啊呀喔哦噢哈嘛呗欸诶啦唷哟]+";

const START = new RegExp(
  `^${MAYBE}(?:(?:${BEFORE_PAUSE})${PAUSE}|(?:${BEFORE_COMMA})\\s*[,.!…]${MAYBE}|(?:${BEFORE})(?![a-z])${MAYBE})`,
  "u",
);
const END = new RegExp(`(?:${PAUSE}(?:${AFTER_PAUSE})|${MAYBE}(?<![a-z])(?:${AFTER}))${MAYBE}$`, "u");
/** Said to what was answered: with thanks or a greeting beside it, those are the matter. */
const HEARD =
  "好(?:的|嘞)?|行|可以|没事|没(?:有)?(?:问题|别的|其他的?)?|不用|不需要|不了|算了|明白|知道|了解|懂|清楚|收到|解决|搞定|麻烦|辛苦|嗯|哦|噢|是的?|对的?|" +
  "ok|okay|okey|got it|i see|great|perfect|cool|nice|fine|good|yes|yeah|yep|no|nope|all right|alright|that is all|that's all|thats all|that will be all|never mind|bye|goodbye";
const ONLY_HEARD = new RegExp(`^${MAYBE}(?:(?:${HEARD}|[了啦啊呀哈呢吧])${MAYBE})+$`, "u");
/** A courtesy in the middle of a sentence is no courtesy, and no text needs more rounds. */
const ROUNDS = 6;
const LONGEST = 2000;

/**
 * A caller's text without the politeness and hesitation before and after what it says (你好，请问一下…，谢谢; hi, could you
 * tell me …, please), in its own writing. Text that is nothing else, or but says beside it
 * that something was heard (好的，谢谢; ok thanks), comes back as it is.
 */
export function withoutCourtesy(text: string): string {
  if (text.length > LONGEST) return text;
  const folded = foldCharacters(text.toLowerCase());
  // Characters fold one by one; should one of them change its length, the places would not be those of the text.
  if (folded.length !== text.length) return text;
  let start = 0;
  let end = text.length;
  for (let round = 0; round < ROUNDS; round++) {
    const before = START.exec(folded.slice(start, end))?.[0].length ?? 0;
    if (before > 0 && says(folded.slice(start + before, end))) start += before;
    const after = END.exec(folded.slice(start, end))?.[0].length ?? 0;
    const kept = after > 0 && says(folded.slice(start, end - after));
    if (kept) end -= after;
    if (before === 0 && !kept) break;
  }
  return text.slice(start, end).trim();
}

/** Anything that can be searched for: more than that one has heard. */
function says(text: string): boolean {
  if (ONLY_HEARD.test(text)) return false;
  return Array.from(text).some((character) => {
    const point = character.codePointAt(0)!;
    return isHan(point) || isLatin(point) || isDigit(point);
  });
}
