// emitWasm: a module of the wasm dialect in stack order to the bytes of a WebAssembly module.
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { FunctionType } from "../../../ir/core/types.ts";
import {
  dataBytes,
  DataOp,
  FuncOp,
  GlobalOp,
  ImportFuncOp,
  MemoryOp,
  type Feature,
} from "../../../dialects/wasm/index.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CodeEmitter, valueTypeCode, type CodeContext } from "./emit-code.ts";

export interface EmitOptions {
  /** Takes relaxed SIMD instructions. */
  readonly relaxedSimd?: boolean;
  /** Names of functions for debuggers and profiles; on unless turned off. */
  readonly names?: boolean;
}

export type Emitted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const section = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  memory: 5,
  global: 6,
  export: 7,
  code: 10,
  data: 11,
} as const;
const externKind = { function: 0, memory: 2, global: 3 } as const;

type View<D extends { match(op: Operation): unknown }> = NonNullable<ReturnType<D["match"]>>;

/** The module's ops by kind. */
interface Parts {
  readonly imports: readonly View<typeof ImportFuncOp>[];
  readonly functions: readonly View<typeof FuncOp>[];
  readonly memories: readonly View<typeof MemoryOp>[];
  readonly globals: readonly View<typeof GlobalOp>[];
  readonly data: readonly View<typeof DataOp>[];
}

const present = <T>(value: T | undefined): value is T => value !== undefined;

function partsOf(module: Operation, fail: (diagnostic: Diagnostic) => void): Parts {
  const ops = [...module.region().entry.ops()];
  const parts: Parts = {
    imports: ops.map((op) => ImportFuncOp.match(op)).filter(present),
    functions: ops.map((op) => FuncOp.match(op)).filter(present),
    memories: ops.map((op) => MemoryOp.match(op)).filter(present),
    globals: ops.map((op) => GlobalOp.match(op)).filter(present),
    data: ops.map((op) => DataOp.match(op)).filter(present),
  };
  const known = new Set(
    Object.values<readonly { readonly op: Operation }[]>({ ...parts }).flatMap((views) => views.map(({ op }) => op)),
  );
  for (const op of ops)
    if (!known.has(op)) fail(errorAt(op.location, `'${op.name}' op is nothing that a WebAssembly module holds`));
  for (const { op } of parts.memories.slice(1))
    fail(errorAt(op.location, `'${op.name}' op is a second memory; one is supported`));
  return parts;
}

/** Function types, each once. */
class TypeTable {
  readonly types: FunctionType[] = [];

  index(type: FunctionType): number {
    const key = this.#key(type);
    const found = this.types.findIndex((other) => this.#key(other) === key);
    return found >= 0 ? found : this.types.push(type) - 1;
  }

  #key({ inputs, results }: FunctionType): string {
    return `${inputs.map(valueTypeCode).join()} ${results.map(valueTypeCode).join()}`;
  }
}

export function emitWasm(module: Operation, options: EmitOptions = {}): Emitted {
  const diagnostics: Diagnostic[] = [];
  const fail = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const parts = partsOf(module, fail);
  const callables = [...parts.imports, ...parts.functions];
  const context: CodeContext = {
    functions: new Map(callables.map(({ symName }, i) => [symName, i])),
    globals: new Map(parts.globals.map(({ symName }, i) => [symName, i])),
    features: new Set<Feature>(options.relaxedSimd === true ? ["relaxed-simd"] : []),
    fail,
  };
  const types = new TypeTable();
  const typeIndices = callables.map(({ functionType }) => types.index(functionType));
  const codes = parts.functions.map(({ op }) => new CodeEmitter(context).function(op));
  if (diagnostics.length > 0) return { ok: false, diagnostics };

  const out = new ByteWriter().bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  out.section(section.type, types.types, (w, { inputs, results }) => {
    w.byte(0x60).vector(inputs, (v, type) => v.byte(valueTypeCode(type)));
    w.vector(results, (v, type) => v.byte(valueTypeCode(type)));
  });
  out.section(section.import, importsOf(parts, typeIndices), (w, emitImport) => emitImport(w));
  out.section(section.function, typeIndices.slice(parts.imports.length), (w, type) => w.unsigned(type));
  out.section(
    section.memory,
    parts.memories.filter(({ moduleName }) => moduleName === undefined),
    limits,
  );
  out.section(section.global, parts.globals, (w, { value, isMutable }) => {
    w.byte(globalType(value)).byte(isMutable ? 1 : 0);
    constantExpression(w, value);
  });
  out.section(section.export, exportsOf(parts), (w, { name, kind, index }) => w.name(name).byte(kind).unsigned(index));
  out.section(section.code, codes, (w, code) => w.sized(code));
  out.section(section.data, parts.data, (w, { op, address }) => {
    const bytes = dataBytes(op);
    w.byte(0x00)
      .byte(0x41)
      .signed(BigInt.asIntN(32, BigInt(address)))
      .byte(0x0b)
      .unsigned(bytes.length)
      .bytes(bytes);
  });
  if (options.names !== false)
    nameSection(
      out,
      callables.map(({ symName }) => symName),
    );
  return { ok: true, bytes: out.contents };
}

function limits(w: ByteWriter, { min, max }: Parts["memories"][number]): void {
  w.byte(max === undefined ? 0 : 1).unsigned(min);
  if (max !== undefined) w.unsigned(max);
}

function importsOf(parts: Parts, typeIndices: readonly number[]): ((w: ByteWriter) => void)[] {
  const functions = parts.imports.map(({ moduleName, importName }, i) => (w: ByteWriter): void => {
    w.name(moduleName)
      .name(importName)
      .byte(externKind.function)
      .unsigned(typeIndices[i] ?? 0);
  });
  const memories = parts.memories.flatMap((memory) => {
    const { moduleName, importName } = memory;
    if (moduleName === undefined || importName === undefined) return [];
    return [
      (w: ByteWriter): void => {
        limits(w.name(moduleName).name(importName).byte(externKind.memory), memory);
      },
    ];
  });
  return [...functions, ...memories];
}

function exportsOf(parts: Parts): { readonly name: string; readonly kind: number; readonly index: number }[] {
  const first = parts.imports.length;
  return [
    ...parts.functions.flatMap(({ exportName }, i) =>
      exportName === undefined ? [] : [{ name: exportName, kind: externKind.function, index: first + i }],
    ),
    ...parts.memories.flatMap(({ exportName }) =>
      exportName === undefined ? [] : [{ name: exportName, kind: externKind.memory, index: 0 }],
    ),
    ...parts.globals.flatMap(({ exportName }, i) =>
      exportName === undefined ? [] : [{ name: exportName, kind: externKind.global, index: i }],
    ),
  ];
}

const globalType = (value: Attribute): number =>
  value.kind === "integer" || value.kind === "float" ? valueTypeCode(value.type) : 0;

function constantExpression(w: ByteWriter, value: Attribute): void {
  if (value.kind === "integer")
    w.byte(value.type.kind === "integer" && value.type.width === 64 ? 0x42 : 0x41).signed(value.value);
  else if (value.kind === "float")
    w.byte(value.type.width === 64 ? 0x44 : 0x43).fixed(value.bits, value.type.width / 8);
  w.byte(0x0b);
}

/** The custom section "name", subsection 1: function names. */
function nameSection(out: ByteWriter, names: readonly string[]): void {
  const functions = new ByteWriter().unsigned(names.length);
  names.forEach((name, i) => functions.unsigned(i).name(name));
  out.byte(section.custom).sized(new ByteWriter().name("name").byte(1).sized(functions));
}
