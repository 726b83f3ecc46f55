import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** True when the peers are installed; they have a lock file of their own, so the program never pulls them in. */
export const hasPeers = existsSync(fileURLToPath(new URL("../node_modules/minisearch", import.meta.url)));

/** Path of a peer's script. */
export const peerScript = (name) => fileURLToPath(new URL(`../peers/${name}.mjs`, import.meta.url));
