// The host of every machine: the WebAssembly part of a compiled module, instantiated before one memory that the machine shares.
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import { cloneOp } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, elementCount, type Type } from "../../ir/core/types.ts";
import { bytesOfValue, valueFromBytes } from "../../ir/interpret/convert.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";
import { ImportFuncOp, MemoryOp } from "../../dialects/wasm/index.ts";
import { emitWasm } from "./cpu/emit.ts";
import { instantiateWasm, newMemory, type HostFunction } from "./cpu/instantiate.ts";
import type { RunSettings } from "./executable.ts";

/** The one memory of a run: the module's static part, then the caller's arrays. */
export class SharedMemory {
  readonly memory: WebAssembly.Memory;
  /** Live buffers, for bounds: the static part is one. */
  readonly buffers: { readonly address: number; readonly bytes: number; readonly label: string }[] = [];

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  /** The buffer that holds the byte range. */
  find(
    address: number,
    bytes: number,
  ): { readonly address: number; readonly bytes: number; readonly label: string } | undefined {
    return this.buffers.find((b) => address >= b.address && address + bytes <= b.address + b.bytes);
  }
}

/** Runs one launch; throws `LaunchFailure` for what the machine refuses. */
export type Launcher = (kernel: string, args: readonly (number | bigint)[], memory: SharedMemory) => void;

/** A launch that the machine refused while the host ran. */
export class LaunchFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

export type HostOutcome =
  | { readonly ok: true; readonly results: readonly DenseValue[]; readonly milliseconds: number }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface Host {
  /** Size of the WebAssembly module in bytes. */
  readonly bytes: number;
  run(inputs: readonly DenseValue[], launch: Launcher): HostOutcome;
}

export type HostBuild =
  { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const align = (address: number): number => Math.ceil(address / 64) * 64;
const bytesOf = (type: Type): number =>
  type.kind === "tensor" ? elementCount(type.shape) * (byteWidth(type.element) ?? 0) : 0;

/** Emits the `wasm` part of a module; ops of other dialects at the top are the machine's kernels and stay behind. */
export function buildHost(module: Operation, { entry, signature }: RunSettings): HostBuild {
  const wasm = cloneOp(module);
  for (const op of [...wasm.region().entry.ops()]) if (op.definition.dialect !== "wasm") op.erase();
  const emitted = emitWasm(wasm);
  if (!emitted.ok) return emitted;
  const ops = [...wasm.region().entry.ops()];
  const declared = ops.map((op) => MemoryOp.match(op)).find((view) => view !== undefined);
  const launches = ops.flatMap((op) => ImportFuncOp.match(op) ?? []).map((view) => view.importName);
  const end = declared === undefined ? 1024 : declared.staticBase + declared.staticBytes;
  return {
    ok: true,
    host: {
      bytes: emitted.bytes.length,
      run: (inputs, launch) => {
        let top = end;
        const place = (type: Type): { address: number; bytes: number } => {
          const address = align(top);
          // A guard byte keeps buffers of no bytes apart.
          top = address + bytesOf(type) + 1;
          return { address, bytes: bytesOf(type) };
        };
        const arrays = signature.inputs.map((type) => (type.kind === "tensor" ? place(type) : undefined));
        const outs = signature.results.map((type) => (type.kind === "tensor" ? place(type) : undefined));
        const pages = Math.max(declared?.min ?? 0, Math.ceil((top + 64) / 65536));
        const shared = new SharedMemory(newMemory(pages));
        shared.buffers.push({
          address: declared?.staticBase ?? 1024,
          bytes: declared?.staticBytes ?? 0,
          label: "static buffers",
        });
        const args = inputs.map((input, i): number | bigint => {
          const buffer = arrays[i];
          if (buffer === undefined) return scalarArgument(input);
          shared.buffers.push({ ...buffer, label: `arg${i}` });
          shared.bytes.set(bytesOfValue(input), buffer.address);
          return buffer.address;
        });
        for (const [i, out] of outs.entries()) {
          if (out === undefined) continue;
          shared.buffers.push({ ...out, label: `result${i}` });
          args.push(out.address);
        }
        const imports: Record<string, HostFunction> = {};
        for (const name of launches) {
          imports[name] = (...values) => {
            launch(name, values, shared);
            return undefined;
          };
        }
        const instance = instantiateWasm(emitted.bytes, { memory: shared.memory, imports: { launch: imports } });
        const run = instance.functions[entry];
        if (run === undefined)
          return { ok: false, diagnostics: [errorAt(module.location, `the compiled module exports no '${entry}'`)] };
        const start = performance.now();
        let returned: ReturnType<typeof run>;
        try {
          returned = run(...args);
        } catch (failure) {
          if (failure instanceof LaunchFailure) return { ok: false, diagnostics: [failure.diagnostic] };
          if (failure instanceof WebAssembly.RuntimeError)
            return { ok: false, diagnostics: [errorAt(module.location, `the program trapped: ${failure.message}`)] };
          throw failure;
        }
        const milliseconds = performance.now() - start;
        const direct = returned === undefined ? [] : typeof returned === "object" ? [...returned] : [returned];
        const results = signature.results.map((type, i): DenseValue => {
          const out = outs[i];
          if (type.kind === "tensor" && out !== undefined)
            return valueFromBytes(type, shared.bytes.slice(out.address, out.address + out.bytes), type.shape);
          return scalarResult(type, direct.shift());
        });
        return { ok: true, results, milliseconds };
      },
    },
  };
}

/** A scalar argument as WebAssembly takes it: i64 and index as bigint. */
function scalarArgument(input: DenseValue): number | bigint {
  const value = input.get(0);
  if (typeof value !== "number" && typeof value !== "bigint") throw new Error("a scalar argument is a number");
  return input.element.kind === "index" ? BigInt(value) : value;
}

function scalarResult(type: Type, value: number | bigint | undefined): DenseValue {
  if (value === undefined) throw new Error("the entry gave fewer values than its signature says");
  return scalarValue(type, value);
}

function scalarValue(type: Type, value: number | bigint): DenseValue {
  const array = valueFromBytes({ element: type }, new Uint8Array(byteWidth(type) ?? 8), []);
  array.set(0, value);
  return array;
}
