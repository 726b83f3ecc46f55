import path from "node:path";
import type { ModelPort } from "../../embed/model-port.js";
import { isFile, listExports } from "./model-files.js";
import { readModelFolder } from "./model-folder.js";
import { readLicence, readOrigin } from "./model-origin.js";
import { pullModel } from "./model-pull.js";

/** Model folders on this machine's disk. */
export function createModels(packageRoot: string, version: string): ModelPort {
  const worker = path.join(packageRoot, "dist/adapters/workers/embed-worker.js");
  return {
    async describe(folder, options) {
      const { plan, dim, digest } = await readModelFolder(folder, options);
      const card = path.join(plan.path, "README.md");
      const [origin, licence] = await Promise.all([readOrigin(plan.path), readLicence(card)]);
      return {
        settings: plan.settings,
        exports: (await listExports(plan.path)).map(({ dtype }) => dtype),
        digest,
        ...(dim === undefined ? {} : { dim }),
        ...(origin === undefined ? {} : { origin }),
        ...(licence === undefined ? {} : { licence }),
        ...((await isFile(card)) ? { card } : {}),
      };
    },
    pull: (request) => pullModel(request, worker, `kefu/${version}`),
  };
}
