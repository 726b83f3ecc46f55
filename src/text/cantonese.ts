/** Words of Cantonese as it is spoken, in folded characters, each with the one that is written for it; longer ones stand before their parts. */
const WORDS =
  "可唔可以 可不可以|会唔会 会不会|要唔要 要不要|使唔使 要不要|识唔识 会不会|得唔得 可以吗|系唔系 是不是|系咪 是不是|有冇 有没有|" +
  "点解 为什么|点样 怎么|点算 怎么办|点先 怎么才|边度 哪里|边个 谁|几时 什么时候|几多钱 多少钱|几多 多少|几耐 多久|几钱 多少钱|乜嘢 什么|" +
  "佢哋 他们|我哋 我们|你哋 你们|呢个 这个|嗰个 那个|呢度 这里|嗰度 那里|唔见咗 丢了|唔见 丢|唔使 不用|唔得 不行|唔知 不知道|" +
  "而家 现在|寻日 昨天|听日 明天|返工 上班|放工 下班|" +
  "攞 拿|搵 找|揾 找|睇 看|嚟 来|喺 在|嘅 的|咗 了|冇 没有|唔 不|佢 他|啲 些|嗰 那|咁 这么|咩 什么|畀 给|俾 给";

let words: readonly (readonly [spoken: string, written: string])[] | undefined;

/**
 * Normalised text with the words of spoken Cantonese as they are written (點樣 → 怎么, 唔見咗 → 丢了).
 * @param isKnown whether a word is known as it is spoken: it stays then
 */
export function asWritten(normalised: string, isKnown: (spoken: string) => boolean): string {
  words ??= WORDS.split("|").map((pair) => pair.split(" ") as [string, string]);
  return words.reduce(
    (text, [spoken, written]) => (text.includes(spoken) && !isKnown(spoken) ? text.replaceAll(spoken, written) : text),
    normalised,
  );
}
