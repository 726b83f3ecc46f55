// Characters that are mistaken for one another when read or written by hand, in groups; both scripts.
const GROUPS =
  "己已巳 未末 土士 人入八 日曰 天夫无 贷货贺 贷袋 帐账胀 待侍持 订钉盯 拨拔 折拆析 晴睛 清请情 请谓 今令 干千于 大太犬 王玉主 间问闻闲 " +
  "名各 免兔 乌鸟 即既 历厉 候侯 辨辩辫 治冶 洽恰 幕墓暮慕募 密蜜 度渡 经轻径 科料 粗租组祖 级极吸 体休 住往佳注 使便 侵浸 很狠限退根 跟根 银很 " +
  "开井升并 关美送 复夏 查香 快块坏决 缺决 换唤 拍柏怕 功动加 加如 保堡 何可司 网冈同 周用月 目且自 白百日 息思恩 电甩由 申由田甲 号亏污 话活语括 " +
  "设没投 投抄 提堤 提题 期斯欺朝 朋服明 额领颁 顾顺须 顶项预 费贵责 员责贵 资盗咨 积枳和 和利私 称秒移 税脱锐说 缴激邀 渠梁 验险检捡 签鉴 监临 蓝篮 " +
  "师帅归 扫归打 扔扬场 灯订打 社杜牡 柱往桂 理埋里 存在 右石 力刀 刀刃 万方 办为 为力 东车 乐东 我找 找戎 手毛 毛手 卖买实 买头 收牧 改政 放故 " +
  "裏裡 還環 運連 連逢 選遷 貨貸 買賣 訂釘 請清情 該核 辦辨辯 帳張脹 陸陵 開關閉 問間聞 價償 賞償 優擾 惠恵 券卷 劵券 額領顧 續績 線綠緣 終級給 結給 " +
  "細組 電雷 話活 號虎 沒投 設說 說脫稅 稱移 積績 費貴責 貸貨 驗險檢 繳激 轉輸 輪輸 時持 無舞 過週 個固 來末";

let groups: ReadonlyMap<string, readonly string[]> | undefined;

/** Characters that look like one; empty when the list knows none. */
export function lookAlikes(character: string): readonly string[] {
  groups ??= build();
  return groups.get(character) ?? [];
}

function build(): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const group of GROUPS.split(" ")) {
    for (const one of group) {
      const others = result.get(one) ?? [];
      for (const other of group) if (other !== one && !others.includes(other)) others.push(other);
      result.set(one, others);
    }
  }
  return result;
}
