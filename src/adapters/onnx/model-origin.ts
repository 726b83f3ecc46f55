import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ModelOrigin } from "../../embed/model-port.js";
import { readJson } from "./model-files.js";
import { ORIGIN_FILE } from "./model-settings.js";

/** Without the properties that are not set. */
export function definedOnly<T extends Record<string, string | undefined>>(value: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]?: string;
  };
}

/** What a fetched model says of where it comes from; `undefined` where nothing is said that can be read. */
export async function readOrigin(folder: string): Promise<ModelOrigin | undefined> {
  const found = await readJson(path.join(folder, ORIGIN_FILE)).catch(() => undefined);
  return found?.["format"] === "kefu-model" && found["version"] === 1 ? (found as unknown as ModelOrigin) : undefined;
}

/** What a card's front matter says of the licence. */
export async function readLicence(card: string): Promise<string | undefined> {
  const text = await readFile(card, "utf8").catch(() => "");
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  const name = /^license_name:\s*["']?([\w .+-]+)/m.exec(front)?.[1];
  const licence = /^license:\s*["']?([\w .+-]+)/m.exec(front)?.[1];
  return (licence === "other" ? (name ?? licence) : licence)?.trim();
}
