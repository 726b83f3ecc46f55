import { addScaled, dot } from "./vector.js";

/**
 * The limited-memory inverse Hessian of L-BFGS: the last `memory` pairs of step and change of gradient, and the
 * two-loop recursion over them (Liu & Nocedal, "On the limited memory BFGS method for large scale optimization",
 * Mathematical Programming 45, 1989; Nocedal & Wright, Numerical Optimization, 2nd edition, algorithm 7.4). The initial matrix
 * is γ·diag(1/d), with d a positive estimate of the Hessian's diagonal and γ = s·y / y·(y/d) of the last pair (their
 * equation 7.20 in the metric of d).
 */
export class InverseHessian {
  readonly #steps: Float32Array[] = [];
  readonly #changes: Float32Array[] = [];
  readonly #products: number[] = [];
  #gamma = 1;

  constructor(
    readonly diagonal: Float32Array,
    readonly memory: number,
  ) {}

  /** `out = −H·gradient`, a descent direction. */
  direction(gradient: Float32Array, out: Float32Array): void {
    out.set(gradient);
    const alphas: number[] = [];
    for (let i = this.#steps.length - 1; i >= 0; i--) {
      const alpha = dot(this.#steps[i]!, out) / this.#products[i]!;
      alphas[i] = alpha;
      addScaled(out, -alpha, this.#changes[i]!);
    }
    for (let j = 0; j < out.length; j++) out[j] = (out[j]! * this.#gamma) / this.diagonal[j]!;
    for (let i = 0; i < this.#steps.length; i++) {
      const beta = dot(this.#changes[i]!, out) / this.#products[i]!;
      addScaled(out, alphas[i]! - beta, this.#steps[i]!);
    }
    for (let j = 0; j < out.length; j++) out[j] = -out[j]!;
  }

  /**
   * Remembers one step: `t · direction`, and the change from the gradient before to the gradient after. A pair
   * without positive curvature (rounding, at the very end) is left out. The arrays are copied.
   */
  remember(t: number, direction: Float32Array, before: Float32Array, after: Float32Array): void {
    const full = this.#steps.length === this.memory;
    const step = full ? this.#steps.shift()! : new Float32Array(direction.length);
    const change = full ? this.#changes.shift()! : new Float32Array(direction.length);
    if (full) this.#products.shift();
    let product = 0;
    let length = 0;
    for (let j = 0; j < step.length; j++) {
      const s = t * direction[j]!;
      const y = after[j]! - before[j]!;
      step[j] = s;
      change[j] = y;
      product += s * y;
      length += (y * y) / this.diagonal[j]!;
    }
    if (!(product > 1e-12 * length)) return;
    this.#steps.push(step);
    this.#changes.push(change);
    this.#products.push(product);
    this.#gamma = product / length;
  }
}
