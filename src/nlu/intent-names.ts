/**
 * The words of an intent's name, as one more example of it: `card_arrival`, `FindConnection`, `faq/ask_price`, `查订单`. With few
 * examples it says something that they do not; with many it is one among them.
 */
export function nameAsExample(intent: string): string {
  return intent
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
