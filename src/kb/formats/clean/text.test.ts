import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, strayPinyin } from "./text.js";

describe("strayPinyin", () => {
  it.each([
    ["系統(tǒng)对比", "(tǒng)"],
    ["服务（fú wù）热线", "（fú wù）"],
    ["银行(yínháng)业", "(yínháng)"],
    ["统(tong3)计", "(tong3)"],
    ["女(nǚ)士", "(nǚ)"],
    ["战略(zhànlüè)合作", "(zhànlüè)"],
    ["他们(men)说", "(men)"],
    ["热 线 (xiàn) 电", "(xiàn)"],
    ["传輸?shù)等", "?shù)"],
    ["夹g(shù)", "(shù)"],
    ["智能语音导航(IVR)与", ""],
    ["手机应用(app)里", ""],
    ["安(an)全", ""],
    ["数据(data)库", ""],
    ["咖啡(café)馆", ""],
    ["方案(A1)与", ""],
    ["价格(men)区", ""],
    ["(tǒng)一", ""],
    ["Bus (àn) stop", ""],
  ])("%s", (text, found) => {
    expect(strayPinyin(text).map((one) => one.text)).toEqual(found === "" ? [] : [found]);
  });
});

describe("cleanText", () => {
  it("takes out what is no text, and counts it", () => {
    expect(cleanText("系统(tǒng)支\u00ad持\u200b\n\n\n\n服 务 热 线：1234 \u202e")).toEqual({
      text: "系统支持\n\n服务热线：1234",
      removed: [
        { kind: "pinyin", count: 1 },
        { kind: "spaces", count: 3 },
        { kind: "invisible", count: 3 },
      ],
    });
  });

  it.each(["张三 李四 王五", "一、 总则", "“被动” 到 “主动”", "👨\u200d👩\u200d👧", "电话(IVR) 99.5%", "a\n\nb"])(
    "leaves %s alone",
    (text) => {
      expect(cleanText(text)).toEqual({ text, removed: [] });
    },
  );

  it("changes nothing more the second time", () => {
    const piece = fc.constantFrom(
      "统",
      "(tǒng)",
      " ",
      "服",
      "务",
      "\u200b",
      "\n",
      "（fú wù）",
      "abc",
      "99.5%",
      "：",
      "\u3000",
      "?shù)",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = cleanText(pieces.join("")).text;
        expect(cleanText(once)).toEqual({ text: once, removed: [] });
      }),
    );
  });
});
