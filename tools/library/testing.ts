// What `import ... from "terrace/testing"` gives: what tests of dialects and passes use. FileCheck so far.
export { fileCheck, type FileCheckOptions, type FileCheckResult } from "../../ir/check/filecheck.ts";
