// The registers of the convolution unroller: the fields of functs 16 to 21 and of the command that starts the loop.
import { field } from "./decode-primitive.ts";
import { registerPair, type Registers } from "./loop-ws.ts";

/** Everything that a convolution loop was told; sizes are elements, addresses bytes. */
export type ConvShape = ReturnType<typeof readConvShape>;

/** Reads the fields. */
export function readConvShape(registers: Registers, rs1: bigint, rs2: bigint) {
  const [image, output] = registerPair(registers, 16);
  const [kernel, batch] = registerPair(registers, 17);
  const [window, padding] = registerPair(registers, 18);
  const [result, strides] = registerPair(registers, 19);
  const [weights, out] = registerPair(registers, 20);
  const [bias, input] = registerPair(registers, 21);
  const flag = (word: bigint, bit: number): boolean => field(word, bit, 1) === 1;
  return {
    batchSize: field(image, 0, 16),
    inRowDim: field(image, 16, 16),
    inColDim: field(padding, 0, 16),
    inChannels: field(image, 32, 16),
    outChannels: field(image, 48, 16),
    outRowDim: field(output, 0, 16),
    outColDim: field(output, 32, 16),
    poolOutRowDim: field(output, 16, 16),
    poolOutColDim: field(kernel, 32, 16),
    stride: field(output, 48, 8),
    kernelDim: field(kernel, 48, 16),
    kernelDilation: field(result, 0, 8),
    poolSize: field(kernel, 16, 16),
    poolStride: field(kernel, 8, 8),
    batches: field(batch, 48, 16),
    poolRows: field(batch, 32, 16),
    poolCols: field(batch, 16, 16),
    outputs: field(batch, 0, 16),
    kernelRows: field(window, 48, 16),
    kernelCols: field(window, 32, 16),
    inputs: field(window, 16, 16),
    leftPad: field(window, 0, 16),
    rightPad: field(padding, 48, 16),
    upPad: field(padding, 32, 16),
    downPad: field(padding, 24, 8),
    poolLeftPad: field(padding, 16, 8),
    poolUpPad: field(result, 21, 8),
    outRows: field(result, 48, 16),
    outCols: field(strides, 0, 16),
    inStride: field(strides, 48, 16),
    weightStride: field(strides, 32, 16),
    outStride: field(strides, 16, 16),
    weights: Number(weights),
    output: Number(out),
    bias: Number(bias),
    input: Number(input),
    noBias: flag(rs1, 0),
    rotateWeights: flag(rs1, 1),
    transOutput1203: flag(rs1, 2),
    transWeight1203: flag(rs1, 3),
    transWeight0132: flag(rs1, 4),
    transInput3120: flag(rs1, 5),
    depthwise: flag(rs1, 6),
    pixelsPerRow: Math.max(1, field(rs1, 8, 8)),
    bSlot: field(rs1, 16, 2),
    aSlot: field(rs1, 18, 2),
    noPool: flag(rs2, 0),
    downsample: field(rs2, 1, 1),
    dilated: field(rs2, 2, 1),
    relu: field(rs2, 3, 2) !== 0,
  } as const;
}

/** Rows and columns of the input that a loop reads, with and without padding. */
export function inputExtents(shape: ConvShape) {
  const { dilated, stride, kernelDilation } = shape;
  const undilate = (extent: number): number => (extent + dilated) >> dilated;
  const along = (outputs: number, kernel: number, before: number, after: number) => {
    const dilatedKernel = kernel + (kernelDilation - 1) * (kernel - 1);
    const whole = outputs * stride + dilatedKernel - 1;
    const unpadded = dilated === 1 ? Math.trunc((whole - before - after + 1) / 2) : whole - before - after;
    return {
      unpadded,
      before: undilate(before),
      after: undilate(after),
      padded: dilated === 1 ? unpadded + undilate(before) + undilate(after) : whole,
    };
  };
  return {
    rows: along(shape.outRows, shape.kernelRows, shape.upPad, shape.downPad),
    columns: along(shape.outCols, shape.kernelCols, shape.leftPad, shape.rightPad),
    undilate,
  };
}
