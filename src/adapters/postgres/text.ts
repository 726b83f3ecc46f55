/** PostgreSQL keeps neither the character 0 nor half of a surrogate pair in a text. */
export const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** Any text as one that can be kept, and back, to the letter; most stay as they are. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The text that {@link escaped} stored. */
export function unescaped(text: string): string {
  return JSON.parse(`"${text}"`) as string;
}

/** `{1,2,3}` */
export const arrayText = (values: ArrayLike<number>): string => `{${Array.prototype.join.call(values, ",")}}`;

/** `[1,2,3]` */
export const vectorText = (values: ArrayLike<number>): string => `[${Array.prototype.join.call(values, ",")}]`;
