// Emotions of texts that others wrote, none of which the model was trained on.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { encoder, program } from "../lib/program.mjs";
import { root } from "../lib/processes.mjs";

const EMOTIONS = ["neutral", "angry", "anxious", "happy"];
const RESAMPLES = 1000;

function macroF1(rows) {
  const f1 = EMOTIONS.map((name) => {
    const hits = rows.filter(({ emotion, found }) => emotion === name && found.label === name).length;
    const expected = rows.filter(({ emotion }) => emotion === name).length;
    const told = rows.filter(({ found }) => found.label === name).length;
    return { expected, value: expected + told === 0 ? 0 : (2 * hits) / (expected + told) };
  }).filter(({ expected }) => expected > 0);
  return f1.reduce((sum, { value }) => sum + value, 0) / f1.length;
}

/** Percentile bootstrap, 95 %. */
function interval(rows, figure, random) {
  const drawn = Array.from({ length: RESAMPLES }, () => figure(rows.map(() => random.pick(rows)))).sort(
    (a, b) => a - b,
  );
  return [drawn[Math.floor(0.025 * RESAMPLES)], drawn[Math.ceil(0.975 * RESAMPLES) - 1]];
}

const percent = (value) => (100 * value).toFixed(1);
const accuracy = (rows) => rows.filter(({ emotion, found }) => emotion === found.label).length / rows.length;
const intensityError = (rows) =>
  rows.reduce((sum, { intensity, found }) => sum + Math.abs(intensity - found.intensity), 0) / rows.length;

function line(name, rows, random) {
  const [low, high] = interval(rows, macroF1, random);
  // Of a kind whose lines are all of one or two emotions, macro-F1 is over those.
  return [
    name,
    String(rows.length),
    `${percent(macroF1(rows))} (${percent(low)}–${percent(high)})`,
    percent(accuracy(rows)),
    intensityError(rows).toFixed(2),
  ];
}

function groups(rows, key) {
  const names = [...new Set(rows.map((row) => row[key]))].sort();
  return names.map((name) => [name, rows.filter((row) => row[key] === name)]);
}

/** Delivery reviews, negative (0) and positive (1): negative is what is likelier angry or anxious than happy, neutral set aside. */
async function reviews(model, readTables) {
  const data = process.env.KEFU_DATA;
  const file = data && path.join(data, "sentiment_zh", "waimai_10k.csv");
  if (!file || !existsSync(file)) return undefined;
  const headerScore = (cells) => cells.filter((cell) => cell === "label" || cell === "review").length;
  const [table] = await readTables(file, readFileSync(file), { headerScore });
  const rows = [];
  for (const {
    cells: [label, text],
  } of table.rows) {
    const { scores } = await model.predict(text);
    rows.push({ positive: label === "1", told: scores.happy > scores.angry + scores.anxious });
  }
  const right = (some) => some.filter(({ positive, told }) => positive === told).length / some.length;
  const ofBoth = [true, false].map((side) => right(rows.filter(({ positive }) => positive === side)));
  return { n: rows.length, accuracy: right(rows), positive: ofBoth[0], negative: ofBoth[1] };
}

export async function emotion() {
  const kefu = await program(["nlu/emotion/model.js", "embed/static-encoder.js", "stats/random.js", "tables/read.js"]);
  const file = path.join(root, "models", "emotion", "default.kemotion");
  const bytes = readFileSync(file);
  const model = kefu.loadEmotionModel(bytes, encoder(kefu), file);
  const random = kefu.createRandom("emotion");
  const test = readFileSync(path.join(root, "bench", "gold", "emotion-test.jsonl"), "utf8")
    .trim()
    .split("\n");
  const rows = [];
  for (const text of test) {
    const row = JSON.parse(text);
    // A neutral line may come without an intensity: it has none.
    rows.push({ ...row, intensity: row.intensity ?? 0, found: await model.predict(row.text) });
  }
  const times = [];
  for (const { text } of rows) {
    const start = performance.now();
    await model.predict(text);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const outside = await reviews(model, kefu.readTables);
  const { outOfFold, examples } = model.info;
  const tables = [
    {
      title: "Emotion test set",
      header: ["lines", "n", "macro-F1 (95 %)", "accuracy", "intensity, mean error"],
      rows: [
        line("all", rows, random),
        ...groups(rows, "lang").map(([name, some]) => line(name, some, random)),
        ...groups(rows, "kind").map(([name, some]) => line(name, some, random)),
      ],
    },
    {
      title: "Told as (rows: what was written)",
      header: ["", ...EMOTIONS],
      rows: EMOTIONS.map((name) => [
        name,
        ...EMOTIONS.map((told) =>
          String(rows.filter(({ emotion, found }) => emotion === name && found.label === told).length),
        ),
      ]),
    },
  ];
  return {
    rows: [
      { name: "macro-F1 on the test set", unit: "%", ours: macroF1(rows) },
      { name: "macro-F1 on the training data, out of fold", unit: "%", ours: outOfFold.macroF1 },
      ...(outside ? [{ name: "delivery reviews told apart", unit: "%", ours: outside.accuracy }] : []),
      { name: "one text, warm, median", unit: "µs", ours: times[times.length >> 1] / 1000 },
      { name: "model file", unit: "MB", ours: bytes.length / 2 ** 20 },
    ],
    tables,
    notes: [
      `the test set was written by people who saw neither the ${examples} training lines nor the code; intervals by ${RESAMPLES} bootstrap resamples`,
      ...(outside
        ? [
            `reviews: ${outside.n} of sentiment_zh (waimai_10k), never trained on; positive where P(happy) > P(angry) + P(anxious), P(neutral) set aside; right of the positive ones ${percent(outside.positive)} %, of the negative ones ${percent(outside.negative)} %`,
          ]
        : ["without KEFU_DATA: no reviews"]),
    ],
  };
}
