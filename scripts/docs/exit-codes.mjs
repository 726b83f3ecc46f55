// The table of docs/exit-codes.md.

const MEANING = {
  done: ["done", "The command did what it was asked to. A `kb ask` that abstains is done, too."],
  findings: [
    "findings",
    "It ran, and what it looked at is not good: failed tests, a gate that was not met, a bundle that is damaged or does not verify, a refused change.",
  ],
  usage: ["usage", "The command line or `kefu.yaml` is wrong, or there is no workspace here."],
  input: [
    "bad input",
    "A source (knowledge, flows, replies, suites, training data) cannot be read or holds mistakes, a bundle is missing or no zip, or an index, model or bundle is of an unknown version; an index or model was made with another encoder.",
  ],
  unavailable: [
    "cannot run here",
    "An optional part is missing, another command holds the lock, no space, no permission.",
  ],
  internal: ["internal error", "A fault of the program. `KEFU_DEBUG=1` shows where."],
  interrupted: ["interrupted", "Ctrl-C; the previous good state is in place."],
};

/** One row a code; a kind without a meaning is an error, so that a new one cannot stay undocumented. */
export function exitCodeTable(codes) {
  const rows = Object.entries(codes).map(([kind, code]) => {
    if (MEANING[kind] === undefined) throw new Error(`scripts/docs/exit-codes.mjs does not explain “${kind}”`);
    const [title, text] = MEANING[kind];
    return `| ${code} | \`${kind}\` | ${title} | ${text} |`;
  });
  return ["| code | kind | name | when |", "| ---: | --- | --- | --- |", ...rows].join("\n");
}
