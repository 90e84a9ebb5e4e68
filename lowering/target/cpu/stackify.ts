// wasm-stackify: puts the operands of every function into stack order, with locals for what does not fit.
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { FuncOp } from "../../../dialects/wasm/index.ts";
import { FunctionStackifier } from "./stackify-function.ts";

export const wasmStackify = definePass({
  name: "wasm-stackify",
  summary: "Put operands of WebAssembly instructions into stack order",
  description:
    "Afterwards each value is used once, in the order in which a stack machine takes it; blocks and branches pass no values; " +
    "'wasm.local_get' and 'wasm.local_set' carry the rest. The emitter asks for this form.",
  dependentDialects: ["wasm"],
  run: (root) => {
    const functions = [...walk(root)].filter((op) => op.definition === FuncOp && op.attribute("locals") === undefined);
    for (const func of functions) new FunctionStackifier(func).run();
  },
});
