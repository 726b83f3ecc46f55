/** Whether a path is a pattern. */
export function isGlob(source: string): boolean {
  return /[*?]/.test(source);
}

/** The folder that a pattern starts in: all before its first `*` or `?`. */
export function globBase(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => isGlob(part));
  return parts.slice(0, first < 0 ? -1 : first).join("/");
}

/**
 * A pattern as a regular expression over a path with `/`: `*` any run of characters within a name, `?` one of them, `**`
 * any number of folders. Everything else, brackets too, stands for itself.
 */
export function globPattern(pattern: string): RegExp {
  const parts = pattern.split("/").map((part) => {
    if (part === "**") return "**";
    return part
      .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
      .replaceAll("*", "[^/]*")
      .replaceAll("?", "[^/]");
  });
  let text = "";
  for (const [at, part] of parts.entries()) {
    const last = at === parts.length - 1;
    if (part === "**") text += last ? ".*" : "(?:[^/]+/)*";
    else text += last ? part : `${part}/`;
  }
  return new RegExp(`^${text}$`, "u");
}
