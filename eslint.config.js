import js from "@eslint/js";
import tseslint from "typescript-eslint";

const rooms = [
  "kb",
  "nlu",
  "bot",
  "records",
  "report",
  "guard",
  "text",
  "embed",
  "stats",
  "recognise",
  "noise",
  "interop",
  "render",
  "messages",
];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", "fixtures/", "bench/node_modules/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "no-restricted-syntax": ["error", { selector: "TSEnumDeclaration", message: "Use a union of string literals." }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    // Rooms and floors are pure: the outside world comes in through ports.
    files: rooms.map((room) => `src/${room}/**/*.ts`),
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval", "performance"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use stats/random with a seed." },
        { object: "Date", property: "now", message: "Take the time from the Clock port." },
      ],
    },
  },
  { files: ["vitest.config.ts"], rules: { "no-restricted-exports": "off" } },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "process",
          "console",
          "Buffer",
          "URL",
          "performance",
          "setTimeout",
          "clearTimeout",
          "fetch",
          "module",
          "require",
          "TextDecoder",
          "structuredClone",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
);
