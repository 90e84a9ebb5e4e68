// Conversion patterns: as patterns, with operands already converted, and with replacements of other types allowed.
import { operandGroups } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import type { ConversionRewriter } from "./conversion-rewriter.ts";
import { refuse, type MatchableDefinition, type Pattern, type Refusal, type RewriteResult } from "./pattern.ts";
import type { TypeConverter } from "./type-converter.ts";

/** The operands of an op after type conversion. */
export class Adaptor {
  readonly op: Operation;
  /** Per operand of the op, the values that it became. */
  readonly ranges: readonly (readonly Value[])[];
  /** All values in a row; without 1:N conversion, operand i is at i. */
  readonly operands: readonly Value[];

  constructor(op: Operation, ranges: readonly (readonly Value[])[]) {
    this.op = op;
    this.ranges = ranges;
    this.operands = ranges.flat();
  }

  /** The values of an operand by its name in the definition, variadic or 1:N ones in a row. */
  group(name: string): readonly Value[] {
    const index = this.op.definition.operands.findIndex((operand) => operand.name === name);
    if (index < 0) throw new Error(`'${this.op.name}' has no operand '${name}'`);
    const groups = operandGroups(this.op);
    let first = 0;
    for (let i = 0; i < index; i++) first += groups[i]?.length ?? 0;
    return this.ranges.slice(first, first + (groups[index]?.length ?? 0)).flat();
  }

  /** The one value of an operand by its name. */
  operand(name: string): Value {
    const [value, ...more] = this.group(name);
    if (value === undefined || more.length > 0)
      throw new Error(`operand '${name}' of '${this.op.name}' is not one value`);
    return value;
  }
}

export interface ConversionPattern {
  readonly name: string;
  readonly root: string | undefined;
  readonly benefit?: number;
  /** Converts the operands; without it they come as they are. */
  readonly converter?: TypeConverter | undefined;
  /** Takes operands that became several values, or none; others decline them. */
  readonly oneToMany?: boolean;
  readonly convert: (op: Operation, adaptor: Adaptor, rewriter: ConversionRewriter) => RewriteResult;
}

export interface ConversionPatternOptions {
  readonly converter?: TypeConverter | undefined;
  readonly benefit?: number;
  readonly oneToMany?: boolean;
}

/** A conversion pattern on ops of one definition, by its typed view (which has the operands as they were). */
export function conversionPattern<View>(
  name: string,
  definition: MatchableDefinition<View>,
  convert: (view: View, adaptor: Adaptor, rewriter: ConversionRewriter) => RewriteResult,
  options: ConversionPatternOptions = {},
): ConversionPattern {
  return {
    name,
    root: definition.name,
    ...options,
    convert: (op, adaptor, rewriter) => {
      const view = definition.match(op);
      return view === undefined
        ? refuse(`'${op.name}' is not the registered '${definition.name}'`)
        : convert(view, adaptor, rewriter);
    },
  };
}

/** A plain pattern in a conversion; its replacements must have the types of what they replace, or be cast. */
export function asConversion({ rewrite, ...pattern }: Pattern): ConversionPattern {
  return { ...pattern, oneToMany: true, convert: (op, _adaptor, rewriter) => rewrite(op, rewriter) };
}

/** A refusal that says that a case is known and not supported. */
export function unsupported(why: string): Refusal {
  return refuse(`unsupported: ${why}`);
}
