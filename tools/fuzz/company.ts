// In what company dialects and passes are tested: whose ops stand in the programs, and what they are given.
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { InputOptions } from "../../ir/check/inputs.ts";
import type { Plugin } from "../../ir/plugin/define-plugin.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { sharedRegistry } from "../library/context.ts";

/** Dialects whose ops give a dialect's ops something to work on, or make something of their results. */
const besides: Readonly<Record<string, readonly string[]>> = {
  affine: ["arith"],
  bufferization: ["tensor", "memref", "arith"],
  cf: ["arith", "ub"],
  chlo: ["arith"],
  complex: ["arith"],
  func: ["arith"],
  gpu: ["arith", "memref"],
  index: ["arith"],
  linalg: ["tensor", "memref", "arith"],
  math: ["arith"],
  memref: ["arith"],
  scf: ["arith", "tensor"],
  stablehlo: ["tensor"],
  tensor: ["arith", "scf"],
  tile: ["arith", "memref", "vector"],
  ub: ["arith"],
  vector: ["arith", "memref", "tensor"],
};

/** Whose ops stand in programs that are about a dialect; a plugin's stands beside arithmetic. */
export const companyOf = (dialect: string, registry: Registry = sharedRegistry()): readonly string[] => [
  dialect,
  ...(besides[dialect] ?? (pluginWith(`dialect '${dialect}'`, registry) === undefined ? [] : ["arith"])),
];

/** The plugin that brought something, unless it is built in. */
function pluginWith(what: string, { owners, plugins }: Registry): Plugin | undefined {
  const owner = owners.get(what) ?? "terrace";
  return owner === "terrace" ? undefined : plugins.get(owner);
}

/** Passes that take other programs than arithmetic with control flow. */
const passPrograms: Readonly<Record<string, readonly string[]>> = {
  inline: ["func", "arith", "scf"],
  "symbol-dce": ["func", "arith"],
  "buffer-results-to-out-params": ["memref", "arith"],
  "convert-elementwise-to-linalg": ["arith", "math", "tensor"],
  "convert-linalg-to-loops": ["linalg", "memref", "arith"],
  "convert-to-wasm": ["arith", "scf"],
  "expand-math": ["math", "arith"],
  "forward-subsets": ["tensor", "vector", "arith"],
  "linalg-fold-unit-extent-dims": ["linalg", "tensor", "arith"],
  "linalg-fuse-elementwise-ops": ["linalg", "tensor", "arith"],
  "linalg-generalize-named-ops": ["linalg", "tensor", "arith"],
  "linalg-vectorize": ["linalg", "tensor", "arith"],
  "loop-invariant-subset-hoisting": ["scf", "tensor", "vector", "arith"],
  "lower-affine": ["affine", "arith"],
  "normalize-contractions": ["vector", "arith"],
  "one-shot-bufferize": ["tensor", "scf", "linalg", "bufferization", "arith"],
  "outline-kernels": ["scf", "memref", "arith"],
  "reconcile-unrealized-casts": ["builtin", "arith"],
  "stablehlo-legalize-to-linalg": ["stablehlo"],
  "tile-to-forall": ["linalg", "tensor", "arith"],
  "tile-values": ["linalg", "tensor", "arith"],
  stage: ["scf", "memref", "arith"],
};

/** Passes that read the module's machine, or take what only a target's pipeline makes. */
const staged: ReadonlySet<string> = new Set([
  "convert-gpu-to-simt",
  "convert-tile-to-gpu",
  "convert-tile-to-systolic",
  "forward-subsets",
  "linalg-fold-unit-extent-dims",
  "linalg-vectorize",
  "loop-invariant-subset-hoisting",
  "memory-plan",
  "normalize-contractions",
  "outline-kernels",
  "place",
  "simt-dot-products",
  "simt-vectorize-loads",
  "stage",
  "tile-to-forall",
  "tile-values",
  "wasm-stackify",
]);

/** Whether a pass is examined on what a target's pipeline made, up to that pass, of a whole program. */
export const needsPipeline = (pass: string): boolean => staged.has(pass);

/** Whose ops stand in programs that go down a target's pipeline. */
export const MACHINE_DIALECTS: readonly string[] = ["linalg", "tensor"];

const usualPrograms = ["arith", "scf", "cf", "tensor", "memref", "ub"];

/** Whose ops stand in the programs that a pass is given: a plugin's those of its dialects as well. */
export function programsOfPass(pass: string): readonly string[] {
  const plugin = pluginWith(`pass '${pass}'`, sharedRegistry());
  return passPrograms[pass] ?? [...(plugin?.dialects ?? []).map(({ name }) => name), ...usualPrograms];
}

/** Which ops stand in programs over these dialects, where not all do: most of simt's run in the warps of a launch only. */
export const opsOf = (dialects: readonly string[]): ((definition: OpDefinition) => boolean) | undefined =>
  dialects.includes("simt") ? runsAnywhere : undefined;

const runsAnywhere = ({ dialect, meaning }: OpDefinition): boolean =>
  dialect !== "simt" || meaning?.kind === "scalar" || meaning?.kind === "scalars";

/** What the inputs of programs over these dialects may be: StableHLO has no poison, so what it makes of it says nothing. */
export const inputsOf = (dialects: readonly string[]): InputOptions =>
  dialects.includes("stablehlo") ? { poison: false } : {};
