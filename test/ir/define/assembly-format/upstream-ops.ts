// Ops of upstream dialects with the formats that LLVM 22's .td files give them: what the engine must read and print as mlir-opt does.
import { dialectAttr, stringAttr } from "../../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../../ir/core/attributes.ts";
import type { DialectDefinition } from "../../../../ir/core/definition.ts";
import { i1, vectorType, withElementType } from "../../../../ir/core/type-constructors.ts";
import { elementTypeOf, isShaped } from "../../../../ir/core/types.ts";
import type { AttributePrinter } from "../../../../ir/syntax/printer-interface.ts";
import type { CustomDirective } from "../../../../ir/define/assembly-format/compile.ts";
import {
  AnyMemRef, AnyTensor, AnyType, AnyVector, derived, FloatLike, I1, I32, Index, optional, SignlessIntegerLike, typeVariable, variadic,
} from "../../../../ir/define/constraints.ts"; // prettier-ignore
import { defineDialect } from "../../../../ir/define/define-dialect.ts";
import { defineOp, singleBlockRegion } from "../../../../ir/define/define-op.ts";
import { indexListDirectives } from "../../../../ir/define/offset-size-stride.ts";
import { defineEnumAttribute, enumProperty, flagsProperty } from "../../../../ir/define/enum-attribute.ts";
import {
  AnyAttribute, attributeWhere, BoolProperty, I32ArrayProperty, I32Property, I64ArrayProperty, I64Property, integerEnum, optionalProperty,
  StringProperty, SymbolNameProperty, UnitProperty, withDefault,
} from "../../../../ir/define/properties.ts"; // prettier-ignore

const SignlessT = typeVariable("T", SignlessIntegerLike);
const FloatT = typeVariable("T", FloatLike);
const VectorT = typeVariable("T", AnyVector);
const MemRefT = typeVariable("M", AnyMemRef);
const elementOf = (variable: string) =>
  derived("element type", [variable], (bindings) => {
    const type = bindings.get(variable);
    return type === undefined ? undefined : elementTypeOf(type);
  });
const boolLike = derived("i1 of the same shape", ["T"], (bindings, context) => {
  const type = bindings.get("T");
  return type === undefined || !isShaped(type) ? i1(context) : withElementType(type, i1(context));
});

const OverflowFlags = defineEnumAttribute({
  name: "arith.overflow",
  summary: "overflow flags",
  cases: ["nsw", "nuw"],
  bits: { none: "none", separator: ", " },
});
const FastMath = defineEnumAttribute({
  name: "arith.fastmath",
  summary: "fast-math flags",
  cases: ["reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn"],
  bits: { none: "none", all: "fast" },
});
const RoundingMode = integerEnum("rounding mode", ["to_nearest_even", "downward", "upward"], 32);
const Kind = defineEnumAttribute({ name: "vector.kind", summary: "combining kind", cases: ["add", "mul", "minui"] });
const AllReduce = defineEnumAttribute({ name: "gpu.all_reduce_op", summary: "reduction", cases: ["add", "mul"] });
const ShuffleMode = defineEnumAttribute({
  name: "gpu.shuffle_mode",
  summary: "shuffle mode",
  cases: ["xor", "up", "down", "idx"],
});

const fastmath = withDefault(flagsProperty(FastMath), []);
const branchWeights = optionalProperty(I32ArrayProperty);
const lists = indexListDirectives;

// gpu's keyword enums print a space of their own, after the one of the format.
const reduction: CustomDirective = {
  print: (args, op, p) => {
    const kind = args.property(op, 0);
    p.text(` ${(kind && AllReduce.valueOf(kind)?.[0]) ?? ""}`);
  },
  parse: (p, state, args) => {
    state.setProperty(args.name(0), dialectAttr(p.context, AllReduce, [stringAttr(p.context, p.keyword("reduction"))]));
  },
};
const shuffleMode = enumProperty(ShuffleMode);

const builtin = [
  defineOp({
    name: "builtin.module",
    summary: "module",
    properties: { sym_name: optionalProperty(SymbolNameProperty) },
    regions: { bodyRegion: singleBlockRegion },
    traits: ["NoTerminator", "SingleBlock", "SymbolTable", "IsolatedFromAbove", "Symbol"],
    assemblyFormat: "($sym_name^)? attr-dict-with-keyword $bodyRegion",
  }),
];

