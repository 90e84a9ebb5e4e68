// Builds arithmetic on floats of one type, scalars and vectors alike: what the approximations are written in.
import { floatAttr, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { floatType, integerType, withElementType } from "../../../ir/core/type-constructors.ts";
import { elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { splatAttr } from "../../../ir/interpret/convert.ts";
import {
  AddFOp, AddIOp, AndIOp, arithConstant, BitcastOp, CmpFOp, CmpIOp, DivFOp, ExtFOp, MaximumFOp, MinimumFOp, MulFOp, NegFOp, SelectOp, ShLIOp, ShRSIOp,
  SubFOp, SubIOp, TruncFOp, XOrIOp,
} from "../../../dialects/arith/index.ts"; // prettier-ignore
import { AbsFOp, CopySignOp, SqrtOp, TruncOp } from "../../../dialects/math/index.ts";

type FloatPredicate = "oeq" | "olt" | "ogt" | "oge" | "ole" | "une" | "uno";

/** What depends on the format. */
interface Format {
  readonly mantissa: number;
  readonly bias: number;
  /** 1.5 * 2^mantissa: added to a number below 2^(mantissa - 1), it rounds it to an integer, which is then in the low bits. */
  readonly magic: number;
  readonly magicBits: bigint;
}

const formats: Readonly<Record<"f32" | "f64", Format>> = {
  f32: { mantissa: 23, bias: 127, magic: 12582912, magicBits: 0x4b400000n },
  f64: { mantissa: 52, bias: 1023, magic: 6755399441055744, magicBits: 0x4338000000000000n },
};

export class FloatCode {
  readonly builder: OpBuilder;
  readonly type: Type;
  /** Integers of the same width and shape. */
  readonly integers: Type;
  readonly name: "f32" | "f64";
  readonly format: Format;

  constructor(builder: OpBuilder, type: Type, name: "f32" | "f64") {
    this.builder = builder;
    this.type = type;
    this.name = name;
    this.integers = withElementType(type, integerType(builder.context, name === "f32" ? 32 : 64));
    this.format = formats[name];
  }

  /** Code for the type of a value; undefined where it is not of f32 or f64. */
  static of(builder: OpBuilder, type: Type): FloatCode | undefined {
    const element = elementTypeOf(type);
    if (element.kind !== "float" || (element.name !== "f32" && element.name !== "f64")) return undefined;
    return new FloatCode(builder, type, element.name);
  }

  /** Code on the same shape of f64. */
  get wide(): FloatCode {
    return new FloatCode(this.builder, withElementType(this.type, floatType(this.builder.context, "f64")), "f64");
  }

  widen = (x: Value): Value =>
    this.name === "f64" ? x : ExtFOp.build(this.builder, { in: x, resultTypes: [this.wide.type] }).out;
  /** A value of f64 in this format. */
  narrow = (x: Value): Value =>
    this.name === "f64" ? x : TruncFOp.build(this.builder, { in: x, resultTypes: [this.type] }).out;

  constant(value: number): Value {
    const element = elementTypeOf(this.type);
    if (element.kind !== "float") throw new Error("expected floats");
    const scalar = floatAttr(element, value);
    const { type } = this;
    return arithConstant(
      this.builder,
      type.kind === "vector" || type.kind === "tensor" ? splatAttr(type, scalar) : scalar,
    );
  }

  integer(value: bigint | number): Value {
    const element = elementTypeOf(this.integers);
    if (element.kind !== "integer") throw new Error("expected integers");
    const scalar = integerAttr(element, BigInt.asIntN(element.width, BigInt(value)));
    const type = this.integers;
    return arithConstant(
      this.builder,
      type.kind === "vector" || type.kind === "tensor" ? splatAttr(type, scalar) : scalar,
    );
  }

  // --- floats ---------------------------------------------------------------------------------------------------------------

  add = (lhs: Value, rhs: Value): Value => AddFOp.build(this.builder, { lhs, rhs }).result;
  sub = (lhs: Value, rhs: Value): Value => SubFOp.build(this.builder, { lhs, rhs }).result;
  mul = (lhs: Value, rhs: Value): Value => MulFOp.build(this.builder, { lhs, rhs }).result;
  div = (lhs: Value, rhs: Value): Value => DivFOp.build(this.builder, { lhs, rhs }).result;
  min = (lhs: Value, rhs: Value): Value => MinimumFOp.build(this.builder, { lhs, rhs }).result;
  max = (lhs: Value, rhs: Value): Value => MaximumFOp.build(this.builder, { lhs, rhs }).result;
  neg = (operand: Value): Value => NegFOp.build(this.builder, { operand }).result;
  abs = (operand: Value): Value => AbsFOp.build(this.builder, { operand }).result;
  sqrt = (operand: Value): Value => SqrtOp.build(this.builder, { operand }).result;
  trunc = (operand: Value): Value => TruncOp.build(this.builder, { operand }).result;
  copySign = (lhs: Value, rhs: Value): Value => CopySignOp.build(this.builder, { lhs, rhs }).result;

  compare(predicate: FloatPredicate, lhs: Value, rhs: Value): Value {
    return CmpFOp.build(this.builder, { predicate, lhs, rhs }).result;
  }

  select = (condition: Value, trueValue: Value, falseValue: Value): Value =>
    SelectOp.build(this.builder, { condition, trueValue, falseValue }).result;
  both = (lhs: Value, rhs: Value): Value => AndIOp.build(this.builder, { lhs, rhs }).result;

  /** c0 x^n + c1 x^(n-1) + ... + cn. */
  polynomial(x: Value, coefficients: readonly number[]): Value {
    const [first, ...rest] = coefficients.map((c) => this.constant(c));
    if (first === undefined) throw new Error("a polynomial has coefficients");
    return rest.reduce((sum, c) => this.add(this.mul(sum, x), c), first);
  }

  // --- bits -----------------------------------------------------------------------------------------------------------------

  bits = (x: Value): Value => BitcastOp.build(this.builder, { in: x, resultTypes: [this.integers] }).out;
  fromBits = (x: Value): Value => BitcastOp.build(this.builder, { in: x, resultTypes: [this.type] }).out;
  addi = (lhs: Value, rhs: Value): Value => AddIOp.build(this.builder, { lhs, rhs }).result;
  subi = (lhs: Value, rhs: Value): Value => SubIOp.build(this.builder, { lhs, rhs }).result;
  andi = (lhs: Value, rhs: Value): Value => AndIOp.build(this.builder, { lhs, rhs }).result;
  xori = (lhs: Value, rhs: Value): Value => XOrIOp.build(this.builder, { lhs, rhs }).result;
  shl = (x: Value, by: number): Value => ShLIOp.build(this.builder, { lhs: x, rhs: this.integer(by) }).result;
  shr = (x: Value, by: number): Value => ShRSIOp.build(this.builder, { lhs: x, rhs: this.integer(by) }).result;
  isZero = (x: Value): Value => CmpIOp.build(this.builder, { predicate: "eq", lhs: x, rhs: this.integer(0) }).result;

  /** The nearest integer of a number that is not large, as a number and as an integer. */
  round(x: Value): { readonly number: Value; readonly integer: Value } {
    const { magic, magicBits } = this.format;
    const shifted = this.add(x, this.constant(magic));
    return {
      number: this.sub(shifted, this.constant(magic)),
      integer: this.subi(this.bits(shifted), this.integer(magicBits)),
    };
  }

  /** A small integer as a number. */
  fromInteger(n: Value): Value {
    const { magic, magicBits } = this.format;
    return this.sub(this.fromBits(this.addi(n, this.integer(magicBits))), this.constant(magic));
  }

  /** 2^n, where that is a normal number. */
  powerOfTwo(n: Value): Value {
    return this.fromBits(this.shl(this.addi(n, this.integer(this.format.bias)), this.format.mantissa));
  }
}
