import { stringify } from "yaml";
import type { Locale } from "../messages/locale.js";
import { CONFIG_FILE } from "./workspace.js";

interface StarterText {
  readonly comment: string;
  readonly faq: string;
  readonly nlu: readonly (readonly [intent: string, examples: readonly string[]])[];
  readonly greeting: string;
  readonly farewell: string;
  readonly handover: string;
  readonly handoverGroup: string;
  readonly test: { readonly suite: string; readonly question: string; readonly answer: string; readonly human: string };
}

const STARTERS: Readonly<Record<Locale, StarterText>> = {
  "zh-CN": {
    comment: "# 工作区设置。全部可写的项目见 kefu 自带的 docs/kefu-yaml.schema.json。",
    faq: `# 服务

## 客服几点上班？

知识ID：faq-001

相似问：

- 你们什么时间有人接电话
- 周末有客服吗
- 晚上还能找到人吗

人工客服每天 9:00 至 21:00 在线，其他时间可以先向机器人提问。

## 怎么申请退款？

知识ID：faq-002

相似问：

- 我想把钱退回来
- 东西不要了怎么退钱
- 退款在哪里点

在“我的订单”里打开该订单，点“申请退款”，选好原因后提交。审核通过后，款项原路退回，一般需要 1 至 3 个工作日。

## 怎么修改登录密码？

知识ID：faq-003

相似问：

- 密码忘了怎么办
- 登录不上去想换个密码
- 在哪里改密码

在登录页点“忘记密码”，用注册手机号收取验证码，按提示设置新密码。
`,
    nlu: [
      ["greet", ["你好", "您好", "在吗", "有人吗", "早上好", "下午好", "hello", "喂你好", "哈喽", "您好呀"]],
      [
        "ask_human",
        [
          "转人工",
          "我要找人工客服",
          "人工服务",
          "给我转个真人",
          "叫你们客服来",
          "不想和机器人说",
          "接人工",
          "找客服",
          "换个人跟我说",
          "麻烦转一下人工坐席",
        ],
      ],
      [
        "goodbye",
        [
          "再见",
          "拜拜",
          "好的没事了",
          "先这样",
          "没别的问题了",
          "谢谢再见",
          "那我挂了",
          "结束吧",
          "下次再聊",
          "不用了再见",
        ],
      ],
      [
        "opening_hours",
        [
          "你们几点上班",
          "营业到几点",
          "周末有没有人",
          "节假日休息吗",
          "晚上几点下班",
          "什么时间能联系到你们",
          "现在还在上班吗",
          "服务时间",
          "客服在线时间是多久",
          "明天上班吗",
        ],
      ],
      [
        "refund",
        [
          "我要退款",
          "钱怎么退",
          "申请退钱",
          "不想要了能退吗",
          "退款多久到账",
          "退款在哪里申请",
          "买错了想退",
          "把钱退给我",
          "怎么退货退款",
          "退款进度",
        ],
      ],
      [
        "change_password",
        [
          "改密码",
          "忘记密码了",
          "密码重置",
          "登录密码怎么换",
          "密码不对登不上",
          "想设置新密码",
          "找回密码",
          "账号登不进去",
          "密码怎么修改",
          "换个登录密码",
        ],
      ],
    ],
    greeting: "您好，请问有什么可以帮您？",
    farewell: "感谢来询，再见！",
    handover: "好的，正在为您转接人工客服，请稍候。",
    handoverGroup: "综合",
    test: { suite: "起步", question: "周末能找到客服吗", answer: "9:00", human: "帮我转人工客服" },
  },
  "zh-TW": {
    comment: "# 工作區設定。全部可寫的項目見 kefu 內附的 docs/kefu-yaml.schema.json。",
    faq: `# 服務

## 客服幾點上班？

知識ID：faq-001

相似問：

- 你們什麼時間有人接電話
- 週末有客服嗎
- 晚上還找得到人嗎

專人客服每天 9:00 至 21:00 在線，其他時間可以先詢問機器人。

## 怎麼申請退款？

知識ID：faq-002

相似問：

- 我想把錢退回來
- 東西不要了怎麼退錢
- 退款要在哪裡按

在「我的訂單」打開該筆訂單，按「申請退款」，選好原因後送出。審核通過後，款項會退回原付款方式，一般需要 1 至 3 個工作天。

## 怎麼修改登入密碼？

知識ID：faq-003

相似問：

- 密碼忘了怎麼辦
- 登入不了想換個密碼
- 在哪裡改密碼

在登入頁按「忘記密碼」，用註冊的手機號碼收取驗證碼，依提示設定新密碼。
`,
    nlu: [
      ["greet", ["你好", "您好", "在嗎", "有人嗎", "早安", "午安", "hello", "喂你好", "哈囉", "您好呀"]],
      [
        "ask_human",
        [
          "轉真人",
          "我要找真人客服",
          "專人服務",
          "幫我轉真人",
          "叫你們客服來",
          "不想跟機器人講",
          "接真人",
          "找客服",
          "換個人跟我講",
          "麻煩轉接專人",
        ],
      ],
      [
        "goodbye",
        [
          "再見",
          "掰掰",
          "好的沒事了",
          "先這樣",
          "沒有別的問題了",
          "謝謝再見",
          "那我掛了",
          "結束吧",
          "下次再聊",
          "不用了再見",
        ],
      ],
      [
        "opening_hours",
        [
          "你們幾點上班",
          "營業到幾點",
          "週末有沒有人",
          "假日休息嗎",
          "晚上幾點下班",
          "什麼時間聯絡得到你們",
          "現在還在上班嗎",
          "服務時間",
          "客服在線時間是多久",
          "明天上班嗎",
        ],
      ],
      [
        "refund",
        [
          "我要退款",
          "錢怎麼退",
          "申請退錢",
          "不想要了能退嗎",
          "退款多久入帳",
          "退款在哪裡申請",
          "買錯了想退",
          "把錢退給我",
          "怎麼退貨退款",
          "退款進度",
        ],
      ],
      [
        "change_password",
        [
          "改密碼",
          "忘記密碼了",
          "密碼重設",
          "登入密碼怎麼換",
          "密碼不對登不進去",
          "想設定新密碼",
          "找回密碼",
          "帳號登不進去",
          "密碼怎麼修改",
          "換個登入密碼",
        ],
      ],
    ],
    greeting: "您好，請問有什麼可以幫您？",
    farewell: "感謝您的詢問，再見！",
    handover: "好的，正在為您轉接專人，請稍候。",
    handoverGroup: "綜合",
    test: { suite: "起步", question: "週末找得到客服嗎", answer: "9:00", human: "幫我轉真人客服" },
  },
  en: {
    comment: "# Settings of this workspace. docs/kefu-yaml.schema.json of kefu lists everything that may stand here.",
    faq: `# Service

## When is customer service open?

ID: faq-001

Similar questions:

- what are your opening hours
- can I reach someone at the weekend
- is anybody there in the evening

Our team is here every day from 9:00 to 21:00. At other times the bot can help you.

## How do I ask for a refund?

ID: faq-002

Similar questions:

- I want my money back
- I do not want it any more, how do I return it for money
- where is the refund button

Open the order under “My orders”, choose “Request a refund”, give a reason and send it. Once it is approved, the money goes back to the way you paid, usually within 1 to 3 working days.

## How do I change my password?

ID: faq-003

Similar questions:

- I forgot my password
- I cannot log in and need a new password
- where can I change the password

Choose “Forgot password” on the login page, enter the code we send to your phone, and set a new password.
`,
    nlu: [
      [
        "greet",
        [
          "hello",
          "hi",
          "hi there",
          "good morning",
          "good afternoon",
          "hey",
          "anyone there",
          "hello again",
          "good evening",
          "greetings",
        ],
      ],
      [
        "ask_human",
        [
          "agent",
          "let me talk to a person",
          "human please",
          "I want a real person",
          "connect me to an agent",
          "can I speak to someone",
          "no more bots",
          "transfer me",
        ],
      ],
      [
        "goodbye",
        ["bye", "goodbye", "that is all", "see you", "nothing else", "thanks bye", "have a nice day", "I am done"],
      ],
    ],
    greeting: "Hello, how can I help you?",
    farewell: "Thank you for getting in touch. Goodbye!",
    handover: "All right, I am connecting you to a colleague. One moment please.",
    handoverGroup: "general",
    test: {
      suite: "first steps",
      question: "can I reach somebody on the weekend",
      answer: "9:00",
      human: "please connect me to a human agent",
    },
  },
};

