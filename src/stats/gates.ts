type Better = "more" | "less";

/** A bound that a figure is held to. */
export interface Gate {
  readonly figure: string;
  readonly sign: ">=" | "<=";
  readonly bound: number;
}

/** A gate with the figure that was held against it. */
export interface GateResult extends Gate {
  /** `null` where the figure does not exist, which is not met. */
  readonly value: number | null;
  readonly met: boolean;
}

/** Why a list of gates cannot be read. */
export interface GateFault {
  /** The piece that is wrong. */
  readonly part: string;
  /** A name that is no figure's. */
  readonly figure?: string;
  /** The most that the bound may be, where it is more. */
  readonly most?: number;
}

type FindFigure = (
  name: string,
) => { readonly name: string; readonly better: Better; readonly most?: number } | undefined;

/**
 * `recall@1=0.5,wrongAnswerRate<=0.05`. With `=`, at least so much where more is better, and at most where less is. Names may hold
 * commas and dots.
 * @param find the figure's own name, which way is better and the most that it can be (1 where nothing is said); `undefined` for what is
 * no figure
 */
export function scanGates(text: string, find: FindFigure): Gate[] | GateFault {
  const gates: Gate[] = [];
  let at = 0;
  while (at < text.length) {
    const part = /^\s*([^=<>]+?)\s*(>=|<=|=)\s*(\d*\.?\d+)\s*(,(?=.)|$)/su.exec(text.slice(at));
    if (part === null) return { part: text.slice(at) };
    const [piece, figure = "", sign, number] = part;
    const known = find(figure);
    if (known === undefined) return { part: piece, figure };
    const bound = Number(number);
    const { name, better, most = 1 } = known;
    if (bound > most) return { part: piece.replace(/,$/u, "").trim(), most };
    const usual = better === "more" ? ">=" : "<=";
    gates.push({ figure: name, sign: sign === "=" ? usual : (sign as Gate["sign"]), bound });
    at += piece.length;
  }
  return gates.length === 0 ? { part: text } : gates;
}

/** As {@link scanGates}; `undefined` for what is not such a list. */
export function parseGates(text: string, find: FindFigure): Gate[] | undefined {
  const found = scanGates(text, find);
  return Array.isArray(found) ? found : undefined;
}

/** Each gate with the value that its figure has here; one whose figure does not exist is missed. */
export function checkGates(gates: readonly Gate[], valueOf: (figure: string) => number | null): GateResult[] {
  return gates.map((gate) => {
    const value = valueOf(gate.figure);
    const met = value !== null && (gate.sign === ">=" ? value >= gate.bound : value <= gate.bound);
    return { ...gate, value, met };
  });
}
