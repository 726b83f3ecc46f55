/** What a number format makes of a number, as far as that matters in a text. */
interface NumberShape {
  readonly kind: "plain" | "integer" | "percent" | "date" | "time" | "elapsed";
  /** `integer`: least digits. `percent`: decimals. */
  readonly digits: number;
  /** Letters before and after an integer: `"EC-"000`. */
  readonly before: string;
  readonly after: string;
}

const PLAIN: NumberShape = { kind: "plain", digits: 0, before: "", after: "" };

/** Number formats that a workbook names by number alone: ECMA-376 part 1, 18.8.30, and those of East Asian versions. */
export function builtinFormat(id: number): string {
  const known: Readonly<Record<number, string>> = {
    1: "0",
    9: "0%",
    10: "0.00%",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
  };
  if (known[id] !== undefined) return known[id];
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 55 || id === 56) return "h:mm:ss";
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "yyyy-mm-dd";
  return "";
}

/** The first of the sections (positive; negative; zero; text), without quoted letters. */
function bareCode(format: string): string {
  const tokens: string[] = format.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|[^"\\[]/gs) ?? [];
  const first = tokens.indexOf(";");
  return (first < 0 ? tokens : tokens.slice(0, first))
    .filter((token) => token.length === 1 || /^\[[hms]+\]$/i.test(token))
    .join("");
}

function dateKind(format: string): NumberShape["kind"] | undefined {
  const bare = bareCode(format).toLowerCase();
  if (bare === "" || bare.includes("general")) return undefined;
  if (/\[[hms]+\]/.test(bare)) return "elapsed";
  const clock = /[hs]/.test(bare);
  if (/[yd]/.test(bare) || (bare.includes("m") && !clock) || /e[^+-]*m/.test(bare)) return "date";
  return clock ? "time" : undefined;
}

/** Letters of `"EC-"`, `\元` and the few signs that need no quotes. */
function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/gs, "$1$2");
}

const INTEGER = /^((?:"[^"]*"|\\.|[-+/ ])*)(0+)((?:"[^"]*"|\\.|[-+/ ])*)$/s;

function shapeOf(format: string): NumberShape {
  const percent = /^0(?:\.(0+))?%$/.exec(format);
  if (percent !== null) return { ...PLAIN, kind: "percent", digits: percent[1]?.length ?? 0 };
  const integer = INTEGER.exec(format.split(";")[0]!);
  if (integer !== null) {
    const [, before = "", zeros = "", after = ""] = integer;
    return { kind: "integer", digits: zeros.length, before: literal(before), after: literal(after) };
  }
  const kind = dateKind(format);
  return kind === undefined ? PLAIN : { ...PLAIN, kind };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${pad(hours)}:${pad(minutes)}${rest === 0 ? "" : `:${pad(rest)}`}`;
}

/** Days from 1970 to Excel's day 0 in the systems of 1900 and 1904. */
const EPOCH = 25_569;
const EPOCH_1904 = 24_107;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

function dateText(serial: number, date1904: boolean): string | undefined {
  // Excel counts a 29 February 1900 that never was: days before it are one off.
  const days = date1904 ? serial - EPOCH_1904 : serial - EPOCH + (serial < 60 ? 1 : 0);
  if (!(serial >= 0 && serial <= LAST_DAY)) return undefined;
  const iso = new Date(Math.round(days * 86_400) * 1000).toISOString();
  const time = iso.slice(11, 19);
  return time === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** Numbers as spreadsheets show them where that matters: dates, times, leading zeros, percent; else up to 15 digits. */
export class NumberTexts {
  private readonly shapes = new Map<string, NumberShape>();

  constructor(private readonly date1904: boolean) {}

  text(value: number, format: string): string {
    if (!Number.isFinite(value)) return "";
    let shape = this.shapes.get(format);
    if (shape === undefined) this.shapes.set(format, (shape = shapeOf(format)));
    return this.shaped(value, shape) ?? String(Number(value.toPrecision(15)));
  }

  private shaped(value: number, { kind, digits, before, after }: NumberShape): string | undefined {
    if (kind === "percent") return `${(value * 100).toFixed(digits)}%`;
    if (kind === "integer" && Math.abs(value) < 1e15) {
      const sign = value < 0 ? "-" : "";
      return `${sign}${before}${String(Math.round(Math.abs(value))).padStart(digits, "0")}${after}`;
    }
    if (kind === "elapsed" && value >= 0) return clock(Math.round(value * 86_400));
    if (kind === "time" && value >= 0 && value < 1) return clock(Math.round(value * 86_400) % 86_400);
    return kind === "date" || kind === "time" ? dateText(value, this.date1904) : undefined;
  }
}
