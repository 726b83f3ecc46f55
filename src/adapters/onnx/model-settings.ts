import path from "node:path";
import type { EncoderOptions, EncoderSettings } from "../../embed/encoder-options.js";
import { familyPrefixes } from "../../embed/families.js";
import type { Pooling } from "../../embed/pooling.js";
import { folderError, readJson } from "./model-files.js";
import type { ModelExport } from "./model-files.js";

/** Where a model that a command fetched says whence it came. */
export const ORIGIN_FILE = "kefu-model.json";

const FALLBACK_TOKENS = 512;

/** What tokens a model may be given at the most when nothing is said; positions of RoBERTa begin behind the padding's number. */
const OFFSET_POSITIONS: ReadonlySet<string> = new Set(["roberta", "xlm-roberta", "camembert", "mpnet", "longformer"]);

const POOLING_MODES: readonly (readonly [string, Pooling])[] = [
  ["pooling_mode_cls_token", "cls"],
  ["pooling_mode_max_tokens", "max"],
  ["pooling_mode_mean_tokens", "mean"],
  ["pooling_mode_mean_sqrt_len_tokens", "mean"],
  ["pooling_mode_lasttoken", "last"],
];

const NAMED_POOLING: Readonly<Record<string, Pooling>> = {
  cls: "cls",
  max: "max",
  mean: "mean",
  mean_sqrt_len_tokens: "mean",
  lasttoken: "last",
};

const QUERY_PROMPTS = ["query", "search_query", "s2p_query", "retrieval.query"];
const PASSAGE_PROMPTS = ["passage", "document", "search_document", "retrieval.passage"];

/** The steps after the transformer, as sentence-transformers writes them; vectors are brought to length 1 in any case. */
interface Steps {
  readonly pooling: string;
  /** Steps of a kind that is not computed here. */
  readonly others: readonly string[];
}

async function readSteps(root: string): Promise<Steps> {
  const modules: unknown = await readJson(path.join(root, "modules.json"));
  let pooling = "1_Pooling";
  const others: string[] = [];
  for (const module of Array.isArray(modules) ? (modules as { type?: string; path?: string }[]) : []) {
    const type = module.type?.split(".").at(-1) ?? "";
    if (type === "Pooling") pooling = module.path ?? pooling;
    else if (!["Transformer", "Normalize"].includes(type)) others.push(type);
  }
  return { pooling, others };
}

/** @returns `undefined` when nothing is said */
async function readPooling(root: string, folder: string): Promise<Pooling | undefined> {
  const config = await readJson(path.join(root, folder, "config.json"));
  if (config === undefined) return undefined;
  const named = config["pooling_mode"];
  const on = Object.keys(config).filter((name) => name.startsWith("pooling_mode_") && config[name] === true);
  const wanted = typeof named === "string" ? [named] : Array.isArray(named) ? named.map(String) : on;
  if (wanted.length === 0) return undefined;
  const known = NAMED_POOLING[wanted[0]!] ?? POOLING_MODES.find(([name]) => name === wanted[0])?.[1];
  if (wanted.length > 1 || known === undefined)
    throw folderError("embed.transformers.module", { path: root, type: wanted.join("+") });
  return known;
}

async function readPrefixes(
  root: string,
  options: EncoderOptions,
  names: readonly string[],
): Promise<Pick<EncoderSettings, "prefixes" | "prefixesFrom">> {
  const config = await readJson(path.join(root, "config_sentence_transformers.json"));
  const prompts = (config?.["prompts"] ?? {}) as Record<string, string>;
  const fallback = prompts[String(config?.["default_prompt_name"])] ?? "";
  const first = (known: readonly string[]): string =>
    known.map((name) => prompts[name]).find((prompt) => prompt !== undefined) ?? fallback;
  let prefixes = { query: first(QUERY_PROMPTS), passage: first(PASSAGE_PROMPTS) };
  let prefixesFrom: EncoderSettings["prefixesFrom"] = "model";
  // Newer versions of the library write empty prompts for every model: they say nothing.
  if (prefixes.query === "" && prefixes.passage === "") {
    const family = familyPrefixes(names);
    prefixes = family ?? prefixes;
    prefixesFrom = family === undefined ? "none" : "family";
  }
  const { queryPrefix, passagePrefix } = options;
  if (queryPrefix === undefined && passagePrefix === undefined) return { prefixes, prefixesFrom };
  return {
    prefixes: { query: queryPrefix ?? prefixes.query, passage: passagePrefix ?? prefixes.passage },
    prefixesFrom: "settings",
  };
}

