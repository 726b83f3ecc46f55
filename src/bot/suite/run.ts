import { maskPersonalData } from "../../guard/mask.js";
import type { Location } from "../../messages/errors.js";
import type { Json } from "../dialog/state.js";
import { asText } from "../dialog/wording.js";
import type { ActionPort } from "../runtime/actions.js";
import type { Bot } from "../runtime/bot.js";
import type { TurnDecision, TurnResult } from "../runtime/turn.js";
import type { Mock, Suite, SuiteCase } from "./suite.js";
import { judge, type Assertion } from "./verdict.js";

/** One turn of a case as it went; words are masked. */
export interface TurnReport {
  /** From 1. */
  readonly number: number;
  readonly user: string;
  readonly where: Location;
  readonly decision: TurnDecision;
  readonly entry: string | null;
  readonly intent: string | null;
  readonly confidence: number;
  readonly text: string;
  readonly assertions: readonly Assertion[];
  /** Calls that no mock of the suite answers, as `name {params}`. */
  readonly unmocked: readonly string[];
}

/** A conversation that was played, turn by turn. */
export interface CaseReport {
  readonly name: string;
  readonly where: Location;
  readonly passed: boolean;
  readonly seconds: number;
  readonly turns: readonly TurnReport[];
}

/** The conversations of one file. */
export interface SuiteReport {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly CaseReport[];
}

/** The result of a run; every output is made from this one object. */
export interface RunReport {
  /** True when actions were real. */
  readonly live: boolean;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly turns: number;
  readonly assertions: number;
  readonly suites: readonly SuiteReport[];
}

export interface RunPorts {
  /** A bot whose actions are these. */
  makeBot(actions: ActionPort): Bot;
  /** Real actions instead of the suites' mocks. */
  readonly live?: ActionPort | undefined;
  /** Milliseconds that only grow. */
  elapsed(): number;
  onCase?(done: number, total: number): void;
  /** Awaited after each case: lets the host handle what has come in meanwhile, such as Ctrl-C. */
  pause?(): Promise<void>;
}

/** Answers calls from a suite's mocks; a call that none of them answers fails, and is told to `onMissing`. */
export function mockActions(mocks: Suite["mocks"], onMissing: (call: string) => void): ActionPort {
  return {
    call(action, params) {
      const list: readonly Mock[] = Object.hasOwn(mocks, action) ? (mocks[action] ?? []) : [];
      const mock = list.find(({ when = {} }) =>
        Object.entries(when).every(([name, value]) => asText(params[name]) === String(value)),
      );
      if (mock === undefined) {
        onMissing(`${action} ${JSON.stringify(params)}`);
        return Promise.resolve({ ok: false, reason: "no mock" });
      }
      if (mock.error !== undefined) {
        return Promise.resolve({ ok: false, reason: `http ${mock.error}`, status: mock.error });
      }
      return Promise.resolve({ ok: true, value: mock.returns as Json });
    },
  };
}

/** Runs every case in a session of its own, in order. */
export async function runSuites(suites: readonly Suite[], ports: RunPorts): Promise<RunReport> {
  const total = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  const reports: SuiteReport[] = [];
  let done = 0;
  for (const suite of suites) {
    const missing: string[] = [];
    const bot = ports.makeBot(ports.live ?? mockActions(suite.mocks, (call) => missing.push(call)));
    const cases: CaseReport[] = [];
    for (const one of suite.cases) {
      cases.push(await runCase(bot, one, missing, ports));
      ports.onCase?.(++done, total);
      await ports.pause?.();
    }
    reports.push({ name: suite.name, file: suite.file, cases });
  }
  const cases = reports.flatMap((suite) => suite.cases);
  const turns = cases.flatMap((one) => one.turns);
  const passed = cases.filter((one) => one.passed).length;
  return {
    live: ports.live !== undefined,
    cases: cases.length,
    passed,
    failed: cases.length - passed,
    turns: turns.length,
    assertions: turns.reduce((sum, turn) => sum + turn.assertions.length, 0),
    suites: reports,
  };
}

async function runCase(bot: Bot, one: SuiteCase, missing: string[], ports: RunPorts): Promise<CaseReport> {
  const begun = ports.elapsed();
  const { caller, channel, locale } = one;
  const session = bot.start({ ...(caller && { caller }), ...(channel && { channel }), ...(locale && { locale }) });
  const turns: TurnReport[] = [];
  for (const [index, { user, expect = {} }] of one.turns.entries()) {
    missing.length = 0;
    const result = await bot.turn(session, user);
    turns.push(reportTurn(index, user, one.turnsAt[index]!, result, judge(expect, result), [...missing]));
  }
  const passed = turns.every(
    (turn) => turn.unmocked.length === 0 && turn.assertions.every((assertion) => assertion.passed),
  );
  return { name: one.name, where: one.where, passed, seconds: (ports.elapsed() - begun) / 1000, turns };
}

function reportTurn(
  index: number,
  user: string,
  where: Location,
  result: TurnResult,
  assertions: readonly Assertion[],
  missing: readonly string[],
): TurnReport {
  return {
    number: index + 1,
    user: maskPersonalData(user).text,
    where,
    decision: result.decision,
    entry: result.entry ?? null,
    intent: result.intent ?? null,
    confidence: result.confidence,
    text: maskPersonalData(result.text).text,
    assertions,
    unmocked: missing.map((call) => maskPersonalData(call).text),
  };
}

/** The cases whose name, or whose suite's name, holds a text; suites without any are left out. */
export function filterSuites(suites: readonly Suite[], text: string): Suite[] {
  const wanted = text.toLowerCase();
  return suites
    .map((suite) => {
      const whole = suite.name.toLowerCase().includes(wanted);
      return { ...suite, cases: suite.cases.filter((one) => whole || one.name.toLowerCase().includes(wanted)) };
    })
    .filter((suite) => suite.cases.length > 0);
}
