// tensor.pad and concat: larger tensors around or along others.
import type { OpDefinition } from "../../ir/core/definition.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import { AnyRankedTensor, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { indexListDirectives, mixedIndices, staticList, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { ImplicitTerminator } from "../../ir/define/op-interfaces.ts";
import { I64ArrayProperty, I64Property, UnitProperty } from "../../ir/define/properties.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { indexListReader } from "../../ir/interpret/index-list.ts";
import { control, onValues } from "../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../ir/interpret/operand.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { isPure } from "../../ir/analysis/effects.ts";
import { copyDense, densePart, wholePart } from "./dense-copy.ts";
import { indicesOf } from "./elements.ts";
import { expectTensorType } from "./slices.ts";
import { generatePad } from "./generation.ts";
import { generateConcat } from "./generation-gather.ts";

/** Padding before and after each dimension. */
export function paddingOf(op: Operation): {
  readonly low: readonly MixedIndex[];
  readonly high: readonly MixedIndex[];
} {
  const statics = staticList(op, "static_low");
  const dynamic = statics.filter((extent) => extent === DYNAMIC).length;
  return {
    low: mixedIndices(statics, op.operands.slice(1, 1 + dynamic)),
    high: mixedIndices(staticList(op, "static_high"), op.operands.slice(1 + dynamic)),
  };
}

export const PadOp = defineOp({
  name: "tensor.pad",
  summary: "A tensor with elements added before and after each dimension; the body computes them from their indices.",
  example: `func.func @main(%x: tensor<4xf32>, %value: f32) -> tensor<7xf32> {
  %0 = tensor.pad %x low[1] high[2] {
  ^bb0(%i: index):
    tensor.yield %value : f32
  } : tensor<4xf32> to tensor<7xf32>
  return %0 : tensor<7xf32>
}`,
  operands: { source: AnyRankedTensor, low: variadic(Index), high: variadic(Index) },
  properties: { static_low: I64ArrayProperty, static_high: I64ArrayProperty, nofold: UnitProperty },
  results: { result: AnyRankedTensor },
  regions: { region: singleBlockRegion },
  traits: ["Pure", "SingleBlock"],
  interfaces: [ImplicitTerminator.with("tensor.yield")],
  assemblyFormat:
    "$source (`nofold` $nofold^)? `low` `` custom<DynamicIndexList>($low, $static_low) " +
    "`high` `` custom<DynamicIndexList>($high, $static_high) $region attr-dict `:` type($source) `to` type($result)",
  customDirectives: indexListDirectives,
  verify: ({ op, source, low, high, staticLow, staticHigh, result }) => {
    const [from, to] = [expectTensorType(source.type), expectTensorType(result.type)];
    const rank = from.shape.length;
    if (staticLow.length !== rank || staticHigh.length !== rank) {
      return errorAt(
        op.location,
        `failed to infer expectedType from sourceType '${typeText(from)}', specified resultType is '${typeText(to)}'`,
      );
    }
    for (const [name, statics, dynamics] of [
      ["low", staticLow, low],
      ["high", staticHigh, high],
    ] as const) {
      // prettier-ignore
      const holes = statics.filter((extent) => extent === DYNAMIC).length;
      // mlir-opt takes such an op and crashes when it prints it.
      if (holes !== dynamics.length)
        return `expected the number of '${name}' operands to match the number of dynamic entries in 'static_${name}' (${dynamics.length} vs ${holes})`;
    }
    const inferred = from.shape.map((extent, d) => {
      const parts = [extent, staticLow[d] ?? 0, staticHigh[d] ?? 0];
      return parts.includes(DYNAMIC) ? DYNAMIC : parts.reduce((sum, part) => sum + part, 0);
    });
    const fits =
      to.shape.length === rank && inferred.every((extent, d) => extent === DYNAMIC || extent === to.shape[d]);
    if (fits) return undefined;
    return errorAt(
      op.location,
      `specified type '${typeText(to)}' does not match the inferred type '${typeText(tensorType(inferred, from.element))}'`,
    );
  },
  verifyRegions: ({ op, result, region }) => {
    const { shape, element } = expectTensorType(result.type);
    const { arguments: args, lastOp } = region.entry;
    if (args.length !== shape.length)
      return errorAt(op.location, `expected the block to have ${shape.length} arguments`);
    const wrong = args.findIndex((a) => a.type.kind !== "index");
    if (wrong >= 0) return `expected block argument ${wrong + 1} to be an index`;
    return lastOp?.operands[0]?.type === element ? undefined : "expected yield type to match shape element type";
  },
  fold: ({ source, result, nofold, staticLow, staticHigh, low, high }) => {
    const nothing = low.length + high.length === 0 && [...staticLow, ...staticHigh].every((extent) => extent === 0);
    return nothing && !nofold && source.type === result.type ? [source] : undefined;
  },
  generate: generatePad,
  meaning: control((op) => {
    const { low, high } = paddingOf(op);
    const read = indexListReader(low, high);
    const region = op.region();
    const [yielded] = region.entry.lastOp?.operands ?? [];
    // A padding value from outside a body that does nothing else is one for all elements.
    const isOne = yielded?.parentBlock !== region.entry && [...region.entry.ops()].every(isPure);
    const constant = isOne ? yielded : undefined;
    return function* (operands, run) {
      const source = expectDense(operands[0]);
      const [before = [], after = []] = read(operands.slice(1));
      const shape = source.shape.map((extent, d) => extent + (before[d] ?? 0) + (after[d] ?? 0));
      if (before.some((n) => n < 0) || after.some((n) => n < 0))
        run.undefinedBehavior(`padding ${before.join(", ")} and ${after.join(", ")} is negative`);
      let dense: DenseValue;
      if (constant !== undefined) dense = DenseValue.splat(shape, source.element, expectScalar(run.valueOf(constant)));
      else {
        dense = DenseValue.zeros(shape, source.element);
        let position = 0;
        for (const indices of indicesOf(shape)) {
          const inside = indices.every(
            (index, d) => index >= (before[d] ?? 0) && index < (before[d] ?? 0) + (source.shape[d] ?? 0),
          );
          if (!inside) {
            const exit = yield* run.runRegion(region, [...indices]);
            dense.set(position, expectScalar(exit.values[0]));
          }
          position++;
        }
      }
      copyDense(
        wholePart(source),
        densePart(
          dense,
          before,
          source.shape,
          shape.map(() => 1),
        ),
        source.shape,
      );
      return [dense];
    };
  }),
});

