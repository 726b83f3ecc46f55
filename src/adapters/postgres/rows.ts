import type {
  PoolEntry,
  PoolPosting,
  PoolQuestion,
  ProposedBy,
  RemoteGraph,
  RemoteMeta,
} from "../../kb/remote/index.js";
import type { FieldName } from "../../kb/index/fields.js";
import type { Row } from "./connection.js";
import { CHANNEL_NUMBERS } from "./sql.js";

const CHANNELS = new Map(Object.entries(CHANNEL_NUMBERS).map(([name, number]) => [number, name as ProposedBy]));

const numbers = (row: Row, name: string): number[] => (row[name] ?? []) as number[];

/**
 * The one row of `meta`: what the index on the server was made of and how large it is. PostgreSQL hands `bigint` over as
 * text.
 */
export function metaOf(row: Row): RemoteMeta {
  const number = (name: string): number => Number(row[name]);
  const text = (name: string): string => String(row[name]);
  return {
    generation: number("generation"),
    name: text("name"),
    tokeniser: text("tokeniser"),
    embedder: { id: text("embedder_id"), digest: text("embedder_digest"), dim: number("embedder_dim") },
    manifest: text("manifest"),
    entries: number("entries"),
    questions: number("questions"),
    tokens: { questions: number("question_tokens"), bodies: number("body_tokens"), sound: number("sound_tokens") },
    graph: text("graph") as RemoteGraph,
    nextEntry: number("next_entry"),
    nextQuestion: number("next_question"),
  };
}

function questionsOf(row: Row): PoolQuestion[] {
  const [lengths, sounds, scales] = [numbers(row, "lengths"), numbers(row, "sounds"), numbers(row, "scales")];
  const codes = JSON.parse(`[${String(row["codes"])}]`) as number[][];
  return numbers(row, "numbers").map((number, at) => ({
    number,
    length: lengths[at]!,
    soundLength: sounds[at]!,
    codes: Int8Array.from(codes[at]!),
    // Sent with as few digits as tell a float from its neighbours, which a double is not.
    scale: Math.fround(scales[at]!),
  }));
}

function postingsOf(row: Row): PoolPosting[] {
  const [documents, places] = [numbers(row, "held_documents"), numbers(row, "held_places")];
  const frequencies = numbers(row, "held_frequencies");
  return numbers(row, "held_fields").map((field, at) => ({
    field: CHANNELS.get(field) as FieldName,
    document: documents[at]!,
    term: places[at]! - 1,
    frequency: frequencies[at]!,
  }));
}

/**
 * An entry that some channel proposed, with what scoring needs of it; `json` only where the statement asked for it.
 */
export function poolEntryOf(row: Row): PoolEntry {
  const documents = numbers(row, "documents");
  return {
    number: Number(row["number"]),
    id: String(row["id"]),
    bodyLength: Number(row["body_length"]),
    questions: questionsOf(row),
    postings: postingsOf(row),
    proposals: numbers(row, "channels").map((channel, at) => ({
      by: CHANNELS.get(channel)!,
      document: documents[at]!,
    })),
    json: (row["json"] ?? undefined) as string | undefined,
  };
}
