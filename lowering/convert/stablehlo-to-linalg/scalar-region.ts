// Combining regions on rank-0 tensors, emitted as ops on scalars.
import type { Region } from "../../../ir/core/block.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { elementwiseOps, emitScalar } from "./scalar-ops.ts";
import { scalarOf } from "./build.ts";
import { signlessElement } from "./constants.ts";
import { arithConstant } from "../../../dialects/arith/index.ts";

/** Why the region has no form on scalars, or nothing. */
export function refuseRegion(region: Region): string | undefined {
  const known = new Set(elementwiseOps);
  for (const op of region.entry.ops()) {
    const shaped = [...op.operands, ...op.results].find(({ type }) => type.kind !== "tensor" || type.shape.length > 0);
    if (shaped !== undefined) return `its region has a value of type '${typeText(shaped.type)}', which is no scalar`;
    if (op.name === "stablehlo.return" || op.name === "stablehlo.constant" || known.has(op.name)) continue;
    return `its region has '${op.name}', which is not elementwise`;
  }
  return undefined;
}

/** The values that the region returns for these arguments; a string says what has no scalar form. */
export function emitRegion(b: OpBuilder, region: Region, args: readonly Value[]): readonly Value[] | string {
  const scalars = new Map<Value, Value>();
  region.entry.arguments.forEach((argument, i) => {
    const scalar = args[i];
    if (scalar !== undefined) scalars.set(argument, scalar);
  });
  const scalarFor = (value: Value): Value => {
    const known = scalars.get(value);
    if (known !== undefined) return known;
    const constant = constantOf(value);
    const element = constant === undefined ? undefined : signlessElement(constant);
    const made = element === undefined ? scalarOf(b, value) : arithConstant(b, element);
    scalars.set(value, made);
    return made;
  };
  for (const op of region.entry.ops()) {
    if (op.name === "stablehlo.constant") continue;
    const operands = op.operands.map(scalarFor);
    if (op.name === "stablehlo.return") return operands;
    const result = emitScalar(b, op, operands);
    if (result === undefined) return `'${op.name}' in its region has no form on scalars of its type`;
    scalars.set(op.result(), result);
  }
  return "its region has no 'stablehlo.return'";
}