const arith = [
  defineOp({
    name: "arith.addi",
    summary: "addition",
    operands: { lhs: SignlessT, rhs: SignlessT },
    properties: { overflowFlags: withDefault(flagsProperty(OverflowFlags), []) },
    results: { result: SignlessT },
    assemblyFormat: "$lhs `,` $rhs (`overflow` `` $overflowFlags^)? attr-dict `:` type($result)",
  }),
  defineOp({
    name: "arith.cmpi",
    summary: "comparison",
    operands: { lhs: SignlessT, rhs: SignlessT },
    properties: { predicate: integerEnum("predicate", ["eq", "ne", "slt"]) },
    results: { result: boolLike },
    assemblyFormat: "$predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs)",
  }),
  defineOp({
    name: "arith.cmpf",
    summary: "comparison",
    operands: { lhs: FloatT, rhs: FloatT },
    properties: { predicate: integerEnum("predicate", ["false", "oeq"]), fastmath },
    results: { result: boolLike },
    assemblyFormat: "$predicate `,` $lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($lhs)",
  }),
  defineOp({
    name: "arith.divsi",
    summary: "division",
    operands: { lhs: SignlessT, rhs: SignlessT },
    properties: { isExact: UnitProperty },
    results: { result: SignlessT },
    assemblyFormat: "$lhs `,` $rhs (`exact` $isExact^)? attr-dict `:` type($result)",
  }),
  defineOp({
    name: "arith.addui_extended",
    summary: "addition with carry",
    operands: { lhs: SignlessT, rhs: SignlessT },
    results: { sum: SignlessT, overflow: boolLike },
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($sum) `,` type($overflow)",
  }),
  defineOp({
    name: "arith.truncf",
    summary: "narrower float",
    operands: { in: FloatLike },
    properties: { roundingmode: optionalProperty(RoundingMode), fastmath: optionalProperty(flagsProperty(FastMath)) },
    results: { out: FloatLike },
    assemblyFormat: "$in ($roundingmode^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `to` type($out)",
  }),
  defineOp({
    name: "arith.constant",
    summary: "constant",
    properties: { value: AnyAttribute },
    results: { result: AnyType },
    inferResultTypes: ({ properties: [value] }) =>
      value !== undefined && "type" in value && value.type !== undefined ? [value.type] : undefined,
    assemblyFormat: "attr-dict $value",
  }),
];

