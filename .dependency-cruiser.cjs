// The directions between the rooms of the house; docs/architecture.md shows the same matrix as a picture made from it.
const floors = ["text", "embed", "stats", "recognise", "noise", "tables", "interop", "render", "messages"];
const { rooms } = require("./scripts/house.cjs");

const from = (name) => ({ path: `^src/${name}/`, pathNot: "\\.test\\.ts$" });
const inside = (names) => `^src/(${names.join("|")})/`;

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    ...Object.entries(rooms).map(([name, allowed]) => ({
      name: `${name}-imports`,
      comment: `src/${name} may import ${allowed.length ? allowed.join(", ") : "nothing of the house"} only`,
      severity: "error",
      from: from(name),
      to: { path: "^src/", pathNot: `^src/(${[name, ...allowed].join("|")})/` },
    })),
    {
      name: "adapters-only-in-main",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main\\.ts|index\\.ts|adapters/)|\\.test\\.ts$" },
      to: { path: "^src/adapters/", pathNot: "^src/adapters/terminal/" },
    },
    {
      name: "terminal-only-in-commands",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main\\.ts|cli\\.ts|commands/|adapters/)|\\.test\\.ts$" },
      to: { path: "^src/adapters/terminal/" },
    },
    {
      name: "pure-rooms",
      comment: "rooms and floors touch no file, network or process",
      severity: "error",
      from: { path: inside([...Object.keys(rooms).filter((name) => !["commands", "adapters"].includes(name)), ...floors]), pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|zlib|buffer|util|path|stream|string_decoder|events)(/|$)" },
    },
    { name: "nothing-imports-main", severity: "error", from: { path: "^src/" , pathNot: "^src/main\\.ts$|\\.test\\.ts$"}, to: { path: "^src/main\\.ts$" } },
    { name: "no-dev-dependency", severity: "error", from: { path: "^(src|bin)/", pathNot: "\\.test\\.ts$" }, to: { dependencyTypes: ["npm-dev"] } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
