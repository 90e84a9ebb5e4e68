// Bitcasts of vectors: rows of bits cut into elements of another width. A result is poison when one of its bits was.
import { bitWidth, elementCount, type VectorType } from "../../ir/core/types.ts";
import { bitsOfScalar, scalarOfBits, sharedBits } from "../../ir/interpret/convert.ts";
import { DenseValue, POISON } from "../../ir/interpret/value.ts";

/** The elements of `type` that have the bits of `source`, row by row, the least significant first. */
export function bitcastLanes(source: DenseValue, type: VectorType): DenseValue {
  const from = bitWidth(source.element);
  const to = bitWidth(type.element);
  if (from === undefined || to === undefined) throw new Error("a bitcast is between types of known width");
  const shared = sharedBits(source, type.element, type.shape);
  if (shared !== undefined) return shared;
  const result = DenseValue.zeros(type.shape, type.element);
  const rowBits = from * (source.shape.at(-1) ?? 1);
  const rows = elementCount(source.shape.slice(0, -1));
  const [lanesIn, lanesOut] = [rowBits / from, rowBits / to];
  for (let row = 0; row < rows; row++) {
    for (let lane = 0; lane < lanesOut; lane++) {
      let bits: bigint | undefined = 0n;
      for (let bit = 0; bit < to && bits !== undefined;) {
        const at = lane * to + bit;
        const scalar = source.get(row * lanesIn + Math.floor(at / from));
        if (scalar === POISON || typeof scalar === "object") bits = undefined;
        else bits |= (bitsOfScalar(source.element, scalar) >> BigInt(at % from)) << BigInt(bit);
        bit += from - (at % from);
      }
      const position = row * lanesOut + lane;
      result.set(position, bits === undefined ? POISON : scalarOfBits(type.element, BigInt.asUintN(to, bits)));
    }
  }
  return result;
}
