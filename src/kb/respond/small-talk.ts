import { foldCharacters } from "../../text/simplified.js";

/** Kinds of small talk, the most telling first: `谢谢，再见` is a goodbye. */
export const SMALL_TALK_KINDS = [
  "identity",
  "ability",
  "chat",
  "goodbye",
  "thanks",
  "apology",
  "praise",
  "laughter",
  "greeting",
  "refusal",
  "acknowledgement",
] as const;

export type SmallTalkKind = (typeof SMALL_TALK_KINDS)[number];

/** Longer turns are about something. */
const MOST_CHARACTERS = 60;

const MACHINE = "(?:真人|活人|人类|机器人|机械人|机气人|机器|ai|人工智能|程序|程式|智能客服|电脑|录音|人)";
const ANY_MACHINE =
  "(?:an? )?(?:real |actual |live |human )?(?:human|person|people|robot|bot|chatbot|machine|ai|computer|someone)";
const END = "(?:吗|么|吧|呀|啊|呢|嘛|㗎|嚟)*";

/**
 * What each kind is said with: pieces of regular expressions over {@link plain} text. Of two that begin alike the longer
 * one stands first.
 */
const PHRASES: Readonly<Record<SmallTalkKind, readonly string[]>> = {
  identity: [
    `[你您](?:们)?(?:到底|究竟|应该|不会|该)?(?:是不是|系咪|是|系)(?:个|一个)?(?:不是)?${MACHINE}(?:(?:还是|定系|不是)(?:个)?${MACHINE})?${END}`,
    `(?:对面|这边|那边|这|现在)?(?:是不是|系咪|是|系)${MACHINE}(?:还是${MACHINE})?(?:在)?(?:回复|回答|聊天|说话)?${END}`,
    `(?:真人|机器人|机械人|机气人)(?:吗|么|还是${MACHINE})${END}`,
    "[你您](?:到底|究竟)?(?:是|系)(?:谁|什么|哪位|边个|乜)(?:呀|啊|人)?",
    "[你您]叫(?:什么|咩|乜|啥)(?:名字|名)?|[你您]的名字(?:是什么|叫什么)?|怎么称呼[你您]?|[你您]?贵姓|[你您]几岁了?|[你您]多大了?",
    "我(?:在|是在)?(?:跟|和|同)(?:谁|边个|机器人|真人)(?:在)?(?:说话|聊天|讲话|对话|倾偈)",
    "who (?:are|r) (?:you|u)|who is this|who am i (?:talking|speaking|chatting) (?:to|with)|what are you",
    "(?:what is|whats|what s) your name|do you have a name|how old are you",
    `(?:are|r) (?:you|u) ${ANY_MACHINE}(?: or (?:an? )?${ANY_MACHINE})?|are you (?:human|real|ai|chatgpt)(?: or (?:not|ai|a bot))?`,
    `am i (?:talking|speaking|chatting) (?:to|with) ${ANY_MACHINE}(?: or ${ANY_MACHINE})?|is (?:this|it|that|there) ${ANY_MACHINE}(?: there)?`,
  ],
  ability: [
    "[你您](?:们)?(?:都)?(?:会|能|可以)(?:做|干|帮我做|帮我干|帮我|帮|回答|解决)?(?:些)?(?:什么|啥|嘛|咩)(?:呀|啊|问题|忙)?",
    "[你您]?有(?:什么|啥|哪些|咩)功能|(?:能|可以)问(?:你|您)?(?:些)?(?:什么|啥)|帮助|使用帮助",
    "what (?:can|could) (?:you|u) (?:do|help(?: me)? with|answer)(?: for me)?|how can you help(?: me)?|what do you (?:do|know)|help(?: me)?",
  ],
  chat: [
    "(?:可以|能|会)?(?:给我|跟我|同我|帮我)?(?:再)?(?:讲|说|来)(?:一)?(?:个|点|段)?(?:冷)?(?:笑话|故事)(?:来)?(?:听听|听|吧|给我听|听下)?",
    "[你您](?:会不会|会|能|可以|可唔可以)(?:讲笑话|说笑话|唱歌|跳舞|聊天|做饭|写诗|画画|做梦|睡觉)(?:吗|么|呀|啊)?",
    "(?:可以|能)?(?:陪我|和我|跟我|同我|来)(?:聊聊天|聊聊|聊天|聊会儿天|聊会天|聊会儿|说说话|说话|倾偈|玩)(?:吧|吗|呀|啊)?|唱(?:首|个|一首)?歌(?:吧|来听听)?",
    "(?:我)?(?:好|很|太|真)?(?:无聊|闷|开心|高兴|难过|伤心|累|困|饿)(?:啊|呀|哦|死了|了)?|(?:我)?(?:今天)?心情(?:不好|很差|很好|不错)",
    "[你您](?:吃饭|吃|食饭|食咗饭|食咗)(?:了)?(?:吗|没|没有|未)(?:呀|啊)?|[你您](?:有没有|有)(?:男|女)?朋友(?:吗)?|[你您]在(?:干嘛|干什么|做什么|干吗)",
    "(?:今天|明天|今日|听日)?(?:的)?天气(?:怎么样|如何|好吗|真好|不错|点样|好不好)|(?:你|您)(?:喜欢|爱)我(?:吗)?",
    "tell (?:me )?(?:a |another )?(?:joke|story)|sing (?:me )?(?:a )?song|(?:im|i am|i m) (?:so |very )?(?:bored|sad|happy|tired|hungry)|talk to me|lets (?:chat|talk)",
    "(?:whats|what s|what is|hows|how is) the weather(?: like)?(?: today| tomorrow)?|what are you doing|do you (?:love|like) me|(?:will|would) you marry me",
  ],
  goodbye: [
    "再见|再會|再会|拜拜|掰掰|拜啦|掰啦|886|88|晚安|回头见|明天见|下次见|下次再聊|改天再聊|回头再说|回头再聊|先到这(?:里|儿)?|到这儿吧",
    "(?:好的|行|那)?(?:就|先)(?:就)?这样(?:吧|了|啦)?|(?:我)?先?(?:挂|下|走|忙|收线)(?:了|啦|先)|(?:我)?不聊了|(?:我)?走了走了",
    "(?:没|没有|冇)(?:别的|其他|其它|什么)?(?:事|事情|问题|疑问)(?:了|啦)|没有了|祝(?:你|您)?(?:生活愉快|工作顺利|周末愉快|愉快)|周末愉快|zaijian|baibai",
    "good ?bye|bye(?: bye|bye)?|see (?:you|ya|u)(?: later| soon| tomorrow| again)?|cya|ttyl|talk to you (?:later|soon)|good ?night|take care|have a (?:nice|good|great|lovely) (?:day|one|evening|night|weekend)",
    "(?:ok |okay )?(?:thats|that is|that s|that will be|thatll be) (?:all|it|everything)(?: for now| i needed)?|nothing else|no (?:more|further|other) questions|(?:im|i am|i m) (?:done|good)|gotta go|i have to go",
  ],
  thanks: [
    "(?:非常|十分|真的|太|好的|真|好)?(?:感谢|谢谢|多谢|谢)(?:你|您|啦|了|晒|你们|您们|客服|各位)*(?:的)?(?:帮助|解答|耐心解答|耐心|支持|回复)?",
    "唔该(?:晒|你|您)*|感恩|(?:你|您)?辛苦(?:了|你了|您了|啦|晒|哂)?|麻烦(?:你|您)?了|有劳(?:了|您)?|(?:帮大忙|帮了大忙|帮了我大忙)了?|3q|蟹蟹|谢咗|xie ?xie(?: ni)?",
    "(?:many |ok |okay |great |perfect |big )?(?:thanks|thank (?:you|u|ya)|thx|tks|tysm|ty|tnx|thank)(?: (?:so|very) much| a (?:lot|bunch|million|ton)| again| indeed)?(?: for (?:your|the|all your|all the) (?:help|time|answer|assistance|support))?",
    "(?:i )?(?:really )?appreciate (?:it|that|your help)|much appreciated|cheers(?: mate)?|(?:that|this) (?:really )?(?:helps|helped)(?: a lot| me)?|(?:youre|you are|you re) a (?:lifesaver|star)",
  ],
  apology: [
    "(?:真|很|实在)?(?:对不起|对唔住|抱歉|不好意思|唔好意思)|(?:我)?(?:打|发|说|问|搞|按)错(?:了|咗)|(?:im |i am |i m )?(?:so |very )?sorry(?: about that| for that)?|my (?:bad|mistake)|wrong (?:chat|number|window)",
  ],
  praise: [
    "(?:[你您](?:们)?)?(?:真的|真|太|好|很|非常|挺|超|超级|实在)?(?:是)?(?:太)?(?:厉害|棒|聪明|可爱|贴心|专业|给力|优秀|不错|犀利|叻|强|赞|牛)(?:了|啦|啊|呀|哦|喔)*",
    "(?:给(?:你|您))?点(?:个)?赞|好评|五星好评|666+|(?:我)?(?:很|非常|太|好)?(?:喜欢|爱|钟意|满意)(?:你|您|你们)?(?:的)?(?:服务|回答|态度)?(?:了)?|(?:服务|态度)(?:真|很|非常)?(?:好|不错|棒)",
    "(?:真|很|非常|太|实在|真系|真是)好(?:了|啊|呀)?|好嘢|好极了|太好了|(?:问题)?(?:已经)?解决(?:了|咗)",
    "(?:well|nicely) done|(?:good|great|nice|excellent|amazing|awesome|fantastic) (?:job|work|service|answer|bot)|(?:very |so |really |that was |it was |thats |this is |you are |youre |you re )*(?:helpful|great|awesome|excellent|perfect|amazing|wonderful|brilliant|fantastic|smart|clever|cool|nice|the best|good)(?: bot)?|(?:i )?love (?:you|it|this)|(?:i )?like you|wow|problem solved|it works?(?: now)?",
  ],
  laughter: [
    "[哈嘿嘻呵]{2,}|233+|h{3,}|(?:ha){2,}h?|(?:he){2,}|(?:hi){3,}|lol|lmao|rofl|xd|笑死(?:我了|人了|我)?|笑哭了?|好好笑|太好笑了|哈",
  ],
  greeting: [
    "(?:[你您妳泥尼拟](?:们)?|大家|客服|亲)好(?:吗|呀|啊|哦|喔|哇)*|(?:早上|上午|中午|下午|晚上|早)好|早安|早晨|午安|哈喽|哈啰|哈罗|嗨|嘿|喂+|雷猴|好久不见|早",
    "(?:请问)?(?:有(?:没有)?人|客服|[你您]|亲)?(?:还)?在(?:线)?(?:吗|么|不在|不|嘛)(?:线)?|(?:有没有|有)(?:人|客服)(?:在)?(?:吗|么|不|线吗|线上吗|线|嘛)?|有冇人(?:喺度)?",
    "(?:能|可以)?听(?:得)?(?:到|见)(?:我)?(?:说话)?(?:吗|么)|打扰(?:了|一下)|(?:吃|食)(?:了|咗)(?:饭)?(?:吗|未)|最近(?:好吗|怎么样)|ni ?hao(?: ma)?|测试(?:一下)?",
    "hi+|hello+|hey+|hiya|howdy|halo|hallo|yo|greetings|good (?:morning|afternoon|evening|day)|morning|(?:is )?(?:anyone|anybody|someone|somebody) (?:there|here|around|online)|(?:are )?you there",
    "how (?:are|r) (?:you|u)(?: doing)?(?: today)?|how do you do|(?:whats|what s|what is) up|sup|(?:hows|how is|how s) it going|(?:nice|pleased|good) to meet you|can you hear me|test(?:ing)?",
  ],
  refusal: [
    "(?:都)?不(?:是|用|要|需要|行|对|想|必|可以|好|了)(?:了|的|啦|谢谢)?|唔(?:使|系|要|用|需要)(?:啦|了|喇)?|没有|冇|算了(?:吧)?|都不是|否|no+|nope|nah|not (?:really|now|that|yet)|none(?: of (?:them|these|those))?|no need|never ?mind|neither(?: of (?:them|these|those))?",
    "(?:我)?(?:要|想)?(?:问|说|找)?(?:的)?(?:以上|上面)?都?不是(?:问|说)?(?:这|那)(?:个|些)(?:意思|问题)?(?:啦|的)?|(?:以上|上面)(?:的)?都不(?:是|对)|都不是我(?:想|要)(?:问|找|要)?的|(?:以上)?(?:都)?没有我(?:想|要)(?:问|找|要)?的|都没有|别的问题",
    "none of the above|not (?:this|that)(?: one)?|(?:thats|that is|that s|its|it is) not (?:it|that|what i (?:mean|meant|want|wanted|asked))|wrong one|something else",
  ],
  acknowledgement: [
    "好(?:的|吧|呀|啊|滴|嘞|啦|了|哒|喔|哦)*|行(?:吧|啊|了)?|可以(?:的|了|啊)?|嗯+|恩+|哦+|噢+|喔+|(?:我)?(?:知道|明白|了解|清楚|懂|晓得|收到)(?:了|啦|咗)?|没关系|冇所谓|不客气|原来(?:如此|是这样|这样)(?:啊)?|(?:是)?这样(?:啊|子|子啊)|对(?:的|啊|呀)?|是(?:的|啊|呀)?|没错|确认|得(?:啦|喇|嘅)?|系(?:呀|啊|嘅)?|冇问题|没问题|是滴|(?:没错|对)?(?:就|正)?是(?:这|那)个(?:意思|问题)?(?:的)?|就(?:这|那)个|就系呢个",
    "o+k+(?:ay|ey|ie)?|k+|(?:i )?(?:got it|see|understand|understood)|(?:all ?|al)right|fine|sure(?: thing)?|noted|yes|yeah|yep|yup|right|correct|exactly|absolutely|definitely|(?:yes )?(?:thats|that is|that s) (?:the one|right|correct|what i (?:mean|meant))|that one|yes it is|indeed|makes sense|no problem|no worries|(?:youre|you are|you re) welcome",
  ],
};

