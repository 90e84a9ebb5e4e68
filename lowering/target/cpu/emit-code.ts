// The code of one function in stack order: each op is the bytes that the table says. Refuses by name what is not in that form.
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  BrTableOp,
  immediateNumber,
  instructionOf,
  is128Bits,
  kindOfType,
  type Feature,
  type Instruction,
} from "../../../dialects/wasm/index.ts";
import { ByteWriter } from "./byte-writer.ts";

/** What code refers to by number. */
export interface CodeContext {
  readonly functions: ReadonlyMap<string, number>;
  readonly globals: ReadonlyMap<string, number>;
  readonly features: ReadonlySet<Feature>;
  fail(diagnostic: Diagnostic): void;
}

const valueTypes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c } as const;

/** The byte of a value type. Every vector is v128. */
export function valueTypeCode(type: Type): number {
  const kind = kindOfType(type);
  if (kind === undefined) throw new Error("the verifier let a type pass that is no value type");
  return kind === "i32" || kind === "i64" || kind === "f32" || kind === "f64" ? valueTypes[kind] : 0x7b;
}

const emptyBlockType = 0x40;
const opcodes = {
  unreachable: 0x00, block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, br: 0x0c, brIf: 0x0d, brTable: 0x0e, return: 0x0f, call: 0x10,
  localGet: 0x20, localSet: 0x21, localTee: 0x22, globalGet: 0x23, globalSet: 0x24,
} as const; // prettier-ignore

export class CodeEmitter {
  readonly #context: CodeContext;
  readonly #out = new ByteWriter();
  /** The values on the operand stack of the current block. */
  #stack: Value[] = [];
  #failed = false;

  constructor(context: CodeContext) {
    this.#context = context;
  }

  /** Locals and body of a function, without the size in front. */
  function(func: Operation): ByteWriter {
    const declared = func.attribute("locals");
    if (declared === undefined) this.#refuse(func, "is not in stack order: 'wasm-stackify' has to run before");
    const types =
      declared?.kind === "array"
        ? declared.elements.flatMap((e) => (e.kind === "type" ? [valueTypeCode(e.type)] : []))
        : [];
    const runs: { code: number; count: number }[] = [];
    for (const code of types) {
      const last = runs.at(-1);
      if (last?.code === code) last.count++;
      else runs.push({ code, count: 1 });
    }
    this.#out.vector(runs, (out, { code, count }) => out.unsigned(count).byte(code));
    this.#block(func.region().entry);
    return this.#out.byte(opcodes.end);
  }

  #block(block: Block): void {
    const outer = this.#stack;
    this.#stack = [];
    for (const op of block.ops()) {
      if (this.#failed) break;
      this.#op(op);
    }
    this.#stack = outer;
  }

