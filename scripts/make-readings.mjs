// Writes src/text/readings.ts: how Chinese characters are read, without tones, for the search by sound.
//   node scripts/make-readings.mjs
// Characters and words are read by pinyin-pro. A word is kept where the readings of its characters by themselves, and of
// the shorter words in it, would be wrong. Words are those of OpenCC's dictionary and of the encoder's word list.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import simplifiedPhrases from "opencc-js/dict/STPhrases";
import { pinyin } from "pinyin-pro";
import prettier from "prettier";

const FIRST = 0x4e00;
const LAST = 0x9fff;
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const ROW = 128;
/** Of two readings the one that customers' questions have. */
const OWN_CHARACTERS = { 了: "le", 嗯: "en", 唔: "wu", 呒: "mu", 呗: "bei", 薄: "bao", 嗲: "dia", 哟: "yo" };
/** Words of service texts that a general dictionary lacks, by the reading of the character before the colon. */
const OWN_WORDS = `
行hang:银行 分行 总行 支行 央行 跨行 他行 本行 同行 行业 行号 行情 行长 行内 行员 行库 商行 招行 工行 建行 农行 中行 交行 开户行 发卡行 收单行 行距 车行 行家 行列 排行 行规 琴行 投行 代办行 换行 行动:xing
长zhang:校长 家长 院长 所长 处长 局长 市长 部长 会长 组长 店长 里长 科长 县长 董事长 队长 首长 班长 厂长 机长 站长 馆长 台长 秘书长 理事长 执行长 长大 成长 增长 生长 长者 年长 长辈 学长 长老 助长 长出
重chong:重新 重复 重庆 重置 重启 重试 重发 重设 重装 重来 重做 重登 重建 重填 重印 重开 重寄 重选 重领 重灌 重叠 双重 多重 重读 重考 重修 重拨 重绑 重签 重审 重申 重组 重传 重刷 重付 重整
还huan:还款 还钱 还清 还贷 还书 还给 还原 还完 还车 还债 还本 还息 归还 退还 偿还 返还 借还 送还 交还 奉还 还回 代还 应还 还卡 发还 缴还 已还 未还 还利 多还 少还 提前还 分期还 还信用卡 怎么还 还账 还机
还hai:还原来 还没 还是 还有 还要 还能 还会 还可 还不 还款:huan
了liao:了解 了结 了断 不了 不了解 得了吗 了不起 了事 明了 了如 了却 未了 终了 受得了 罢了:le
会kuai:会计
差chai:出差 差旅 差勤 邮差 差假 公差 差事 差遣 差费
乐yue:音乐 乐器 乐团 乐队 乐曲 乐谱 国乐 乐理 声乐 民乐 配乐
调diao:调查 调度 调用 调动 调取 调阅 调拨 调派 调任 调职 调课 调换 调令 调职 调出 调档 强调 外调 借调 商调
率shuai:率先 率领 草率 轻率 坦率 直率 表率
都du:首都 都市 成都 都会 大都会 都城 都更 都计 都发
得dei:总得 非得 必得
便pian:便宜
参shen:人参 海参 党参
校jiao:校对 校验 校正 校准
数shuo:数落
省xing:反省 自省
传zhuan:传记 自传
折she:折本
给ji:给付 供给 给予 配给 补给 给与 自给
种zhong:种类
降xiang:投降
间jian:时间
累lei:累计 累积
系ji:系好 系带 系鞋带 系安全带:ji
弹dan:子弹 炸弹
解jie:解决
盛cheng:盛饭
提di:提防
角jue:角色 主角
着zhao:着急 着火 着凉 睡着
着zhuo:着装 着手 着重 着陆 着色 穿着 沉着 着落
似shi:似的
的di:的确 目的 标的 的士:di
地di:地方
泊po:湖泊
曝bao:曝光
秘mi:秘书
塞se:堵塞 阻塞 闭塞
颤zhan:颤栗
尺chi:尺寸
称chen:称职 对称 称心 相称
仇chou:报仇
挣zheng:挣钱
血xue:血压
削xue:削减 剥削
创chuang:创伤
冲chong:冲突
奇ji:奇数
朝zhao:朝气
薄bo:薄弱 单薄 稀薄 薄利
薄bao:薄片
露lou:露面
落la:落下东西 丢三落四
模mu:模板 模样 模具
弄nong:弄丢
量liang:重量
差ci:参差
重zhong:重要 重量 重点 重大 严重 轻重 体重 重视 比重 超重 重型 重病 重伤 重症 毛重 净重 着重 注重 尊重
行xing:不行 进行 行程 旅行 执行 行驶 行政 实行 行为 发行 可行 流行 举行 运行 步行 行李 行车 通行 平行 出行 飞行 自行 行人 现行 行使 履行 施行 同行人 随行 绿行 行销 行事历 行动 推行 先行 另行 强行 试行 停行 行走 例行 先行赔付 同行人:xing
长chang:长度 长期 多长 长途 时长 延长 长短 长久 特长 长时间 长线 最长 长假 超长 长照 全长 较长
`;

