import { isHan, isLatin } from "./characters.js";
import { writingOf } from "./simplified.js";

/** `mixed`: characters of Simplified and of Traditional writing; `none`: no letters, or Chinese that does not tell. */
export type Script = "hans" | "hant" | "latin" | "mixed" | "none";

// Characters that Simplified writing uses for others (后 for 後) but that Traditional writing has in use too, or that
// Taiwan and Hong Kong write like the mainland: they do not tell. Those that are only a rare name or a printer's
// shorthand in Traditional text (么, 无, 广, 价, 愿, 党) are not among them.
const SHARED_WITH_TRADITIONAL =
  "克出千卷回秋吊同向周制胡糊致斗板才干家弦念托扣折合搜面里曲杆杯系志表冬丑升松娘梁彩只旗佛幸溪私征教尸辟局真熏舍困游夸栗注采暗修" +
  "症准划卜占凶挽欲云布旋席谷胄挨涌蒙核丰俊戚哄朱查御扎呆糖雕于凌漓杰台后岩岳奸沈几伙累余棱刮范噪僵扇咽酸拼姜筑郁朴吃拐吁咸泛皂" +
  "涂群峰床痴秘灶粽唇兑叁囱媪悦愠户捝揾敚棁榅氲涚温煴税緼脱腽卧蒀葱藴蜕輼醖愈喂佣棋恒巨昆捆泄蔑霉溯抵咨沾芸冢狸札跖矩逾虱麽即抬既玩恤晒踪雇却污胜";
const SHARED_WITH_SIMPLIFIED = "乾徵薹吒拚苧夥";

const SHARED = SHARED_WITH_TRADITIONAL + SHARED_WITH_SIMPLIFIED;

const telling = new Map<string, "hans" | "hant" | undefined>();

/** The script of a text by the characters that only one script has. */
export function detectScript(text: string): Script {
  const { hans, hant } = countScripts(text);
  if (hans > 0 && hant > 0) return "mixed";
  if (hans > 0) return "hans";
  if (hant > 0) return "hant";
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  return points.some(isLatin) && !points.some(isHan) ? "latin" : "none";
}

/** How many characters of a text belong to Simplified or to Traditional writing alone. */
export function countScripts(text: string): { hans: number; hant: number } {
  const count = { hans: 0, hant: 0 };
  for (const character of text) {
    if (character < "\u3400") continue;
    if (!telling.has(character)) telling.set(character, SHARED.includes(character) ? undefined : writingOf(character));
    const script = telling.get(character);
    if (script !== undefined) count[script]++;
  }
  return count;
}
