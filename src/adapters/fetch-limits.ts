/** Limits of one request, redirects included. */
export interface FetchLimits {
  /** Bytes of a body, as sent and as unpacked. */
  readonly maxBytes: number;
  /** From the first look-up of a name to the last byte, redirects included. */
  readonly totalMs: number;
  /** Without a byte. */
  readonly idleMs: number;
  readonly redirects: number;
  /** Bytes of all response headers. */
  readonly headerBytes: number;
}

export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 20 * 1024 * 1024,
  totalMs: 30_000,
  idleMs: 10_000,
  redirects: 5,
  headerBytes: 32 * 1024,
};
