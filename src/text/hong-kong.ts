import { countScripts } from "./detect-script.js";

/** Written Cantonese, as hardly anything else is. */
const CANTONESE =
  /[嘅喺咗啲冇嚟佢哋嗰嘢㗎喎嘥諗谂嘞噃啩咁噉畀俾攞搵揾睇嚿瞓掟揸攰乜咩]|唔[該该係系好可得使知識识理到係啱会會见見通記记]|係咪|系咪|點[解樣算先]|点[解样算先]|邊[度個位]|边[度个位]|幾[多耐時]|几[多耐时]|[而依]家|聽日|听日|琴日|尋日|同埋|仲[有未可係系]|拎|返嚟|得唔得|有冇|呢[個度啲]|先至|啱啱|點知|唔使|幫我手|邊間|幾錢/gu;

/** What of that is also said elsewhere: not enough by itself. */
const ALSO_ELSEWHERE = /^(?:幾時|几时|幾多|几多|拎|咩|点算|點算|先至)$/u;

/** Spellings and words of Hong Kong, and what Taiwan has instead. */
const HONG_KONG =
  /[裏衞綫啓峯羣粧]|信用咭|咭|八達通|轉數快|櫃員機|短訊|電郵|網絡|軟件|硬件|速遞|身份證|戶口|轉賬|賬戶|賬單|賬號|網上|巴士|的士|質素|寬頻月費|流動電話|手提電話|增值|港鐵|支賬|月結單|屋企|收據|落單|埋單|打印|屏幕|視頻|數碼|文件夾|着數|冷氣機|自取點|順豐站|收貨點/gu;
const TAIWAN =
  /軟體|硬體|網路|簡訊|電子郵件|線上|帳[號戶單]|門號|統編|統一發票|身分證|資訊|螢幕|列印|滑鼠|行動電話|宅配|超商|計程車|捷運|數位|影片|程式|品質|預設|[喔欸耶唷囉咧齁]|裡|悠遊卡|台[灣北中南幣]|臺|健保|郵遞區號|貨到付款|刷卡|退刷/gu;

/**
 * Whether a text is written as in Hong Kong: in Cantonese words, or in Traditional characters with spellings and words of
 * Hong Kong that Taiwan does not share. Cantonese in Simplified characters is not: its writers read Simplified.
 */
export function isHongKong(text: string): boolean {
  const { hans, hant } = countScripts(text);
  if (hans > hant) return false;
  const spoken = [...text.matchAll(CANTONESE)].map(([word]) => word);
  if (spoken.some((word) => !ALSO_ELSEWHERE.test(word))) return true;
  if (hant === 0) return false;
  return count(text, HONG_KONG) + spoken.length > count(text, TAIWAN);
}

/** Whether a text has words or spellings of Taiwan, more than of Hong Kong. */
export function isTaiwan(text: string): boolean {
  return count(text, TAIWAN) > count(text, HONG_KONG);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