export const ConcatOp = defineOp({
  name: "tensor.concat",
  summary: "Tensors one after the other along a dimension.",
  example: `func.func @main(%x: tensor<2x3xf32>, %y: tensor<4x3xf32>) -> tensor<6x3xf32> {
  %0 = tensor.concat dim(0) %x, %y : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<6x3xf32>
  return %0 : tensor<6x3xf32>
}`,
  operands: { inputs: variadic(AnyRankedTensor) },
  properties: { dim: I64Property },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat: "`dim` `(` $dim `)` $inputs attr-dict `:` functional-type(operands, results)",
  verify: ({ dim, inputs, result }) => {
    const [first] = inputs;
    if (first === undefined) return "requires at least one input";
    const types = inputs.map((input) => expectTensorType(input.type));
    const to = expectTensorType(result.type);
    const rank = to.shape.length;
    if (types.some((t) => t.shape.length !== rank)) return "rank of concatenated inputs must match result rank";
    if (types.some((t) => t.element !== to.element)) return "inputs and result element type must match";
    if (dim < 0 || dim >= rank) return "concatenation dim must be less than the tensor rank";
    const inferred = to.shape.map((_, d) => {
      const extents = types.map((t) => t.shape[d] ?? DYNAMIC);
      if (d !== dim) return extents.find((extent) => extent !== DYNAMIC) ?? DYNAMIC;
      return extents.includes(DYNAMIC) ? DYNAMIC : extents.reduce((sum, extent) => sum + extent, 0);
    });
    const fits = (a: number, b: number): boolean => a === DYNAMIC || b === DYNAMIC || a === b;
    const odd = inferred.findIndex((extent, d) => d !== dim && types.some((t) => !fits(t.shape[d] ?? DYNAMIC, extent)));
    if (odd >= 0) return `static concatenation size mismatch along non-concatenated dimension ${odd}`;
    // The missing space is mlir-opt's.
    return inferred.every((extent, d) => fits(extent, to.shape[d] ?? DYNAMIC))
      ? undefined
      : `result type '${typeText(to)}'does not match inferred shape '${typeText(tensorType(inferred, to.element))}' static sizes`;
  },
  fold: ({ inputs: [first, ...more], result }) =>
    first !== undefined && more.length === 0 && first.type === result.type ? [first] : undefined,
  generate: generateConcat,
  meaning: onValues((op) => {
    const attribute = op.attribute("dim");
    const dim = attribute?.kind === "integer" ? Number(attribute.value) : 0;
    const { element } = expectTensorType(op.result().type);
    return (operands, run) => {
      const inputs = operands.map((operand) => expectDense(operand));
      const [first] = inputs;
      if (first === undefined) return run.unsupported("a concatenation of nothing");
      const total = inputs.reduce((sum, input) => sum + (input.shape[dim] ?? 0), 0);
      const shape = first.shape.map((extent, d) => (d === dim ? total : extent));
      const dense = DenseValue.zeros(shape, element);
      let at = 0;
      for (const input of inputs) {
        if (input.shape.some((extent, d) => d !== dim && extent !== shape[d]))
          run.undefinedBehavior(`concatenation of shapes ${first.shape.join("x")} and ${input.shape.join("x")}`);
        copyDense(
          wholePart(input),
          densePart(
            dense,
            shape.map((_, d) => (d === dim ? at : 0)),
            input.shape,
            shape.map(() => 1),
          ),
          input.shape,
        );
        at += input.shape[dim] ?? 0;
      }
      return [dense];
    };
  }),
});

export const padOps: readonly OpDefinition[] = [PadOp, ConcatOp];
