import { expect, it } from "vitest";
import { parseFiles } from "./formats.js";
import { sourceFile } from "./source-file.js";

it("spells what is out of scope one way, however it is written", async () => {
  const table = await sourceFile("a.csv", new TextEncoder().encode("text,intent\nhello,greet\nsing,OOS\ndance,oos\n"));
  const { dataset } = await parseFiles([table]);
  expect(dataset.utterances.map(({ intent }) => intent)).toEqual(["greet", "oos", "oos"]);
});
