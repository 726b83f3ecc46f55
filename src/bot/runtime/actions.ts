import type { Json } from "../dialog/state.js";

/** What an action gave, or why it failed; a failure is no exception, flows have a branch for it. */
export type ActionResult =
  | { readonly ok: true; readonly value: Json }
  | {
      readonly ok: false;
      /** For logs and handovers, not for callers: `timeout`, `http 503`, `not json` … */
      readonly reason: string;
      /** HTTP status, where there was one. */
      readonly status?: number;
    };

/** Calls to the owner's own systems. An action that fails is a result, not an exception. */
export interface ActionPort {
  call(action: string, params: Readonly<Record<string, Json>>): Promise<ActionResult>;
}

/** Actions of a bot that has none. */
export const NO_ACTIONS: ActionPort = {
  call: (action) => Promise.resolve({ ok: false, reason: `no action ${action}` }),
};
