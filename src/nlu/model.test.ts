import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { changed, waysInto, withHeader } from "../../test/support/damaged-model.js";
import { wordEmbedder } from "../../test/support/word-embedder.js";
import { KefuError } from "../messages/errors.js";
import { createRandom } from "../stats/random.js";
import { EMPTY_DATASET, type Dataset, type Utterance } from "./data/dataset.js";
import { readModelHeader } from "./model-file.js";
import { loadModel } from "./model.js";
import { DEFAULT_SETTINGS } from "./settings.js";
import { fingerprint, trainModel } from "./train.js";

const embedder = wordEmbedder();
const words = {
  refund: [
    "退款",
    "退钱",
    "把钱退给我",
    "什么时候退款",
    "退款到账没有",
    "我要退款",
    "退货退款",
    "refund please",
    "退款多久",
    "怎么退钱",
  ],
  human: [
    "转人工",
    "人工客服",
    "找真人",
    "我要人工",
    "真人客服",
    "接人工",
    "人工服务",
    "human agent",
    "轉接人工",
    "叫人工来",
  ],
  greet: ["你好", "您好", "在吗", "早上好", "hello", "hi", "喂你好", "晚上好", "你好啊", "哈喽"],
};
const utterances: Utterance[] = Object.entries(words).flatMap(([intent, texts]) =>
  texts.map((text, i) => ({ text, intent, entities: [], where: { file: `${intent}.yml`, line: i + 1 } })),
);
const data: Dataset = { ...EMPTY_DATASET, utterances, lookups: [{ entity: "city", words: ["北京", "上海"] }] };

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await trainModel(data, embedder);
});

const refusal = (change: (copy: Uint8Array) => Uint8Array, other = embedder) => {
  try {
    loadModel(change(Uint8Array.from(bytes)), other, "m.kmodel");
  } catch (error) {
    if (error instanceof KefuError) return { kind: error.kind, key: error.key, params: error.params };
    throw error;
  }
  return undefined;
};

test("a model tells its intents apart on words it has not seen, with probabilities", async () => {
  const model = loadModel(bytes, embedder);
  for (const [text, intent] of [
    ["請幫我轉人工吧", "human"],
    ["钱怎么还没退款", "refund"],
    ["你好呀", "greet"],
  ] as const) {
    const prediction = await model.predict(text);
    expect(prediction.intent?.name).toBe(intent);
    expect(prediction.ranking.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 6);
  }
  expect((await model.predict("北京转人工")).entities).toMatchObject([{ entity: "city", start: 0, end: 2 }]);
});

test("what is out of scope is no intent, and decides with the accepted loss what is rejected", async () => {
  const strangers = ["股票涨了吗", "讲个笑话", "oranges and apples", "今天天气"];
  const oos = strangers.map((text, i) => ({ text, intent: i % 2 === 0 ? "oos" : "OOS", entities: [] }));
  const train = async (maxInScopeLoss: number, more: readonly Utterance[]) => {
    const settings = { ...DEFAULT_SETTINGS, maxInScopeLoss };
    const trained = { ...data, utterances: [...utterances, ...more] };
    return loadModel(await trainModel(trained, embedder, { settings }), embedder);
  };
  const model = await train(0.1, oos);
  expect(model.info.intents).toEqual(["greet", "human", "refund"]);
  expect(model.info.operatingPoint.inScopeRejected).toBeLessThanOrEqual(0.1);
  expect(model.info.operatingPoint.outOfScopeRecall).toBeGreaterThanOrEqual(0);
  expect((await train(0.1, [])).info.operatingPoint.outOfScopeRecall).toBeNull();
  const strict = await train(0, oos);
  expect(strict.info.operatingPoint.inScopeRejected).toBe(0);
  expect(strict.info.operatingPoint.threshold).toBeLessThanOrEqual(model.info.operatingPoint.threshold);
  const { scope } = await model.predict("我要退款");
  expect(scope.accepted).toBe(scope.score >= model.info.operatingPoint.threshold);
});

