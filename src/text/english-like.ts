// English words that can be cut into pinyin (change: chang e, time: ti me), among the words that questions are made of.
const WORDS =
  "a an i he she me you can are am like one time more see name area data date same range here house take taken make made " +
  "line capita taxi long open mode run case change changed base size sequence side longer page nice delete future care " +
  "reading re database due man men license eat eating late language release disease site seen meeting came come palace game " +
  "dine meaning human datetime waiting lane cake generate ensure cache share along anyone mean entire rice cinema leading " +
  "dining rule age wake tea menu aware sense heading remaining easier wanting needing manage pane guide machine balance " +
  "minute secure police remote mine ride deleting face pending chance binding sending gate suite reduce quote pure piano " +
  "song nine ending be bin rename ran route editing saying medicine woman women decide generating nature leisure madame " +
  "orange acute mouse ate hate lie die cheese sun resume median mexican eye heating piece hesitate sea rang residence " +
  "guarantee payee hence genome demo pin opaque headache pancake polite danger silver measure hang patience candidate " +
  "resize bike media keeping tier tan tang angle quoting refuse policeman routine paying timing rude bite dance fine sale sales " +
  "guidance sine querying damage naming dealing wore pale pie denote regenerate simulate fan woke tie fence pan pen june " +
  "populate facilitate enhance bare buying ease antique limiting arise tee mini mailing shame magazine quota cute gun " +
  "mixing arena serialize erase sang dare huge eliminate chaining aside riding sake realize landing minimize ping tune " +
  "hunting dating mice desire cage lending lee bone ace mutate timeline memo retire rise suicide anger era gene linkage " +
  "delegate agen ware male canceling cancelling tire mere politician ocean adequate cabin queue heritage tea bee fee free " +
  "ha hi hen den ten ban bang sing king ring long bong pang yang hong rose nose use used pause cause because gain rain main " +
  "ai ma pa pi mu la de en la re mi fa so li ye yes no go do to so wan bike bake baking hike hiking like liking mailing " +
  "renewing paging sewing mining gaming hanging banging singing ringing changing chasing tuning dining lining fining wining " +
  "wage wages bare sure lure cure pure hire hired tired fired wired hide wide wise wine fame tame lame shade shape shaken " +
  "heal healing wear bear tear near gear hear fear year year pain pan lain laid paid said maid aid mail nail tail sail bail";

let words: ReadonlySet<string> | undefined;

/** True for a word that an English question may well hold although it reads as pinyin too. */
export function mayBeEnglish(word: string): boolean {
  words ??= new Set(WORDS.split(" "));
  return words.has(word);
}
