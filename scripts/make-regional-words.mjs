// Writes src/text/regional-words.ts: words of Taiwan and Hong Kong and what the mainland says for them, for matching.
//   npm run build && node scripts/make-regional-words.mjs
// From OpenCC's tables of regional words and the list below. Words that any of them takes for one another are one class,
// and a class is replaced by one of its words: which one does not matter, as long as index and query have the same.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import hongKongPhrases from "opencc-js/dict/HKPhrases";
import taiwanPhrases from "opencc-js/dict/TWPhrases";
import prettier from "prettier";
import { foldCharacters } from "../dist/text/simplified.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Everyday words and spellings that OpenCC leaves alone, in Simplified characters: the mainland's word, then others. */
const OWN = `
公交车 公车|地铁 捷运|摩托车 机车|自行车 单车|邮政编码 邮递区号 邮编|手机 行动电话 移动电话 手提电话|电子邮件 电邮|
电子邮箱 电子信箱|网上银行 网路银行 网络银行 网银|取款机 提款机 柜员机|取款 提款|优惠券 折价券 抵用券|快递 宅配|
投诉 客诉|质量 品质|照片 相片|笔记本电脑 笔电|智能手机 智慧型手机|充电宝 行动电源|路由器 分享器|充值 储值 加值|
身份 身分|小学 国小|初中 国中|幼儿园 幼稚园|停车位 停车格|空调 冷气|燃气 瓦斯|盒饭 便当|星期 礼拜|死机 当机|
信息安全 资安|通过 透过|回复 回覆|答复 答覆|缴纳 缴交|罚款 罚锾|租房 租屋|志愿者 志工 义工|计划 计画|规划 规画|
记录 纪录|联系 连络 连系|部分 部份|充分 充份|什么 甚么|信用卡 信用咭|卡片 咭片|项目 专案|质保 保固|保修 保固|
出租车 计程车 的士|自动柜员机 自动提款机|手机号 手机号码|银行卡 金融卡
`;
/** A rule of OpenCC that would join words which have nothing to do with each other. */
const NOT = new Set(["万象", "永珍"]);

const isHan = (word) => /^[\u4e00-\u9fff]+$/u.test(word);
const parent = new Map();
const find = (word) => {
  let at = word;
  while (parent.has(at) && parent.get(at) !== at) at = parent.get(at);
  return at;
};
const groups = [];
for (const table of [taiwanPhrases, hongKongPhrases]) {
  for (const entry of table.split("|")) groups.push(entry.split(" ").map(foldCharacters));
}
for (const entry of OWN.replaceAll("\n", "").split("|")) groups.push(entry.split(" "));
for (const group of groups) {
  if (!group.every(isHan) || group.some((word) => NOT.has(word))) continue;
  for (const word of group) if (!parent.has(word)) parent.set(word, word);
  for (const word of group.slice(1)) parent.set(find(word), find(group[0]));
}
const rank = new Map(
  readFileSync(path.join(root, "models/bilingual-static/vocab.txt"), "utf8")
    .split("\n")
    .map((word, at) => [word, at]),
);
const classes = new Map();
for (const word of parent.keys()) classes.set(find(word), [...(classes.get(find(word)) ?? []), word]);

const rules = new Map();
for (const words of classes.values()) {
  const sorted = [...words].sort(
    (a, b) => (rank.get(a) ?? 1e9) - (rank.get(b) ?? 1e9) || a.length - b.length || (a < b ? -1 : 1),
  );
  for (const word of words) rules.set(word, sorted[0]);
}
const longest = Math.max(...[...rules.keys()].map((word) => word.length));
function convert(text, own) {
  let out = "";
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && (!rules.has(text.slice(at, at + length)) || text.slice(at, at + length) === own)) length--;
    const word = text.slice(at, at + length);
    out += word === own ? word : (rules.get(word) ?? word);
    at += length;
  }
  return out;
}
// A rule that changes nothing is kept only where it protects its word from the rules for parts of it.
for (const [word, to] of [...rules]) {
  if (word === to && convert(word, word) === word) rules.delete(word);
}
const rows = [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]) => `${from} ${to}`);
const source = `// Written by scripts/make-regional-words.mjs, mostly from OpenCC's tables (Apache-2.0); do not edit by hand.

/** Words that regions have for the same thing, in folded characters, and the one that stands for all. */
export const REGIONAL_WORDS = ${JSON.stringify(rows.join("|"))};
`;
const file = path.join(root, "src/text/regional-words.ts");
writeFileSync(file, await prettier.format(source, { ...(await prettier.resolveConfig(file)), parser: "typescript" }));
console.log(`rules ${rows.length}, bytes ${Buffer.byteLength(source)}`);
