import path from "node:path";
import { watch } from "chokidar";
import type { Timers, WatchPort } from "../workspace/ports.js";

export const systemTimers: Timers = {
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** As FilePort.list: names that start with `.` and node_modules are none of ours. */
function isHidden(root: string, file: string): boolean {
  const parts = path.relative(root, file).split(path.sep);
  return parts.some((part) => (part.startsWith(".") && part !== ".." && part !== ".") || part === "node_modules");
}

/** Changes to files, as the operating system tells them or by looking at intervals. */
export const chokidarWatch: WatchPort = {
  async follow(paths, { poll }, changed, failed) {
    const watcher = watch([...paths], {
      ignoreInitial: true,
      // A folder that was named may itself stand below a hidden one.
      ignored: (file) => !paths.some((root) => !isHidden(root, file)),
      ...(poll === undefined ? {} : { usePolling: true, interval: poll, binaryInterval: poll }),
    });
    watcher.on("all", (event, file) => {
      const full = path.resolve(file);
      const isRoot = event === "unlinkDir" && paths.includes(full);
      if (isRoot || event === "add" || event === "change" || event === "unlink") changed(full);
    });
    watcher.on("error", failed);
    await new Promise<void>((resolve) => {
      watcher.once("ready", resolve);
    });
    return { close: () => watcher.close() };
  },
};
