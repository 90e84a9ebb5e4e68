// How jest runs the tests: ES modules, TypeScript stripped by swc. The comparisons with mlir-opt run only where
// TERRACE_MLIR_OPT names the binary; a run without them says so at its end.
import { readFileSync } from "node:fs";

const comparesWithMlirOpt = Boolean(process.env.TERRACE_MLIR_OPT);

/** `import ... from "terrace"` in tests is the source that the package's entry is built from. */
const { exports: entries } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const ownEntries = Object.entries(entries)
  .filter(([, { types }]) => types !== undefined)
  .map(([entry, { types }]) => [
    `^terrace${entry.slice(1).replace("*", "([^/]+)")}$`,
    types.replace("./dist/types/", "<rootDir>/").replace(".d.ts", ".ts").replace("*", "$1"),
  ]);

export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    ...(comparesWithMlirOpt ? [] : ["<rootDir>/test/mlir-opt/"]),
    ...(process.env.TERRACE_CONFORMANCE ? [] : ["<rootDir>/test/conformance/"]),
    ...(process.env.TERRACE_PACKAGED ? [] : ["<rootDir>/test/packaged/"]),
    ...(process.env.TERRACE_LARGE ? [] : ["<rootDir>/test/large/"]),
  ],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: Object.fromEntries(ownEntries),
  testTimeout: 60_000,
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        swcrc: false,
        module: { type: "es6" },
        jsc: { target: "es2022", parser: { syntax: "typescript" }, transform: { verbatimModuleSyntax: true } },
      },
    ],
  },
  reporters: ["default", "<rootDir>/test/mlir-opt/skip-notice.js"],
};
