// The .mlir tests: every file under test/ with RUN lines. `terrace test FILES` runs some of them outside jest.
import { fileURLToPath } from "node:url";
import { mlirTests } from "../tools/test/mlir-tests.ts";

mlirTests(fileURLToPath(new URL("./", import.meta.url)));
