// Intents of the sample: how long training takes.
import { cpSync, statSync } from "node:fs";
import path from "node:path";
import { inTempFolder, kefu, medians, root, run } from "../lib/processes.mjs";
import { hasPeers, peerScript } from "../lib/peers.mjs";

const ROUNDS = 3;

export function nlu() {
  return inTempFolder((folder) => {
    const demo = path.join(folder, "demo");
    cpSync(path.join(root, "fixtures", "hotline-demo"), demo, { recursive: true });
    const trained = run([kefu, "nlu", "train", "--json"], { cwd: demo, memory: true });
    const model = path.join(demo, ".kefu", "nlu", "model.kmodel");
    const train = { args: [kefu, "nlu", "train", "--force", "--quiet"], cwd: demo };
    const predict = { args: [kefu, "nlu", "predict", "密码忘了怎么办"], cwd: demo };
    const peers = hasPeers
      ? [{ args: [peerScript("nlpjs"), path.join(demo, "nlu"), path.join(folder, "model.nlp")] }]
      : [];
    const [ours, answer, theirs] = medians([train, predict, ...peers], ROUNDS);
    const against = (value) => (value === undefined ? {} : { peer: { name: "nlp.js", value } });
    const size = (file) => statSync(file).size / 2 ** 20;
    const rows = [
      { name: "`nlu train` on the sample", unit: "s", ours, ...against(theirs) },
      { name: "most memory while training", unit: "MB", ours: trained.megabytes },
      {
        name: "model file",
        unit: "MB",
        ours: size(model),
        ...against(hasPeers ? size(path.join(folder, "model.nlp")) : undefined),
      },
      { name: "`nlu predict`, whole process", unit: "ms", ours: answer },
    ];
    const { utterances, intents } = JSON.parse(trained.stdout);
    const notes = [`${utterances} utterances of ${intents} intents; median of ${ROUNDS}`];
    if (hasPeers)
      notes.push(
        "nlp.js 4 trains its network on the same utterances, all given to its Chinese tokeniser, and saves its model",
      );
    return { rows, notes };
  });
}
