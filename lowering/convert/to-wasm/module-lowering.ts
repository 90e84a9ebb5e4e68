// The conversion of a module: addresses of its static buffers, and the functions that it gains on the way.
import { denseElementsAttr } from "../../../ir/core/attribute-constructors.ts";
import { Block } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { functionType, integerType, tensorType } from "../../../ir/core/type-constructors.ts";
import { byteWidth, elementCount, type MemRefType, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { GlobalOp } from "../../../dialects/memref/index.ts";
import { DataOp, FuncOp, ImportFuncOp, ReturnOp } from "../../../dialects/wasm/index.ts";
import { Emitter } from "./emitter.ts";

/** Where the module's own part of the memory starts: the interpreter's memory starts there too. */
export const staticBase = 1024;
const alignment = 64;

export class ModuleLowering {
  readonly context: Context;
  readonly module: Operation;
  /** What the module will consist of. */
  readonly block = new Block();
  readonly builder: OpBuilder;
  readonly #addresses = new Map<string, number>();
  readonly #functions = new Set<string>();
  #end = staticBase;

  constructor(module: Operation) {
    this.module = module;
    this.context = module.context;
    this.builder = new OpBuilder(this.context).setToEnd(this.block);
  }

  /** The bytes of the static part so far. */
  get staticBytes(): number {
    return this.#end - staticBase;
  }

  /** Gives a global its place and, where it has contents, its data. */
  placeGlobal(op: Operation): void {
    const view = GlobalOp.match(op);
    if (view === undefined || view.type.kind !== "memref") throw new Error("expected a global");
    const { type, symName, initialValue } = view;
    const bytes = bytesOf(type);
    const align = Math.max(alignment, view.alignment ?? 0);
    const address = Math.ceil(this.#end / align) * align;
    this.#addresses.set(symName, address);
    this.#end = address + bytes;
    if (initialValue?.kind !== "dense" || bytes === 0) return;
    const width = byteWidth(type.element) ?? 1;
    const data = initialValue.splat ? repeated(initialValue.data.subarray(0, width), bytes) : initialValue.data;
    const contents = denseElementsAttr(tensorType([bytes], integerType(this.context, 8)), data, false, 1);
    this.builder.location = op.location;
    DataOp.build(this.builder, { symName, address, bytes: contents });
  }

  addressOf(global: string): number {
    const address = this.#addresses.get(global);
    if (address === undefined) throw new Error(`@${global} has no address`);
    return address;
  }

  /** Makes a function of the module's own, once: the body gives its results. */
  helper(
    name: string,
    inputs: readonly Type[],
    results: readonly Type[],
    body: (e: Emitter, args: readonly Value[]) => readonly Value[],
  ): string {
    const symName = `terrace_${name}`;
    if (this.#functions.has(symName)) return symName;
    this.#functions.add(symName);
    const region = this.builder.regionWithBlock(inputs);
    const emitter = new Emitter(this.context, region.entry);
    emitter.builder.location = this.builder.location;
    const values = body(emitter, region.entry.arguments);
    ReturnOp.build(emitter.builder, { values });
    FuncOp.build(this.builder, { symName, functionType: functionType(this.context, inputs, results), body: region });
    return symName;
  }

  /** The import that launches a kernel on another machine. */
  launchImport(kernel: string, inputs: readonly Type[]): string {
    const symName = `launch_${kernel}`;
    if (!this.#functions.has(symName)) {
      this.#functions.add(symName);
      ImportFuncOp.build(this.builder, {
        symName,
        moduleName: "launch",
        importName: kernel,
        functionType: functionType(this.context, inputs, []),
      });
    }
    return symName;
  }

  /** A symbol directly in the module. */
  symbol(name: string): Operation | undefined {
    return lookupSymbolIn(this.module, name);
  }

  /** Makes what was built the module's contents; ops that `keep` takes stay. */
  finish(keep: (op: Operation) => boolean): void {
    const { entry } = this.module.region();
    for (const op of [...entry.opsReversed()]) if (!keep(op)) op.dropAllReferences();
    for (const op of [...entry.opsReversed()]) if (!keep(op)) op.erase();
    const first = entry.firstOp;
    for (const op of [...this.block.ops()]) {
      op.remove();
      entry.insertBefore(op, first);
    }
  }
}

export const bytesOf = (type: MemRefType): number => elementCount(type.shape) * (byteWidth(type.element) ?? 0);

function repeated(pattern: Uint8Array, bytes: number): Uint8Array {
  const data = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i++) data[i] = pattern[i % pattern.length] ?? 0;
  return data;
}
