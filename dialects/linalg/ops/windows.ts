// Convolutions and poolings: an input dimension is indexed by output * stride + kernel * dilation.
import { affineAdd, affineConstant, affineDim, affineMul, type AffineExpr } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import { WindowProperty, windowStep } from "../attributes.ts";
import { defineStructuredOp, type IndexingMaps, type ScalarBody } from "../define-structured-op.ts";
import { emitBinary, emitCast, type BinaryKind } from "../scalar-body.ts";
import { multiplyAccumulate } from "./contractions.ts";

const windowProperties = { strides: WindowProperty, dilations: WindowProperty } as const;

/**
 * Maps in letters, loops first; a word of an operand is a dimension, and `h+r` the window that moves with h and r: the n-th window
 * of the input takes the n-th stride and dilation.
 */
function windowMaps(loops: string, ...operands: readonly string[]): IndexingMaps {
  const dim = (letter: string): AffineExpr => affineDim(loops.indexOf(letter));
  return (attribute) =>
    operands.map((operand) => {
      let window = 0;
      const results = operand.split(" ").map((word) => {
        const [output, kernel] = word.split("+");
        if (output === undefined || kernel === undefined) return dim(word);
        const stride = affineConstant(windowStep(attribute("strides"), window));
        const dilation = affineConstant(windowStep(attribute("dilations"), window));
        window++;
        return affineAdd(affineMul(dim(output), stride), affineMul(dim(kernel), dilation));
      });
      return new AffineMap(loops.length, 0, results);
    });
}

/** The window's elements combined with the init; the kernel's elements say nothing but its shape. */
const pool =
  (kind: BinaryKind): ScalarBody =>
  (b, [input, , init]) => {
    const element = input && init && emitCast(b, input, init.type);
    const combined = element && emitBinary(b, kind, init, element);
    return combined && [combined];
  };

export const Conv2DNhwcHwcfOp = defineStructuredOp({
  name: "linalg.conv_2d_nhwc_hwcf",
  summary: "2-D convolution: input NHWC, kernel HWCF.",
  maps: windowMaps("nhwfrsc", "n h+r w+s c", "r s c f", "n h w f"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: windowProperties,
});

export const Conv2DNhwcFhwcOp = defineStructuredOp({
  name: "linalg.conv_2d_nhwc_fhwc",
  summary: "2-D convolution: input NHWC, kernel FHWC.",
  maps: windowMaps("nhwfrsc", "n h+r w+s c", "f r s c", "n h w f"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: windowProperties,
});

export const Conv2DNchwFchwOp = defineStructuredOp({
  name: "linalg.conv_2d_nchw_fchw",
  summary: "2-D convolution: input NCHW, kernel FCHW.",
  maps: windowMaps("nfhwcrs", "n c h+r w+s", "f c r s", "n f h w"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: windowProperties,
});

export const Conv1DNwcWcfOp = defineStructuredOp({
  name: "linalg.conv_1d_nwc_wcf",
  summary: "1-D convolution: input NWC, kernel WCF.",
  maps: windowMaps("nwfsc", "n w+s c", "s c f", "n w f"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: windowProperties,
});

export const DepthwiseConv2DNhwcHwcOp = defineStructuredOp({
  name: "linalg.depthwise_conv_2d_nhwc_hwc",
  summary: "2-D convolution of each channel by itself: input NHWC, kernel HWC.",
  maps: windowMaps("nhwcrs", "n h+r w+s c", "r s c", "n h w c"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: windowProperties,
});

const nhwcPool = windowMaps("nhwcrs", "n h+r w+s c", "r s", "n h w c");
const nchwPool = windowMaps("nchwrs", "n c h+r w+s", "r s", "n c h w");

export const PoolingNhwcSumOp = defineStructuredOp({
  name: "linalg.pooling_nhwc_sum",
  summary: "Sums of windows, NHWC.",
  maps: nhwcPool,
  inputs: 2,
  body: pool("add"),
  properties: windowProperties,
});

export const PoolingNhwcMaxOp = defineStructuredOp({
  name: "linalg.pooling_nhwc_max",
  summary: "Maxima of windows, NHWC.",
  maps: nhwcPool,
  inputs: 2,
  body: pool("max"),
  properties: windowProperties,
});

export const PoolingNhwcMinOp = defineStructuredOp({
  name: "linalg.pooling_nhwc_min",
  summary: "Minima of windows, NHWC.",
  maps: nhwcPool,
  inputs: 2,
  body: pool("min"),
  properties: windowProperties,
});

export const PoolingNchwSumOp = defineStructuredOp({
  name: "linalg.pooling_nchw_sum",
  summary: "Sums of windows, NCHW.",
  maps: nchwPool,
  inputs: 2,
  body: pool("add"),
  properties: windowProperties,
});

export const PoolingNchwMaxOp = defineStructuredOp({
  name: "linalg.pooling_nchw_max",
  summary: "Maxima of windows, NCHW.",
  maps: nchwPool,
  inputs: 2,
  body: pool("max"),
  properties: windowProperties,
});

export const windowOps: readonly OpDefinition[] = [
  Conv2DNhwcHwcfOp, Conv2DNhwcFhwcOp, Conv2DNchwFchwOp, Conv1DNwcWcfOp, DepthwiseConv2DNhwcHwcOp, PoolingNhwcSumOp,
  PoolingNhwcMaxOp, PoolingNhwcMinOp, PoolingNchwSumOp, PoolingNchwMaxOp,
]; // prettier-ignore
