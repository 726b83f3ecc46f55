import { foldCharacters } from "../../text/simplified.js";

/**
 * One case and script, every character at its place: what patterns are matched on, so that what they find can be cut out
 * of the original text.
 */
export function foldedInPlace(text: string): string {
  return Array.from(text, (character) => {
    const folded = foldCharacters(character.toLowerCase());
    return folded.length === character.length ? folded : character;
  }).join("");
}

const ASKING_HAN =
  "怎|如何|什么|甚么|啥|多少|多久|多长|多大|多远|几[时点号天个次年月日]|哪|谁|为何|为啥|何时|是否|能否|可否|吗|嘛$|呢$|么$|咋|" +
  "能不能|可不可以|要不要|会不会|是不是|有没有|行不行|好不好|该不该|用不用|算不算|(.)不\\1|" +
  "点样|点解|点算|点先|边度|边个|几多|几时|几耐|系咪|有冇|可唔可以|得唔得|使唔使|要唔要|会唔会|识唔识|乜嘢|咩|未$";
const ASKING_LATIN =
  "^(?:and |also |but |so |then |plus |or )?(?:what|who|whom|whose|when|where|which|why|how|can|could|do|does|did|is|are|am|was|were|will|would|should|shall|may|has|have|" +
  "whats|whos|wheres|hows|dont|doesnt|isnt|arent|cant|wont)\\b|\\b(?:how (?:do|can|much|many|long|to)|what (?:is|are|if)|where (?:is|are|can|do)|do i|can i|is there)\\b";
const ASKS = new RegExp(`${ASKING_HAN}|${ASKING_LATIN}|[?？]\\s*$`, "u");

const WISH =
  /^(?:我|我们|俺|本人)?(?:还|也|再|顺便|另外|同时)?(?:想|要|需要|打算|希望|准备|帮我|请帮|麻烦帮|帮忙)|^(?:and |also )?(?:i (?:also )?(?:want|need|would like|wanna|have to)|i'?d (?:also )?like|please|help me)\b/u;

/** Whether a folded clause asks something. */
export function asks(folded: string): boolean {
  return ASKS.test(folded);
}

/** Whether a folded clause says what the caller wants, without asking. */
export function wishes(folded: string): boolean {
  return WISH.test(folded) && !asks(folded);
}

/** What leads to a further question, at the start of a folded clause. */
export const LEAD =
  /^(?:(?:那么?|然后|还有(?:就是|一个问题|个问题|一点)?|另外|此外|以及|顺便(?:再)?|同时|再者|再(?=问|请问|麻烦)|仲有|同埋|还想(?=问|知道|请问)|而且|其次|第[一二三]|和|跟|与|及|[一二三123](?=[、.．)]))[，,、\s:：.．)]*(?:问一下|问下|请问一下|请问|想问一下|想问|问问|问)?|(?:and|also|plus|then|by the way|btw|additionally|besides|secondly|another (?:thing|question)|one more (?:thing|question))\b[\s,:]*(?:also\b)?)[，,\s]*/u;

/** Words with which a clause goes on asking the same: another way, or whether that is so. */
export const TAIL =
  /^(?:还是|或者|或是|或|抑或|定系|不然|否则|or\b(?! do| can| how| what| where| when))|^(?:这样|这|那|那样)?(?:可以|行|对|是|好|得|ok|成|怎么办|咋办|怎么弄|咋整|怎么搞|怎么回事|为什么|为啥|点算|点解|点办)(?:吗|么|不|的|嘛|吧|呢|啊|呀)*$|^(?:is that|is it) (?:ok|okay|right|possible|correct|true)$|^(?:why|how|right|ok|correct)$/u;

const POLITE =
  "请问一下|请问下|请问|麻烦问一下|麻烦问下|想问一下|想问下|想请问|我想问一下|我想问下|我想问|我想知道|想知道|想了解一下|想了解|咨询一下|问一下|问下|不好意思|你好|您好|hi|hello|hey|excuse me|please tell me|please|can you tell me|could you tell me|i want to know|i would like to know|i wonder";
export const POLITE_START = new RegExp(`^(?:(?:${POLITE})[，,\\s]*)+`, "u");
export const POLITE_END =
  /[，,\s]*(?:谢谢(?:你|您|啦|了)?|多谢|感谢|麻烦了|拜托(?:了)?|唔该(?:晒)?|please|pls|thanks?|thank you)[\s!！.。~～]*$/u;

/** Words of a question that do not name what it is about. */
const HOLLOW = new RegExp(
  "怎么样|怎么办|怎么弄|怎么|怎样|如何|为什么|为何|什么时候|什么|甚么|多少钱|多少|多久|多长时间|多长|几天|几点|几时|几多|几耐|哪里|哪儿|哪个|哪些|哪|谁|吗|呢|吧|啊|呀|嘛|了|的|" +
    "能不能|可不可以|要不要|会不会|是不是|有没有|可唔可以|有冇|系咪|可以|能否|是否|可否|能|会|要|需要|应该|是|有|去|来|" +
    "边个|边度|几先|幾先|乜嘢|咩|我们|我|你们|你|您|他们|他|她|请问|想问|想|帮我|这个|那个|这|那|它|一下|办|弄|搞|点样|点解|点算|边度|嘅|咗|喺|啲|先|" +
    "\\b(?:how|what|whats|who|whom|when|where|which|why|can|could|do|does|did|is|are|am|was|were|will|would|should|may|i|me|my|we|you|your|it|its|this|that|they|them|the|a|an|to|of|for|in|on|at|by|if|and|or|also|there|much|many|long|get|please|want|need|be|have|has)\\b",
  "gu",
);

/** The stretches of a folded question that name what it is about, in order. */
export function contentOf(folded: string): string[] {
  return folded
    .replace(HOLLOW, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

/** Stands for something named before. */
export const PRONOUN = /它|这个|那个|这种|那种|其|呢个|嗰个|\b(?:it|its|they|them|this|that|those|these|one)\b/u;