/**
 * The files of a new workspace that works at once: settings, a first FAQ, first intents, a flow and a test.
 * @param name name of the bot
 * @param locale language of the examples and of the bot's own words
 */
export function starterFiles(name: string, locale: Locale): { file: string; text: string }[] {
  const starter = STARTERS[locale];
  const settings = {
    version: 1,
    name,
    locale,
    kb: { sources: ["faq/"] },
    nlu: { data: ["nlu/"] },
    decide: { max_wrong_answer_rate: 0.05 },
    bot: { flows: ["flows/"], tests: ["tests/"], handover: { group: starter.handoverGroup } },
    records: { path: "records/" },
  };
  const intents = starter.nlu.map(([intent, examples]) => ({
    intent,
    examples: examples.map((example) => `- ${example}\n`).join(""),
  }));
  const flows = {
    flows: [
      {
        id: "ask_human",
        intents: ["ask_human"],
        steps: [{ say: starter.handover }, { handover: { group: starter.handoverGroup, reason: "asked" } }],
      },
    ],
    replies: { greet: starter.greeting, goodbye: starter.farewell },
  };
  const { suite, question, answer, human } = starter.test;
  const tests = {
    suite,
    cases: [
      {
        name: question,
        turns: [{ user: question, expect: { decision: "answer", entry: "faq-001", text: { contains: answer } } }],
      },
      {
        name: human,
        turns: [{ user: human, expect: { decision: "handover", handover: { group: starter.handoverGroup } } }],
      },
    ],
  };
  return [
    { file: CONFIG_FILE, text: `${starter.comment}\n${stringify(settings)}` },
    { file: "faq/faq.md", text: starter.faq },
    { file: "nlu/nlu.yml", text: stringify({ version: "3.1", nlu: intents }) },
    { file: "flows/flows.yaml", text: stringify(flows) },
    { file: "tests/first.yaml", text: stringify(tests) },
    { file: ".gitignore", text: ".kefu/\nkefu.local.yaml\n" },
  ];
}