const tensor = [
  defineOp({
    name: "tensor.extract_slice",
    summary: "slice",
    operands: { source: AnyTensor, offsets: variadic(Index), sizes: variadic(Index), strides: variadic(Index) },
    properties: { static_offsets: I64ArrayProperty, static_sizes: I64ArrayProperty, static_strides: I64ArrayProperty },
    results: { result: AnyTensor },
    assemblyFormat:
      "$source `` custom<DynamicIndexList>($offsets, $static_offsets) custom<DynamicIndexList>($sizes, $static_sizes) " +
      "custom<DynamicIndexList>($strides, $static_strides) attr-dict `:` type($source) `to` type($result)",
    customDirectives: lists,
  }),
  defineOp({
    name: "tensor.insert_slice",
    summary: "insertion of a slice",
    operands: {
      source: AnyTensor, dest: typeVariable("D", AnyTensor), offsets: variadic(Index), sizes: variadic(Index), strides: variadic(Index),
    }, // prettier-ignore
    properties: { static_offsets: I64ArrayProperty, static_sizes: I64ArrayProperty, static_strides: I64ArrayProperty },
    results: { result: typeVariable("D", AnyTensor) },
    assemblyFormat:
      "$source `into` $dest `` custom<DynamicIndexList>($offsets, $static_offsets) custom<DynamicIndexList>($sizes, $static_sizes) " +
      "custom<DynamicIndexList>($strides, $static_strides) attr-dict `:` type($source) `into` type($dest)",
    customDirectives: lists,
  }),
  defineOp({
    name: "tensor.extract",
    summary: "element",
    operands: { tensor: typeVariable("S", AnyTensor), indices: variadic(Index) },
    results: { result: elementOf("S") },
    assemblyFormat: "$tensor `[` $indices `]` attr-dict `:` type($tensor)",
  }),
  defineOp({
    name: "tensor.dim",
    summary: "extent",
    operands: { source: AnyTensor, index: Index },
    results: { result: Index },
    assemblyFormat: "attr-dict $source `,` $index `:` type($source)",
  }),
  defineOp({
    name: "tensor.empty",
    summary: "tensor without contents",
    operands: { dynamicSizes: variadic(Index) },
    results: { result: AnyTensor },
    assemblyFormat: "`(`$dynamicSizes`)` attr-dict `:` type($result)",
  }),
  defineOp({
    name: "tensor.from_elements",
    summary: "tensor of elements",
    operands: { elements: variadic(elementOf("R")) },
    results: { result: typeVariable("R", AnyTensor) },
    assemblyFormat: "$elements attr-dict `:` type($result)",
  }),
  defineOp({
    name: "tensor.concat",
    summary: "concatenation",
    operands: { inputs: variadic(AnyTensor) },
    properties: { dim: I64Property },
    results: { result: AnyTensor },
    assemblyFormat: "`dim` `(` $dim `)` $inputs attr-dict `:` functional-type(operands, results)",
  }),
  defineOp({
    name: "tensor.generate",
    summary: "tensor from its indices",
    operands: { dynamicExtents: variadic(Index) },
    results: { result: AnyTensor },
    regions: { body: singleBlockRegion },
    assemblyFormat: "$dynamicExtents $body attr-dict `:` type($result)",
  }),
  defineOp({
    name: "tensor.yield",
    summary: "end of a region",
    operands: { value: AnyType },
    traits: ["Terminator"],
    assemblyFormat: "$value attr-dict `:` type($value)",
  }),
];

const alignment = optionalProperty(I64Property);
const nontemporal = withDefault(BoolProperty, false);
const memref = [
  defineOp({
    name: "memref.load",
    summary: "load",
    operands: { memref: MemRefT, indices: variadic(Index) },
    properties: { nontemporal },
    results: { result: elementOf("M") },
    assemblyFormat: "$memref `[` $indices `]` attr-dict `:` type($memref)",
  }),
  defineOp({
    name: "memref.store",
    summary: "store",
    operands: { value: elementOf("M"), memref: MemRefT, indices: variadic(Index) },
    properties: { nontemporal },
    assemblyFormat: "$value `,` $memref `[` $indices `]` attr-dict `:` type($memref)",
  }),
  defineOp({
    name: "memref.alloc",
    summary: "allocation",
    operands: { dynamicSizes: variadic(Index), symbolOperands: variadic(Index) },
    properties: { alignment },
    results: { memref: AnyMemRef },
    assemblyFormat: "`(`$dynamicSizes`)` (`` `[` $symbolOperands^ `]`)? attr-dict `:` type($memref)",
  }),
  defineOp({
    name: "memref.realloc",
    summary: "change of size",
    operands: { source: AnyMemRef, dynamicResultSize: optional(Index) },
    properties: { alignment },
    results: { result: AnyMemRef },
    assemblyFormat: "$source (`(` $dynamicResultSize^ `)`)? attr-dict `:` type($source) `to` type(results)",
  }),
  defineOp({
    name: "memref.dealloc",
    summary: "end of life",
    operands: { memref: AnyMemRef },
    assemblyFormat: "$memref attr-dict `:` type($memref)",
  }),
  defineOp({
    name: "memref.view",
    summary: "view of bytes",
    operands: { source: AnyMemRef, byte_shift: Index, sizes: variadic(Index) },
    results: { result: AnyMemRef },
    assemblyFormat: "$source `[` $byte_shift `]` `` `[` $sizes `]` attr-dict `:` type($source) `to` type(results)",
  }),
  defineOp({
    name: "memref.expand_shape",
    summary: "split dimensions",
    operands: { src: AnyMemRef, output_shape: variadic(Index) },
    properties: {
      reassociation: attributeWhere("array of arrays", (a) => a.kind === "array"),
      static_output_shape: I64ArrayProperty,
    },
    results: { result: AnyMemRef },
    assemblyFormat:
      "$src $reassociation `output_shape` custom<DynamicIndexList>($output_shape, $static_output_shape) attr-dict `:` " +
      "type($src) `into` type($result)",
    customDirectives: lists,
  }),
];

