import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openStaticEncoder } from "../../adapters/embedders.js";
import type { Embedder } from "../../embed/embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import { createRandom } from "../../stats/random.js";
import { buildDefinition } from "../build-definition.js";
import type { BotDefinition } from "../definition.js";
import { NO_ACTIONS } from "../runtime/actions.js";
import { memoryIndex } from "../simulate/memory-index.js";
import { bundleComment, sha256 } from "./format.js";
import { bundleEmbedderId, checkBundle, loadBundleBytes } from "./read.js";
import { writeBundle } from "./write.js";
import { readZip, writeZip, type PackedFile } from "./zip.js";

const QUESTIONS = [
  ["怎么申请退款", "在订单里点申请退款", "我想把钱退回来"],
  ["忘记登录密码怎么办", "点忘记密码重新设置", "密码想不起来了"],
  ["宽带上不了网怎么报修", "重启光猫，不行再打报修电话", "家里断网了"],
  ["How do I change my delivery address?", "Open the order and choose edit.", "wrong address on my parcel"],
] as const;

const entries = QUESTIONS.map(([question, answer, similar], n): FaqEntry => ({
  id: `E${n}`,
  category: "a/b",
  question,
  similar: [similar],
  answers: [{ text: answer, format: "text", links: [] }],
  related: [],
  negative: [],
  effective: {},
  status: "online",
  tags: {},
  source: { file: "faq.csv", row: n + 2 },
  hash: sha256(question),
}));

let embedder: Embedder;
let definition: BotDefinition;
let bundle: Uint8Array;

beforeAll(async () => {
  embedder = await openStaticEncoder(new URL("../../..", import.meta.url).pathname);
  const decide = { answerThreshold: 0.5, clarifyThreshold: 0.2, margin: 0.05 };
  definition = buildDefinition([], { name: "t", locale: "zh-CN", decide }, { actions: [] }).definition;
  bundle = await pack(entries);
});

async function pack(of: readonly FaqEntry[]): Promise<Uint8Array> {
  const index = await memoryIndex(of, embedder);
  return (await writeBundle({ definition, index, embedder })).bytes;
}

const keysOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await checkBundle(bytes, embedder, "b.kefu")).problems.map((issue) => issue.key);

/** The bundle with files changed, added or dropped, and closed anew as a forger would. */
async function forge(change: (files: Map<string, Buffer>) => void): Promise<Uint8Array> {
  const { files } = await readZip(bundle);
  const contents = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  change(contents);
  const forged: PackedFile[] = [...contents].map(([path, bytes]) => ({ path, bytes }));
  return writeZip(forged, bundleComment(contents.get("manifest.json") ?? Buffer.alloc(0)));
}

function editManifest(files: Map<string, Buffer>, edit: (manifest: Record<string, never>) => void): void {
  const manifest = JSON.parse(files.get("manifest.json")!.toString()) as Record<string, never>;
  edit(manifest);
  files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
}

