// Runs emitted modules, in Node and in browsers alike.

/** A function of the embedder: launches of other machines, say. */
export type HostFunction = (...args: (number | bigint)[]) => number | bigint | undefined;

export interface InstantiateOptions {
  /** Becomes the import `env.memory`. */
  readonly memory?: WebAssembly.Memory;
  /** Other imports, by module name and import name. */
  readonly imports?: Readonly<Record<string, Readonly<Record<string, HostFunction>>>>;
}

export type ExportedFunction = (
  ...args: (number | bigint)[]
) => number | bigint | readonly (number | bigint)[] | undefined;

export interface WasmInstance {
  readonly functions: Readonly<Record<string, ExportedFunction>>;
  /** The memory that the module exports, or the one it was given. */
  readonly memory: WebAssembly.Memory | undefined;
}

/** A memory of this many 64 KiB pages, to be shared by caller and module. */
export const newMemory = (pages: number, maximum?: number): WebAssembly.Memory =>
  new WebAssembly.Memory(maximum === undefined ? { initial: pages } : { initial: pages, maximum });

function importObject({ memory, imports = {} }: InstantiateOptions): WebAssembly.Imports {
  const object: WebAssembly.Imports = {};
  for (const [module, functions] of Object.entries(imports)) object[module] = { ...functions };
  if (memory !== undefined) object["env"] = { ...object["env"], memory };
  return object;
}

function wrap({ exports }: WebAssembly.Instance, given: WebAssembly.Memory | undefined): WasmInstance {
  const functions: Record<string, ExportedFunction> = {};
  let memory = given;
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value === "function") functions[name] = (...args) => value(...args) ?? undefined;
    else if ("buffer" in value) memory = value;
  }
  return { functions, memory };
}

/** Compiles and instantiates at once. Browsers refuse large modules on their main thread: use `instantiateWasmAsync` there. */
export function instantiateWasm(bytes: Uint8Array, options: InstantiateOptions = {}): WasmInstance {
  return wrap(new WebAssembly.Instance(new WebAssembly.Module(bytes), importObject(options)), options.memory);
}

export async function instantiateWasmAsync(bytes: Uint8Array, options: InstantiateOptions = {}): Promise<WasmInstance> {
  const module = await WebAssembly.compile(bytes);
  return wrap(await WebAssembly.instantiate(module, importObject(options)), options.memory);
}

/** A module with one function of f32x4.relaxed_madd. */
const relaxedProbe = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
  10, 20, 1, 18, 0, 65, 0, 253, 17, 65, 0, 253, 17, 65, 0, 253, 17, 253, 133, 2, 26, 11,
); // prettier-ignore

/** Whether this engine takes relaxed SIMD as it is now (Node 20 needs `--experimental-wasm-relaxed-simd`). */
export const hasRelaxedSimd = (): boolean => WebAssembly.validate(relaxedProbe);
