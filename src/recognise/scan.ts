/**
 * All matches of a pattern in a text that has what every match has to have. The cheap test first keeps the large patterns from
 * being compiled and run for the many texts that hold nothing of their kind.
 */
export function scan(text: string, hint: RegExp, pattern: RegExp): Iterable<RegExpExecArray> {
  return hint.test(text) ? text.matchAll(pattern) : [];
}
