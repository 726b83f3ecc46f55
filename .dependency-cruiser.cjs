// The directions between the rooms of the house, from scripts/house.cjs; docs/architecture.md shows them as a picture.
const { rooms, floors } = require("./scripts/house.cjs");

const from = (name) => ({ path: `^src/${name}/`, pathNot: "\\.test\\.ts$" });
const inside = (names) => `^src/(${names.join("|")})/`;

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...Object.entries(rooms).map(([name, allowed]) => ({
      name: `${name}-imports`,
      comment: `src/${name} may import ${allowed.length ? allowed.join(", ") : "nothing of the house"} only`,
      severity: "error",
      from: from(name),
      to: { path: "^src/", pathNot: `^src/(${[name, ...allowed].join("|")})(/|\\.ts$)` },
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
      from: {
        path: inside([...Object.keys(rooms).filter((name) => !["commands", "adapters"].includes(name)), ...floors]),
        pathNot: "\\.test\\.ts$",
      },
      to: {
        dependencyTypes: ["core"],
        pathNot: "^(node:)?(crypto|zlib|buffer|util|path|stream|string_decoder|events)(/|$)",
      },
    },
    {
      name: "runtime-from-bytes",
      comment:
        "the runtime of a bundle needs no workspace, no store and no native part, not even by way of another file; workspace/ports holds types only",
      severity: "error",
      from: { path: "^src/(runtime\\.ts$|bot/runtime/)", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^src/(workspace|adapters|commands|tables|records|report)/|node_modules/(libsql|hnswlib-node|exceljs|inquirer|ora)/",
        pathNot: "^src/workspace/ports\\.ts$",
        reachable: true,
      },
    },
    {
      name: "nothing-imports-main",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main\\.ts$|\\.test\\.ts$" },
      to: { path: "^src/main\\.ts$" },
    },
    {
      name: "no-dev-dependency",
      comment: "but for what scripts/build.mjs packs into dist",
      severity: "error",
      from: { path: "^(src|bin)/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "^node_modules/echarts/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
