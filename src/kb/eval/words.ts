import type { Translate } from "../../messages/catalogue.js";
import { basisMessage } from "../respond/thresholds.js";
import type { Evaluation } from "./evaluation.js";

/** Median and 95th percentile of a question, in milliseconds. */
export function latencyText({ latency }: Evaluation, t: Translate): string {
  return t("kb.eval.latency", { p50: latency?.p50.toFixed(1) ?? "–", p95: latency?.p95.toFixed(1) ?? "–" });
}

/** That some of the questions were tuned on; `undefined` where none was. */
export function tunedText({ n, tunedOn }: Evaluation, t: Translate): string | undefined {
  return tunedOn === 0 ? undefined : t("kb.eval.tuned-on", { tuned: tunedOn, n });
}

/** The thresholds that decided, and what they are worth: a promise, or none. */
export function thresholdTexts({ settings, rate }: Evaluation, t: Translate): string[] {
  const { answerThreshold, clarifyThreshold, basis } = settings;
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  const texts = [
    t("kb.eval.thresholds", { answer: rounded(answerThreshold), clarify: rounded(clarifyThreshold), rate }),
  ];
  if (basis === undefined) return texts;
  const { key, params } = basisMessage(answerThreshold, basis);
  return [...texts, t(key, params)];
}
