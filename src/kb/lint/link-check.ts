import { KefuError } from "../../messages/errors.js";
import type { FetchPort } from "../sources/fetch-port.js";

/** What came of fetching an address. */
export type FetchedState =
  | { readonly state: "ok" }
  /** The server says that there is nothing, or the name does not exist. */
  | { readonly state: "gone"; readonly reason: string }
  /** It could not be told: a time-out, a server error, an address that may not be fetched. */
  | { readonly state: "unclear"; readonly reason: string };

/** What says that a page exists, although it is not what an ingest would read. */
const THERE: readonly string[] = ["kb.fetch.type", "kb.fetch.too-big"];
const GONE: readonly string[] = ["kb.fetch.gone", "kb.fetch.no-host"];

/** Tells by fetching whether addresses lead anywhere. */
export function linkChecker(fetcher: FetchPort): (url: string) => Promise<FetchedState> {
  return async (url) => {
    try {
      await fetcher.get(url, { anyType: true });
      return { state: "ok" };
    } catch (thrown) {
      if (!(thrown instanceof KefuError) || thrown.kind === "interrupted") throw thrown;
      const { key, params } = thrown;
      if (THERE.includes(key)) return { state: "ok" };
      const reason = String(params["status"] ?? params["reason"] ?? key.replace(/^.*\./, ""));
      return { state: GONE.includes(key) ? "gone" : "unclear", reason };
    }
  };
}
