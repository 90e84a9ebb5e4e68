// cf.switch: a branch by the value of an integer. The operands of all cases are one group, which `case_operand_segments` divides.
import type { Attribute, DenseElementsAttr } from "../../ir/core/attributes.ts";
import { denseArrayAttr, denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { Block } from "../../ir/core/block.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { operandGroups } from "../../ir/core/element-groups.ts";
import { Operation } from "../../ir/core/operation.ts";
import { i32, vectorType } from "../../ir/core/type-constructors.ts";
import { byteWidth, elementCount, type IntegerType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyInteger, AnyType, variadic } from "../../ir/define/constraints.ts";
import { defineOp, type CustomAssembly } from "../../ir/define/define-op.ts";
import {
  BranchOpInterface,
  SuccessorForOperands,
  UnconditionalBranch,
  WithoutSuccessor,
  type OperandRange,
} from "../../ir/define/op-interfaces.ts";
import { attributeWhere, I32ArrayProperty, optionalProperty } from "../../ir/define/properties.ts";
import { branch, type BranchMeaning } from "../../ir/interpret/meaning.ts";
import { expectInteger } from "../../ir/interpret/operand.ts";
import type { OpParser, UnresolvedOperand } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { branchAlways } from "./ops.ts";

const SEGMENTS = "case_operand_segments";

// --- the values of the cases -----------------------------------------------------------------------------------------------

/** Bits of the elements, without sign. */
function elementBits({ type, splat, data }: DenseElementsAttr): readonly bigint[] {
  const width = byteWidth(type.element) ?? 1;
  const mask = type.element.kind === "integer" ? (1n << BigInt(type.element.width)) - 1n : -1n;
  const at = (element: number): bigint => {
    let bits = 0n;
    for (let i = width - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[element * width + i] ?? 0);
    return bits & mask;
  };
  return Array.from({ length: elementCount(type.shape) }, (_, i) => at(splat ? 0 : i));
}

/** Values of the cases, without sign; none where the attribute is absent. */
export function caseValues(attribute: Attribute | undefined): readonly bigint[] {
  return attribute?.kind === "dense" ? elementBits(attribute) : [];
}

/** `case_values` of a flag's type; undefined for no cases. */
export function caseValuesAttr(type: IntegerType, values: readonly bigint[]): Attribute | undefined {
  if (values.length === 0) return undefined;
  const width = byteWidth(type) ?? 1;
  const data = new Uint8Array(width * values.length);
  values.forEach((value, element) => {
    const bits = type.width === 1 ? BigInt.asUintN(1, value) : value;
    for (let i = 0; i < width; i++) data[element * width + i] = Number((bits >> BigInt(8 * i)) & 0xffn);
  });
  return denseElementsAttr(vectorType([values.length], type), data, false, width);
}

// --- text ------------------------------------------------------------------------------------------------------------------

/** A block and what it is handed. */
interface Target<V> {
  readonly block: Block;
  readonly operands: readonly V[];
}

const mostPrinted = (1n << 64n) - 1n;

function print(op: Operation, p: OpPrinter): void {
  const [flag] = op.operands;
  if (flag === undefined) return;
  p.text(" ");
  p.value(flag);
  p.text(" : ");
  p.type(flag.type);
  p.text(", [");
  p.newline();
  const values = caseValues(op.attribute("case_values"));
  switchTargets(op).forEach(({ block, operands }, i) => {
    if (i > 0) {
      const value = values[i - 1] ?? 0n;
      p.text(",");
      p.newline();
      // mlir-opt prints no more than the largest number of 64 bits.
      p.text(`  ${value > mostPrinted ? mostPrinted : value}: `);
    } else p.text("  default: ");
    p.block(block);
    if (operands.length === 0) return;
    p.text("(");
    p.values(operands);
    p.text(" : ");
    p.list(operands, ({ type }) => {
      p.type(type);
    });
    p.text(")");
  });
  if (values.length > 0) p.newline();
  p.text("]");
  p.attrDict(op, { elide: ["case_values", SEGMENTS, "operandSegmentSizes"] });
}

/** `^block` and `(%a, %b : type, type)` if it stands there. */
function parseTarget(p: OpParser): Target<UnresolvedOperand> & { readonly resolve: () => Value[] } {
  const block = p.successor();
  if (!p.accept("(")) return { block, operands: [], resolve: () => [] };
  const at = p.position();
  const operands = p.operandList();
  p.expect(":");
  const types = p.typeList();
  p.expect(")");
  return { block, operands, resolve: () => p.resolveAll(operands, types, at) };
}

/** A number that 64 bits hold with sign; `true` is all ones. */
function parseCaseValue(p: OpParser): bigint {
  const at = p.position();
  if (p.accept("true")) return -1n;
  if (p.accept("false")) return 0n;
  const value = p.integer();
  return BigInt.asIntN(64, value) === value ? value : p.error("integer value too large", at);
}

function parse(p: OpParser): OperationParts {
  const flag = p.operand();
  p.expect(":");
  const at = p.position();
  const flagType = p.type();
  if (flagType.kind !== "integer")
    p.error(`invalid kind of type specified: expected builtin.integer, but found '${typeText(flagType)}'`, at);
  p.expect(",");
  p.expect("[");
  if (!p.accept("default")) p.error("expected 'default'", p.position());
  p.expect(":");
  const defaultTarget = parseTarget(p);
  const values: bigint[] = [];
  const cases: ReturnType<typeof parseTarget>[] = [];
  while (p.accept(",")) {
    values.push(parseCaseValue(p));
    p.expect(":");
    cases.push(parseTarget(p));
  }
  p.expect("]");
  const attributes = p.optionalAttrDict();
  const sizes = cases.map(({ operands }) => operands.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const segments = [1, defaultTarget.operands.length, total];
  return {
    operands: [p.resolve(flag, flagType), ...defaultTarget.resolve(), ...cases.flatMap(({ resolve }) => resolve())],
    successors: [defaultTarget.block, ...cases.map(({ block }) => block)],
    properties: {
      case_values: caseValuesAttr(flagType, values),
      [SEGMENTS]: denseArrayAttr(i32(p.context), sizes),
      operandSegmentSizes: denseArrayAttr(i32(p.context), segments),
    },
    attributes,
  };
}

const syntax: CustomAssembly = { print, parse };

// --- the op ----------------------------------------------------------------------------------------------------------------

/** The operands of the default block, then of each case's. */
function operandRanges(op: Operation): readonly OperandRange[] {
  const length = operandGroups(op)[1]?.length ?? 0;
  const ranges: OperandRange[] = [{ start: 1, length }];
  let start = 1 + length;
  const segments = op.attribute(SEGMENTS);
  const sizes = segments?.kind === "dense_array" ? segments.values.map(Number) : [];
  sizes.forEach((size, index) => {
    ranges.push({ start, length: size, segment: { property: SEGMENTS, index } });
    start += size;
  });
  return ranges;
}

/** The default block, then each case's, with what they are handed. */
export function switchTargets(op: Operation): readonly Target<Value>[] {
  const ranges = operandRanges(op);
  const { operands } = op;
  return op.successors.map((block, i) => {
    const { start, length } = ranges[i] ?? { start: 0, length: 0 };
    return { block, operands: operands.slice(start, start + length) };
  });
}

/** The switch without one of its cases; the default block stays. */
function withoutCase(op: Operation, successor: number): Operation | undefined {
  const { type } = op.operand(0);
  const [toDefault, ...cases] = switchTargets(op);
  if (successor === 0 || toDefault === undefined || type.kind !== "integer") return undefined;
  const isKept = (_: unknown, i: number): boolean => i !== successor - 1;
  const kept = cases.filter(isKept);
  const operands = kept.flatMap((target) => target.operands);
  return Operation.create(op.context, op.definition, op.location, {
    operands: [op.operand(0), ...toDefault.operands, ...operands],
    successors: [toDefault.block, ...kept.map(({ block }) => block)],
    properties: {
      case_values: caseValuesAttr(type, caseValues(op.attribute("case_values")).filter(isKept)),
      [SEGMENTS]: denseArrayAttr(i32(op.context), kept.map((target) => target.operands.length)), // prettier-ignore
      operandSegmentSizes: denseArrayAttr(i32(op.context), [1, toDefault.operands.length, operands.length]),
    },
    attributes: op.discardable,
  });
}

/** The number of the successor that a flag of this value chooses. */
function successorOf(op: Operation): (flag: bigint) => number {
  const { type } = op.operand(0);
  const width = type.kind === "integer" ? type.width : 64;
  const successors = new Map<bigint, number>();
  caseValues(op.attribute("case_values")).forEach((value, i) => {
    if (!successors.has(value)) successors.set(value, i + 1);
  });
  return (flag) => successors.get(BigInt.asUintN(width, flag)) ?? 0;
}

function prepareSwitch(op: Operation): ReturnType<BranchMeaning["prepare"]> {
  const choose = successorOf(op);
  const ranges = operandRanges(op);
  return (operands) => {
    const successor = choose(BigInt(expectInteger(operands[0], "the flag")));
    const { start, length } = ranges[successor] ?? { start: 0, length: 0 };
    return { successor, args: operands.slice(start, start + length) };
  };
}

const CaseValues = optionalProperty(
  attributeWhere(
    "integer elements attribute",
    (a) => a.kind === "dense" && ["integer", "index"].includes(a.type.element.kind),
  ),
);

export const SwitchOp = defineOp({
  name: "cf.switch",
  summary: "Goes on with the block of the case that an integer equals, or with the default block.",
  example: `func.func @main(%case: i32, %x: i32) -> i32 {
  cf.switch %case : i32, [
    default: ^bb1(%x : i32),
    42: ^bb2,
    43: ^bb1(%case : i32)
  ]
^bb1(%y: i32):
  return %y : i32
^bb2:
  %0 = arith.addi %x, %x : i32
  cf.br ^bb1(%0 : i32)
}`,
  operands: { flag: AnyInteger, defaultOperands: variadic(AnyType), caseOperands: variadic(AnyType) },
  properties: { case_values: CaseValues, case_operand_segments: I32ArrayProperty },
  successors: { defaultDestination: "one", caseDestinations: "variadic" },
  traits: ["Pure", "Terminator"],
  interfaces: [
    BranchOpInterface.with(operandRanges),
    UnconditionalBranch.with(branchAlways),
    SuccessorForOperands.with((op, constant) => {
      const flag = integerOf(constant(0));
      return flag === undefined ? undefined : successorOf(op)(flag);
    }),
    WithoutSuccessor.with(withoutCase),
  ],
  assemblyFormat: syntax,
  verify: ({ flag, caseValues: values, caseDestinations, caseOperands, caseOperandSegments: segments }) => {
    const total = segments.reduce((sum, size) => sum + size, 0);
    if (segments.length !== caseDestinations.length || total !== caseOperands.length)
      return `attribute '${SEGMENTS}' does not divide ${caseOperands.length} operands among ${caseDestinations.length} cases`;
    if (values === undefined && caseDestinations.length === 0) return undefined;
    if (values?.kind === "dense" && values.type.element !== flag.type)
      return `'flag' type (${quoted(flag)}) should match case value type ('${typeText(values.type.element)}')`;
    const count = values?.kind === "dense" ? elementCount(values.type.shape) : 0;
    return count === caseDestinations.length
      ? undefined
      : `number of case values (${count}) should match number of case destinations (${caseDestinations.length})`;
  },
  meaning: branch(prepareSwitch),
});

const quoted = (value: Value): string => `'${typeText(value.type)}'`;
