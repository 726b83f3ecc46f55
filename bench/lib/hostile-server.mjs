// Serves what a crawler should not fall for, on loopback; writes its port into the file it is given.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { clearInterval, setInterval } from "node:timers";
import { gzipSync } from "node:zlib";

const [, , portFile] = process.argv;
const bomb = gzipSync(Buffer.alloc(512 * 2 ** 20));

const server = createServer((request, response) => {
  const address = new URL(request.url ?? "/", "http://localhost");
  if (address.pathname === "/metadata")
    return response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
  if (address.pathname === "/loop") return response.writeHead(302, { location: "/loop" }).end();
  if (address.pathname === "/bomb") {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    return response.end(bomb);
  }
  response.writeHead(200, { "content-type": "text/html" });
  const drip = setInterval(() => response.write("<p>more</p>"), address.pathname === "/flood" ? 0 : 200);
  response.on("close", () => clearInterval(drip));
});
server.listen(0, "127.0.0.1", () => writeFileSync(portFile, String(server.address().port)));
