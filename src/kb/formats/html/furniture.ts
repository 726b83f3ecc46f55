import type { Block } from "../blocks/blocks.js";

const CONTACT =
  /(?:ICP备|ICP證|许可证|許可證|公网安备|备案号|©|copyright|版权所有|版權所有|all rights reserved)|^(?:(?:公司|联系|聯絡|办公|通讯|通訊)?地址|邮编|郵遞區號|(?:客服|服务|服務|联系|聯絡|咨询|諮詢)?(?:电话|電話|热线|熱線|专线|專線)|(?:电子)?邮箱|電子郵件|(?:人工)?(?:服务|服務)(?:时间|時間)|传真|傳真|address|phone|tel|fax|e-?mail)\s*[:：]/i;
const LONGEST_LABEL = 16;
const SHORTEST_RUN = 5;

/** A few words without a sentence, as buttons and menus have. */
function isLabel({ kind, text }: Block): boolean {
  if (kind !== "paragraph" && kind !== "heading") return false;
  const wide = text.replace(/[^\u2e80-\uffff]/g, "").length;
  const size = wide + (text.length - wide) / 2;
  return (
    size <= LONGEST_LABEL && !/[。；！？?!;，,：:…\n]/.test(text) && !/^[(（]?\d|^[一二三四五六七八九十]+、/.test(text)
  );
}

/**
 * Takes away menus and contact lines of a page that does not mark them: runs of short labels, one after the other, with
 * nothing that they could be titles of between them.
 */
export function withoutFurniture(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let run: Block[] = [];
  const flush = (): void => {
    if (run.length < SHORTEST_RUN) kept.push(...run);
    run = [];
  };
  for (const block of blocks) {
    const bare = block.label === undefined || block.label === "-";
    if (bare && (isLabel(block) || CONTACT.test(block.text))) run.push(block);
    else {
      flush();
      kept.push(block);
    }
  }
  flush();
  return kept;
}
