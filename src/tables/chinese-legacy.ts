/**
 * GB18030 or Big5? Almost any text of one is valid in the other, so both readings are weighed by how much they look
 * like written Chinese: the commonest characters count most, characters of the first (common) plane of either standard
 * count a little, rare characters and foreign scripts count against.
 */

/** Characters that make up about half of everyday and customer-service Chinese, in both scripts. */
const COMMONEST = new Set(
  "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼" +
    "去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外" +
    "将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比" +
    "员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運" +
    "请請您谢謝费費付款退单單订訂货貨寄送账帳户戶号號码碼密卡银銀客服申办辦证證明需查询詢线線网網站登录錄注册冊查看联联系聯繫支持银行优優惠券积積员會员卡额額利率贷貸还款险險税稅缴繳纳納课课程課費答案标標准準类类目似態状狀态编編" +
    "，。？！、：；“”‘’「」『』（）《》【】…—",
);

function decodeRange(encoding: string, lead: [number, number], trails: [number, number][]): Set<string> {
  const bytes: number[] = [];
  for (let high = lead[0]; high <= lead[1]; high++) {
    for (const [from, to] of trails) for (let low = from; low <= to; low++) bytes.push(high, low);
  }
  return new Set(new TextDecoder(encoding).decode(new Uint8Array(bytes)));
}

let everyday: Set<string> | undefined;

/** First plane of GB 2312 (3,755 characters, rows 16–55) and of Big5 (5,401 characters). */
function everydayCharacters(): Set<string> {
  everyday ??= new Set([
    ...decodeRange("gb18030", [0xb0, 0xd7], [[0xa1, 0xfe]]),
    ...decodeRange(
      "big5",
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ]);
  return everyday;
}

/** Enough to decide by, and little enough to be quick on a large file. */
const SAMPLE = 20_000;

/** Mean weight of the characters outside ASCII, about −2 (noise) to 3 (plain Chinese). */
function plausibility(text: string): number {
  const common = everydayCharacters();
  let sum = 0;
  let count = 0;
  for (const char of text) {
    if (char < "\u0080") continue;
    count++;
    if (COMMONEST.has(char)) sum += 3;
    else if (/[\u3000-\u303f\uff00-\uffef·•–×°€＋－]/.test(char)) sum += 0.5;
    else if (/\p{Script=Han}/u.test(char)) sum += common.has(char) ? 0.5 : -1;
    else sum -= 2;
    if (count >= SAMPLE) break;
  }
  return count === 0 ? 0 : sum / count;
}

/** Bytes that the encoding is told by; more than enough for {@link SAMPLE} characters. */
const SAMPLE_BYTES = 262_144;

function decodeStrictly(bytes: Uint8Array, encoding: string, part: boolean): string | undefined {
  try {
    // A sample may end in the middle of a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: part });
  } catch {
    return undefined;
  }
}

/** Below this the reading is no Chinese text. */
const LEAST = -0.4;

/** The reading of bytes that are not UTF-8, or `undefined` when they read as Chinese in neither encoding. */
export function decodeChineseLegacy(bytes: Uint8Array): { text: string; encoding: "gb18030" | "big5" } | undefined {
  const part = bytes.length > SAMPLE_BYTES;
  const readings = (["gb18030", "big5"] as const).flatMap((encoding) => {
    const text = decodeStrictly(bytes.subarray(0, SAMPLE_BYTES), encoding, part);
    return text === undefined ? [] : [{ text, encoding, weight: plausibility(text) }];
  });
  for (const { text, encoding, weight } of readings.sort((a, b) => b.weight - a.weight)) {
    if (weight < LEAST) return undefined;
    const whole = part ? decodeStrictly(bytes, encoding, false) : text;
    if (whole !== undefined) return { text: whole, encoding };
  }
  return undefined;
}
