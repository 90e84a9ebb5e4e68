// Constants: stablehlo.constant -> arith.constant with signless elements; iota -> linalg.generic of linalg.index.
import { denseElementsAttr, floatAttrFromBits, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute, FloatAttr, IntegerAttr } from "../../../ir/core/attributes.ts";
import { byteWidth, isStaticShape, type RankedTensorType } from "../../../ir/core/types.ts";
import { i64, indexType } from "../../../ir/core/type-constructors.ts";
import { denseSplatElement } from "../../../ir/interpret/convert.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { arithConstant, IndexCastOp, SIToFPOp } from "../../../dialects/arith/index.ts";
import { emitCast, IndexOp } from "../../../dialects/linalg/index.ts";
import { ConstantOp, IotaOp } from "../../../dialects/stablehlo/index.ts";
import { buildGeneric, emptyTensor, parallelLoops, projection } from "./build.ts";
import { signless } from "./types.ts";

/** A dense constant with signless elements of the same bytes. */
export function signlessDense(attribute: Attribute, type: RankedTensorType): Attribute | undefined {
  if (attribute.kind !== "dense") return undefined;
  return attribute.type === type
    ? attribute
    : denseElementsAttr(type, attribute.data, attribute.splat, byteWidth(type.element) ?? 1);
}

/** The one element of a constant, signless. */
export function signlessElement(attribute: Attribute): IntegerAttr | FloatAttr | undefined {
  const element = attribute.kind === "dense" ? denseSplatElement(attribute) : undefined;
  if (element?.kind === "float") return floatAttrFromBits(element.type, element.bits);
  const type = element === undefined ? undefined : signless(element.type);
  return element === undefined || type?.kind !== "integer" ? undefined : integerAttr(type, element.value);
}

export function constantPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "constant => arith.constant",
      ConstantOp,
      ({ op, value, output }, _, rewriter) => {
        const type = converter.convertOne(output.type);
        if (type?.kind !== "tensor") return unsupported("a constant of complex numbers");
        if (value.kind === "dense_resource" && value.type === type) {
          rewriter.replaceOp(op, arithConstant(rewriter, value));
          return true;
        }
        const dense = signlessDense(value, type);
        if (dense === undefined) return unsupported("a dense_resource of unsigned integers");
        rewriter.replaceOp(op, arithConstant(rewriter, dense));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "iota => linalg.generic { linalg.index }",
      IotaOp,
      ({ op, iotaDimension, output }, _, rewriter) => {
        const type = converter.convertOne(output.type);
        if (type?.kind !== "tensor") return unsupported("counting in complex numbers");
        if (!isStaticShape(type.shape)) return unsupported("counting over a dynamic extent");
        const rank = type.shape.length;
        const generic = buildGeneric(rewriter, {
          inputs: [],
          inits: [emptyTensor(rewriter, type)],
          maps: [
            projection(
              rank,
              type.shape.map((_extent, d) => d),
            ),
          ],
          iterators: parallelLoops(rank),
          body: (b) => {
            const index = IndexOp.build(b, { dim: iotaDimension, resultTypes: [indexType(b.context)] }).result;
            if (type.element.kind === "integer")
              return [IndexCastOp.build(b, { in: index, resultTypes: [type.element] }).out];
            const wide = IndexCastOp.build(b, { in: index, resultTypes: [i64(b.context)] }).out;
            return [
              emitCast(b, wide, type.element) ?? SIToFPOp.build(b, { in: wide, resultTypes: [type.element] }).out,
            ];
          },
        });
        rewriter.replaceOp(op, generic);
        return true;
      },
      { converter },
    ),
  ];
}
