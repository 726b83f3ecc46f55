import { CHINESE_CITIES } from "./chinese-cities.js";
import {
  ACROSS_WORDS,
  CITY_SUFFIX,
  ENGLISH_NAMED_AFTER,
  NAMED_AFTER,
  ONLY_IN_PLACE,
  ONLY_WITH_SUFFIX,
  PLACE_BEFORE,
} from "./city-contexts.js";
import type { Found } from "./span.js";
import { TRADITIONAL_IN_NAMES, WORLD_CITIES } from "./world-cities.js";

interface Names {
  /** By the first character, longer names first. */
  readonly chinese: ReadonlyMap<string, readonly { name: string; value: string }[]>;
  /** By the first word in lower case. */
  readonly english: ReadonlyMap<string, readonly { name: string; value: string }[]>;
  readonly simplified: ReadonlyMap<string, string>;
}

const WORD = /(?<![A-Za-z\d@#_-])[A-Za-z\u00c0-\u024f]+/g;
const HAN = /[\u4e00-\u9fff]/;
/** In small letters, a short name may be any word (nara, rome). */
const SHORT = 4;

let names: Names | undefined;

/** The tables as they are searched; made when first asked for, as most commands never do. */
function tables(): Names {
  if (names !== undefined) return names;
  const chinese = new Map<string, { name: string; value: string }[]>();
  const english = new Map<string, { name: string; value: string }[]>();
  const add = (into: typeof chinese, key: string, name: string, value: string): void => {
    const same = into.get(key);
    if (same === undefined) into.set(key, [{ name, value }]);
    else same.push({ name, value });
  };
  for (const item of [...CHINESE_CITIES, ...WORLD_CITIES].flatMap((line) => line.split(" | "))) {
    const [han, latin] = item.split(":");
    const all = han!.split("/");
    for (const name of all) add(chinese, name.charAt(0), name, all[0]!);
    for (const name of latin?.split("/") ?? []) add(english, /^[^ ']+/.exec(name)![0].toLowerCase(), name, all[0]!);
  }
  for (const same of [...chinese.values(), ...english.values()]) same.sort((a, b) => b.name.length - a.name.length);
  const simplified = new Map<string, string>();
  for (let at = 0; at < TRADITIONAL_IN_NAMES.length; at += 2)
    simplified.set(TRADITIONAL_IN_NAMES.charAt(at), TRADITIONAL_IN_NAMES.charAt(at + 1));
  return (names = { chinese, english, simplified });
}

/**
 * Cities in Simplified, Traditional and English spelling; the value is the usual name in Simplified characters. What is only
 * named after one (北京路, 上海菜, Peking duck) or lies across two words (东西安全) is none.
 */
export function findCities(text: string): Found[] {
  return [...(HAN.test(text) ? chineseCities(text) : []), ...englishCities(text)];
}

function chineseCities(text: string): Found[] {
  const { chinese, simplified } = tables();
  let plain = "";
  for (const unit of text.split("")) plain += simplified.get(unit) ?? unit;
  const found: Found[] = [];
  for (let at = 0; at < plain.length; at++) {
    const city = chinese.get(plain.charAt(at))?.find(({ name }) => plain.startsWith(name, at));
    if (city === undefined) continue;
    let end = at + city.name.length;
    const suffixed = CITY_SUFFIX.test(plain.slice(end, end + 2));
    if (suffixed) end += 1;
    if (!isCity(city.name, plain.slice(Math.max(0, at - 4), at), plain.slice(end, end + 4), suffixed)) continue;
    found.push({ kind: "city", start: at, end, value: city.value });
    at = end - 1;
  }
  return found;
}

function isCity(name: string, before: string, behind: string, suffixed: boolean): boolean {
  const across = ACROSS_WORDS.get(name) ?? [];
  if (across.some((rule) => (rule.before?.test(before) ?? true) && (rule.behind?.test(behind) ?? true))) return false;
  if (suffixed) return true;
  if (ONLY_WITH_SUFFIX.has(name) || (ONLY_IN_PLACE.has(name) && !PLACE_BEFORE.test(before))) return false;
  return !NAMED_AFTER.test(behind);
}

function englishCities(text: string): Found[] {
  const { english } = tables();
  const found: Found[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (start < from) continue;
    const city = english.get(match[0].toLowerCase())?.find(({ name }) => isName(text, start, name));
    if (city === undefined || ENGLISH_NAMED_AFTER.test(text.slice(start + city.name.length))) continue;
    from = start + city.name.length;
    found.push({ kind: "city", start, end: from, value: city.value });
  }
  return found;
}

function isName(text: string, start: number, name: string): boolean {
  const end = start + name.length;
  const written = text.slice(start, end).replaceAll("’", "'");
  if (written.toLowerCase() !== name.toLowerCase() || /[A-Za-z\d_@-]/.test(text.charAt(end))) return false;
  return name.length > SHORT || /^[A-Z]/.test(written);
}
