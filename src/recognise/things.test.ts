import { describe, expect, it } from "vitest";
import { recognise } from "./recognise.js";

const found = (text: string): string[] => recognise(text).map((span) => `${span.kind} ${span.text} = ${span.value}`);

type Case = [text: string, ...expected: string[]];

describe("numbers in words", () => {
  it.each<Case>([
    ["零下的负二十五", "number 负二十五 = -25"],
    ["卅六個", "number 卅六 = 36"],
    ["forty-two rooms", "number forty-two = 42"],
    ["about three thousand and ten calls", "number three thousand and ten = 3010"],
    ["a hundred seats", "number a hundred = 100"],
    ["负18", "number 负18 = -18"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["no one", "two-factor", "one two three", "一分钱一分货", "七七八八", "四分之三", "三三两两", "一次"])(
    "none in %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("money in words", () => {
  it.each<Case>([
    ["一共三块七毛五分", "money 三块七毛五分 = 3.75 CNY"],
    ["每条五分钱", "money 五分钱 = 0.05 CNY"],
    ["退我二十五块呀", "money 二十五块 = 25 CNY"],
    ["六块六包邮", "money 六块六 = 6.6 CNY"],
    ["收咗我八蚊", "money 八蚊 = 8 HKD"],
    ["澳門幣三百元", "money 澳門幣三百元 = 300 MOP"],
    ["1,050英镑", "money 1,050英镑 = 1050 GBP"],
    ["fifteen euros", "money fifteen euros = 15 EUR"],
    ["新臺幣1萬元", "money 新臺幣1萬元 = 10000 TWD"],
    ["三块五一斤", "money 三块五 = 3.5 CNY"],
    ["花了两百块钱", "money 两百块钱 = 200 CNY"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["三块电池", "两块手表", "一块去", "八角", "一毛不拔", "十二块屏幕", "欧元区", "蚊子"])(
    "none in %s",
    (text) => {
      expect(recognise(text, ["money"])).toEqual([]);
    },
  );
});

describe("numbers to call", () => {
  it.each<Case>([
    ["拨打12345投诉", "phone 12345 = 12345"],
    ["客服热线是95559", "phone 95559 = 95559"],
    ["我号码一五九，零零八八，一二三四", "phone 一五九，零零八八，一二三四 = 15900881234"],
    ["致電 2810 6655", "phone 2810 6655 = 28106655"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["积分有95588", "一三五七九", "編號 2810 6655", "沒人接電話，單號28106655", "金额12345元"])(
    "none in %s",
    (text) => {
      expect(recognise(text, ["phone"])).toEqual([]);
    },
  );
});

describe("identity cards of Hong Kong and Taiwan", () => {
  it.each<Case>([["身分證 a123456789", "id_card a123456789 = A123456789"]])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["A123456(4)", "C668668(8)", "A123456780", "订单A123456789", "A323456789"])("none in %s", (text) => {
    expect(recognise(text, ["id_card"])).toEqual([]);
  });
});

it("a number of Hong Kong has one right check digit, with one letter or two, and needs brackets or a word", () => {
  expect(found(`WX123456(${hongKong("WX123456")})`)).toHaveLength(1);
  expect(recognise(`HKID: K765432${hongKong("K765432")}`)[0]).toMatchObject({ kind: "id_card", region: "HK" });
  expect(recognise(`K765432${hongKong("K765432")}`, ["id_card"])).toEqual([]);
});

/** The check digit, by trying: only one of the eleven makes the sum a multiple of 11. */
function hongKong(stem: string): string {
  const digits = [..."0123456789A"].filter((digit) => recognise(`${stem}(${digit})`, ["id_card"]).length === 1);
  expect(digits).toHaveLength(1);
  return digits[0]!;
}

describe("orders and parcels", () => {
  it.each<Case>([
    ["订单 70215 没到", "order_id 70215 = 70215"],
    ["Order ID: ab-4471-x", "order_id ab-4471-x = ab-4471-x"],
    ["訂單編號 5512", "order_id 5512 = 5512"],
    ["运单号7700123456789", "tracking 7700123456789 = 7700123456789"],
    ["EMS RB123456785CN", "tracking RB123456785CN = RB123456785CN"],
    ["jd0012345678901", "tracking jd0012345678901 = jd0012345678901"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["RB123456784CN", "1Z999AA10123456785", "SF123456789", "运单7天没动"])("no parcel in %s", (text) => {
    expect(recognise(text, ["tracking"])).toEqual([]);
  });

  it.each(["订单5000元以上", "订单2026年的", "I order 5000 boxes", "订单12345%"])("no order in %s", (text) => {
    expect(recognise(text, ["order_id"])).toEqual([]);
  });

  it("a parcel is an order where only orders are asked for", () => {
    expect(recognise("SF1234567890123", ["order_id"]).map(({ value }) => value)).toEqual(["SF1234567890123"]);
  });
});

describe("cities", () => {
  it.each<Case>([
    ["哈尔滨市和乌鲁木齐", "city 哈尔滨市 = 哈尔滨", "city 乌鲁木齐 = 乌鲁木齐"],
    ["寄去紐約定三藩市", "city 紐約 = 纽约", "city 三藩市 = 旧金山"],
    ["我在中山", "city 中山 = 中山"],
    ["开封市有店吗", "city 开封市 = 开封"],
    ["西安全程顺丰", "city 西安 = 西安"],
    ["from xi'an to kuala lumpur", "city xi'an = 西安", "city kuala lumpur = 吉隆坡"],
    ["長沙發貨嗎", "city 長沙 = 长沙"],
    ["到上海话费贵吗", "city 上海 = 上海"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "南京西路",
    "重慶南路口",
    "上海银行",
    "北京大學",
    "扬州炒饭",
    "桂林米粉",
    "开封了还能退吗",
    "欢迎来宾",
    "三明治",
    "日照时间",
    "东西安装好了",
    "完成都要确认",
    "湖北京东仓",
    "长沙发",
    "盛大庆典",
    "中山公园",
    "nara",
    "London Road",
    "the New York Times",
    "Paristown",
  ])("none in %s", (text) => {
    expect(recognise(text, ["city"])).toEqual([]);
  });
});
