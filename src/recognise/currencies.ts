import type { Found } from "./span.js";

/** How each currency is written, before or behind its amount; the first that fits a text is meant. */
export const CURRENCIES: readonly [pattern: string, currency: string, region?: Found["region"]][] = [
  [String.raw`NT\$|NT(?=\d)|TWD|NTD|新台[币幣]|新臺幣|台[币幣]|臺幣`, "TWD", "TW"],
  [String.raw`HK\$|HKD|港[币幣元纸紙]|Hong Kong dollars?`, "HKD", "HK"],
  [String.raw`MOP\$?|澳门[币元幣]|澳門[幣元币]|葡[币幣]|patacas?`, "MOP", "MO"],
  [String.raw`S\$|SGD|新加坡[元币幣]|新[币幣]`, "SGD"],
  [String.raw`A\$|AUD|澳[元币幣]`, "AUD"],
  [String.raw`CA\$|C\$|CAD|加[元币幣]`, "CAD"],
  [String.raw`US\$|USD|\$|美[元金刀]|US dollars?|dollars?|bucks`, "USD"],
  [String.raw`€|EUR|欧元|歐元|euros?`, "EUR"],
  [String.raw`£|GBP|英[镑鎊]|pounds? sterling`, "GBP"],
  [String.raw`JPY|日[元圆圓币幣]|円`, "JPY"],
  [String.raw`KRW|₩|[韩韓][元币幣圆圓]`, "KRW"],
  [String.raw`THB|泰[铢銖]|baht`, "THB"],
  [String.raw`[¥￥]|RMB|CNY|人民[币幣]|yuan|renminbi`, "CNY", "CN"],
];

export const CURRENCY = CURRENCIES.map(([pattern]) => pattern).join("|");