const kind = enumProperty(Kind, { angle: true });
const vector = [
  defineOp({
    name: "vector.reduction",
    summary: "reduction to a scalar",
    operands: { vector: typeVariable("V", AnyVector), acc: optional(typeVariable("D", AnyType)) },
    properties: { kind, fastmath },
    results: { dest: typeVariable("D", AnyType) },
    assemblyFormat:
      "$kind `,` $vector (`,` $acc^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($vector) `into` type($dest)",
  }),
  defineOp({
    name: "vector.broadcast",
    summary: "broadcast",
    operands: { source: AnyType },
    results: { vector: AnyVector },
    assemblyFormat: "$source attr-dict `:` type($source) `to` type($vector)",
  }),
  defineOp({
    name: "vector.extract",
    summary: "part of a vector",
    operands: { source: AnyVector, dynamic_position: variadic(Index) },
    properties: { static_position: I64ArrayProperty },
    results: { result: AnyType },
    assemblyFormat:
      "$source `` custom<DynamicIndexList>($dynamic_position, $static_position) attr-dict `:` type($result) `from` type($source)",
    customDirectives: lists,
  }),
  defineOp({
    name: "vector.insert",
    summary: "insertion into a vector",
    operands: { valueToStore: AnyType, dest: VectorT, dynamic_position: variadic(Index) },
    properties: { static_position: I64ArrayProperty },
    results: { result: VectorT },
    assemblyFormat:
      "$valueToStore `,` $dest custom<DynamicIndexList>($dynamic_position, $static_position) attr-dict `:` type($valueToStore) `into` type($dest)",
    customDirectives: lists,
  }),
  defineOp({
    name: "vector.shuffle",
    summary: "selection of lanes",
    operands: { v1: AnyVector, v2: AnyVector },
    properties: { mask: I64ArrayProperty },
    results: { vector: AnyVector },
    inferResultTypes: ({ operands: [v1], properties: [mask] }) =>
      v1 !== undefined && mask?.kind === "dense_array"
        ? [vectorType([mask.values.length], elementTypeOf(v1.type))]
        : undefined,
    assemblyFormat: "operands $mask attr-dict `:` type(operands)",
  }),
  defineOp({
    name: "vector.load",
    summary: "contiguous load",
    operands: { base: AnyMemRef, indices: variadic(Index) },
    properties: { nontemporal, alignment },
    results: { result: AnyVector },
    assemblyFormat: "$base `[` $indices `]` attr-dict `:` type($base) `,` type($result)",
  }),
  defineOp({
    name: "vector.store",
    summary: "contiguous store",
    operands: { valueToStore: AnyVector, base: AnyMemRef, indices: variadic(Index) },
    properties: { nontemporal, alignment },
    assemblyFormat: "$valueToStore `,` $base `[` $indices `]` attr-dict `:` type($base) `,` type($valueToStore)",
  }),
  defineOp({
    name: "vector.to_elements",
    summary: "elements",
    operands: { source: AnyVector },
    results: { elements: variadic(AnyType) },
    inferResultTypes: ({ operands: [source] }) =>
      source?.type.kind === "vector"
        ? new Array(source.type.shape.reduce((a, b) => a * b, 1)).fill(source.type.element)
        : undefined,
    assemblyFormat: "$source attr-dict `:` type($source)",
  }),
  defineOp({
    name: "vector.from_elements",
    summary: "vector of elements",
    operands: { elements: variadic(elementOf("T")) },
    results: { dest: VectorT },
    assemblyFormat: "$elements attr-dict `:` type($dest)",
  }),
  defineOp({
    name: "vector.multi_reduction",
    summary: "reduction of dimensions",
    operands: { source: AnyVector, acc: typeVariable("D", AnyType) },
    properties: { kind, reduction_dims: I64ArrayProperty },
    results: { dest: typeVariable("D", AnyType) },
    assemblyFormat: "$kind `,` $source `,` $acc attr-dict $reduction_dims `:` type($source) `to` type($dest)",
  }),
  defineOp({
    name: "vector.gather",
    summary: "load by index",
    operands: { base: AnyType, offsets: variadic(Index), indices: AnyVector, mask: AnyVector, pass_thru: VectorT },
    properties: { alignment },
    results: { result: VectorT },
    assemblyFormat:
      "$base `[` $offsets `]` `[` $indices `]` `,` $mask `,` $pass_thru attr-dict `:` type($base) `,` type($indices)  `,` " +
      "type($mask) `,` type($pass_thru) `into` type($result)",
  }),
  defineOp({
    name: "vector.create_mask",
    summary: "mask",
    operands: { operands: variadic(Index) },
    results: { result: AnyVector },
    assemblyFormat: "$operands attr-dict `:` type(results)",
  }),
  defineOp({
    name: "vector.fma",
    summary: "multiply and add",
    operands: { lhs: VectorT, rhs: VectorT, acc: VectorT },
    results: { result: VectorT },
    assemblyFormat: "$lhs `,` $rhs `,` $acc attr-dict `:` type($lhs)",
  }),
  defineOp({
    name: "vector.type_cast",
    summary: "memref of one vector",
    operands: { memref: AnyMemRef },
    results: { result: AnyMemRef },
    assemblyFormat: "$memref attr-dict `:` type($memref) `to` type(results)",
  }),
];

