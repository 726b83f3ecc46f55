import { createInterface } from "node:readline";

/**
 * The lines of standard input, until it ends. On a terminal each is asked for with a prompt and can be edited; Ctrl-C and
 * Ctrl-D end them there.
 */
export async function* readLines(prompt: string, interactive: boolean): AsyncGenerator<string> {
  const lines = createInterface({
    input: process.stdin,
    ...(interactive && { output: process.stderr, prompt }),
    terminal: interactive,
    crlfDelay: Infinity,
  });
  if (interactive) lines.on("SIGINT", () => lines.close());
  try {
    if (interactive) lines.prompt();
    for await (const line of lines) {
      yield line;
      if (interactive) lines.prompt();
    }
  } finally {
    lines.close();
  }
}
