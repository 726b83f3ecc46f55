import type { Issue, KefuError } from "../../messages/errors.js";

/** Whether the other entry with this id stands in another source: then the sources hold the same knowledge twice. */
function isTwice({ key, params, where }: Issue): boolean {
  return key === "kb.ingest.same-id" && where !== undefined && !String(params?.["first"]).startsWith(where.file);
}

/**
 * Errors with what to do about each right behind it, at the same place; of many alike only behind the last.
 * @param failures why sources could not be read, with their hints
 */
export function withAdvice(errors: readonly Issue[], failures: readonly KefuError[]): Issue[] {
  const lastTwice = new Map(errors.filter(isTwice).map((issue) => [issue.where!.file, issue]));
  const open = new Set(failures);
  return errors.flatMap((issue): Issue[] => {
    const { key, params, where } = issue;
    if (where !== undefined && lastTwice.get(where.file) === issue) {
      return [issue, { severity: "info", key: "kb.ingest.same-id-hint", where: { file: where.file } }];
    }
    // The issue of a failure has its parameters; see `readSource`.
    const failure = [...open].find((one) => one.key === key && one.params === params);
    if (failure?.hint === undefined) return [issue];
    open.delete(failure);
    return [issue, { severity: "info", ...failure.hint, ...(where === undefined ? {} : { where }) }];
  });
}
