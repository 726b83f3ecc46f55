import { describe, expect, it } from "vitest";
import { conceptsOf, isConcept } from "./concepts.js";
import { ENGLISH_WORDINGS_IN_PUBLIC } from "./english-wordings-in-public.js";
import { ENGLISH_WORDINGS } from "./english-wordings.js";
import { MORE_PARAPHRASES } from "./more-paraphrases.js";
import { normalise } from "./normalise.js";
import { PARAPHRASES_AT_HOME } from "./paraphrases-at-home.js";
import { PARAPHRASES_AT_WORK } from "./paraphrases-at-work.js";
import { PARAPHRASES_IN_PUBLIC } from "./paraphrases-in-public.js";
import { PARAPHRASES_OF_TRADE } from "./paraphrases-of-trade.js";
import { PARAPHRASES } from "./paraphrases.js";
import { stem } from "./stem.js";
import { lexicalTokens } from "./tokens.js";

const of = (text: string): string[] => conceptsOf(normalise(text));

/** Groups of lists, each a list of words. */
const groupsOf = (lists: readonly string[], between: string): string[][] =>
  lists.flatMap((list) => list.split("|")).map((group) => group.split(between));

// The first two were written one after the other and overlap: what stands in both counts twice, and recall fell when they were made one.
const grown = groupsOf([PARAPHRASES, MORE_PARAPHRASES], " ");
const domains = [PARAPHRASES_IN_PUBLIC, PARAPHRASES_AT_HOME, PARAPHRASES_AT_WORK, PARAPHRASES_OF_TRADE];
const others = groupsOf(domains, " ");
const chinese = [...grown, ...others];
const bilingual = groupsOf([ENGLISH_WORDINGS, ENGLISH_WORDINGS_IN_PUBLIC], ", ");
const isChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text);
const english = bilingual.map((group) => group.filter((text) => !isChinese(text)));

/** Who wants the one does not want the other. */
const OPPOSITES =
  "开通 取消|开通 关闭|启用 停用|启用 禁用|借用 出借|借书 还书|借钱 还钱|租用 出租|转入 转出|迁入 迁出|搬入 搬出|汇入 汇出|买入 卖出|购买 出售|买家 卖家|" +
  "存款 取款|存钱 取钱|充值 提现|入金 出金|登录 退出|开户 销户|注册 注销|绑定 解绑|冻结 解冻|锁定 解锁|入学 退学|休学 复学|入职 离职|上传 下载|导入 导出|" +
  "收款 付款|发货 收货|提前 延后|提前 延期|升级 降级|增加 减少|提高 降低|允许 禁止|同意 拒绝|批准 驳回|上架 下架|入住 退房|住院 出院|结婚 离婚|最高 最低|最多 最少|" +
  "上限 下限|投保 退保|出生 死亡|出境 入境|收入 支出|加选 退选|退货 换货|续约 解约|正本 副本|首次 末次";
const ENGLISH_OPPOSITES =
  "log in, log out|activate, deactivate|block, unblock|create account, delete account|upgrade, downgrade|deposit, withdraw|arrive, depart|" +
  "refund, pay|return, purchase|return, ship|subscribe, cancel subscription|permit, prohibit|hire, resign|approve, decline|connect, unlink|cancel, reserve|" +
  "loan, repay|restore, delete|slow, quick|borrow, lend|buy, sell|positive test, negative test";

/** Groups that hold both of a pair. */
function holdingBoth(groups: readonly string[][], pairs: readonly string[][]): string[] {
  return groups
    .filter((group) => pairs.some(([one, other]) => group.includes(one!) && group.includes(other!)))
    .map((group) => group.join(" "));
}

describe("concepts", () => {
  it("are the same for wordings of the same thing, in any script", () => {
    expect(of("怎么退钱")).toEqual(expect.arrayContaining(["≈退款"]));
    expect(of("退費要多久")).toEqual(expect.arrayContaining(["≈退款"]));
    expect(of("想不起來密碼")).toEqual(expect.arrayContaining(["≈忘记", "≈密码"]));
    expect(of("卡紙了，印不出來")).toContain("≈打印机");
    expect(of("今天天气")).toEqual([]);
    expect(of("zebra")).toEqual([]);
  });

  it("are found in English by stems, over the small words within a wording, and in mixed text", () => {
    for (const text of ["refund", "Refunded?", "I want to get my money back", "reimbursement", "我要refund"])
      expect(of(text)).toContain("≈退款");
    expect(of("send it back")).toEqual(["≈退货"]);
    expect(of("my card was stolen, lost card")).toEqual(["≈遗失", "≈卡丢了"]);
    expect(of("lost 3 cards")).toEqual(["≈遗失"]);
    expect(of("send money")).toEqual(["≈转账"]);
    expect(of("money")).toEqual([]);
  });

  it("stand among the lexical tokens", () => {
    expect(lexicalTokens("退钱").filter(isConcept)).toContain("≈退款");
  });

  it("are written in the form that texts are compared in", () => {
    expect(chinese.flat().filter((word) => normalise(word) !== word || word.length < 2)).toEqual([]);
    // Chinese ones are found within words, too: api would be in rapid.
    expect(chinese.flat().filter((word) => !isChinese(word))).toEqual([]);
    expect(english.flat().filter((text) => !/^[a-z]+(?: [a-z]+)*$/.test(text))).toEqual([]);
    expect(english.flat().filter((text) => normalise(text) !== text)).toEqual([]);
  });

  it("are of groups of two words or more, none twice, with names of their own", () => {
    const all = [...chinese, ...bilingual];
    expect(all.filter((group) => group.length < 2 || new Set(group).size < group.length)).toEqual([]);
    for (const lists of [chinese, bilingual]) expect(new Set(lists.map(([name]) => name)).size).toBe(lists.length);
  });

  it("are one in both languages where an English group has the name of a Chinese one", () => {
    expect(of("How do I get a refund?")).toEqual(of("退款").slice(0, 1));
    const names = new Set(chinese.map(([name]) => name));
    const named = bilingual.filter(([name]) => isChinese(name!));
    expect(named.filter(([name]) => !names.has(name))).toEqual([]);
    expect(bilingual.filter((group) => group.slice(1).some(isChinese))).toEqual([]);
  });

  it("have no word of English in two groups, and two of Chinese in two groups only where both lists were written for it", () => {
    const stems = english.flatMap((group) => group.map((text) => text.split(" ").map(stem).join(" ")));
    expect(stems.filter((text, at) => stems.indexOf(text) < at)).toEqual([]);
    const alike = others.filter((group) =>
      chinese.some((other) => other !== group && other.filter((word) => group.includes(word)).length > 1),
    );
    expect(alike).toEqual([]);
  });

  it("are never the same for opposites", () => {
    expect(holdingBoth(chinese, groupsOf([OPPOSITES], " "))).toEqual([]);
    expect(holdingBoth(english, groupsOf([ENGLISH_OPPOSITES], ", "))).toEqual([]);
  });
});
