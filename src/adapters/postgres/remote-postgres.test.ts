import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faqEntries, faqEntry, indexOf } from "../../../test/support/kb.js";
import { TestPostgres } from "../../../test/support/postgres.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import { createFieldSearch } from "../../kb/index/field-search.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import { analyseQuery } from "../../kb/retrieve/query.js";
import { openRemoteBackend } from "../../kb/remote/backend.js";
import { entriesOf, tunedIndexOf } from "../../kb/remote/entries.js";
import { remoteFilter } from "../../kb/remote/filter.js";
import type { RemoteIndex } from "../../kb/remote/index.js";
import { type PublishOptions, publishIndex, type PublishReport } from "../../kb/remote/publish.js";
import { gather, retrieve, type RetrieveOptions } from "../../kb/retrieve/retrieve.js";
import type { SearchBackend } from "../../kb/retrieve/search-backend.js";
import { createRandom } from "../../stats/random.js";
import { Connection } from "./connection.js";
import { openPostgres } from "./remote-postgres.js";
import { migrate } from "./schema.js";

const embedder = wordEmbedder("builtin:test", 32);
let server: TestPostgres;
let remote: RemoteIndex;
let schema = "";
let schemas = 0;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 120_000);

afterAll(() => server.stop());

beforeEach(async () => {
  schema = `kefu_${++schemas}`;
  remote = await open();
});

afterEach(() => remote.close());

function open(name = schema): Promise<RemoteIndex> {
  return openPostgres({ url: server.url(), schema: name, timeoutSeconds: 60 }, async () => undefined);
}

function publish(index: KbIndex, more: Partial<PublishOptions> = {}): Promise<PublishReport> {
  return publishIndex(remote, async () => index, { name: "test", graph: "none", ...more });
}

const search = (): Promise<SearchBackend> => openRemoteBackend(remote, embedder.info);

/** What is found, in order, with all that is said of it. */
async function found(index: KbIndex | SearchBackend, text: string, options: RetrieveOptions = {}) {
  const candidates = await retrieve(index, embedder, text, options);
  return candidates.map(({ entry, matched, score, channels, exact }) => ({
    id: entry.id,
    matched,
    exact,
    score: score.toFixed(9),
    channels: Object.values(channels).map((value) => value.toFixed(9)),
  }));
}

const WORDS = (
  "退款 怎么 订单 到账 密码 运费 发票 快递 会员 积分 优惠 地址 修改 取消 查询 支付 银行卡 多久 客服 投诉 时间 可以 " +
  "为什么 哪里 没有 收到 商品 换货 保修 账号 refund order invoice 5G"
).split(" ");

/** A base as large as wanted, of few words, so that there are many near and equal scores. */
function manyEntries(count: number): { entries: FaqEntry[]; questions: string[] } {
  const random = createRandom("pgvector");
  const sentence = (words: number): string => Array.from({ length: words }, () => random.pick(WORDS)).join("");
  const entries = Array.from({ length: count }, (_, at) =>
    faqEntry(`K${at}`, sentence(2 + random.int(4)), {
      similar: Array.from({ length: random.int(3) }, () => sentence(3)),
      answers: [
        { text: sentence(10), format: "text", links: [], ...(random.int(4) === 0 && { channel: "voice" as const }) },
        ...(random.int(5) === 0
          ? [{ text: sentence(4), format: "text" as const, links: [], tier: "vip", channel: "web" as const }]
          : []),
      ],
      negative: random.int(9) === 0 ? [random.pick(WORDS)] : [],
      status: random.int(6) === 0 ? "draft" : "online",
      effective: random.int(5) === 0 ? { until: "2025-12-31" } : {},
      hash: `h${at}`,
    }),
  );
  return { entries, questions: Array.from({ length: 40 }, () => sentence(1 + random.int(5))) };
}

