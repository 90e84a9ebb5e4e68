// What `import ... from "terrace/testing"` gives: what tests of dialects and passes use. It needs Node.
export { fileCheck, type FileCheckOptions, type FileCheckResult } from "../../ir/check/filecheck.ts";
export { mlirTests, type MlirTestsOptions, type TestFramework } from "../test/mlir-tests.ts";
export { isGood, runMlirTest, type MlirTestOptions, type MlirTestResult } from "../test/run-mlir-test.ts";
export type { Program, ProgramIo } from "../test/programs.ts";
export { updateChecks, type UpdatedTest } from "../test/update-checks.ts";