/** Tokenizers without a limit say 1e30. */
function count(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && value < 1e6 ? Math.floor(value) : undefined;
}

async function readMaxTokens(root: string, config: Record<string, unknown>, asked?: number): Promise<number> {
  const sentence = await readJson(path.join(root, "sentence_bert_config.json"));
  const tokenizer = await readJson(path.join(root, "tokenizer_config.json"));
  const positions = count(config["max_position_embeddings"]);
  const offset = OFFSET_POSITIONS.has(String(config["model_type"])) ? 2 : 0;
  const own = count(sentence?.["max_seq_length"]) ?? count(tokenizer?.["model_max_length"]);
  const most = positions === undefined ? Infinity : Math.max(1, positions - offset);
  return Math.min(asked ?? own ?? FALLBACK_TOKENS, most);
}

/** The names that tell a model's family: of the hub, of its configuration, of the folder. */
async function namesOf(root: string, config: Record<string, unknown>): Promise<string[]> {
  const origin = await readJson(path.join(root, ORIGIN_FILE));
  const names = [origin?.["id"], config["_name_or_path"], path.basename(root)];
  return names.filter((name): name is string => typeof name === "string" && name !== "");
}

/** Which output of the model is taken. */
export interface ChosenOutput {
  readonly output: string;
  readonly dim: number | undefined;
  readonly pooling: EncoderSettings["pooling"];
}

const TOKEN_OUTPUTS = ["last_hidden_state", "token_embeddings"];
const SENTENCE_OUTPUTS = ["sentence_embedding", "text_embeds"];

/**
 * Tokens pooled as the model's files say, or the vector that the model itself gives: where the pooling is not said, or
 * steps follow that only the model knows.
 * @throws KefuError `input` for a model that gives neither
 */
function chooseOutput(
  root: string,
  { summary }: ModelExport,
  said: { pooling: Pooling | undefined; asked: Pooling | undefined; others: readonly string[]; hidden: unknown },
): ChosenOutput {
  const find = (names: readonly string[]): { name: string; dims: readonly number[] } | undefined =>
    summary.outputs.find(({ name }) => names.includes(name));
  const [tokens, sentence] = [find(TOKEN_OUTPUTS), find(SENTENCE_OUTPUTS)];
  const size = (dims: readonly number[]): number | undefined => count(dims.at(-1)) ?? count(said.hidden);
  const whole = said.asked === undefined && (said.others.length > 0 || said.pooling === undefined);
  if (sentence !== undefined && (whole || tokens === undefined))
    return { output: sentence.name, dim: count(sentence.dims.at(-1)), pooling: "none" };
  if (said.others.length > 0)
    throw folderError("embed.transformers.module", { path: root, type: said.others.join("+") });
  if (tokens !== undefined)
    return { output: tokens.name, dim: size(tokens.dims), pooling: said.asked ?? said.pooling ?? "mean" };
  const outputs = summary.outputs.map(({ name }) => name).join(", ");
  throw folderError("embed.transformers.outputs", { path: root, outputs });
}

/** How a model folder is to be used, by its own files and what the workspace says. */
export async function readSettings(
  root: string,
  chosen: ModelExport,
  options: EncoderOptions,
): Promise<{ settings: EncoderSettings; output: ChosenOutput }> {
  const config = (await readJson(path.join(root, "config.json")))!;
  const steps = await readSteps(root);
  const output = chooseOutput(root, chosen, {
    pooling: options.pooling === undefined ? await readPooling(root, steps.pooling) : undefined,
    asked: options.pooling,
    others: steps.others,
    hidden: config["hidden_size"] ?? config["dim"] ?? config["d_model"],
  });
  const settings = {
    ...(await readPrefixes(root, options, await namesOf(root, config))),
    pooling: output.pooling,
    maxTokens: await readMaxTokens(root, config, options.maxLength),
    dtype: chosen.dtype,
  };
  return { settings, output };
}
