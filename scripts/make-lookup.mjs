// Writes models/bilingual-static/lookup.bin, the table of vocab.txt: `npm run build && node scripts/make-lookup.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { makeLookup } = await import("../dist/embed/vocabulary.js");
const file = (name) => fileURLToPath(new URL(`../models/bilingual-static/${name}`, import.meta.url));
const { vocab_size: rows } = JSON.parse(readFileSync(file("config.json"), "utf8"));
writeFileSync(file("lookup.bin"), makeLookup(readFileSync(file("vocab.txt"), "utf8"), rows));