test("Chinese that is misheard, spelt or wrapped in courtesy is understood; data without Chinese is learnt without sounds", async () => {
  expect(readModelHeader(bytes, "m").settings.sound).toBe(true);
  const model = loadModel(bytes, embedder);
  const intentOf = async (text: string): Promise<string | undefined> => (await model.predict(text)).intent?.name;
  for (const text of ["推宽多久", "tuikuan duojiu", "請問一下，退款，謝謝"])
    expect(await intentOf(text)).toBe("refund");
  for (const text of ["转人功", "zhuan ren gong"]) expect(await intentOf(text)).toBe("human");
  const plain = await model.predict("退款多久");
  expect((await model.predict("你好，请问退款多久，谢谢")).ranking).toEqual(plain.ranking);
  const english = utterances.filter(({ text }) => /^[a-z]/.test(text));
  const settings = readModelHeader(await trainModel({ ...data, utterances: english }, embedder), "m").settings;
  expect(settings.sound).toBe(false);
}, 60_000);

test("two requests in one text are told apart, with their places; one request is left whole", async () => {
  const model = loadModel(bytes, embedder);
  const text = "我要退款，另外帮我转人工客服";
  const { parts } = await model.predict(text);
  expect(parts?.map(({ intent }) => intent.name)).toEqual(["refund", "human"]);
  for (const part of parts!) expect(text.slice(part.start, part.end)).toBe(part.text);
  for (const one of ["我要退款，什么时候退款", "我要退款"]) {
    expect((await model.predict(one)).parts).toBeUndefined();
  }
});

test("a text without anything known has no intent", async () => {
  const model = loadModel(bytes, {
    ...embedder,
    embed: (texts) => Promise.resolve(texts.map(() => new Float32Array(8))),
  });
  for (const text of ["", "？！", "zzz"]) {
    expect(await model.predict(text)).toEqual({
      intent: undefined,
      ranking: [],
      scope: { score: 0, accepted: false },
      entities: [],
    });
  }
});

test("the same data in any order, in any files, gives the same bytes and the same fingerprint", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const shuffled = createRandom(seed)
        .shuffle(utterances)
        .map((utterance) => ({ ...utterance, where: { file: "other.yml" } }));
      const again = {
        ...data,
        utterances: [...shuffled, shuffled[0]!],
        lookups: [{ entity: "city", words: ["上海", "北京"] }],
      };
      expect(fingerprint(again, embedder.info)).toBe(fingerprint(data, embedder.info));
      expect(Buffer.compare(await trainModel(again, embedder), bytes)).toBe(0);
    }),
    { numRuns: 4 },
  );
});

test("the fingerprint follows every part of the data and the encoder", () => {
  const original = fingerprint(data, embedder.info);
  expect(readModelHeader(bytes, "m").fingerprint).toBe(original);
  const first = utterances[0]!;
  const others: Dataset[] = [
    { ...data, utterances: utterances.slice(1) },
    { ...data, utterances: [{ ...first, text: `${first.text}吧` }, ...utterances.slice(1)] },
    { ...data, utterances: [{ ...first, entities: [{ start: 0, end: 1, entity: "x" }] }, ...utterances.slice(1)] },
    { ...data, lookups: [] },
    { ...data, synonyms: [{ value: "a", variants: ["b"] }] },
    { ...data, regexes: [{ entity: "a", patterns: ["b"] }] },
  ];
  const all = [
    ...others.map((other) => fingerprint(other, embedder.info)),
    fingerprint(data, wordEmbedder("other").info),
  ];
  expect(new Set([original, ...all]).size).toBe(all.length + 1);
});

test("one changed byte anywhere is found", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const found = refusal((copy) => {
        copy[at]! ^= change;
        return copy;
      });
      expect(found?.kind).toBe("input");
    }),
    { numRuns: 150 },
  );
  expect(refusal((copy) => copy.slice(0, -1))?.key).toBe("nlu.model.damaged");
  expect(refusal(() => new Uint8Array(3))?.key).toBe("nlu.model.not-a-model");
});

