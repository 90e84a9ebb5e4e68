// The passes that cross a level or read the machine, in the order in which help lists them; each is loaded when it is first used.
import { deferred, type Deferred } from "../ir/core/deferred.ts";
import type { PassDefinition } from "../ir/pass/define-pass.ts";
import { bufferResultsToOutParams } from "./bufferize/buffer-results-to-out-params.ts";
import { oneShotBufferize } from "./bufferize/one-shot-bufferize.ts";
import { stablehloLegalizeToLinalg } from "./convert/stablehlo-to-linalg/stablehlo-legalize-to-linalg.ts";
import { convertElementwiseToLinalg } from "./convert/elementwise-to-linalg/convert-elementwise-to-linalg.ts";
import { lowerAffine } from "./convert/affine-to-standard/lower-affine.ts";
import { convertGpuToSimt } from "./convert/gpu-to-simt/convert-gpu-to-simt.ts";
import { convertLinalgToLoops } from "./convert/linalg-to-loops/convert-linalg-to-loops.ts";
import { convertTileToSystolic } from "./convert/tile-to-systolic/convert-tile-to-systolic.ts";
import { convertTileToGpu } from "./convert/tile-to-gpu/convert-tile-to-gpu.ts";
import { expandMath } from "./convert/math-to-arith/expand-math.ts";
import { convertToWasm } from "./convert/to-wasm/convert-to-wasm.ts";
import { convertScfToCf } from "./convert/scf-to-cf/convert-scf-to-cf.ts";
import { setMachinePass } from "./machine/set-machine.ts";
import { outlineKernels } from "./outline/outline-kernels.ts";
import { memoryPlan } from "./plan/memory-plan.ts";
import { placePass } from "./place/place.ts";
import { stage } from "./stage/stage.ts";
import { wasmStackify } from "./target/cpu/stackify.ts";
import { simtDotProducts } from "./target/gpu/dot-products.ts";
import { simtVectorizeLoads } from "./target/gpu/vectorize-loads.ts";
import { tileToForall } from "./tile/tile-to-forall.ts";
import { tileValues } from "./tile/tile-values.ts";
import { linalgFoldUnitExtentDims } from "./vectorize/fold-unit-extent-dims.ts";
import { forwardSubsets } from "./vectorize/forward-subsets.ts";
import { linalgVectorize } from "./vectorize/linalg-vectorize.ts";
import { loopInvariantSubsetHoisting } from "./vectorize/subset-hoisting.ts";

export const loweringPasses: readonly Deferred<PassDefinition>[] = [
  deferred("stablehlo-legalize-to-linalg", () => stablehloLegalizeToLinalg),
  deferred("convert-elementwise-to-linalg", () => convertElementwiseToLinalg),
  deferred("set-machine", () => setMachinePass),
  deferred("tile-to-forall", () => tileToForall),
  deferred("tile-values", () => tileValues),
  deferred("linalg-fold-unit-extent-dims", () => linalgFoldUnitExtentDims),
  deferred("linalg-vectorize", () => linalgVectorize),
  deferred("forward-subsets", () => forwardSubsets),
  deferred("loop-invariant-subset-hoisting", () => loopInvariantSubsetHoisting),
  deferred("one-shot-bufferize", () => oneShotBufferize),
  deferred("buffer-results-to-out-params", () => bufferResultsToOutParams),
  deferred("outline-kernels", () => outlineKernels),
  deferred("stage", () => stage),
  deferred("convert-tile-to-gpu", () => convertTileToGpu),
  deferred("convert-gpu-to-simt", () => convertGpuToSimt),
  deferred("simt-dot-products", () => simtDotProducts),
  deferred("simt-vectorize-loads", () => simtVectorizeLoads),
  deferred("place", () => placePass),
  deferred("convert-tile-to-systolic", () => convertTileToSystolic),
  deferred("convert-linalg-to-loops", () => convertLinalgToLoops),
  deferred("convert-scf-to-cf", () => convertScfToCf),
  deferred("lower-affine", () => lowerAffine),
  deferred("memory-plan", () => memoryPlan),
  deferred("expand-math", () => expandMath),
  deferred("convert-to-wasm", () => convertToWasm),
  deferred("wasm-stackify", () => wasmStackify),
];
