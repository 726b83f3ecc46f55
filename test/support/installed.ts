import { createRequire } from "node:module";

/** Whether an optional package is there; tests of it are skipped where it is not. */
export function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
