/**
 * A regular expression of training data, case ignored. Python's `(?i)` at the front and `(?P<name>…)` are understood,
 * because Rasa's files are written for Python. `reason` says why a pattern is none.
 */
export function compilePattern(
  pattern: string,
): { regex: RegExp; reason?: undefined } | { regex?: undefined; reason: string } {
  const source = pattern.replace(/^\(\?i\)/u, "").replaceAll("(?P<", "(?<");
  try {
    return { regex: new RegExp(source, "giu") };
  } catch {
    // Outside Unicode mode escapes such as `\-` are allowed, as they are in Python.
    try {
      return { regex: new RegExp(source, "gi") };
    } catch (error) {
      return { reason: (error as Error).message };
    }
  }
}
