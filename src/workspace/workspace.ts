import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { Issue } from "../messages/errors.js";
import type { Locale } from "../messages/locale.js";
import type { WorkspaceConfig } from "./config.js";
import { keptSettings, settingsKey } from "./kept-settings.js";
import type { FilePort } from "./ports.js";

export const CONFIG_FILE = "kefu.yaml";
const STATE = ".kefu";
const LOCAL_CONFIG_FILE = "kefu.local.yaml";

/** Where everything of a workspace stands; absolute paths. */
export interface WorkspaceLayout {
  readonly root: string;
  /** Derived state: may be deleted and is rebuilt by the commands. */
  readonly state: string;
  readonly lock: string;
  readonly store: string;
  readonly index: string;
  readonly manifest: string;
  readonly model: string;
  /** The model of emotions, where the workspace has data of its own for them. */
  readonly emotionModel: string;
  /** What `kb tune` found out. */
  readonly tuning: string;
  readonly records: string;
}

/** An opened workspace: where things stand in it and how it is set. */
export interface Workspace {
  readonly layout: WorkspaceLayout;
  readonly config: WorkspaceConfig;
  /** What is odd about the settings and does no harm. */
  readonly warnings: readonly Issue[];
  /** What the settings depend on, see {@link settingsKey}. */
  readonly key?: string | undefined;
}

function layoutOf(root: string, config: Pick<WorkspaceConfig, "records">): WorkspaceLayout {
  const state = path.join(root, STATE);
  return {
    root,
    state,
    lock: path.join(state, "lock"),
    store: path.join(state, "kb.db"),
    index: path.join(state, "index"),
    manifest: path.join(state, "index", "manifest.json"),
    model: path.join(state, "nlu", "model.kmodel"),
    emotionModel: path.join(state, "nlu", "emotion.kemotion"),
    tuning: path.join(state, "tuning.json"),
    records: path.resolve(root, config.records.path),
  };
}

/** The nearest folder at or above `start` that holds a kefu.yaml. */
export async function findRoot(files: FilePort, start: string): Promise<string | undefined> {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    if ((await files.stat(path.join(folder, CONFIG_FILE)))?.kind === "file") return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/**
 * Finds and reads the workspace.
 * @param start folder to look from (with `exact`, the workspace itself)
 * @param options.program another text for every build of the program
 * @throws KefuError `usage` when there is none, or when its settings hold mistakes
 */
export async function openWorkspace(
  files: FilePort,
  start: string,
  options: { exact: boolean; env: Readonly<Record<string, string | undefined>>; locale: Locale; program: string },
): Promise<Workspace> {
  const found = options.exact ? path.resolve(start) : await findRoot(files, start);
  const hint = { key: "workspace.hint.init" } as const;
  if (found === undefined) throw new KefuError("usage", "workspace.none", { folder: start }, { hint });
  const configPath = path.join(found, CONFIG_FILE);
  if ((await files.stat(configPath)) === undefined) {
    throw new KefuError("usage", "workspace.missing", { path: configPath }, { hint });
  }
  const settings = [{ file: CONFIG_FILE, text: await files.readText(configPath) }];
  const localPath = path.join(found, LOCAL_CONFIG_FILE);
  if ((await files.stat(localPath)) !== undefined) {
    settings.push({ file: LOCAL_CONFIG_FILE, text: await files.readText(localPath) });
  }
  const texts = settings.map(({ text }) => text);
  const key = settingsKey(options.program, texts, options.env);
  const kept = key === undefined ? undefined : await keptSettings(files, path.join(found, STATE), key);
  if (kept !== undefined) return { layout: layoutOf(found, kept), config: kept, warnings: [], key };
  const { environmentWarnings, loadConfig } = await import("./load.js");
  const config = loadConfig(settings, options.env, options.locale);
  return { layout: layoutOf(found, config), config, warnings: environmentWarnings(options.env), key };
}