const gpu = [
  defineOp({
    name: "gpu.shuffle",
    summary: "exchange between lanes",
    operands: { value: typeVariable("T", AnyType), offset: I32, width: I32 },
    properties: {
      mode: {
        ...shuffleMode,
        print: (a: Attribute, p: AttributePrinter) => p.text(` ${ShuffleMode.valueOf(a)?.[0] ?? ""}`),
      },
    },
    results: { shuffleResult: typeVariable("T", AnyType), valid: I1 },
    assemblyFormat: "$mode $value `,` $offset `,` $width attr-dict `:` type($value)",
  }),
  defineOp({
    name: "gpu.subgroup_reduce",
    summary: "reduction over a subgroup",
    operands: { value: typeVariable("T", AnyType) },
    properties: {
      op: enumProperty(AllReduce),
      uniform: UnitProperty,
      cluster_size: optionalProperty(I32Property),
      cluster_stride: withDefault(I32Property, 1),
    },
    results: { result: typeVariable("T", AnyType) },
    assemblyFormat:
      "custom<AllReduceOperation>($op) $value (`uniform` $uniform^)? " +
      "(`cluster` `(` `size` `=` $cluster_size^ (`,` `stride` `=` $cluster_stride^)? `)`)? attr-dict `:` functional-type(operands, results)",
    customDirectives: { AllReduceOperation: reduction },
  }),
];

const affine = [
  defineOp({
    name: "affine.delinearize_index",
    summary: "index to coordinates",
    operands: { linear_index: Index, dynamic_basis: variadic(Index) },
    properties: { static_basis: I64ArrayProperty },
    results: { multi_index: variadic(Index) },
    assemblyFormat:
      '$linear_index `into` custom<DynamicIndexList>($dynamic_basis, $static_basis, "{}", "::mlir::AsmParser::Delimiter::Paren") ' +
      "attr-dict `:` type($multi_index)",
    customDirectives: lists,
  }),
  defineOp({
    name: "affine.linearize_index",
    summary: "coordinates to index",
    operands: { multi_index: variadic(Index), dynamic_basis: variadic(Index) },
    properties: { static_basis: I64ArrayProperty, disjoint: UnitProperty },
    results: { linear_index: Index },
    assemblyFormat:
      "(`disjoint` $disjoint^)? ` ` `[` $multi_index `]` `by` " +
      'custom<DynamicIndexList>($dynamic_basis, $static_basis, "{}", "::mlir::AsmParser::Delimiter::Paren") attr-dict `:` type($linear_index)',
    customDirectives: lists,
  }),
];

