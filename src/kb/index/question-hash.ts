/** A normalised text without its spaces: what makes two questions the same but for punctuation. */
export function compactForm(normalised: string): string {
  return normalised.replaceAll(" ", "");
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
