// The built-in dialects, in the order in which they are registered; each is loaded when it is first used.
import { deferred, type Deferred } from "../ir/core/deferred.ts";
import type { DialectDefinition } from "../ir/core/definition.ts";
import { affineDialect } from "./affine/index.ts";
import { arithDialect } from "./arith/index.ts";
import { builtinDialect } from "./builtin/index.ts";
import { cfDialect } from "./cf/index.ts";
import { complexDialect } from "./complex/index.ts";
import { funcDialect } from "./func/index.ts";
import { indexDialect } from "./index/index.ts";
import { mathDialect } from "./math/index.ts";
import { bufferizationDialect } from "./bufferization/index.ts";
import { gpuDialect } from "./gpu/index.ts";
import { linalgDialect } from "./linalg/index.ts";
import { memrefDialect } from "./memref/index.ts";
import { scfDialect } from "./scf/index.ts";
import { systolicDialect } from "./systolic/index.ts";
import { simtDialect } from "./simt/index.ts";
import { stablehloDialect } from "./stablehlo/index.ts";
import { tensorDialect } from "./tensor/index.ts";
import { tileDialect } from "./tile/index.ts";
import { ubDialect } from "./ub/index.ts";
import { vectorDialect } from "./vector/index.ts";
import { wasmDialect } from "./wasm/index.ts";

/** The build of the command line evaluates what is imported here only when it is loaded (tools/build/lazy-imports.mjs). */
export const deferredDialects: readonly Deferred<DialectDefinition>[] = [
  deferred("builtin", () => builtinDialect),
  deferred("func", () => funcDialect),
  deferred("arith", () => arithDialect),
  deferred("math", () => mathDialect),
  deferred("scf", () => scfDialect),
  deferred("cf", () => cfDialect),
  deferred("index", () => indexDialect),
  deferred("complex", () => complexDialect),
  deferred("affine", () => affineDialect),
  deferred("ub", () => ubDialect),
  deferred("tensor", () => tensorDialect),
  deferred("stablehlo", () => stablehloDialect),
  deferred("memref", () => memrefDialect),
  deferred("linalg", () => linalgDialect),
  deferred("bufferization", () => bufferizationDialect),
  deferred("vector", () => vectorDialect),
  deferred("gpu", () => gpuDialect),
  deferred("tile", () => tileDialect),
  deferred("systolic", () => systolicDialect),
  deferred("wasm", () => wasmDialect),
  deferred("simt", () => simtDialect),
];
