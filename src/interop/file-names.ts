// eslint-disable-next-line no-control-regex -- no name of a file may hold them
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*]+/gu;
const LONGEST = 80;

/** A file name for each name, without what some system refuses; different ones also where only case tells them apart. */
export function fileNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const safe = [...name.replace(UNSAFE, "_").replace(/^\.+|[. ]+$/gu, "_")].slice(0, LONGEST).join("") || "_";
      let free = safe;
      for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${safe}-${n}`;
      taken.add(free.toLowerCase());
      return [name, free];
    }),
  );
}
