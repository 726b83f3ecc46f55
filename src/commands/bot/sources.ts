import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import type { Context } from "../context.js";
import { shownPath } from "../shown-path.js";

/** A text file with its path as shown to people. */
export interface TextSource {
  readonly file: string;
  readonly text: string;
}

/**
 * The files that settings or arguments name, sorted, each once: files as they are, folders with all files of these
 * endings below them.
 * @param base folder that relative paths are meant from
 * @param onMissing told of each path that is not there
 */
export async function listSources(
  ctx: Context,
  base: string,
  names: readonly string[],
  endings: readonly string[],
  onMissing: (name: string) => void = () => undefined,
): Promise<string[]> {
  const paths = new Set<string>();
  for (const name of names) {
    const full = path.resolve(base, name);
    const found = await ctx.files.stat(full);
    if (found === undefined) onMissing(name);
    else if (found.kind === "file") paths.add(full);
    else {
      const inside = await ctx.files.list(full);
      for (const file of inside) if (endings.some((ending) => file.toLowerCase().endsWith(ending))) paths.add(file);
    }
  }
  return [...paths].sort();
}

/** The texts of such files. */
export async function readTexts(ctx: Context, paths: readonly string[]): Promise<TextSource[]> {
  const sources: TextSource[] = [];
  for (const full of paths) {
    sources.push({ file: shownPath(ctx.cwd, full), text: await ctx.files.readText(full) });
  }
  return sources;
}

export const YAML_ENDINGS = [".yaml", ".yml"];

/** For paths that a person typed: one that is not there is an error. */
export function mustExist(name: string): never {
  throw new KefuError("input", "common.file.missing", { path: name });
}