describe("a bundle", () => {
  it("verifies, and answers after loading from bytes", async () => {
    expect(await keysOf(bundle)).toEqual([]);
    expect(await bundleEmbedderId(bundle)).toBe(embedder.info.id);
    const bot = await loadBundleBytes(bundle, embedder, { actions: NO_ACTIONS, now: () => "2026-06-01T09:00:00" });
    expect(await bot.ask("怎么申请退款")).toMatchObject({
      decision: "answer",
      entry: "E0",
      text: "在订单里点申请退款",
    });
  });

  it("is the same bytes for the same entries in any order", async () => {
    expect(Buffer.compare(await pack([...entries].reverse()), bundle)).toBe(0);
    expect(Buffer.compare(await pack(entries.slice(1)), bundle)).not.toBe(0);
  });

  it("needs a runtime that knows roles where a slot asks for one", async () => {
    const flows = `flows: [{ id: a, intents: [i], slots: { c: { entity: city, role: to, ask: x } }, steps: [{ collect: c }] }]`;
    const { decide } = definition;
    const asking = buildDefinition(
      [{ file: "f.yaml", text: flows }],
      { name: "t", locale: "zh-CN", decide },
      { actions: [] },
    ).definition;
    const index = await memoryIndex(entries, embedder);
    expect((await writeBundle({ index, embedder, definition: asking })).manifest.leastRuntime).toBe(3);
  });

  it("carries its model of emotions, which a bot that heeds them cannot do without", async () => {
    const flows = `flows: [{ id: a, emotions: [{ label: angry }], steps: [{ handover: { reason: anger } }] }]`;
    const { decide } = definition;
    const heeding = buildDefinition(
      [{ file: "f.yaml", text: flows }],
      { name: "t", locale: "zh-CN", decide },
      { actions: [] },
    ).definition;
    const emotions = readFileSync(new URL("../../../models/emotion/default.kemotion", import.meta.url));
    const index = await memoryIndex(entries, embedder);
    const packed = async (of: Omit<Parameters<typeof writeBundle>[0], "index" | "embedder">) =>
      writeBundle({ index, embedder, ...of });
    const { bytes, manifest } = await packed({ definition: heeding, emotions });
    expect(manifest.leastRuntime).toBe(2);
    expect((await packed({ definition, emotions })).manifest.leastRuntime).toBe(1);
    const bot = await loadBundleBytes(bytes, embedder, { actions: NO_ACTIONS, now: () => "2026-06-01T09:00:00" });
    const turn = await bot.ask("气死我了，什么破服务，都第三次了！");
    expect(turn).toMatchObject({ decision: "handover", handover: { reason: "anger" }, emotion: { label: "angry" } });
    expect(turn.confidence).toBe(turn.emotion!.probability);

    expect(await keysOf((await packed({ definition: heeding })).bytes)).toEqual(["bot.bundle.missing"]);
    const damaged = Buffer.from(emotions);
    damaged[damaged.length >> 1]! ^= 1;
    expect(await keysOf((await packed({ definition, emotions: damaged })).bytes)).toHaveLength(1);
    const other = { ...embedder, info: { ...embedder.info, digest: "0".repeat(64) } };
    const { problems } = await checkBundle(bytes, embedder, "b", other);
    expect(problems.map(({ key }) => key)).toEqual(["nlu.model.other-embedder"]);
  });

  it("has its manifest first and ASCII names", async () => {
    const { files } = await readZip(bundle);
    expect(files.map((file) => file.path.replace(/[0-9a-f]{16}/, "X"))).toEqual([
      "manifest.json",
      "definition.json",
      "kb/manifest.json",
      "kb/seg-X.kseg",
    ]);
  });

  it("does not verify with any one byte changed", async () => {
    const random = createRandom("flip");
    const ends = Array.from({ length: 120 }, (_, n) => bundle.length - 1 - n);
    const starts = Array.from({ length: 80 }, (_, n) => n);
    const places = new Set([...ends, ...starts, ...Array.from({ length: 200 }, () => random.int(bundle.length))]);
    for (const at of places) {
      const changed = Buffer.from(bundle);
      changed[at] = changed[at]! ^ (1 << random.int(8));
      expect(await keysOf(changed), `byte ${at}`).not.toEqual([]);
    }
  });

  it("does not verify when cut short, lengthened or put behind something", async () => {
    const random = createRandom("cut");
    const cuts = [4, 30, bundle.length - 1, ...Array.from({ length: 30 }, () => 4 + random.int(bundle.length - 5))];
    for (const length of cuts) expect(await keysOf(bundle.subarray(0, length))).toEqual(["bot.bundle.zip.damaged"]);
    for (const bytes of [
      Buffer.concat([bundle, Buffer.alloc(1)]),
      Buffer.concat([Buffer.alloc(1), bundle]),
      Buffer.concat([bundle, bundle]),
    ]) {
      expect(await keysOf(bytes)).not.toEqual([]);
    }
  });

  it.each<[string, (files: Map<string, Buffer>) => void, string[]]>([
    ["a changed file", (files) => files.get("definition.json")!.write(" ", 1), ["bot.bundle.changed"]],
    ["a longer file", (files) => files.set("definition.json", Buffer.from("{}")), ["bot.bundle.size"]],
    ["a missing file", (files) => files.delete("definition.json"), ["bot.bundle.missing"]],
    ["an unlisted file", (files) => files.set("zz", Buffer.from("x")), ["bot.bundle.unlisted"]],
    [
      "a need for a later runtime",
      (files) => editManifest(files, (m) => Object.assign(m, { leastRuntime: 99 })),
      ["bot.bundle.runtime"],
    ],
    [
      "another tokeniser",
      (files) => editManifest(files, (m) => Object.assign(m, { tokeniser: "x" })),
      ["bot.bundle.tokeniser"],
    ],
    [
      "another encoder",
      (files) => editManifest(files, (m) => Object.assign(m, { embedder: { id: "e", digest: "d", dim: 3 } })),
      ["bot.bundle.embedder"],
    ],
    [
      "a key that nobody knows",
      (files) => editManifest(files, (m) => Object.assign(m, { extra: 1 })),
      ["bot.bundle.manifest"],
    ],
    [
      "another answer than it remembers",
      (files) =>
        editManifest(files, (m) =>
          Object.assign(m, { golden: [{ q: "怎么申请退款", decision: "answer", entry: "E1", answer: null }] }),
        ),
      ["bot.bundle.golden"],
    ],
    ["a missing manifest", (files) => files.delete("manifest.json"), ["bot.bundle.missing"]],
    [
      "a manifest that is no JSON",
      (files) => files.set("manifest.json", Buffer.from("{")),
      ["bot.bundle.manifest-json"],
    ],
    [
      "a manifest that tells no format",
      (files) => files.set("manifest.json", Buffer.from("null")),
      ["bot.bundle.manifest"],
    ],
    [
      "several at once",
      (files) => {
        files.set("zz", Buffer.from("x"));
        files.get("definition.json")!.write(" ", 1);
        editManifest(files, (m) => Object.assign(m, { leastRuntime: 99, tokeniser: "x" }));
      },
      ["bot.bundle.changed", "bot.bundle.unlisted", "bot.bundle.runtime", "bot.bundle.tokeniser"],
    ],
  ])("is refused for %s", async (_, change, expected) => {
    const forged = await forge(change);
    expect(await keysOf(forged)).toEqual(expected);
    await expect(loadBundleBytes(forged, embedder, { actions: NO_ACTIONS, now: () => "" })).rejects.toMatchObject({
      kind: "findings",
    });
  });

  it.each<[string, (files: Map<string, Buffer>) => void, string]>([
    [
      "of a later version",
      (files) => editManifest(files, (m) => Object.assign(m, { version: 2 })),
      "common.unknown-version",
    ],
    [
      "of another format",
      (files) => editManifest(files, (m) => Object.assign(m, { format: "zip" })),
      "common.unknown-version",
    ],
  ])("%s is bad input", async (_, change, key) => {
    const forged = await forge(change);
    await expect(checkBundle(forged, embedder, "b")).rejects.toMatchObject({ kind: "input", key });
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("hello, this is no bundle")],
  ])("%s is bad input", async (_, bytes) => {
    await expect(checkBundle(bytes, embedder, "b")).rejects.toMatchObject({
      kind: "input",
      key: "bot.bundle.unreadable",
    });
    expect(await bundleEmbedderId(bytes)).toBe("");
  });

  it("a later version is not believed when the manifest is not the one it was closed with", async () => {
    const changed = Buffer.from(bundle);
    changed[changed.indexOf("1", changed.indexOf('"version"'))] = 0x32;
    expect(await keysOf(changed)).not.toEqual([]);
    expect(await bundleEmbedderId(changed)).toBe("");
  });
});