const read = (text) => pinyin(text, { toneType: "none", type: "array", v: true });
const isHan = (word) => /^[\u4e00-\u9fff]{2,6}$/u.test(word);

const single = new Map();
for (let point = FIRST; point <= LAST; point++) {
  const character = String.fromCodePoint(point);
  const syllable = OWN_CHARACTERS[character] ?? read(character)[0];
  if (/^[a-z]{1,6}$/.test(syllable) && !/^(?:m|n|ng|hm|hng)$/.test(syllable)) single.set(character, syllable);
}
const syllables = [...new Set(single.values())].sort();

const own = new Map();
for (const line of OWN_WORDS.trim().split("\n")) {
  const [head, words] = line.split(/:(.*)/s);
  const [character, reading] = [head[0], head.slice(1)];
  for (const item of words.split(" ")) {
    const [word, other] = item.split(":");
    if (!own.has(word))
      own.set(
        word,
        [...word].map((one) => (one === character ? (other ?? reading) : single.get(one))),
      );
  }
}
const root = fileURLToPath(new URL("..", import.meta.url));
const vocabulary = readFileSync(path.join(root, "models/bilingual-static/vocab.txt"), "utf8").split("\n");
const candidates = new Set([
  ...own.keys(),
  ...vocabulary.filter((word) => isHan(word) && word.length <= 4),
  ...simplifiedPhrases
    .split("|")
    .map((entry) => entry.split(" ")[0])
    .filter((word) => isHan(word) && word.length <= 4),
]);

/** By longest match from the left, as src/text/reading.ts does. */
const words = new Map();
function readWith(text) {
  const result = [];
  for (let at = 0; at < text.length;) {
    let length = Math.min(4, text.length - at);
    while (length > 1 && !words.has(text.slice(at, at + length))) length--;
    result.push(...(words.get(text.slice(at, at + length)) ?? [single.get(text[at]) ?? "?"]));
    at += length;
  }
  return result;
}
for (const length of [2, 3, 4]) {
  for (const word of [...candidates].filter((one) => one.length === length).sort()) {
    // 了 is read liao in few words, all of them above; pinyin-pro takes every 了 at the beginning for one of them.
    if (!own.has(word) && word.includes("了")) continue;
    const wanted = own.get(word) ?? read(word);
    if (wanted.some((syllable) => !syllables.includes(syllable))) continue;
    if (length > 2 && !own.has(word) && [...word].some((one) => "行的".includes(one))) continue;
    if (wanted.join(" ") !== readWith(word).join(" ")) words.set(word, wanted);
  }
}

const code = (syllable) => {
  const number = syllable === undefined ? 0 : syllables.indexOf(syllable) + 1;
  return DIGITS[Math.floor(number / 36)] + DIGITS[number % 36];
};
const rows = [];
for (let start = FIRST; start <= LAST; start += ROW) {
  let row = "";
  for (let point = start; point < Math.min(start + ROW, LAST + 1); point++)
    row += code(single.get(String.fromCodePoint(point)));
  rows.push(row);
}

/** How common a syllable is: −log2 of its share in the word list, whose words stand by their frequency. */
const counts = new Map(syllables.map((syllable) => [syllable, 1e-6]));
let total = 0;
vocabulary.forEach((word, rank) => {
  if (!/^[\u4e00-\u9fff]{1,4}$/u.test(word)) return;
  for (const syllable of readWith(word)) {
    if (!counts.has(syllable)) continue;
    counts.set(syllable, counts.get(syllable) + 1 / (rank + 50));
    total += 1 / (rank + 50);
  }
});
const costs = syllables.map((syllable) => Math.min(35, Math.round(-2 * Math.log2(counts.get(syllable) / total))));

const byReading = [...words]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, reading]) => `${word}${reading.join("'")}`);
const source = `// Written by scripts/make-readings.mjs from what pinyin-pro (MIT) reads; do not edit by hand.

/** Syllables without tones, ü as v, each with how rare it is: a digit in base 36, half bits. */
export const SYLLABLES = ${JSON.stringify(syllables.map((syllable, at) => syllable + DIGITS[costs[at]].toUpperCase()).join(" "))};

/** Two digits in base 36 a character from U+4E00 on, ${ROW} characters a row: its syllable's place from 1, or 00. */
export const CHARACTERS: readonly string[] = ${JSON.stringify(rows)};

/** Words whose characters are read otherwise than by themselves. */
export const WORDS = ${JSON.stringify(byReading.join(" "))};
`;
const file = path.join(root, "src/text/readings.ts");
writeFileSync(file, await prettier.format(source, { ...(await prettier.resolveConfig(file)), parser: "typescript" }));
console.log(`syllables ${syllables.length}, words ${words.size}, bytes ${Buffer.byteLength(source)}`);
