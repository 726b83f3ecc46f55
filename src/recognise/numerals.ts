const DIGITS = new Map(
  [..."零〇0一二三四五六七八九两兩壹贰貳叁參肆伍陆陸柒捌玖"].map((character, at) => [
    character,
    [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9][at]!,
  ]),
);
const UNITS = new Map([..."十拾百佰千仟"].map((character, at) => [character, [10, 10, 100, 100, 1000, 1000][at]!]));
const LARGE = new Map([..."万萬亿億"].map((character, at) => [character, at < 2 ? 1e4 : 1e8]));

/** The characters of Chinese numerals, for use inside a character class. */
export const NUMERAL = "零〇一二三四五六七八九两兩壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億廿卅";
export const DIGIT_NUMERAL = "零〇一二三四五六七八九";

/** Arabic digits (with thousands commas) or a Chinese numeral; `NaN` for what is neither. */
export function readNumeral(text: string): number {
  return /^[\d.,]+$/.test(text) ? Number(text.replaceAll(",", "")) : (parseNumeral(text) ?? NaN);
}

/**
 * The value of a Chinese numeral: 一百二十三, 两万, 十五, 廿三, 一万五 (15000), 三点五, 二〇二六 (digit by digit, three or more).
 * `undefined` for what is none (千万, 三四, 百二).
 */
export function parseNumeral(text: string): number | undefined {
  const [whole, fraction, more] = text
    .replace(/^廿/, "二十")
    .replace(/^卅/, "三十")
    .split(/[点點]/);
  if (more !== undefined || whole === undefined) return undefined;
  const value = digitByDigit(whole) ?? parseWhole(whole);
  if (value === undefined || fraction === undefined) return value;
  const digits = [...fraction].map((character) => DIGITS.get(character));
  if (digits.length === 0 || digits.includes(undefined)) return undefined;
  return Number(`${value}.${digits.join("")}`);
}

function digitByDigit(text: string): number | undefined {
  const digits = [...text].map((character) => DIGITS.get(character));
  if (digits.includes(undefined) || digits.length === 0) return undefined;
  return digits.length === 1 || digits.length > 2 ? Number(digits.join("")) : undefined;
}

function parseWhole(text: string): number | undefined {
  const state: State = { total: 0, section: 0, digit: undefined, small: Infinity, tenthOf: 10, large: Infinity };
  for (const character of text) {
    const value = DIGITS.get(character);
    const small = UNITS.get(character);
    const large = LARGE.get(character);
    const fits =
      value !== undefined
        ? takeDigit(state, value)
        : small !== undefined
          ? takeUnit(state, small)
          : large !== undefined && takeLarge(state, large);
    if (!fits) return undefined;
  }
  return state.total + state.section + ((state.digit ?? 0) * state.tenthOf) / 10;
}

interface State {
  /** What stands before the last 万 or 亿, and what after it. */
  total: number;
  section: number;
  digit: number | undefined;
  /** The last of 十, 百, 千 in the section: the next one has to be smaller. */
  small: number;
  /** A digit at the end counts a tenth of the unit before it (一万五), unless a zero stands between (一万零五). */
  tenthOf: number;
  large: number;
}

function takeDigit(state: State, value: number): boolean {
  if (state.digit !== undefined && state.digit !== 0) return false;
  if (value === 0) state.tenthOf = 10;
  state.digit = value;
  return true;
}

function takeUnit(state: State, unit: number): boolean {
  const bare = state.digit === undefined || state.digit === 0;
  if (unit >= state.small || (bare && unit !== 10)) return false;
  state.section += (bare ? 1 : state.digit!) * unit;
  state.digit = undefined;
  state.small = unit;
  state.tenthOf = unit;
  return true;
}

function takeLarge(state: State, unit: number): boolean {
  const section = state.section + (state.digit ?? 0);
  if (section + state.total === 0) return false;
  state.total = unit > state.large ? (state.total + section) * unit : state.total + section * unit;
  state.section = 0;
  state.digit = undefined;
  state.small = Infinity;
  state.tenthOf = unit;
  state.large = unit;
  return true;
}