const others = [
  defineOp({
    name: "linalg.softmax",
    summary: "softmax",
    operands: { input: AnyType, output: AnyType },
    properties: { dimension: I64Property },
    results: { result: variadic(AnyTensor) },
    assemblyFormat:
      "attr-dict `dimension` `(` $dimension `)` `ins` `(` $input `:` type($input) `)` `outs` `(` $output `:` type($output) `)` (`->` type($result)^)?",
  }),
  defineOp({
    name: "bufferization.to_buffer",
    summary: "buffer of a tensor",
    operands: { tensor: AnyTensor },
    properties: { read_only: UnitProperty },
    results: { buffer: AnyMemRef },
    assemblyFormat: "$tensor (`read_only` $read_only^)? attr-dict `:` type($tensor) `to` type($buffer)",
  }),
  defineOp({
    name: "ub.poison",
    summary: "poison",
    properties: { value: withDefault(StringProperty, "poison") },
    results: { result: AnyType },
    assemblyFormat: "attr-dict (`<` $value^ `>`)? `:` type($result)",
  }),
  defineOp({
    name: "func.return",
    summary: "return",
    operands: { operands: variadic(AnyType) },
    traits: ["Terminator"],
    assemblyFormat: "attr-dict ($operands^ `:` type($operands))?",
  }),
  defineOp({
    name: "func.call",
    summary: "call",
    operands: { operands: variadic(AnyType) },
    properties: { callee: attributeWhere("symbol reference attribute", (a) => a.kind === "symbol") },
    results: { results: variadic(AnyType) },
    assemblyFormat: "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)",
  }),
  defineOp({
    name: "func.call_indirect",
    summary: "call of a value",
    operands: { callee: typeVariable("F", AnyType), callee_operands: variadic(AnyType) },
    results: { results: variadic(AnyType) },
    inferResultTypes: ({ operands: [callee] }) => (callee?.type.kind === "function" ? callee.type.results : undefined),
    // Upstream derives each operand's type from the callee's; here the directive gives the whole list.
    assemblyFormat:
      "$callee `(` $callee_operands `)` attr-dict `:` custom<CalleeType>(type($callee), type($callee_operands))",
    customDirectives: {
      CalleeType: {
        print: (args, op, p) => {
          p.list(args.types(op, 0), (type) => {
            p.type(type);
          });
        },
        parse: (p, state, args) => {
          const type = p.functionType();
          state.setTypes(args.name(0), [type]);
          state.setTypes(args.name(1), type.inputs);
        },
      },
    },
  }),
  defineOp({
    name: "cf.assert",
    summary: "assertion",
    operands: { arg: I1 },
    properties: { msg: StringProperty },
    assemblyFormat: "$arg `,` $msg attr-dict",
  }),
  defineOp({
    name: "cf.br",
    summary: "branch",
    operands: { destOperands: variadic(AnyType) },
    successors: { dest: "one" },
    traits: ["Terminator"],
    assemblyFormat: "$dest (`(` $destOperands^ `:` type($destOperands) `)`)? attr-dict",
  }),
  defineOp({
    name: "cf.cond_br",
    summary: "conditional branch",
    operands: { condition: I1, trueDestOperands: variadic(AnyType), falseDestOperands: variadic(AnyType) },
    properties: { branch_weights: branchWeights },
    successors: { trueDest: "one", falseDest: "one" },
    traits: ["Terminator"],
    assemblyFormat:
      "$condition (`weights` `(` $branch_weights^ `)` )? `,` $trueDest (`(` $trueDestOperands^ `:` type($trueDestOperands) `)`)? `,` " +
      "$falseDest (`(` $falseDestOperands^ `:` type($falseDestOperands) `)`)? attr-dict",
  }),
];

const all = [...builtin, ...arith, ...tensor, ...memref, ...vector, ...gpu, ...affine, ...others];
const attributes = [OverflowFlags, FastMath, Kind, AllReduce, ShuffleMode];
const names = [...new Set(all.map(({ dialect }) => dialect))];

/** The upstream dialects of this test, each with the ops above. */
export const upstreamDialects: readonly DialectDefinition[] = names.map((name) =>
  defineDialect({
    name,
    summary: `part of upstream's ${name}`,
    ops: all.filter(({ dialect }) => dialect === name),
    attributes: attributes.filter((attribute) => attribute.name.startsWith(`${name}.`)),
  }),
);