test("a header that is no object is damage", () => {
  const found = refusal((copy) => {
    const length = new DataView(copy.buffer, copy.byteOffset).getUint32(8, true);
    copy.set(Buffer.from("null".padEnd(length)), 12);
    return copy;
  });
  expect(found?.key).toBe("nlu.model.damaged");
});

test("whatever a header lacks or misstates under a checksum that fits, it is refused as damage or does no harm", async () => {
  for (const name of ["embedder", "intents", "settings", "temperature", "scope", "operatingPoint", "entities"]) {
    const without = refusal((copy) => withHeader(copy, (header) => changed(header, [name], undefined)));
    expect(without).toMatchObject({ kind: "input", key: "nlu.model.malformed", params: { part: name } });
  }
  const wrong = [undefined, null, -1, 0, 0.5, 1e9, "x", "2", true, [], ["x"], [[]], {}, { value: {} }];
  const ways = waysInto(readModelHeader(bytes, "m"));
  for (const way of ways.filter(([first]) => first !== "format" && first !== "version")) {
    for (const value of wrong) {
      const other = withHeader(bytes, (header) => changed(header, way, value));
      try {
        const model = loadModel(other, embedder);
        await model.predict("北京转人工，另外我要退款", "2026-06-01");
      } catch (error) {
        if (!(error instanceof KefuError && error.kind === "input")) throw new Error(way.join("."), { cause: error });
      }
    }
  }
});

test("sections that are shorter, longer or others than the header says are damage", () => {
  const { sections } = readModelHeader(bytes, "m") as unknown as { sections: Record<string, number> };
  for (const name of Object.keys(sections)) {
    for (const value of [sections[name]! + 1, sections[name]! - 1, 0.5, "9", null, undefined]) {
      const found = refusal((copy) => withHeader(copy, (header) => changed(header, ["sections", name], value)));
      expect([name, value, found?.key]).toEqual([name, value, "nlu.model.malformed"]);
    }
  }
});

test("a model of another version is refused by name, one for another encoder too", () => {
  const newer = refusal((copy) => {
    const at = Buffer.from(copy.buffer).indexOf('"version":6') + 10;
    copy[at] = "7".charCodeAt(0);
    return copy;
  });
  expect(newer).toEqual({
    kind: "input",
    key: "common.unknown-version",
    params: { path: "m.kmodel", found: "kefu-nlu 7", known: "kefu-nlu 6" },
  });
  expect(refusal((copy) => copy, wordEmbedder("another"))?.key).toBe("nlu.model.other-embedder");
});

test("a model is read from bytes at any offset, as from inside a bundle", async () => {
  const larger = new Uint8Array(bytes.length + 3);
  larger.set(bytes, 3);
  const model = loadModel(larger.subarray(3), embedder);
  expect(await model.predict("转人工")).toEqual(await loadModel(bytes, embedder).predict("转人工"));
});

test("data that cannot be learnt from is refused with all its reasons", async () => {
  const alone: Dataset = { ...data, utterances: utterances.filter(({ intent }) => intent === "greet") };
  await expect(trainModel(alone, embedder)).rejects.toMatchObject({
    kind: "input",
    key: "nlu.data.unusable",
    issues: [{ key: "nlu.data.one-intent" }],
  });
});

test("an intent with a single example is learnt as well", async () => {
  const single: Utterance = { text: "公司注册地址在哪", intent: "address", entities: [] };
  const model = loadModel(await trainModel({ ...data, utterances: [...utterances, single] }, embedder), embedder);
  expect(model.info.intents).toContain("address");
  expect((await model.predict("转人工")).intent?.name).toBe("human");
});

test("training stops when it is told to, and says how far it is", async () => {
  const seen: number[] = [];
  const stopped = trainModel(data, embedder, {
    onProgress: (done, total) => void seen.push(done / total),
    shouldStop: () => seen.length >= 3,
  });
  await expect(stopped).rejects.toMatchObject({ kind: "interrupted" });
  expect(seen.length).toBeGreaterThanOrEqual(3);
  const all: number[] = [];
  await trainModel(data, embedder, { onProgress: (done, total) => void all.push(done / total) });
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(all.at(-1)).toBe(1);
});