/** Words that may stand among small talk and mean nothing of their own. */
const FILLERS =
  "啊|呀|哦|喔|噢|呢|吧|啦|嘛|么|吗|哟|唷|诶|欸|嘞|的|了|你们|你|您|亲爱的|亲|客服|小姐姐|小哥哥|老师|先生|小姐|女士|朋友|老铁|宝|宝贝|请问|那个|那|呃|额|太|真的|真|很|非常|就|都|一下|先|我|小|" +
  "so|very|much|well|oh|ah|um+|uh+|er+|please|pls|there|dear|sir|madam|maam|bot|everyone|all|guys|team|and|then|my friend|mate|friend|to you|you|too|now|again";

interface Atom {
  readonly kind: SmallTalkKind | undefined;
  readonly pattern: RegExp;
}

let atoms: readonly Atom[] | undefined;

function compileAtoms(): readonly Atom[] {
  const sticky = (source: string): RegExp => new RegExp(`(?:${source})(?![a-z0-9](?<=[a-z0-9]{2}))`, "y");
  return [
    ...SMALL_TALK_KINDS.flatMap((kind) => PHRASES[kind].map((source) => ({ kind, pattern: sticky(source) }))),
    { kind: undefined, pattern: sticky(FILLERS) },
  ];
}

/** One case and script, one space for whatever is neither letter nor digit; politeness stays, unlike in what is searched. */
function plain(text: string): string {
  return foldCharacters(text.normalize("NFKC").toLowerCase())
    .replace(/(?<=[a-z])['’ʼ`](?=[a-z])/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const EMOJI: readonly (readonly [SmallTalkKind, RegExp])[] = [
  ["thanks", /🙏|🙇/u],
  ["laughter", /[😂🤣😄😆😁😀😃😊🙂😅😸😹]/u],
  ["praise", /[👍💯🌹🌟👏😍🥰💖💗💕]|❤|♥/u],
  ["greeting", /👋/u],
  ["acknowledgement", /[👌🆗✅]/u],
];

/**
 * The kind of small talk that a turn is, when it is nothing else: every word of it belongs to greetings, thanks and the
 * like (你好，怎么退款 is a question). Emoji alone count; words of abuse do not, nor does anything of more than 60
 * characters.
 */
export function smallTalkOf(text: string): SmallTalkKind | undefined {
  if (text.length > 4 * MOST_CHARACTERS) return undefined;
  const words = plain(text);
  if (words.length > MOST_CHARACTERS) return undefined;
  if (words === "") return EMOJI.find(([, pattern]) => pattern.test(text))?.[0];
  atoms ??= compileAtoms();
  const found = kindsOf(words, atoms);
  return found === undefined ? undefined : SMALL_TALK_KINDS.find((kind) => found.has(kind));
}

interface Way {
  readonly kinds: ReadonlySet<SmallTalkKind>;
  readonly pieces: number;
}

/** The kinds of atoms that the whole text is made of, by the fewest pieces; undefined where something is left over. */
function kindsOf(words: string, known: readonly Atom[]): ReadonlySet<SmallTalkKind> | undefined {
  const reached: (Way | undefined)[] = [{ kinds: new Set(), pieces: 0 }];
  const reach = (at: number, way: Way): void => {
    const before = reached[at];
    if (before === undefined || way.pieces < before.pieces) reached[at] = way;
  };
  for (let at = 0; at < words.length; at++) {
    const way = reached[at];
    if (way === undefined) continue;
    if (words[at] === " ") {
      reach(at + 1, way);
      continue;
    }
    for (const { kind, pattern } of known) {
      pattern.lastIndex = at;
      const length = pattern.exec(words)?.[0].length ?? 0;
      const kinds = kind === undefined ? way.kinds : new Set([...way.kinds, kind]);
      if (length > 0) reach(at + length, { kinds, pieces: way.pieces + 1 });
    }
  }
  return reached[words.length]?.kinds;
}
