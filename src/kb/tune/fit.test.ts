import { describe, expect, it } from "vitest";
import { createRandom } from "../../stats/random.js";
import type { FusionModel } from "../retrieve/fusion.js";
import { DEFAULT_FUSION } from "../retrieve/fusion-weights.js";
import { fitFusion, type Observation } from "./fit.js";

const prior: FusionModel = { ...DEFAULT_FUSION, rank: [4, 4, 1], calibration: [-1, 1, 0] };

/** Three candidates a question: of two signals the second tells the right one, the first is luck, the third never differs. */
function observations(count: number, calibrates: boolean, weight = 1): Observation[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const right = random.int(3);
    const features = [0, 1, 2].map((at) => [random.next(), random.next() + (at === right ? 0.5 : 0), 1]);
    return {
      features,
      gold: features.map((_, at) => at === right),
      calibration: (ranks: readonly number[], at: number) => [1, ranks[at]!, 0],
      weight,
      calibrates,
    };
  });
}

describe("fitting near the shipped weights", () => {
  it("leaves them as they are without questions", () => {
    expect(fitFusion([], prior)).toEqual(prior);
  });

  it("turns to the signal that tells, the further the more questions say so", () => {
    const shares = [20, 200, 2000].map((count) => {
      const [luck, telling] = fitFusion(observations(count, false), prior).rank;
      return telling! / luck!;
    });
    expect(shares[0]).toBeGreaterThan(1);
    expect(shares[0]).toBeLessThan(1.5);
    expect(shares[1]).toBeGreaterThan(shares[0]!);
    expect(shares[2]).toBeGreaterThan(2 * shares[0]!);
  });

  it("does not move a weight that the questions say nothing about", () => {
    expect(fitFusion(observations(500, false), prior).rank[2]).toBe(1);
  });

  it("learns how sure one may be from callers' questions alone", () => {
    expect(fitFusion(observations(300, false), prior).calibration).toEqual(prior.calibration);
    expect(fitFusion(observations(300, true), prior).calibration).not.toEqual(prior.calibration);
  });

  it("counts a question of half the weight half", () => {
    const whole = fitFusion(observations(100, true), prior);
    const halves = [...observations(100, true, 0.5), ...observations(100, true, 0.5)];
    fitFusion(halves, prior).rank.forEach((value, at) => expect(value).toBeCloseTo(whole.rank[at]!, 2));
  });
});
