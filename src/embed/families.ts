/** What models of a family want to see before a text. */
export interface Prefixes {
  readonly query: string;
  readonly passage: string;
}

const ENGLISH_QUERY = "Represent this sentence for searching relevant passages: ";
const INSTRUCTED_QUERY =
  "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ";

/** Name of a model → prefixes, the first that fits; as the models' cards say. */
const FAMILIES: readonly (readonly [RegExp, Prefixes])[] = [
  [/bge-(?:small|base|large)-zh/, { query: "为这个句子生成表示以用于检索相关文章：", passage: "" }],
  [/bge-(?:small|base|large)-en/, { query: ENGLISH_QUERY, passage: "" }],
  [/e5-.*instruct|e5-mistral/, { query: INSTRUCTED_QUERY, passage: "" }],
  [/(?:^|[-_])e5(?:[-_]|$)/, { query: "query: ", passage: "passage: " }],
  [/nomic-embed-text/, { query: "search_query: ", passage: "search_document: " }],
  [/arctic-embed-[a-z]+-v2/, { query: "query: ", passage: "" }],
  [/arctic-embed|mxbai-embed/, { query: ENGLISH_QUERY, passage: "" }],
];

/**
 * The prefixes of the family that a model belongs to, told by its names; `undefined` for families without any (gte, m3e,
 * text2vec, MiniLM, bge-m3) and unknown ones.
 * @param names hub id, name in the configuration, name of the folder; the first that tells counts
 */
export function familyPrefixes(names: readonly string[]): Prefixes | undefined {
  for (const name of names) {
    const last = name.toLowerCase().split(/[\\/]/).at(-1)!;
    const found = FAMILIES.find(([pattern]) => pattern.test(last));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
