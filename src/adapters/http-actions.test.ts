import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpActions, type ActionCall } from "./http-actions.js";

let server: Server;
let base: string;
const seen: { method?: string; url?: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      seen.push({ method: request.method!, url: request.url!, body });
      const json = { "content-type": "application/json" };
      const path = request.url!.split("?")[0]!;
      if (path === "/api/moved") response.writeHead(302, { location: "/api/ok" }).end();
      else if (path === "/api/broken") response.writeHead(503, json).end("{}");
      else if (path === "/api/html") response.writeHead(200, { "content-type": "text/html" }).end("<p>");
      else if (path === "/api/half") response.writeHead(200, json).end("{");
      else if (path === "/api/huge") response.writeHead(200, json).end(JSON.stringify("x".repeat(2_000_000)));
      else if (path === "/api/never") response.writeHead(200, json).write("{");
      else response.writeHead(200, json).end('{"status":"shipped"}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, more: Partial<ActionCall> = {}): ActionCall => ({
  method: "GET",
  path,
  query: {},
  timeout_ms: 2000,
  ...more,
});

describe("http actions", () => {
  it("fills path and query, and returns the JSON", async () => {
    const port = createHttpActions({
      base_url: base,
      calls: { find: get("/orders/{id}", { query: { phone: "{phone}" } }) },
    });
    const result = await port.call("find", { id: "a/b 1", phone: "138&x=1" });
    expect(result).toEqual({ ok: true, value: { status: "shipped" } });
    expect(seen.at(-1)).toMatchObject({ method: "GET", url: "/api/orders/a%2Fb%201?phone=138%26x%3D1" });
  });

  it("posts a JSON body", async () => {
    const port = createHttpActions({
      base_url: base,
      calls: { add: get("/ok", { method: "POST", body: { phone: "{phone}" } }) },
    });
    await port.call("add", { phone: '1"2' });
    expect(seen.at(-1)).toMatchObject({ method: "POST", body: '{"phone":"1\\"2"}' });
  });

  it.each([
    ["/moved", { ok: false, reason: "redirect refused", status: 302 }],
    ["/broken", { ok: false, reason: "http 503", status: 503 }],
    ["/html", { ok: false, reason: "not json", status: 200 }],
    ["/half", { ok: false, reason: "not json", status: 200 }],
    ["/huge", { ok: false, reason: "response too large", status: 200 }],
  ])("%s is a failed action", async (path, expected) => {
    const port = createHttpActions({ base_url: base, calls: { it: get(path) } });
    expect(await port.call("it", {})).toEqual(expected);
  });

  it("gives up on a response that never ends", async () => {
    const port = createHttpActions({ base_url: base, calls: { it: get("/never", { timeout_ms: 100 }) } });
    expect(await port.call("it", {})).toEqual({ ok: false, reason: "timeout" });
  });

  it("never leaves the base address", async () => {
    const port = createHttpActions({ base_url: base, calls: { it: get("/{id}/x") } });
    const before = seen.length;
    expect(await port.call("it", { id: ".." })).toEqual({ ok: false, reason: "address outside base_url" });
    expect(seen.length).toBe(before);
    await port.call("it", { id: "/evil.example" });
    expect(seen.at(-1)?.url).toBe("/api/%2Fevil.example/x");
  });

  it("knows only its own actions", async () => {
    const port = createHttpActions({ base_url: base, calls: {} });
    expect(await port.call("constructor", {})).toMatchObject({ ok: false });
  });

  it("asks for a base address when there are calls", () => {
    expect(() => createHttpActions({ calls: { it: get("/x") } })).toThrow(/no-base/);
  });
});
