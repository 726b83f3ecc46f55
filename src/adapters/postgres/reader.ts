import { KefuError } from "../../messages/errors.js";
import {
  REMOTE_FORMAT,
  type PoolEntry,
  type PoolRequest,
  type RemoteMeta,
  type RemoteReader,
  type RemoteTerm,
  type StoredEntry,
} from "../../kb/remote/index.js";
import type { Connection, Row } from "./connection.js";
import type { Target } from "./errors.js";
import { metaOf, poolEntryOf } from "./rows.js";
import { inNames, look, otherFormat, type Names } from "./schema.js";
import { ENTRIES, FIELD_NUMBERS, FIND, FREQUENCIES, LIST, META, poolStatement } from "./sql.js";
import { escaped, UNKEEPABLE, unescaped, vectorText } from "./text.js";

interface Opened {
  readonly names: Names;
  readonly meta: RemoteMeta;
  readonly pool: string;
}

function notPublished({ server, schema }: Target): KefuError {
  const params = { server, schema };
  return new KefuError("unavailable", "kb.backend.not-published", params, {
    hint: { key: "kb.backend.hint.publish", params },
  });
}

/** What cannot be kept is not there to be found. */
const searchable = (text: string): string => (UNKEEPABLE.test(text) ? "" : text);

const keepable = (text: string): string => text.replace(new RegExp(UNKEEPABLE, "gu"), "");

/** Searches the tables of one schema. */
export class PostgresReader implements RemoteReader {
  private opened: Promise<Opened> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly schema: string,
  ) {}

  async meta(): Promise<RemoteMeta> {
    this.opened = undefined;
    return (await this.open()).meta;
  }

  async frequencies(asked: readonly Omit<RemoteTerm, "idf">[]): Promise<number[]> {
    const fields = asked.map(({ field }) => FIELD_NUMBERS[field]);
    const rows = await this.run("frequencies", FREQUENCIES, [fields, asked.map(({ term }) => searchable(term))]);
    const counts = new Array<number>(asked.length).fill(0);
    for (const row of rows) counts[Number(row["place"]) - 1] = Number(row["count"]);
    return counts;
  }

  async pool(request: PoolRequest): Promise<{ generation: number; entries: PoolEntry[] }> {
    const { meta, pool } = await this.open();
    const name = meta.graph === "none" ? "pool" : `pool-${meta.graph}-${meta.embedder.dim}`;
    const rows = await this.run(name, pool, parametersOf(request));
    const [first] = rows;
    if (first === undefined) throw await this.damaged();
    const entries = rows.filter((row) => row["number"] !== null).map(poolEntryOf);
    return {
      generation: Number(first["generation"]),
      entries: entries.map((entry) => ({ ...entry, id: unescaped(entry.id) })),
    };
  }

  async entries(numbers: readonly number[]): Promise<Map<number, StoredEntry>> {
    const rows = await this.run("entries", ENTRIES, [numbers]);
    return new Map(
      rows.map((row) => [
        Number(row["number"]),
        { json: String(row["json"]), firstQuestion: Number(row["first_question"]) },
      ]),
    );
  }

  async find(ids: readonly string[]): Promise<string[]> {
    const rows = await this.run("find", FIND, [ids.map(escaped)]);
    return rows.map((row) => String(row["json"]));
  }

  async list(after: number, count: number): Promise<{ number: number; json: string }[]> {
    const rows = await this.run("list", LIST, [after, count]);
    return rows.map((row) => ({ number: Number(row["number"]), json: String(row["json"]) }));
  }

  private async run(name: string, sql: string, values: readonly unknown[]): Promise<Row[]> {
    const { names } = await this.open();
    return this.connection.query(inNames(sql, names), values, name);
  }

  private open(): Promise<Opened> {
    if (this.opened === undefined) {
      const opening = this.read();
      // A failure is not remembered: the next question may be luckier.
      opening.catch(() => (this.opened = undefined));
      this.opened = opening;
    }
    return this.opened;
  }

  private async read(): Promise<Opened> {
    const { names, format } = await look(this.connection, this.schema);
    const target = await this.connection.target();
    if (names === undefined || format === 0) throw notPublished(target);
    if (format !== REMOTE_FORMAT) throw otherFormat(format, this.schema, target.server);
    const [row] = await this.connection.query(inNames(META, names));
    if (row === undefined) throw notPublished(target);
    const meta = metaOf(row);
    return { names, meta, pool: poolStatement(meta.graph === "none" ? undefined : { dim: meta.embedder.dim }) };
  }

  private async damaged(): Promise<KefuError> {
    const { server, schema } = await this.connection.target();
    const params = { server, schema };
    return new KefuError("unavailable", "kb.backend.damaged", params, {
      hint: { key: "kb.backend.hint.damaged", params },
    });
  }
}

/** In the order of {@link poolStatement}. */
function parametersOf({ terms, means, vector, hashes, count, limits, filter }: PoolRequest): unknown[] {
  const near = vector?.some((value) => value !== 0) === true ? vectorText(vector) : null;
  return [
    terms.map(({ field }) => FIELD_NUMBERS[field]),
    terms.map(({ term }) => searchable(term)),
    terms.map(({ idf }) => idf),
    terms.map(({ field }) => means[field]),
    filter.statuses,
    filter.at ?? null,
    filter.open,
    filter.channel ?? null,
    filter.tier === undefined ? null : escaped(filter.tier),
    keepable(filter.compact),
    keepable(filter.spaced),
    filter.withoutEntry ?? null,
    filter.without ?? null,
    // The column holds signed numbers of 32 bits.
    hashes.map((hash) => hash | 0),
    near,
    count,
    limits.postings,
    Math.max(count, limits.likely),
  ];
}
