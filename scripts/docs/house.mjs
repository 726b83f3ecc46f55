// The picture and the matrix of docs/architecture.md, from the same object that the lint rule is made of.

const id = (name) => name.replaceAll(/\W/g, "_");

const box = (title, names) => [
  `  subgraph ${title}`,
  ...names.map((name) => `    ${id(name)}["src/${name}/"]`),
  "  end",
];

/** Arrows between floors are left to the table: the picture is about what stands on what. */
function picture(rooms, floors) {
  const upper = Object.keys(rooms).filter((name) => !floors.includes(name) && !["commands", "adapters"].includes(name));
  const between = upper.flatMap((name) =>
    rooms[name].filter((other) => !floors.includes(other)).map((other) => `  ${id(name)} --> ${id(other)}`),
  );
  return [
    "```mermaid",
    "flowchart TD",
    '  main["src/main.ts"] --> commands["src/commands/"]',
    '  main --> adapters["src/adapters/"]',
    "  commands --> rooms",
    "  adapters -. implement ports of .-> rooms",
    ...box("rooms", upper),
    ...between,
    "  rooms --> floors",
    ...box("floors", floors),
    "```",
  ];
}

function matrix(rooms) {
  const names = Object.keys(rooms);
  const columns = names.filter((name) => name !== "commands");
  return [
    `| may import → | ${columns.join(" | ")} |`,
    `| --- |${columns.map(() => " :-: ").join("|")}|`,
    ...names.map((name) => {
      const marks = columns.map((column) => {
        if (column === name) return "·";
        if (rooms[name].includes(column)) return "●";
        return rooms[name].some((other) => other.startsWith(`${column}/`)) ? "○" : " ";
      });
      return `| **${name}** | ${marks.join(" | ")} |`;
    }),
    "",
    "● may import, ○ may import a part of it (the terminal of `adapters`, the ports of `workspace`), blank: the lint rule fails.",
  ];
}

export function houseMatrix(rooms, floors) {
  return [...picture(rooms, floors), "", ...matrix(rooms)].join("\n");
}
