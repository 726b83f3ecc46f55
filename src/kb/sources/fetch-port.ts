/** A page or file as a server gave it. */
export interface Fetched {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Media type in lower case, without parameters; absent when the server names none. */
  readonly type?: string;
  /** Character set that the server names, in lower case. */
  readonly charset?: string;
  /** For the next request, to the letter. */
  readonly etag?: string;
  readonly modified?: string;
}

export interface FetchRequest {
  /** Of the copy that is known; a server that has no newer one says so and sends nothing. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  /** Asked before a redirect is followed, with the full address. */
  mayVisit?(url: string): boolean;
  /** Take whatever media type comes (robots.txt, sitemaps); otherwise pictures, scripts and the like are refused. */
  readonly anyType?: boolean;
  /** Below the limit that holds for all requests. */
  readonly maxBytes?: number;
}

/** The web, as sources see it: addresses are checked against the guard before every connection. */
export interface FetchPort {
  /**
   * @param address http or https
   * @throws KefuError `input` that says why nothing came: `kb.fetch.gone` for 404 and 410, `kb.fetch.private` and others of
   *   the guard for addresses that must not be fetched
   */
  get(address: string, request?: FetchRequest): Promise<Fetched | "not-modified">;
  /** Keeps a time between the starts of requests to an origin (`https://host:port`). */
  pace(origin: string, milliseconds: number): void;
}
