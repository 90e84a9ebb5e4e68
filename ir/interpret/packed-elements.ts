// The elements of a value as they lie in memory one after the other, none of them poison: one loop for each kind of array, since most are short and asking
// anew at each element what it is costs more than moving it.
import { byteWidth } from "../core/types.ts";
import type { Memory } from "./memory.ts";
import { POISON, type DenseValue } from "./value.ts";

/** Fills the value from memory. */
export function readPacked(memory: Memory, address: number, value: DenseValue): void {
  const { element, count } = value;
  const { data } = value;
  const { view } = memory;
  const width = byteWidth(element)!;
  if (element.kind === "float" && element.name === "f32" && data instanceof Float32Array)
    for (let i = 0; i < count; i++) data[i] = view.getFloat32(address + 4 * i, true);
  else if (element.kind === "float" && element.name === "f64" && data instanceof Float64Array)
    for (let i = 0; i < count; i++) data[i] = view.getFloat64(address + 8 * i, true);
  else if (element.kind === "index" && data instanceof BigInt64Array)
    for (let i = 0; i < count; i++) data[i] = view.getBigInt64(address + 8 * i, true);
  else if (element.kind === "integer" && element.width === 32 && data instanceof Int32Array)
    for (let i = 0; i < count; i++) data[i] = view.getInt32(address + 4 * i, true);
  else if (element.kind === "integer" && element.width === 1 && data instanceof Uint8Array)
    for (let i = 0; i < count; i++) data[i] = view.getUint8(address + i) & 1;
  else for (let i = 0; i < count; i++) value.set(i, memory.decode(address + i * width, element));
}

/** Writes the value to memory; its bytes there are defined then. */
export function writePacked(memory: Memory, address: number, value: DenseValue): void {
  const { element, count } = value;
  const { data } = value;
  const { view } = memory;
  const width = byteWidth(element)!;
  memory.undefinedBytes.fill(0, address, address + count * width);
  if (element.kind === "float" && element.name === "f32" && data instanceof Float32Array)
    for (let i = 0; i < count; i++) view.setFloat32(address + 4 * i, data[i]!, true);
  else if (element.kind === "float" && element.name === "f64" && data instanceof Float64Array)
    for (let i = 0; i < count; i++) view.setFloat64(address + 8 * i, data[i]!, true);
  else if (element.kind === "index" && data instanceof BigInt64Array)
    for (let i = 0; i < count; i++) view.setBigInt64(address + 8 * i, data[i]!, true);
  else if (element.kind === "integer" && element.width === 32 && data instanceof Int32Array)
    for (let i = 0; i < count; i++) view.setInt32(address + 4 * i, data[i]!, true);
  else if (element.kind === "integer" && element.width === 1 && data instanceof Uint8Array)
    for (let i = 0; i < count; i++) view.setUint8(address + i, data[i]!);
  else
    for (let i = 0; i < count; i++) {
      const scalar = value.get(i);
      if (scalar !== POISON) memory.encode(address + i * width, element, scalar);
    }
}
