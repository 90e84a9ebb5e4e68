import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { builtinRegistry, createTerraceContext, loadPlugin } from "terrace";
import { checkPass, checkRules, mlirTests } from "terrace/testing";
import plugin, { doubling, toyPass } from "../src/index.js";

const registry = builtinRegistry();
assert.equal(loadPlugin(registry, plugin), undefined);
const context = () => createTerraceContext(registry);

// The .mlir files beside this one's source.
mlirTests(fileURLToPath(new URL("../../test/", import.meta.url)), { registry });

// On random programs: what a rule or the pass makes of one must compute what it computed.
test("rules", () => void checkRules([doubling], { context, programs: 200 }));
test("the pass", async () => {
  await checkPass(toyPass, { context, dialects: ["arith", "scf"], programs: 200 });
});
