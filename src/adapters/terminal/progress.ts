import ora from "ora";

/** Progress of one piece of long work. */
export interface Progress {
  /** `total` 0 means that it is not known. */
  update(done: number, total: number, label?: string): void;
  stop(): void;
}

export const silentProgress: Progress = { update: () => undefined, stop: () => undefined };

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

/** `label  12,300/100,000  12%  4,100/s  00:21`: done, share, rate and time left. */
export function describeProgress(label: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [
    label,
    total > 0 ? `${done.toLocaleString("en")}/${total.toLocaleString("en")}` : done.toLocaleString("en"),
  ];
  if (total > 0) parts.push(`${Math.floor((100 * done) / total)}%`);
  if (rate > 0) parts.push(`${Math.round(rate).toLocaleString("en")}/s`);
  if (rate > 0 && total > done) parts.push(duration((total - done) / rate));
  return parts.join("  ");
}

/** A spinner on stderr; it leaves nothing behind when it stops. Rate and time left are of the present label. */
export function startProgress(label: string, now: () => number): Progress {
  let started = now();
  const spinner = ora({ text: label, stream: process.stderr, discardStdin: false }).start();
  let current = label;
  return {
    update(done, total, next) {
      if (next !== undefined && next !== current) {
        current = next;
        started = now();
      }
      spinner.text = describeProgress(current, done, total, (now() - started) / 1000);
      // Long stretches of computing let no timer run: draw here as well.
      spinner.render();
    },
    stop() {
      spinner.stop();
    },
  };
}
