import { spawn } from "node:child_process";
import type { ProcessPort } from "../workspace/ports.js";

const START_LIMIT_MS = 10_000;

/** Child processes over node:child_process; `entry` is the script that starts this program. */
export function nodeProcesses(entry: string): ProcessPort {
  return {
    runSelf: (args, { cwd, env, input, outputToStderr }) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [entry, ...args], {
          cwd,
          env: { ...process.env, ...env },
          stdio: [input === undefined ? "ignore" : "pipe", outputToStderr === true ? 2 : "inherit", "inherit"],
        });
        child.on("error", reject);
        child.on("close", (code, signal) => {
          resolve({ code: code ?? (signal === "SIGINT" ? 130 : 5) });
        });
        child.stdin?.end(input);
      }),

    startScript: (script, args, { cwd, ready }) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ["ignore", "pipe", "inherit"] });
        const closed = new Promise<void>((done) =>
          child.on("close", () => {
            done();
          }),
        );
        const stop = async (): Promise<void> => {
          process.removeListener("exit", kill);
          child.kill("SIGTERM");
          await closed;
        };
        const kill = (): void => void child.kill("SIGKILL");
        process.once("exit", kill);
        const timer = setTimeout(() => {
          reject(new Error(`${script} did not start within ${START_LIMIT_MS / 1000} s`));
          void stop();
        }, START_LIMIT_MS);
        let seen = "";
        child.stdout.on("data", (chunk: Buffer) => {
          seen += chunk.toString();
          const match = ready.exec(seen);
          if (match === null) return;
          clearTimeout(timer);
          resolve({ match, stop });
        });
        child.on("error", reject);
        void closed.then(() => {
          clearTimeout(timer);
          reject(new Error(`${script} ended before it was ready`));
        });
      }),
  };
}
