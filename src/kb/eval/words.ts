import type { Translate } from "../../messages/catalogue.js";
import type { Evaluation } from "./evaluation.js";

export function latencyText({ latency }: Evaluation, t: Translate): string {
  return t("kb.eval.latency", { p50: latency?.p50.toFixed(1) ?? "–", p95: latency?.p95.toFixed(1) ?? "–" });
}
