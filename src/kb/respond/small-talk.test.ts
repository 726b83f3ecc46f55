import { describe, expect, it } from "vitest";
import { smallTalkOf, type SmallTalkKind } from "./small-talk.js";

const SAID: Readonly<Record<SmallTalkKind, string>> = {
  greeting:
    "你好|您好！|你好呀|哈囉|喂，你好|在吗|有人在吗|早上好|hi|Hello there!|hey|good morning|how are you?|hi, how are you doing|有冇人|客服在吗|👋",
  thanks:
    "谢谢|謝謝你|多谢啦|好的谢谢|唔該晒|thanks|Thank you so much!|thx|非常感谢您的帮助|thanks a lot for your help|谢谢，辛苦了|🙏|ok thanks",
  goodbye: "再见|拜拜|谢谢，再见|先这样吧|没有其他问题了|bye|goodbye, have a nice day|that's all, thanks|88|晚安|掰掰",
  identity:
    "你是机器人吗|你是真人还是机器人|你是誰|你叫什么名字|are you human?|are you a bot|who are you|Am I talking to a real person?|你系咪真人|你是不是ai|what's your name",
  ability: "你会什么|你能帮我做什么|what can you do?|有什么功能",
  chat: "讲个笑话|陪我聊聊天吧|今天天气怎么样|tell me a joke|好无聊啊|I'm bored|你会唱歌吗",
  apology: "对不起|不好意思，打错了|sorry|my bad",
  praise: "你真棒|太厉害了|很好|great job|you are very helpful|666|👍👍|awesome!|太好了，解决了",
  laughter: "哈哈|哈哈哈哈哈|呵呵|haha|lol|😂😂|2333",
  refusal:
    "不用了|不是|no|none of these|唔使啦|都不是|不是這個|以上都不是|都不是我要的|没有我要的|我不是问这个|none of the above|not that one|that's not what I meant|something else",
  acknowledgement:
    "好的|嗯嗯|知道了|ok|Got it|可以|明白了，好的|👌|就是这个|就是這個意思|没错，就是这个|係呀|exactly|yes, that's right|that one",
};

describe("smallTalkOf", () => {
  for (const [kind, said] of Object.entries(SAID)) {
    it(`knows ${kind}`, () => {
      const wrong = said
        .split("|")
        .map((text) => [text, smallTalkOf(text)])
        .filter(([, found]) => found !== kind);
      expect(wrong).toEqual([]);
    });
  }

  it("leaves everything else alone", () => {
    const questions =
      "你好，怎么退款|谢谢，那运费谁出|再见怎么说|退款|refund|hi, where is my order|你好笨|傻逼|你们服务太差了|好的，帮我查订单|机器人多少钱|早餐券怎么用|转人工|" +
      "人工|在吗？我的快递到哪了|我的卡丢了|没有收到货|不能退款吗|no refund yet|ok how do I pay|thanks but where is my refund|你是哪个快递公司|你们几点上班|天气险怎么买|" +
      "可以退吗|好评返现怎么领|怎么好评|对账|是否包邮|行李|拜托帮我查一下|help me cancel my order|what can you do about my refund|谢谢你妹|这个怎么退|就这个能退吗|不是这个价格吗|别的问题怎么查|that one is broken|13800138000|订单88|1|0";
    expect(questions.split("|").filter((text) => smallTalkOf(text) !== undefined)).toEqual([]);
    expect(smallTalkOf("")).toBeUndefined();
    expect(smallTalkOf("。。。")).toBeUndefined();
    expect(smallTalkOf("？")).toBeUndefined();
  });

  it("takes no time over long and repeated text", () => {
    expect(smallTalkOf("哈".repeat(50))).toBe("laughter");
    expect(smallTalkOf("好好".repeat(29) + "退")).toBeUndefined();
    expect(smallTalkOf("你好".repeat(5000))).toBeUndefined();
  });
});
