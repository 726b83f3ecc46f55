import path from "node:path";

/** Relative below the current folder, absolute elsewhere: no chains of `../`. */
export function shownPath(cwd: string, full: string): string {
  const relative = path.relative(cwd, full);
  return relative.startsWith("..") ? full : relative;
}
