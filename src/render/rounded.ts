/** The same document with six digits behind the point: what comes after them is rounding, and differs between machines. */
export function rounded<T>(value: T): T {
  if (typeof value === "number") return (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6) as T;
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part as unknown)])) as T;
}

/** With four digits after the point, as scores and shares are shown. */
export function shortNumber(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
