import { KefuError } from "../messages/errors.js";
import type { NoiseKind } from "../noise/perturb.js";

/**
 * `typo,homophone` or `all`, as `--noise` takes them.
 * @throws KefuError `usage`
 */
export async function readNoise(text: string | undefined): Promise<NoiseKind[]> {
  if (text === undefined) return [];
  const { NOISE_KINDS } = await import("../noise/perturb.js");
  const asked = text === "all" ? NOISE_KINDS : text.split(",").map((part) => part.trim());
  return [...new Set(asked)].map((name) => {
    const known = NOISE_KINDS.find((kind) => kind === name);
    if (known === undefined)
      throw new KefuError("usage", "cli.usage.noise", { known: ["all", ...NOISE_KINDS].join(", ") });
    return known;
  });
}
