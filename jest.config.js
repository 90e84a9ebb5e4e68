// How jest runs the tests: ES modules, TypeScript stripped by swc. The comparisons with mlir-opt run only where
// TERRACE_MLIR_OPT names the binary; a run without them says so at its end.
const comparesWithMlirOpt = Boolean(process.env.TERRACE_MLIR_OPT);

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
