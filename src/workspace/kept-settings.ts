import { createHash } from "node:crypto";
import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { WorkspaceConfig } from "./config.js";
import type { FilePort } from "./ports.js";
import type { Workspace } from "./workspace.js";

/** Variables of kefu's own that are no settings of a workspace; KEFU_DATA and KEFU_DIST belong to the benchmarks. */
export const OTHER_VARIABLES = ["KEFU_LOCALE", "KEFU_DEBUG", "KEFU_PG_URL", "KEFU_MODEL_HUB", "KEFU_DATA", "KEFU_DIST"];

const keptFile = (state: string): string => path.join(state, "settings.json");

/** SHA-256 (hex); the length before each part keeps two parts from passing for two others. */
function digestOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n${part}`);
  return hash.digest("hex");
}

/**
 * What checked settings depend on: the program and the settings files.
 * @param program another text for every build
 * @returns `undefined` where the environment could have a say: such settings are always read anew
 */
export function settingsKey(
  program: string,
  texts: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const foreign = (name: string): boolean => name.startsWith("KEFU_") && !OTHER_VARIABLES.includes(name);
  return Object.keys(env).some(foreign) ? undefined : digestOf([program, ...texts]);
}

/**
 * Keeps settings that were found right, for commands that only read: parsing YAML and building the schema take them longer than
 * the search itself. Without the file, or with another key, settings are read as ever.
 */
export async function keepSettings(files: FilePort, { layout, config, key }: Workspace): Promise<void> {
  if (key === undefined) return;
  const text = JSON.stringify(config);
  const kept = `${digestOf([key, text])}\n${text}\n`;
  const file = keptFile(layout.state);
  try {
    const isKept = (await files.stat(file)) !== undefined && (await files.readText(file)) === kept;
    if (!isKept) await files.writeAtomic(file, kept);
  } catch (error) {
    // What the command did is done; the next one reads kefu.yaml.
    if (!(error instanceof KefuError)) throw error;
  }
}

/** The settings kept under this key; `undefined` when there are none, or the file is not as it was written. */
export async function keptSettings(files: FilePort, state: string, key: string): Promise<WorkspaceConfig | undefined> {
  const file = keptFile(state);
  try {
    if ((await files.stat(file)) === undefined) return undefined;
    const [digest, text = ""] = (await files.readText(file)).split("\n");
    return digest === digestOf([key, text]) ? (JSON.parse(text) as WorkspaceConfig) : undefined;
  } catch (error) {
    if (error instanceof KefuError) return undefined;
    throw error;
  }
}
