// How generated programs go between tensors and buffers.
import { unitAttr } from "../../ir/core/attribute-constructors.ts";
import { memrefType, tensorType } from "../../ir/core/type-constructors.ts";
import type { Type } from "../../ir/core/types.ts";
import { dynamicExtents, segments } from "../../ir/check/generate/index-lists.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";

const isTensor = (type: Type): boolean => type.kind === "tensor";
const isPlainBuffer = (type: Type): boolean => type.kind === "memref" && type.layout === undefined;

function some(site: GenerationSite, accepts: (type: Type) => boolean, wished?: Type) {
  if (wished !== undefined) return accepts(wished) ? site.available(wished) : undefined;
  const type = site.type(accepts);
  return site.find(accepts) ?? (type && site.available(type));
}

export function generateToTensor(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  if (resultType !== undefined && resultType.kind !== "tensor") return undefined;
  const buffer = some(site, isPlainBuffer, resultType && memrefType(resultType.shape, resultType.element));
  if (buffer?.type.kind !== "memref") return undefined;
  const flag = unitAttr(site.context);
  return {
    operands: [buffer],
    resultTypes: [tensorType(buffer.type.shape, buffer.type.element)],
    properties: {
      restrict: site.random.chance(1, 2) ? flag : undefined,
      writable: site.random.chance(1, 2) ? flag : undefined,
    },
  };
}

/** The buffer may be the tensor's own, so that nothing here writes to it. */
export function generateToBuffer(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  if (resultType !== undefined && (resultType.kind !== "memref" || !isPlainBuffer(resultType))) return undefined;
  const tensor = some(site, isTensor, resultType && tensorType(resultType.shape, resultType.element));
  if (tensor?.type.kind !== "tensor") return undefined;
  return {
    operands: [tensor],
    resultTypes: [memrefType(tensor.type.shape, tensor.type.element)],
    isHidden: site.avoidsUndefinedBehavior,
    properties: { read_only: site.random.chance(1, 2) ? unitAttr(site.context) : undefined },
  };
}

/** A copy of another tensor; programs that may do anything also have tensors without contents. */
export function generateAllocTensor(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const { context } = site;
  const type = resultType ?? site.type(isTensor);
  if (type?.kind !== "tensor") return undefined;
  if (!site.avoidsUndefinedBehavior && site.random.chance(1, 3)) {
    const sizes = dynamicExtents(site, type.shape);
    return {
      operands: sizes,
      resultTypes: [type],
      properties: { operandSegmentSizes: segments(context, sizes.length, 0, 0) },
    };
  }
  const copied = site.available(type);
  return (
    copied && {
      operands: [copied],
      resultTypes: [type],
      properties: { operandSegmentSizes: segments(context, 0, 1, 0) },
    }
  );
}

export function generateMaterialize(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const source = some(site, isTensor, resultType);
  if (source?.type.kind !== "tensor") return undefined;
  const { shape, element } = source.type;
  if (resultType !== undefined || site.random.chance(1, 2)) {
    const dest = site.available(source.type);
    return dest && { operands: [source, dest], resultTypes: [source.type] };
  }
  const flag = unitAttr(site.context);
  const dest = site.available(memrefType(shape, element));
  return dest && { operands: [source, dest], resultTypes: [], properties: { restrict: flag, writable: flag } };
}
