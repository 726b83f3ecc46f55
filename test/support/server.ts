import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export interface TestServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly port: number;
  /** Method and path of every request, in order. */
  readonly requests: string[];
  readonly headers: IncomingMessage["headers"][];
  /** What it answers may change while it runs. */
  pages: Record<string, Page>;
}

export type Page =
  | string
  | Uint8Array
  | RequestListener
  | { status?: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array };

const running: (() => void)[] = [];

afterAll(() => {
  for (const stop of running.splice(0)) stop();
});

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (page === undefined) response.writeHead(404, { "content-type": "text/plain" }).end("no such page");
  else if (typeof page === "function") page(request, response);
  else if (typeof page === "string" || page instanceof Uint8Array) {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  } else response.writeHead(page.status ?? 200, { "content-type": "text/html", ...page.headers }).end(page.body ?? "");
}

/** A server on loopback, on a free port, for the tests of one file. */
export async function serve(pages: Record<string, Page>): Promise<TestServer> {
  const [requests, headers]: [string[], IncomingMessage["headers"][]] = [[], []];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    answer(state.pages[request.url ?? ""], request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const state: TestServer = { origin: `http://127.0.0.1:${port}`, port, requests, headers, pages };
  return state;
}
