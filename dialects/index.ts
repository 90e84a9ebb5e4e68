// The built-in dialects, in the order in which they are registered.
import type { DialectDefinition } from "../ir/core/definition.ts";
import { affineDialect } from "./affine/index.ts";
import { arithDialect } from "./arith/index.ts";
import { builtinDialect } from "./builtin/index.ts";
import { funcDialect } from "./func/index.ts";
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

export const builtinDialects: readonly DialectDefinition[] = [
  builtinDialect,
  funcDialect,
  arithDialect,
  mathDialect,
  scfDialect,
  affineDialect,
  ubDialect,
  tensorDialect,
  stablehloDialect,
  memrefDialect,
  linalgDialect,
  bufferizationDialect,
  vectorDialect,
  gpuDialect,
  tileDialect,
  systolicDialect,
  wasmDialect,
  simtDialect,
];
