// LangChain.js over a FAQ table: its csv loader, and its vector store in memory with kefu's own encoder, one vector a row.
//   node langchain.mjs build faq.csv index.json
import { closeSync, openSync, writeSync } from "node:fs";
import { Embeddings } from "@langchain/core/embeddings";
import { CSVLoader } from "@langchain/community/document_loaders/fs/csv";
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { openStaticEncoder } from "../../dist/adapters/embedders.js";
import { root } from "../lib/processes.mjs";

class KefuEmbeddings extends Embeddings {
  constructor(encoder) {
    super({});
    this.encoder = encoder;
  }

  async embedDocuments(texts) {
    return texts.map((text) => Array.from(this.encoder.encode(text)));
  }

  async embedQuery(text) {
    return Array.from(this.encoder.encode(text));
  }
}

const [, , , file, last] = process.argv;
const documents = await new CSVLoader(file).load();
const store = await MemoryVectorStore.fromDocuments(documents, new KefuEmbeddings(await openStaticEncoder(root)));
const index = openSync(last, "w");
for (const row of store.memoryVectors) writeSync(index, `${JSON.stringify(row)}\n`);
closeSync(index);
console.log(documents.length);
