// Which room may import which: the one source for the lint rule and for the picture in docs/architecture.md.
const floors = ["text", "embed", "stats", "recognise", "noise", "tables", "interop", "render", "messages"];

const rooms = {
  // floors
  text: ["messages"],
  embed: ["text", "stats", "messages"],
  stats: [],
  recognise: ["text"],
  noise: ["text", "stats"],
  tables: ["messages"],
  interop: ["messages", "text", "tables"],
  render: ["messages", "text", "stats"],
  messages: [],
  // rooms
  guard: floors,
  // The ports of files, clock and lock are types that any room may ask for.
  kb: [...floors, "guard", "workspace/ports"],
  nlu: [...floors, "guard"],
  bot: [...floors, "kb", "nlu", "guard"],
  records: [...floors, "guard"],
  report: floors,
  workspace: floors,
};
rooms.commands = [...Object.keys(rooms), "adapters/terminal"];
rooms.adapters = Object.keys(rooms).filter((name) => name !== "commands");

module.exports = { floors, rooms };
