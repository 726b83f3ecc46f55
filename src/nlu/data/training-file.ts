import { KefuError, type Issue } from "../../messages/errors.js";
import type { Dataset } from "./dataset.js";
import type { ParsedData } from "../../interop/training-data.js";

/** Endings of files that hold training or test data, as they are looked for in folders. */
export const DATA_ENDINGS = [".yml", ".yaml", ".csv", ".tsv", ".xlsx", ".jsonl", ".lu"] as const;

/**
 * Training or test data of any form that is read: Rasa's `nlu.yml`; a table or lines of JSON with `text` and `intent`; a JSON
 * list of the same; and what `kefu nlu convert` reads in one file.
 * What is wrong is in `issues`, with file and line.
 * @param file as shown; `data.json#train+val` names parts of a file that holds several
 */
export async function parseTrainingFile(file: string, bytes: Uint8Array): Promise<ParsedData> {
  const [{ sourceFile }, { parseFiles }] = await Promise.all([
    import("../../interop/source-file.js"),
    import("../../interop/formats.js"),
  ]);
  const { dataset, issues, skipped } = await parseFiles([await sourceFile(file, bytes)]);
  const unknown = skipped.map((name): Issue => ({ severity: "error", key: "nlu.data.form", where: { file: name } }));
  return { dataset, issues: [...issues, ...unknown] };
}

/**
 * Several files as data sets, their findings together.
 * @throws KefuError `input` when a file cannot be read at all, or when any finding is an error
 */
export async function parseTrainingFiles(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<{ datasets: Dataset[]; issues: Issue[] }> {
  const parsed = await Promise.all(files.map(({ file, bytes }) => parseTrainingFile(file, bytes)));
  const issues = parsed.flatMap((one) => one.issues);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new KefuError("input", "nlu.data.unusable", { errors }, { issues });
  return { datasets: parsed.map(({ dataset }) => dataset), issues };
}