describe("searching", () => {
  it("finds what the local index finds, with the same scores, in 2,000 entries", { timeout: 120_000 }, async () => {
    const { entries, questions } = manyEntries(2000);
    const index = await indexOf(entries, embedder);
    expect(await publish(index)).toMatchObject({ written: true, added: 2000, generation: 1 });
    const backend = await search();
    expect(backend.size).toEqual(index.size);
    const filters: RetrieveOptions[] = [
      {},
      { at: "2026-06-01T10:00", channel: "web" },
      { channel: "voice" },
      { channel: "web", tier: "vip", statuses: ["draft", "online"] },
    ];
    for (const [at, text] of questions.entries()) {
      const options = filters[at % filters.length]!;
      expect(await found(backend, text, options)).toEqual(await found(index, text, options));
    }
    const literally = entries[7]!.question;
    expect((await found(backend, literally, { statuses: ["draft", "online"] }))[0]).toMatchObject({ exact: true });
    expect(await found(backend, "、、、")).toEqual([]);
    expect((await entriesOf(remote)).map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  it("reads the rarest words first where there are many documents, as the local index does", async () => {
    const { entries, questions } = manyEntries(400);
    const index = await indexOf(entries, embedder);
    await publish(index);
    const meta = await remote.meta();
    const backend = await search();
    for (const limits of [
      { postings: 0, likely: 1 },
      { postings: 60, likely: 8 },
      { postings: 300, likely: 20 },
    ]) {
      const local = createFieldSearch(index, "questions");
      for (const text of questions.slice(0, 6)) {
        const { questionTerms } = await analyseQuery(text, backend);
        const { entries: pool } = await remote.pool({
          terms: questionTerms
            .map(({ term, idf }) => ({ field: "questions" as const, term, idf }))
            .sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1)),
          means: { questions: meta.tokens.questions / meta.questions, bodies: 1, sound: 1 },
          vector: undefined,
          hashes: [],
          count: 4,
          limits,
          filter: remoteFilter({}, ""),
        });
        const proposed = pool.flatMap(({ proposals }) => proposals.map(({ document }) => document));
        const accept = (question: number): boolean => index.acceptor({}, "")(index.ownerOf(question));
        const wanted = local.top(questionTerms, 4, accept, limits);
        // Of equal scores the server sends all.
        expect(proposed).toEqual(expect.arrayContaining(wanted.map(({ document }) => document)));
        expect(proposed.length).toBeLessThan(wanted.length + 12);
      }
    }
  });

  it("finds what the local index finds, whatever the entries", { timeout: 120_000 }, async () => {
    const query = fc.constantFrom("退款怎么到账", "refund order", "运费", "tuikuan", "查密码", "", "5g 𠮷");
    await fc.assert(
      fc.asyncProperty(faqEntries(), query, async (entries, text) => {
        const index = await indexOf(entries, embedder);
        await publish(index);
        const options: RetrieveOptions = { channel: "web", tier: "vip", at: "2026-03-01T12:00" };
        expect(await found(await search(), text, options)).toEqual(await found(index, text, options));
      }),
      { numRuns: 15 },
    );
  });

  it("passes over a question or an entry as if it were not there", async () => {
    const [one, other] = [faqEntry("A", "怎么退款", { similar: ["退款多久到账"] }), faqEntry("B", "退款到账的时间")];
    await publish(await indexOf([one, other], embedder));
    const backend = await search();
    const { evidence } = await gather(backend, embedder, "退款多久到账");
    const exact = evidence.find((found) => found.exact)!;
    const without = await retrieve(backend, embedder, "退款多久到账", { without: exact.question });
    expect(without.map(({ exact: still }) => still)).toEqual([false, false]);
    const alone = await retrieve(backend, embedder, "退款多久到账", { withoutEntry: exact.entry });
    expect(alone.map(({ entry }) => entry.id)).toEqual(["B"]);
  });

  it("finds by the graph what comparing with every vector finds, nearly always", { timeout: 120_000 }, async () => {
    const { entries, questions } = manyEntries(600);
    const index = await indexOf(entries, embedder);
    await publish(index, { graph: "hnsw" });
    const backend = await search();
    let [same, all] = [0, 0];
    for (const text of questions.slice(0, 15)) {
      const wanted = (await retrieve(index, embedder, text)).map(({ entry }) => entry.id);
      const got = new Set((await retrieve(backend, embedder, text)).map(({ entry }) => entry.id));
      all += wanted.length;
      same += wanted.filter((id) => got.has(id)).length;
    }
    expect(same / all).toBeGreaterThan(0.95);
    expect(await publish(index, { graph: "none" })).toMatchObject({ written: true, added: 0, changed: 0, removed: 0 });
    expect(await found(await search(), questions[0]!)).toEqual(await found(index, questions[0]!));
  });

  it("tells what something was tuned for", async () => {
    await publish(await indexOf([faqEntry("A\n“1”", "怎么退款", { hash: "abc" })], embedder));
    const tuned = await tunedIndexOf(remote, ["A\n“1”", "B"]);
    expect(tuned.size).toEqual({ entries: 1, questions: 1 });
    expect(tuned.manifest.embedder.digest).toBe(embedder.info.digest);
    expect(tuned.entry("A\n“1”")?.hash).toBe("abc");
    expect(tuned.entry("B")).toBeUndefined();
  });
});

describe("publishing", () => {
  const texts = ["怎么退款", "发票怎么开", "快递几天到", "会员怎么取消"];
  const base = texts.map((text, at) => faqEntry(`K${at}`, text, { similar: [`请问${text}`], hash: `h${at}` }));

  it("sends only what has changed, and the counts stay exact", async () => {
    await publish(await indexOf(base, embedder));
    const again = await indexOf([...base].reverse(), embedder);
    expect(await publish(again)).toEqual({ written: false, added: 0, changed: 0, removed: 0, generation: 1 });
    const changed = { ...base[1]!, similar: ["电子发票怎么开", "发票抬头"] };
    const next = await indexOf([base[0]!, changed, base[3]!, faqEntry("N", "积分怎么用")], embedder);
    expect(await publish(next)).toEqual({ written: true, added: 1, changed: 1, removed: 1, generation: 2 });
    const backend = await search();
    expect(backend.size).toEqual(next.size);
    for (const text of ["发票", "快递几天到", "积分", "请问怎么退款", "会员"]) {
      expect(await found(backend, text)).toEqual(await found(next, text));
    }
    const { tokens } = await remote.meta();
    const other = await open(`${schema}_b`);
    await remote.close();
    await publishIndex(other, async () => next, { name: "test", graph: "none" });
    expect((await other.meta()).tokens).toEqual(tokens);
    await other.close();
  });

  it("numbers everything anew when most numbers are of entries long gone", async () => {
    await publish(await indexOf(base, embedder));
    await remote.close();
    // As after many runs that changed this or that.
    await server.db.exec(`UPDATE ${schema}.meta SET next_entry = 100000, next_question = 400000`);
    remote = await open();
    await publish(await indexOf([...base.slice(1), faqEntry("N", "积分怎么用")], embedder));
    expect((await remote.meta()).nextEntry).toBe(100_004);
    const index = await indexOf(base, embedder);
    expect(await publish(index)).toMatchObject({ added: 1, changed: 0, removed: 1 });
    expect(await remote.meta()).toMatchObject({ nextEntry: 100_005, entries: 4 });
    expect(await found(await search(), "请问怎么退款")).toEqual(await found(index, "请问怎么退款"));
  });

  it("leaves what was published when the server is killed in the middle, and goes on when it is back", async () => {
    await publish(await indexOf(base, embedder));
    const next = await indexOf([...base, faqEntry("N", "积分怎么用")], embedder);
    const failed = publish(next, { pause: () => server.kill() });
    await expect(failed).rejects.toMatchObject({ kind: "unavailable", key: "kb.backend.unreachable" });
    await server.listen();
    const backend = await search();
    expect(backend.size.entries).toBe(4);
    expect(await found(backend, "积分怎么用")).toEqual(await found(await indexOf(base, embedder), "积分怎么用"));
    expect(await publish(next)).toMatchObject({ written: true, added: 1, changed: 0, removed: 0 });
    // The same back end sees the new state, though it was opened before.
    expect((await found(backend, "积分怎么用"))[0]).toMatchObject({ id: "N", exact: true });
    expect(backend.size.entries).toBe(5);
  });

  it("does it once more by itself when the server is back at once", async () => {
    let kills = 0;
    const restart = async (): Promise<void> => {
      if (kills++ > 0) return;
      await server.kill();
      await server.listen();
    };
    expect(await publish(await indexOf(base, embedder), { pause: restart })).toMatchObject({ added: 4 });
    expect(kills).toBeGreaterThan(1);
  });

  it("keeps the knowledge of two workspaces apart", async () => {
    await publish(await indexOf(base, embedder), { name: "shop" });
    await remote.close();
    const other = await open(`${schema}_b`);
    const bank = await indexOf([faqEntry("B1", "银行卡怎么挂失")], embedder);
    await publishIndex(other, async () => bank, { name: "bank", graph: "none" });
    expect((await found(await openRemoteBackend(other, embedder.info), "怎么退款")).map(({ id }) => id)).not.toContain(
      "K0",
    );
    await other.close();
    await expect(publish(bank, { name: "bank" })).rejects.toMatchObject({
      kind: "unavailable",
      key: "kb.backend.other-name",
      params: { found: "shop", wanted: "bank" },
    });
    expect((await search()).size.entries).toBe(4);
  });

  it("keeps what it took out for a search that began before", async () => {
    const index = await indexOf(base, embedder);
    await publish(index);
    const backend = await search();
    const { evidence } = await gather(backend, embedder, "怎么退款");
    await publish(await indexOf(base.slice(1), embedder));
    expect((await backend.resolve(evidence)).map(({ entry }) => entry.id)).toContain("K0");
  });
});

describe("what does not fit", () => {
  const entries = [faqEntry("K1", "怎么退款")];

  it("says that nothing has been published", async () => {
    await expect(search()).rejects.toMatchObject({ kind: "unavailable", key: "kb.backend.not-published" });
  });

  it("brings tables of the first version up to date, and refuses to read them before", async () => {
    const index = await indexOf(entries, embedder);
    await publish(index);
    await remote.close();
    await server.db.exec(`DROP TABLE ${schema}.gone; UPDATE ${schema}.format SET version = 1`);
    remote = await open();
    await expect(search()).rejects.toMatchObject({
      kind: "unavailable",
      key: "kb.backend.older",
      params: { found: 1, wanted: 2 },
      hint: { key: "kb.backend.hint.publish" },
    });
    expect(await publish(index)).toMatchObject({ written: false, generation: 1 });
    const next = await indexOf([faqEntry("K1", "怎么退货", { hash: "other" })], embedder);
    expect(await publish(next)).toMatchObject({ changed: 1, generation: 2 });
    expect((await found(await search(), "怎么退货"))[0]).toMatchObject({ id: "K1", exact: true });
  });

  it("makes the tables of every version from nothing", async () => {
    const settings = { url: server.url(), schema, timeoutSeconds: 60 };
    const connection = new Connection(settings, async () => undefined);
    await connection.transaction((on) => migrate(on, schema, "server", 1), 60);
    await connection.close();
    const index = await indexOf(entries, embedder);
    expect(await publish(index)).toMatchObject({ written: true, added: 1 });
    expect(await found(await search(), "退款")).toEqual(await found(index, "退款"));
  });

  it("refuses tables of a later version", async () => {
    const index = await indexOf(entries, embedder);
    await publish(index);
    await remote.close();
    await server.db.exec(`UPDATE ${schema}.format SET version = 99`);
    remote = await open();
    for (const work of [search(), publish(index)]) {
      await expect(work).rejects.toMatchObject({ kind: "unavailable", key: "kb.backend.newer", params: { found: 99 } });
    }
  });

  it("refuses vectors of another encoder and tokens of another tokeniser, until they are published again", async () => {
    const index = await indexOf(entries, embedder);
    await publish(index);
    const other = wordEmbedder("builtin:other", 16);
    await expect(openRemoteBackend(remote, other.info)).rejects.toMatchObject({
      kind: "unavailable",
      key: "kb.backend.other-embedder",
      hint: { key: "kb.backend.hint.publish" },
    });
    const theirs = await indexOf(entries, other);
    expect(await publish(theirs)).toMatchObject({ written: true, added: 1, removed: 0 });
    expect((await openRemoteBackend(remote, other.info)).size.entries).toBe(1);
    await remote.close();
    await server.db.exec(`UPDATE ${schema}.meta SET tokeniser = 't0'`);
    remote = await open();
    await expect(openRemoteBackend(remote, other.info)).rejects.toMatchObject({ key: "kb.backend.other-tokeniser" });
  });
});

describe("a server that goes away", () => {
  it("is said when it stays away, and found again when it is back", async () => {
    const index = await indexOf([faqEntry("K1", "怎么退款")], embedder);
    await publish(index);
    const backend = await search();
    await server.kill();
    const error = await retrieve(backend, embedder, "退款").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      kind: "unavailable",
      key: "kb.backend.unreachable",
      hint: { key: "kb.backend.hint.reach" },
    });
    await server.listen();
    expect(await found(backend, "退款")).toEqual(await found(index, "退款"));
  });

  it("is not noticed when it is back at once", async () => {
    const index = await indexOf([faqEntry("K1", "怎么退款")], embedder);
    await publish(index);
    const backend = await search();
    expect(await found(backend, "退款")).toHaveLength(1);
    await server.kill();
    await server.listen();
    expect(await found(backend, "退款")).toEqual(await found(index, "退款"));
  });
});
