import type { Clock } from "../workspace/ports.js";

const two = (value: number): string => String(value).padStart(2, "0");

/** A moment as local ISO 8601 time with its offset, `2026-06-01T09:12:33+08:00`. */
function localIso(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}

export const systemClock: Clock = {
  now: () => localIso(new Date()),
  elapsed: () => performance.now(),
};
