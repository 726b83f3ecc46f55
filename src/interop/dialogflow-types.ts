/** Entities that both find by themselves; Dialogflow's `@sys.` types by our names. */
const TYPES: Readonly<Record<string, string>> = {
  date: "@sys.date",
  time: "@sys.time",
  datetime: "@sys.date-time",
  duration: "@sys.duration",
  number: "@sys.number",
  phone: "@sys.phone-number",
  email: "@sys.email",
  url: "@sys.url",
  city: "@sys.geo-city",
  money: "@sys.unit-currency",
};

const NAMES = new Map(Object.entries(TYPES).map(([name, type]) => [type, name]));

/** Our name of a type: `@sys.date` → `date`, `@colour` → `colour`. */
export function entityOfType(type: string): string {
  return NAMES.get(type) ?? type.slice(1);
}

/** @param own entities that the agent defines itself */
export function typeOfEntity(entity: string, own: ReadonlySet<string>): string {
  return own.has(entity) ? `@${entity}` : (TYPES[entity] ?? `@${entity}`);
}

/** True for an entity that needs no definition. */
export function isSystemEntity(entity: string): boolean {
  return entity in TYPES || entity.startsWith("sys.");
}
