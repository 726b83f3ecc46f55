type Better = "more" | "less";

/** A bound that a figure is held to. */
export interface Gate {
  readonly figure: string;
  readonly sign: ">=" | "<=";
  readonly bound: number;
}

export interface GateResult extends Gate {
  /** `null` where the figure does not exist, which is not met. */
  readonly value: number | null;
  readonly met: boolean;
}

/**
 * `recall@1=0.5,wrongAnswerRate<=0.05`. With `=`, at least so much where more is better, and at most where less is. Names may hold
 * commas and dots.
 * @param find the figure's own name, which way is better and the most that it can be (1 where nothing is said); `undefined` for what is
 * no figure
 * @returns `undefined` for what is not such a list
 */
export function parseGates(
  text: string,
  find: (name: string) => { readonly name: string; readonly better: Better; readonly most?: number } | undefined,
): Gate[] | undefined {
  const gates: Gate[] = [];
  let at = 0;
  while (at < text.length) {
    const part = /^\s*([^=<>]+?)\s*(>=|<=|=)\s*(\d*\.?\d+)\s*(,(?=.)|$)/su.exec(text.slice(at));
    const known = find(part?.[1] ?? "");
    const bound = Number(part?.[3]);
    if (part === null || known === undefined || bound > (known.most ?? 1)) return undefined;
    const usual = known.better === "more" ? ">=" : "<=";
    gates.push({ figure: known.name, sign: part[2] === "=" ? usual : (part[2] as Gate["sign"]), bound });
    at += part[0].length;
  }
  return gates.length === 0 ? undefined : gates;
}

/** Each gate with the value that its figure has here; one whose figure does not exist is missed. */
export function checkGates(gates: readonly Gate[], valueOf: (figure: string) => number | null): GateResult[] {
  return gates.map((gate) => {
    const value = valueOf(gate.figure);
    const met = value !== null && (gate.sign === ">=" ? value >= gate.bound : value <= gate.bound);
    return { ...gate, value, met };
  });
}
