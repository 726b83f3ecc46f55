// Writes models/emotion/default.kemotion: the model of emotions that ships, learnt from fixtures/emotion.
//   npm run build && node scripts/make-emotion.mjs [--check]
// The same files give the same bytes, whatever their order; --check writes nothing and says whether the bytes are those.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStaticEncoder } from "../dist/adapters/embedders.js";
import { emotionExamples } from "../dist/nlu/emotion/emotion.js";
import { readEmotionFile } from "../dist/nlu/emotion/file.js";
import { trainEmotion } from "../dist/nlu/emotion/train.js";
import { parseTrainingFiles } from "../dist/nlu/data/training-file.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "fixtures", "emotion");
const target = path.join(root, "models", "emotion", "default.kemotion");

const files = readdirSync(folder).map((file) => ({ file, bytes: readFileSync(path.join(folder, file)) }));
const { datasets } = await parseTrainingFiles(files);
const { examples, issues } = emotionExamples(datasets);
if (issues.length > 0) throw new Error(JSON.stringify(issues, undefined, 2));
const bytes = await trainEmotion(examples, await openStaticEncoder(root));
if (process.argv.includes("--check")) {
  if (Buffer.compare(bytes, readFileSync(target)) !== 0) {
    console.error("models/emotion/default.kemotion is not what scripts/make-emotion.mjs makes: run it without --check");
    process.exit(1);
  }
} else writeFileSync(target, bytes);
const { header } = readEmotionFile(bytes, target);
console.log(
  JSON.stringify({
    bytes: bytes.length,
    examples: header.examples,
    temperature: header.temperature,
    ...header.outOfFold,
  }),
);
