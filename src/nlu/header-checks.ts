// A model is opened at every start of `kefu nlu predict`, where loading the schema library would cost more than all of the prediction.

/** Where in a value something is missing or not what it must be, as `entities.words[3].value`; `undefined` where all is well. */
export type Check = (value: unknown, at: string) => string | undefined;

const plain =
  (fits: (value: unknown) => boolean): Check =>
  (value, at) =>
    fits(value) ? undefined : at;

export const text = plain((value) => typeof value === "string");
export const number = plain((value) => Number.isFinite(value));
export const count = plain((value) => Number.isInteger(value) && (value as number) >= 0);
export const positive = plain((value) => Number.isFinite(value) && (value as number) > 0);
export const yesNo = plain((value) => typeof value === "boolean");

/** @param values one of them must be the value */
export function oneOf(values: readonly unknown[]): Check {
  return plain((value) => values.includes(value));
}

/** A value of which there may be none. */
export function perhaps(check: Check): Check {
  return (value, at) => (value === undefined || value === null ? undefined : check(value, at));
}

/** A list of like things. */
export function listOf(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return at;
    for (let i = 0; i < value.length; i++) {
      const found = check(value[i], `${at}[${i}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** An object that has some fields; what else it has is not looked at. */
export function fields(checks: Readonly<Record<string, Check>>): Check {
  const all = Object.entries(checks);
  return (value, at) => {
    if (typeof value !== "object" || value === null) return at;
    for (const [name, check] of all) {
      const found = check((value as Readonly<Record<string, unknown>>)[name], at === "" ? name : `${at}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
