// Calling a program's entry point in the interpreter, at whatever level the program is: on tensors, on buffers, or on addresses.
import type { Operation } from "../ir/core/operation.ts";
import { lookupSymbolIn, symbolVisibility } from "../ir/core/symbol-table.ts";
import type { FunctionType, RankedTensorType, Type } from "../ir/core/types.ts";
import { copyIn, copyOut } from "../ir/interpret/convert.ts";
import type { Interpreter, Outcome } from "../ir/interpret/interpreter.ts";
import { allocateMemRef } from "../ir/interpret/memref.ts";
import type { RuntimeValue } from "../ir/interpret/meaning.ts";
import type { MemRefValue } from "../ir/interpret/memory.ts";
import { DenseValue } from "../ir/interpret/value.ts";
import { memrefType } from "../ir/core/type-constructors.ts";
import { SIGNATURE } from "./bufferize/one-shot-bufferize.ts";

/** The entry point called `name`, or the only public function when there is no such. */
export function findEntry(module: Operation, name = "main"): Operation | undefined {
  const named = lookupSymbolIn(module, name);
  if (named !== undefined) return named;
  const open = [...module.region().entry.ops()].filter(
    (op) => op.name === "func.func" && symbolVisibility(op) === "public" && op.regions[0]?.isEmpty === false,
  );
  return open.length === 1 ? open[0] : undefined;
}

const asFunctionType = (op: Operation, attribute: string): FunctionType | undefined => {
  const value = op.attribute(attribute);
  return value?.kind === "type" && value.type.kind === "function" ? value.type : undefined;
};

/** What the entry takes and gives, as its caller sees it: tensors, whatever it has been lowered to. */
export function entrySignature(entry: Operation): FunctionType | undefined {
  return asFunctionType(entry, SIGNATURE) ?? asFunctionType(entry, "function_type");
}

export type EntryOutcome =
  { readonly kind: "values"; readonly values: readonly RuntimeValue[] } | Exclude<Outcome, { kind: "values" }>;

/** Calls the entry with arrays (and scalars); gives arrays (and scalars). Out-of-memory is a bug of the caller's limit. */
export function callEntry(interpreter: Interpreter, entry: Operation, inputs: readonly RuntimeValue[]): EntryOutcome {
  const now = asFunctionType(entry, "function_type");
  const signature = entrySignature(entry);
  if (now === undefined || signature === undefined) throw new Error("the entry is no function");
  const { memory } = interpreter;
  const buffers: (MemRefValue | undefined)[] = [];
  const isTensor = (type: Type | undefined): type is RankedTensorType => type?.kind === "tensor";
  const place = (type: RankedTensorType, shape = type.shape): MemRefValue => {
    const buffer = allocateMemRef(memory, memrefType(shape, type.element));
    if (buffer === undefined) throw new Error("the interpreter's memory is full");
    return buffer;
  };
  const passed = (buffer: MemRefValue, type: Type | undefined): RuntimeValue =>
    type?.kind === "memref" ? buffer : buffer.base;

  const args: RuntimeValue[] = inputs.map((input, i) => {
    const wanted = signature.inputs[i];
    if (!isTensor(wanted) || now.inputs[i]?.kind === "tensor" || !(input instanceof DenseValue)) return input;
    const buffer = place(wanted, input.shape);
    copyOut(memory, buffer, input);
    return passed(buffer, now.inputs[i]);
  });
  const outs = now.inputs.length - inputs.length;
  const byBuffer = signature.results.filter(isTensor);
  if (outs > 0) {
    for (const [i, type] of byBuffer.entries()) {
      const buffer = place(type);
      buffers.push(buffer);
      args.push(passed(buffer, now.inputs[inputs.length + i]));
    }
  }
  const outcome = interpreter.call(entry, args);
  if (outcome.kind !== "values") return outcome;
  let [direct, out] = [0, 0];
  const values = signature.results.map((type): RuntimeValue => {
    if (isTensor(type) && outs > 0) return copyIn(memory, buffers[out++]!);
    const value = outcome.values[direct++]!;
    return typeof value === "object" && "kind" in value && value.kind === "memref" ? copyIn(memory, value) : value;
  });
  return { kind: "values", values };
}
