// Loops that count: a `while` whose condition compares a carried counter with a constant, and whose body adds a constant to it.
//
//   while(%i = c, %x = %init) cond { %i < limit } do { ...; return %i + step, %y }
//     =>  scf.for %iv = c to limit step step iter_args(%x = %init) { ...; scf.yield %y }
import { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { indexType, tensorType } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { denseSplatElement, splatAttr } from "../../../ir/interpret/convert.ts";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { refuse } from "../../../ir/rewrite/pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { arithConstant, constantIndexOp, IndexCastOp } from "../../../dialects/arith/index.ts";
import { ForOp } from "../../../dialects/scf/index.ts";
import { AddOp, CompareOp, ReturnOp, WhileOp } from "../../../dialects/stablehlo/index.ts";
import { FromElementsOp } from "../../../dialects/tensor/index.ts";

interface Counter {
  /** Which of the carried values counts. */
  readonly position: number;
  readonly start: bigint;
  readonly limit: bigint;
  readonly step: bigint;
}

/** The integer of a constant of rank 0. */
function integerOf(value: Value | undefined): bigint | undefined {
  const attribute = value === undefined ? undefined : constantOf(value);
  const element =
    attribute?.kind === "dense" && attribute.type.shape.length === 0 ? denseSplatElement(attribute) : undefined;
  return element?.kind === "integer" && element.type.kind === "integer" && element.type.signedness === "signless"
    ? element.value
    : undefined;
}

function matchCounter(op: Operation): Counter | undefined {
  const [cond, body] = [op.region(0).entry, op.region(1).entry];
  const test = CompareOp.match(cond.lastOp?.operand(0).definingOp);
  if (test?.comparisonDirection !== "LT" || test.lhs.ownerBlock !== cond) return undefined;
  const position = test.lhs.index;
  const limit = integerOf(test.rhs);
  const start = integerOf(op.operand(position));
  const increment = AddOp.match(body.lastOp?.operand(position).definingOp);
  const argument = body.arguments[position];
  if (limit === undefined || start === undefined || increment === undefined || argument === undefined) return undefined;
  const step = integerOf(
    increment.lhs === argument ? increment.rhs : increment.rhs === argument ? increment.lhs : undefined,
  );
  if (step === undefined || step <= 0n || overflows(argument.type, limit + step)) return undefined;
  return { position, start, limit, step };
}

/** Whether the counter could pass the greatest value of its type. */
function overflows(type: Type, last: bigint): boolean {
  const width = type.kind === "tensor" && type.element.kind === "integer" ? type.element.width : 0;
  return last >= 1n << BigInt(width - 1);
}

/** The value of the counter when the loop ends. */
function finalCount({ start, limit, step }: Counter): bigint {
  return start >= limit ? start : start + ((limit - start + step - 1n) / step) * step;
}

export function countedLoopPattern(converter: TypeConverter): ConversionPattern {
  return conversionPattern(
    "a counting while => scf.for",
    WhileOp,
    ({ op, body }, { operands }, rewriter) => {
      const counter = matchCounter(op);
      if (counter === undefined) return refuse("it does not count from a constant to a constant");
      const { position, start, limit, step } = counter;
      const types = converter.convertAll(op.results.map(({ type }) => type));
      const type = types?.[position];
      if (types === undefined || type?.kind !== "tensor" || type.element.kind !== "integer")
        return unsupported("complex numbers");
      const element = type.element;
      const bounds = [start, limit, step].map((bound) => constantIndexOp(rewriter, Number(bound)));
      const [lowerBound, upperBound, increment] = bounds;
      if (lowerBound === undefined || upperBound === undefined || increment === undefined)
        return refuse("it has no bounds");
      const others = operands.filter((_, i) => i !== position);
      const region = new Region(op.context);
      rewriter.inlineRegionBefore(body, region);
      const converted = rewriter.convertRegionArguments(region, converter);
      if (converted !== true) return converted;
      const block = region.entry;
      const loop = ForOp.build(rewriter, {
        lowerBound,
        upperBound,
        step: increment,
        initArgs: others,
        region,
        resultTypes: others.map((value) => value.type),
      });
      const iv = block.insertArgument(0, indexType(op.context));
      const count = block.arguments[position + 1];
      if (count === undefined) throw new Error("the counter is carried");
      rewriter.at(
        (b) => b.setToStart(block),
        () => {
          const scalar = IndexCastOp.build(rewriter, { in: iv, resultTypes: [element] }).out;
          rewriter.replaceAllUsesWith(
            count,
            FromElementsOp.build(rewriter, { elements: [scalar], resultTypes: [tensorType([], element)] }).result,
          );
        },
      );
      block.eraseArgument(position + 1);
      // What the body returns is converted with its terminator.
      const last = block.terminator;
      rewriter.at(
        (b) => b.setBefore(last),
        () => ReturnOp.build(rewriter, { results: last.operands.filter((_, i) => i !== position) }),
      );
      rewriter.eraseOp(last);
      const end = arithConstant(rewriter, splatAttr(type, integerAttr(element, finalCount(counter))));
      rewriter.replaceOp(op, loop.results.toSpliced(position, 0, end));
      return true;
    },
    { converter, benefit: 2 },
  );
}
