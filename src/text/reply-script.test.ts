import { describe, expect, it } from "vitest";
import { inReplyScript, replyLocaleOf } from "./reply-script.js";

describe("replyLocaleOf", () => {
  it("tells Hong Kong's writing from Taiwan's", () => {
    const hongKong =
      "點樣退貨，運費邊個出|我嘅訂單喺邊度|張單幾時先到|可唔可以開發票|係咪要俾運費|點解咁耐都未到|信用咭年費幾多|我想改電郵，點樣改|轉賬限額係幾多|唔該，我想查戶口結餘|網上付款失敗，短訊收唔到";
    expect(hongKong.split("|").filter((text) => replyLocaleOf(text) !== "zh-HK")).toEqual([]);
    const taiwan =
      "運費怎麼算|可以開統一發票嗎|訂單什麼時候會到|請問退款要多久|我要改電子郵件|簡訊收不到|網路斷線怎麼辦|喂，聽得到嗎|欸，這個包裹咧";
    expect(taiwan.split("|").filter((text) => replyLocaleOf(text) !== "zh-TW")).toEqual([]);
  });

  it("leaves Simplified, English and undecided text as they are", () => {
    expect(replyLocaleOf("点解我的单仲未到")).toBe("zh-CN");
    expect(replyLocaleOf("运费怎么算")).toBe("zh-CN");
    expect(replyLocaleOf("how do I pay")).toBe("en");
    expect(replyLocaleOf("我要退款")).toBeUndefined();
    expect(replyLocaleOf("123")).toBeUndefined();
    expect(replyLocaleOf("zenme tuikuan")).toBeUndefined();
    expect(replyLocaleOf("tk")).toBeUndefined();
    expect(replyLocaleOf("refund")).toBe("en");
  });
});

describe("inReplyScript", () => {
  it("writes each region's characters and Taiwan's words", () => {
    expect(inReplyScript("软件里的账户", "zh-TW")).toBe("軟體裡的帳戶");
    expect(inReplyScript("软件里的账户", "zh-HK")).toBe("軟件裏的賬户");
    expect(inReplyScript("軟體裡的帳戶", "zh-CN")).toBe("软体里的帐户");
    expect(inReplyScript("退款 refund", "en")).toBe("退款 refund");
    expect(inReplyScript("Open the order page.", "zh-TW")).toBe("Open the order page.");
  });

  it("leaves code, links, addresses, tags and placeholders alone", () => {
    const text =
      '请看[退货说明](https://a.example/退货/说明.html "说明")，访问https://a.example/帮助/订单.html?类=1查看详情，或运行`查询 订单`：\n```\n打开 订单\n```\n<a href="/订单">订单</a>，您的号码{订单.编号}，见 www.a.example/发票/1。\n[1]: /说明/订单';
    expect(inReplyScript(text, "zh-TW")).toBe(
      '請看[退貨說明](https://a.example/退货/说明.html "说明")，訪問https://a.example/帮助/订单.html?类=1檢視詳情，或執行`查询 订单`：\n```\n打开 订单\n```\n<a href="/订单">訂單</a>，您的號碼{订单.编号}，見 www.a.example/发票/1。\n[1]: /说明/订单',
    );
  });

  it("leaves text that is in the script already", () => {
    expect(inReplyScript("皇后大道的訂單", "zh-HK")).toBe("皇后大道的訂單");
    expect(inReplyScript("皇后大道的訂單", "zh-TW")).toBe("皇后大道的訂單");
  });
});
