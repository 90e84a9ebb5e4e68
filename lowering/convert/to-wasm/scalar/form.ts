// Forms: one way to write an operation that serves a scalar and the four or two lanes of a chunk alike.
import type { Value } from "../../../../ir/core/value.ts";
import { chunkType, lanePrefix, scalarType, type Element, type Lane, type LanePrefix } from "../element.ts";
import { isInstruction, type Emitter } from "../emitter.ts";

/** Instructions on `element`, as scalars (`f32.add`) or as lanes (`f32x4.add`). A condition is an i32, or a mask of lanes. */
export class Form {
  readonly emitter: Emitter;
  readonly element: Element;
  readonly isVector: boolean;
  readonly prefix: Lane | LanePrefix;

  constructor(emitter: Emitter, element: Element, isVector: boolean) {
    this.emitter = emitter;
    this.element = element;
    this.isVector = isVector;
    this.prefix = isVector ? lanePrefix(element.lane) : element.lane;
  }

  /** Whether there is such an instruction. */
  has(mnemonic: string): boolean {
    if (isInstruction(`${this.prefix}.${mnemonic}`)) return true;
    if (this.isVector && bitwise.has(mnemonic)) return true;
    const test = composed.get(mnemonic);
    return test !== undefined && isInstruction(`${this.prefix}.${test}`);
  }

  op(mnemonic: string, ...operands: readonly Value[]): Value {
    const name = `${this.prefix}.${mnemonic}`;
    if (isInstruction(name)) return this.emitter.op(name, operands);
    if (this.isVector && bitwise.has(mnemonic)) {
      const whole = `v128.${mnemonic}`;
      if (isInstruction(whole)) return this.emitter.op(whole, operands);
    }
    const [a, b] = operands;
    const test = composed.get(mnemonic);
    if (test !== undefined && a !== undefined && b !== undefined) return this.select(this.op(test, a, b), a, b);
    throw new Error(`there is no instruction '${name}'`);
  }

  select(condition: Value, a: Value, b: Value): Value {
    return this.isVector
      ? this.emitter.op("v128.bitselect", [a, b, condition])
      : this.emitter.op("select", [a, b, condition]);
  }

  constant(value: number | bigint): Value {
    const { emitter, element } = this;
    const type = this.isVector ? chunkType(emitter.context, element) : scalarType(emitter.context, element);
    return emitter.constant(type, value);
  }

  /** Both conditions hold, either does, the condition does not. */
  and(a: Value, b: Value): Value {
    return this.emitter.op(this.isVector ? "v128.and" : "i32.and", [a, b]);
  }
  or(a: Value, b: Value): Value {
    return this.emitter.op(this.isVector ? "v128.or" : "i32.or", [a, b]);
  }
  not(condition: Value): Value {
    return this.emitter.op(this.isVector ? "v128.not" : "i32.eqz", [condition]);
  }
}

/** On lanes these are instructions on all 128 bits. */
const bitwise: ReadonlySet<string> = new Set(["and", "or", "xor", "andnot"]);
/** Where there is no such instruction these are a comparison and a select. */
const composed: ReadonlyMap<string, string> = new Map([
  ["min_s", "lt_s"],
  ["min_u", "lt_u"],
  ["max_s", "gt_s"],
  ["max_u", "gt_u"],
]);

/** The same 128 bits as lanes of another element. */
export function bitcast(emitter: Emitter, chunk: Value, element: Element): Value {
  const type = chunkType(emitter.context, element);
  if (chunk.type === type) return chunk;
  return emitter.builder.create("vector.bitcast", { operands: [chunk], resultTypes: [type] }).result();
}