  #refuse(op: Operation, reason: string): void {
    this.#failed = true;
    this.#context.fail(errorAt(op.location, `'${op.name}' op ${reason}`));
  }

  /** Takes the operands off the stack and puts the results on it. */
  #balance(op: Operation): void {
    const { operands } = op;
    const start = this.#stack.length - operands.length;
    if (start < 0 || operands.some((operand, i) => this.#stack[start + i] !== operand)) {
      this.#refuse(op, "does not find its operands on the stack in order: 'wasm-stackify' has to run before");
      return;
    }
    this.#stack.length = start;
    this.#stack.push(...op.results);
  }

  #op(op: Operation): void {
    this.#balance(op);
    if (this.#failed) return;
    const found = instructionOf(op.name);
    if (found !== undefined) this.#instruction(op, found.name, found.row);
    else this.#control(op);
  }

  #control(op: Operation): void {
    const out = this.#out;
    const number = (name: string): number => immediateNumber(op, name);
    switch (op.name) {
      case "wasm.block":
      case "wasm.loop":
        out.byte(op.name === "wasm.block" ? opcodes.block : opcodes.loop).byte(emptyBlockType);
        this.#block(op.region().entry);
        out.byte(opcodes.end);
        return;
      case "wasm.if":
        out.byte(opcodes.if).byte(emptyBlockType);
        this.#block(op.region(0).entry);
        if (!op.region(1).isEmpty) {
          out.byte(opcodes.else);
          this.#block(op.region(1).entry);
        }
        out.byte(opcodes.end);
        return;
      case "wasm.yield":
        return;
      case "wasm.br":
        out.byte(opcodes.br).unsigned(number("depth"));
        return;
      case "wasm.br_if":
        out.byte(opcodes.brIf).unsigned(number("depth"));
        return;
      case "wasm.br_table": {
        const depths = BrTableOp.match(op)?.depths ?? [];
        out.byte(opcodes.brTable).vector(depths.slice(0, -1), (w, depth) => w.unsigned(depth));
        out.unsigned(depths.at(-1) ?? 0);
        return;
      }
      case "wasm.unreachable":
        out.byte(opcodes.unreachable);
        return;
      case "wasm.return":
        // The last op of the function's own block falls off its end.
        if (op.parentOp?.name !== "wasm.func") out.byte(opcodes.return);
        return;
      case "wasm.call":
        this.#reference(op, opcodes.call, "callee", this.#context.functions);
        return;
      case "wasm.global_get":
        this.#reference(op, opcodes.globalGet, "global", this.#context.globals);
        return;
      case "wasm.global_set":
        this.#reference(op, opcodes.globalSet, "global", this.#context.globals);
        return;
      case "wasm.local_get":
        out.byte(opcodes.localGet).unsigned(number("local"));
        return;
      case "wasm.local_set":
        out.byte(opcodes.localSet).unsigned(number("local"));
        return;
      case "wasm.local_tee":
        out.byte(opcodes.localTee).unsigned(number("local"));
        return;
      case "vector.bitcast":
        if (is128Bits(op.operand(0).type) && is128Bits(op.result().type)) return;
        this.#refuse(op, "is only free between 128-bit vectors");
        return;
      default:
        this.#refuse(op, "is no instruction of WebAssembly: it has to be converted before");
    }
  }

  #reference(op: Operation, code: number, name: string, indices: ReadonlyMap<string, number>): void {
    const reference = op.attribute(name);
    const index = reference?.kind === "symbol" ? indices.get(reference.root) : undefined;
    if (index === undefined) this.#refuse(op, "refers to nothing in this module");
    else this.#out.byte(code).unsigned(index);
  }

  #instruction(op: Operation, name: string, row: Instruction): void {
    const out = this.#out;
    if (row.feature !== undefined && !this.#context.features.has(row.feature)) {
      this.#refuse(op, `needs the feature '${row.feature}', which is not enabled`);
      return;
    }
    if (row.prefix === 0) out.byte(row.code);
    else out.byte(row.prefix).unsigned(row.code);
    const { immediate } = row;
    switch (immediate.kind) {
      case "memory":
      case "memory-lane":
        out
          .unsigned(Math.log2(immediateNumber(op, "align", immediate.bytes)))
          .unsigned(immediateNumber(op, "offset", 0));
        if (immediate.kind === "memory-lane") out.byte(immediateNumber(op, "lane"));
        return;
      case "lane":
        out.byte(immediateNumber(op, "lane"));
        return;
      case "shuffle": {
        const lanes = op.attribute("lanes");
        if (lanes?.kind === "dense_array") out.bytes(lanes.values.map(Number));
        return;
      }
      case "constant":
        emitConstant(out, op, name);
        return;
      case "zeros":
        out.bytes(new Uint8Array(immediate.count));
        return;
      case "none":
    }
  }
}

function emitConstant(out: ByteWriter, op: Operation, name: string): void {
  const value = op.attribute("value");
  if (value?.kind === "integer") out.signed(value.value);
  else if (value?.kind === "float") out.fixed(value.bits, value.type.width / 8);
  else if (value?.kind === "dense") for (let i = 0; i < 16; i += value.data.length) out.bytes(value.data);
  else throw new Error(`'${name}' has no constant`);
}
