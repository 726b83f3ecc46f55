import { headerKey } from "../formats/fields.js";

/** What a field of a query file can hold. */
export type QueryField = "q" | "ids" | "kind" | "split";

const names = (list: string): string[] => list.split(" ");

/** Names in the form that `headerKey` gives them; of several that a file has, the first counts. */
const NAMES: Readonly<Record<QueryField, readonly string[]>> = {
  q: names(
    "q query queries userquery userquestion question text utterance input message 用户问 用户问题 用户问法 用户提问 客户问 客户问题 " +
      "测试问 测试问题 测试问法 问法 提问 问句 问题 问 查询 语料 内容",
  ),
  ids: names(
    "ids expectedids goldids faqids passageids entryids kbids relevantids answerids expectedid goldid faqid passageid entryid " +
      "kbid answerid documentid docid expected gold relevant target 期望id 正确id 期望知识id 期望知识 期望知识点 知识id 知识点id " +
      "知识编号 期望标准问 标准问 标准问题 知识点 id 编号",
  ),
  kind: names("kind type tag 类型 种类 题型 问法类型 类别"),
  split: names("split set subset fold 划分 数据集 集合"),
};

/**
 * Which of some names holds what, as far as the names tell.
 * @param idField the one that holds the ids, where it is known
 */
export function findFields(header: readonly string[], idField?: string): Partial<Record<QueryField, string>> {
  const byKey = new Map<string, string>();
  for (const name of header) if (!byKey.has(headerKey(name))) byKey.set(headerKey(name), name);
  const given = idField === undefined ? undefined : byKey.get(headerKey(idField));
  const found: Partial<Record<QueryField, string>> = {};
  for (const field of ["q", "ids", "kind", "split"] as const) {
    const name = NAMES[field].map((known) => byKey.get(known)).find((one) => one !== undefined && one !== given);
    if (name !== undefined) found[field] = name;
  }
  if (idField !== undefined) delete found.ids;
  return given === undefined ? found : { ...found, ids: given };
}

/** How many of the cells are names of fields; to find the header row. */
export function countFields(cells: readonly string[]): number {
  return Object.keys(findFields(cells)).length;
}
