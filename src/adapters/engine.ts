import { setFlagsFromString } from "node:v8";

/**
 * Lets the engine wait before it optimises code, in a process that answers once and ends: compiling what runs a few hundred times
 * takes a fifth of its time and is never paid back. Code that runs long is optimised all the same.
 *
 * Node warns of flags that are set after the start. This one is a number that V8 reads whenever a function has used up its budget, so
 * that both values fit at any time. It has it up to version 11 (Node 20); later ones count calls, wait longer by themselves, and would
 * complain of an unknown flag.
 */
export function optimiseLate(): void {
  // Twenty times the default; with half and with three times as much searches take as long.
  if (Number.parseInt(process.versions.v8, 10) <= 11) setFlagsFromString("--interrupt-budget=1320000");
}
