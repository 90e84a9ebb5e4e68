// one-shot-bufferize: whole functions from tensors to buffers; writes happen in place where nobody looks at the old contents.
import type { DenseElementsAttr } from "../../ir/core/attributes.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Location } from "../../ir/core/location.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn, symbolVisibility, uniqueSymbolName } from "../../ir/core/symbol-table.ts";
import { elementTypeOf, type MemRefType, type Type } from "../../ir/core/types.ts";
import { opsNamed, walk } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { GlobalOp } from "../../dialects/memref/index.ts";
import { InPlaceAnalysis } from "./analysis.ts";
import { bufferizeSignature, dropTensorArguments, FunctionBufferizer } from "./bufferizer.ts";
import { isTensor } from "./model.ts";
import { bufferizeTable } from "./table.ts";
import { refuseFunction } from "./unsupported.ts";

/** The function type that an entry point had on tensors: what its caller's arrays are. */
export const SIGNATURE = "terrace.signature";

export const oneShotBufferize = definePass({
  name: "one-shot-bufferize",
  className: "OneShotBufferizePass",
  summary: "Replaces tensors by buffers, in place where that is safe; constants become globals.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    const refused = opsNamed(module, "func.func").flatMap(refuseFunction);
    refused.forEach(fail);
    if (refused.length > 0) return;
    const globals = new Globals(module);
    for (const func of opsNamed(module, "func.func")) {
      const body = func.regions[0];
      if (body === undefined || body.isEmpty || !holdsTensors(func)) continue;
      if (symbolVisibility(func) === "public") func.setAttribute(SIGNATURE, func.attribute("function_type"));
      const analysis = new InPlaceAnalysis();
      analysis.run(func);
      const bufferizer = new FunctionBufferizer(
        new OpBuilder(func.context),
        analysis,
        bufferizeTable,
        (value, type, location) => globals.nameOf(value, type, location),
      );
      bufferizeSignature(func, bufferizer);
      for (const block of [...body.blocks]) bufferizer.block(block);
      if (bufferizer.problems.length > 0) {
        bufferizer.problems.forEach(fail);
        return;
      }
      bufferizer.finish();
      dropTensorArguments(body.entry);
    }
  },
});

function holdsTensors(func: Operation): boolean {
  for (const op of walk(func)) {
    if (
      op.results.some(isTensor) ||
      op.regions.some((region) => region.blocks.some((block) => block.arguments.some(isTensor)))
    )
      return true;
  }
  return false;
}

const typeText = (type: Type): string =>
  type.kind === "integer" ? `i${type.width}` : type.kind === "float" ? type.name : type.kind;

/** Constants of a module as `memref.global`s, one for equal contents. */
class Globals {
  readonly #module: Operation;
  readonly #names = new Map<DenseElementsAttr, string>();

  constructor(module: Operation) {
    this.#module = module;
  }

  nameOf(value: DenseElementsAttr, type: MemRefType, location: Location): string {
    const known = this.#names.get(value);
    if (known !== undefined && lookupSymbolIn(this.#module, known) !== undefined) return known;
    const name = uniqueSymbolName(
      this.#module,
      `__constant_${[...type.shape, typeText(elementTypeOf(type))].join("x")}`,
    );
    const builder = new OpBuilder(this.#module.context).setToStart(this.#module.region().entry);
    builder.location = location;
    GlobalOp.build(builder, {
      symName: name,
      symVisibility: "private",
      type,
      initialValue: value,
      constant: true,
      alignment: 64,
    });
    this.#names.set(value, name);
    return name;
  }
}
