// memref.collapse_shape and expand_shape: reshapes that move nothing.
import { viewOfFirst } from "./view-of-first.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { FoldResult, OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, isStaticShape } from "../../ir/core/types.ts";
import { AnyMemRef, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { indexListDirectives, mixedIndices } from "../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty } from "../../ir/define/properties.ts";
import { ReassociationProperty, verifyReassociation, type Reassociation } from "../../ir/define/reassociation.ts";
import { indexListReader } from "../../ir/interpret/index-list.ts";
import { onValues, type Execution } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import { reinterpret } from "../../ir/interpret/memref.ts";
import { expectMemRef } from "../../ir/interpret/operand.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { expectMemRefType } from "./allocation.ts";
import { inferCollapsedType, inferExpandedType, isSameView } from "./subview-type.ts";
import { generateCollapseShape, generateExpandShape } from "./generation-views.ts";

/** Sizes and strides after a collapse; dimensions that do not lie one after the other are undefined behaviour. */
function collapse(source: MemRefValue, reassociation: Reassociation, run: Execution): MemRefValue {
  const sizes: number[] = [];
  const strides: number[] = [];
  for (const group of reassociation) {
    const dims = group.filter((d) => source.sizes[d] !== 1);
    const last = dims[dims.length - 1] ?? group[group.length - 1] ?? 0;
    let expected = source.strides[last] ?? 1;
    for (const d of [...dims].reverse()) {
      if (source.strides[d] !== expected)
        run.undefinedBehavior(`collapsed dimension ${d} has stride ${source.strides[d] ?? 0}, not ${expected}`);
      expected *= source.sizes[d] ?? 1;
    }
    sizes.push(group.reduce((product, d) => product * (source.sizes[d] ?? 1), 1));
    strides.push(source.strides[last] ?? 1);
  }
  return reinterpret(source, source.offset, sizes, strides);
}

/** What the inverse op was given where this one takes it back. */
function reshapedBack(op: Operation, inverse: string): FoldResult {
  const inner = op.operand(0).definingOp;
  if (inner?.name !== inverse || inner.operand(0).type !== op.result().type) return undefined;
  return inner.attribute("reassociation") === op.attribute("reassociation") ? [inner.operand(0)] : undefined;
}

export const CollapseShapeOp = defineOp({
  name: "memref.collapse_shape",
  summary: "A buffer with groups of adjacent dimensions as one dimension each.",
  operands: { src: AnyMemRef },
  properties: { reassociation: ReassociationProperty },
  results: { result: AnyMemRef },
  traits: ["Pure"],
  interfaces: [viewOfFirst],
  assemblyFormat: "$src $reassociation attr-dict `:` type($src) `into` type($result)",
  verify: ({ src, reassociation, result }) => {
    const [from, to] = [expectMemRefType(src.type), expectMemRefType(result.type)];
    const shapes = verifyReassociation(from.shape, to.shape, reassociation);
    if (shapes !== undefined) return shapes;
    const inferred = inferCollapsedType(from, reassociation);
    if (inferred === undefined) return "invalid source layout map or collapsing non-contiguous dims";
    return isSameView(inferred, to)
      ? undefined
      : `expected collapsed type to be '${typeText(inferred)}' but found '${typeText(to)}'`;
  },
  fold: ({ op, src, result }) => (src.type === result.type ? [src] : reshapedBack(op, "memref.expand_shape")),
  generate: generateCollapseShape,
  meaning: onValues((op) => {
    const view = reassociationOf(op.attribute("reassociation"));
    return ([source], run) => [collapse(expectMemRef(source), view, run)];
  }),
});

const reassociationOf = (attribute: Attribute | undefined): Reassociation =>
  attribute === undefined ? [] : ReassociationProperty.decode(attribute);

export const ExpandShapeOp = defineOp({
  name: "memref.expand_shape",
  summary: "A buffer with some dimensions split into several.",
  example: `func.func @main(%x: memref<12xf32>) -> memref<3x4xf32> {
  %0 = memref.expand_shape %x [[0, 1]] output_shape [3, 4] : memref<12xf32> into memref<3x4xf32>
  return %0 : memref<3x4xf32>
}`,
  operands: { src: AnyMemRef, output_shape: variadic(Index) },
  properties: { reassociation: ReassociationProperty, static_output_shape: I64ArrayProperty },
  results: { result: AnyMemRef },
  traits: ["Pure"],
  interfaces: [viewOfFirst],
  assemblyFormat:
    "$src $reassociation `output_shape` custom<DynamicIndexList>($output_shape, $static_output_shape) attr-dict `:` " +
    "type($src) `into` type($result)",
  customDirectives: indexListDirectives,
  verify: ({ src, outputShape, staticOutputShape, reassociation, result }) => {
    const [from, to] = [expectMemRefType(src.type), expectMemRefType(result.type)];
    const shapes = verifyReassociation(to.shape, from.shape, reassociation);
    if (shapes !== undefined) return shapes;
    if (staticOutputShape.length !== to.shape.length) {
      return `expected number of static shape dims to be equal to the output rank (${to.shape.length}) but found ${staticOutputShape.length} inputs instead`;
    }
    const wrong = staticOutputShape.findIndex((extent, d) => extent !== DYNAMIC && extent !== to.shape[d]);
    if (wrong >= 0) return `invalid output shape provided at pos ${wrong}`;
    if (outputShape.length !== staticOutputShape.filter((extent) => extent === DYNAMIC).length) {
      return "mismatch in dynamic dims in output_shape and static_output_shape";
    }
    const inferred = inferExpandedType(from, to.shape, reassociation);
    if (inferred === undefined) return "invalid source layout map";
    return isSameView(inferred, to)
      ? undefined
      : `expected expanded type to be '${typeText(inferred)}' but found '${typeText(to)}'`;
  },
  fold: ({ op, src, result }) =>
    src.type === result.type && result.type.kind === "memref" && isStaticShape(result.type.shape)
      ? [src]
      : reshapedBack(op, "memref.collapse_shape"),
  generate: generateExpandShape,
  meaning: onValues((op) => {
    const reassociation = reassociationOf(op.attribute("reassociation"));
    const statics = op.attribute("static_output_shape");
    const shape = statics?.kind === "dense_array" ? statics.values.map(Number) : [];
    const read = indexListReader(mixedIndices(shape, op.operands.slice(1)));
    return ([operand, ...dynamic], run) => {
      const source = expectMemRef(operand);
      const [sizes = []] = read(dynamic);
      const strides = new Array<number>(sizes.length).fill(1);
      reassociation.forEach((group, g) => {
        let stride = source.strides[g] ?? 1;
        let count = 1;
        for (const d of [...group].reverse()) {
          strides[d] = stride;
          stride *= sizes[d] ?? 1;
          count *= sizes[d] ?? 1;
        }
        if (count !== source.sizes[g])
          run.undefinedBehavior(`dimension ${g} of extent ${source.sizes[g] ?? 0} is expanded to ${count} elements`);
      });
      return [reinterpret(source, source.offset, sizes, strides)];
    };
  }),
});

export const reshapeOps: readonly OpDefinition[] = [CollapseShapeOp, ExpandShapeOp];
