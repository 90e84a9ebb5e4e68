// convert-to-wasm: host functions, and on the CPU the kernels too, become functions of the wasm dialect; buffers become addresses.
import type { Operation } from "../../../ir/core/operation.ts";
import { symbolName, symbolVisibility } from "../../../ir/core/symbol-table.ts";
import { functionType, i64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { FuncOp, MemoryOp, ReturnOp } from "../../../dialects/wasm/index.ts";
import { gridRank, type Kernels } from "./control/calls.ts";
import { FunctionLowering } from "./function-lowering.ts";
import { ModuleLowering, staticBase } from "./module-lowering.ts";
import { findRefusals, isForeign } from "./refusals.ts";
import type { FindRule } from "./rule.ts";
import { conversionRules } from "./table.ts";

const pageBytes = 65536;

export const convertToWasm = definePass({
  name: "convert-to-wasm",
  summary: "Converts functions, kernels and globals to the wasm dialect.",
  anchor: "builtin.module",
  dependentDialects: ["wasm", "vector"],
  options: {
    kernels: {
      type: "enum",
      values: ["inline", "import"],
      default: "inline",
      description: "Kernels become functions of the module, or launches call the embedder.",
    },
  },
  run: (module, { options, fail }) => {
    const { kernels } = options;
    const rules = conversionRules(kernels);
    const refusals = findRefusals(module, rules, kernels);
    refusals.forEach(fail);
    if (refusals.length === 0) convert(module, rules, kernels);
  },
});

function convert(module: Operation, rules: FindRule, kernels: Kernels): void {
  const lowering = new ModuleLowering(module);
  const ops = [...module.region().entry.ops()];
  for (const op of ops) if (op.name === "memref.global") lowering.placeGlobal(op);
  for (const op of ops) {
    if (op.name === "func.func" || (op.name === "tile.kernel" && kernels === "inline"))
      convertFunction(lowering, rules, op);
  }
  const bytes = lowering.staticBytes;
  lowering.builder.setToStart(lowering.block);
  MemoryOp.build(lowering.builder, {
    symName: "memory",
    moduleName: "env",
    importName: "memory",
    min: Math.ceil((staticBase + bytes) / pageBytes),
    staticBase,
    staticBytes: bytes,
  });
  lowering.finish((op) => op.definition.dialect === "wasm" || (kernels === "import" && isForeign(op)));
}

/** Function attributes that stay with a function. */
const carried = (op: Operation) => op.discardable.filter(([name]) => name.startsWith("terrace."));

function convertFunction(lowering: ModuleLowering, rules: FindRule, op: Operation): void {
  const { context } = lowering;
  const body = op.region().entry;
  const isKernel = op.name === "tile.kernel";
  const rank = isKernel ? gridRank(op) : 0;
  const region = lowering.builder.regionWithBlock();
  const f = new FunctionLowering(lowering, rules, region.entry);
  const grid = Array.from({ length: 2 * rank }, () => region.entry.addArgument(i64(context)));
  f.programIds = grid.slice(0, rank);
  f.programCounts = grid.slice(rank);
  for (const argument of body.arguments) {
    f.bind(
      argument,
      f.flatTypes(argument.type).map((type) => region.entry.addArgument(type)),
    );
  }
  const terminator = f.block(body);
  const values = f.flatAll(terminator.operands);
  ReturnOp.build(f.emitter.builder, { values });
  const typesOf = (list: readonly { readonly type: Type }[]): Type[] => list.map(({ type }) => type);
  const symName = symbolName(op) ?? "";
  const isOpen = !isKernel && symbolVisibility(op) === "public";
  lowering.builder.location = op.location;
  FuncOp.build(lowering.builder, {
    symName,
    functionType: functionType(context, typesOf(region.entry.arguments), typesOf(values)),
    ...(isOpen ? { exportName: symName } : { symVisibility: "private" }),
    body: region,
    attributes: carried(op),
  });
}
