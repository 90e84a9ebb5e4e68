// loop_conv_ws: a convolution as the unroller issues it. Bias, input and weights are loaded, then for every kernel
// position one product a stretch of output pixels, whose A is the input rows under it; at last the results leave.
// Loads and products address the image; there is no unit that unfolds windows.
import type { Command, ConfigSt } from "../../../../dialects/systolic/commands.ts";
import { inputExtents, readConvShape, type ConvShape } from "./conv-shape.ts";
import type { Decoded } from "./decode-primitive.ts";
import type { Geometry } from "./geometry.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";
import type { Registers } from "./loop-ws.ts";

/** The six configuring commands. */
export const CONV_FUNCTS: ReadonlySet<number> = new Set([16, 17, 18, 19, 20, 21]);

/** Where in the accumulator the next convolution puts its bias and its results. */
export interface ConvPlacement {
  biasRow: number;
  resultRow: number;
}

interface Loop {
  readonly shape: ConvShape;
  readonly dim: number;
  readonly inBytes: number;
  readonly accBytes: number;
  /** Columns that one load moves at most. */
  readonly inColumns: number;
  readonly accColumns: number;
  readonly aStart: number;
  readonly bStart: number;
  readonly biasRow: number;
  readonly resultRow: number;
  readonly extents: ReturnType<typeof inputExtents>;
  readonly commands: Command[];
}

/** The accumulator row of an output pixel's channel block. */
const pixelRow = ({ shape, dim }: Loop, channel: number, batch: number, row: number, column: number): number =>
  Math.floor(channel / dim) * shape.batches * shape.outRows * shape.outCols +
  (batch * shape.outRows + row) * shape.outCols +
  column;

const configLd = (state: number, strideBytes: number, blockStride: number, pixelRepeats = 1): Command => ({
  op: "config_ld",
  state,
  strideBytes,
  blockStride,
  pixelRepeats,
  scale: 1,
  shrink: false,
});

function loadBias(loop: Loop): void {
  const { shape, dim, accColumns, commands } = loop;
  const most = Math.min(shape.outputs, accColumns);
  commands.push(configLd(2, 0, shape.batches * shape.outRows * shape.outCols));
  for (let batch = 0; batch < shape.batches; batch++)
    for (let row = 0; row < shape.outRows; row++)
      for (let column = 0; column < shape.outCols; column += dim)
        for (let channel = 0; channel < shape.outputs; channel += most)
          commands.push({
            op: "mvin",
            dram: shape.noBias ? 0 : shape.bias + channel * loop.accBytes,
            local: accumulatorRow(loop.biasRow + pixelRow(loop, channel, batch, row, column)),
            rows: Math.min(dim, shape.outCols - column),
            cols: Math.min(most, shape.outputs - channel),
            state: 2,
          });
}

function loadInput(loop: Loop): void {
  const { shape, dim, inBytes, extents, commands } = loop;
  const { rows, columns } = extents;
  const { downsample, transInput3120: swapped } = shape;
  const planeRows = (rows.padded >> downsample) * (columns.padded >> downsample);
  const planes = swapped ? shape.inputs : shape.batches;
  const most = Math.min(swapped ? shape.batches : shape.inputs, loop.inColumns);
  const strideBytes = (swapped ? shape.batchSize : shape.inStride) * inBytes;
  commands.push(configLd(0, strideBytes << downsample, planes * planeRows, shape.pixelsPerRow));
  for (let batch = 0; batch < shape.batches; batch += swapped ? most : 1)
    for (let row = -rows.before; row < rows.unpadded + rows.after; row += 1 << downsample)
      for (let column = -columns.before; column < columns.unpadded + columns.after;) {
        let pixels = Math.min(dim << downsample, columns.unpadded - column);
        if (column < 0) pixels = Math.min(dim, -column);
        else if (column >= columns.unpadded) pixels = Math.min(dim, columns.unpadded + columns.after - column);
        const outside = row < 0 || row >= rows.unpadded || column < 0 || column >= columns.unpadded;
        for (let channel = 0; channel < shape.inputs; channel += swapped ? 1 : most) {
          const plane = swapped ? channel : batch;
          const [major, minor, width] = swapped ? [batch, batch, shape.batchSize] : [channel, channel, shape.inStride];
          const pixel = (plane * shape.inRowDim + row) * shape.inColDim + column;
          const padded =
            ((row + rows.before) >> downsample) * (columns.padded >> downsample) +
            ((column + columns.before) >> downsample);
          commands.push({
            op: "mvin",
            dram: outside ? 0 : shape.input + (pixel * width + minor) * inBytes,
            local: loop.aStart + Math.floor(major / dim) * planes * planeRows + plane * planeRows + padded,
            rows: pixels >> downsample,
            cols: Math.min(most, swapped ? shape.batches - batch : shape.inputs - channel),
            state: 0,
          });
        }
        column += pixels;
      }
}

/** The scratchpad row of a weight block. */
function weightRow({ shape, dim, bStart }: Loop, row: number, column: number, input: number, output: number): number {
  const position = row * shape.kernelCols + column;
  const positions = shape.kernelRows * shape.kernelCols;
  return shape.transWeight0132
    ? bStart + (Math.floor(input / dim) * positions + position) * shape.outputs + output
    : bStart + (Math.floor(output / dim) * positions + position) * shape.inputs + input;
}

function loadWeights(loop: Loop): void {
  const { shape, dim, inBytes, commands } = loop;
  const { kernelDim, transWeight0132: swapped, transWeight1203, depthwise } = shape;
  const most = Math.min(swapped ? shape.inputs : shape.outputs, loop.inColumns);
  const strideElements = depthwise
    ? 1
    : transWeight1203
      ? kernelDim * kernelDim * shape.outChannels
      : swapped
        ? shape.inChannels
        : shape.weightStride;
  const positions = shape.kernelRows * shape.kernelCols;
  commands.push(configLd(1, strideElements * inBytes, positions * (swapped ? shape.outputs : shape.inputs)));
  const source = (row: number, column: number, input: number, output: number): number => {
    const position = row * kernelDim + column;
    if (depthwise) return position;
    if (transWeight1203) return (input * kernelDim * kernelDim + position) * shape.outChannels + output;
    if (swapped) return (position * shape.outChannels + output) * shape.inChannels + input;
    return (position * shape.inChannels + input) * shape.weightStride + output;
  };
  for (let output = 0; output < shape.outputs; output += swapped ? dim : most)
    for (let row = 0; row < shape.kernelRows; row++)
      for (let column = 0; column < shape.kernelCols; column++)
        for (let input = 0; input < shape.inputs; input += swapped ? most : dim)
          commands.push({
            op: "mvin",
            dram: shape.weights + source(row, column, input, output) * inBytes,
            local: weightRow(loop, row, column, input, output),
            rows: Math.min(dim, swapped ? shape.outputs - output : shape.inputs - input),
            cols: Math.min(most, swapped ? shape.inputs - input : shape.outputs - output),
            state: 1,
          });
}

function multiply(loop: Loop): void {
  const { shape, dim, extents, commands } = loop;
  const { dilated, downsample, kernelDilation, transInput3120: swapped } = shape;
  const { rows, columns, undilate } = extents;
  const lineRows = columns.padded >> downsample;
  const planeRows = (rows.padded >> downsample) * lineRows;
  const step = swapped ? 1 : dim << dilated;
  if (swapped)
    commands.push({
      op: "config_ex",
      dataflow: "ws",
      activation: "none",
      aTranspose: false,
      bTranspose: false,
      aStride: rows.padded * columns.padded,
      cStride: shape.outRows * shape.outCols,
      shift: 0,
      strideOnly: true,
    });
  /** One product a stretch of output pixels of one kernel position and one pair of channel blocks. */
  const position = (output: number, kernelRow: number, kernelCol: number, input: number): void => {
    let loaded = false;
    const pixels = Math.min(shape.pixelsPerRow, shape.kernelCols - kernelCol);
    const depth = pixels * Math.min(dim, shape.inputs - input);
    const width = Math.min(dim, shape.outputs - output);
    const weights = weightRow(
      loop,
      shape.rotateWeights ? shape.kernelRows - kernelRow - 1 : kernelRow,
      shape.rotateWeights ? shape.kernelCols - kernelCol - 1 : kernelCol,
      input,
      output,
    );
    for (let batch = 0; batch < shape.batches; batch += swapped ? dim : 1)
      for (let row = 0; row < shape.outRows; row++) {
        if (dilated === 1 && (kernelRow * kernelDilation + row - shape.upPad) % 2 !== 0) continue;
        for (let column = 0; column < shape.outCols;) {
          if (dilated === 1 && (kernelCol * kernelDilation + column - shape.leftPad) % 2 !== 0) {
            column++;
            continue;
          }
          const inRow = undilate(row * shape.stride + kernelRow * kernelDilation) >> downsample;
          const inColumn = undilate(column * shape.stride + kernelCol * kernelDilation) >> downsample;
          const count = swapped
            ? Math.min(dim, shape.batches - batch)
            : undilate(Math.min(dim << dilated, shape.outCols - column));
          const plane = swapped
            ? Math.floor(batch / dim) * shape.inputs + input
            : Math.floor(input / dim) * shape.batches + batch;
          const c = accumulatorRow(loop.resultRow + pixelRow(loop, output, batch, row, column), { accumulate: true });
          commands.push(
            {
              op: "preload",
              b: loaded ? GARBAGE : weights,
              bRows: depth,
              bCols: width,
              c,
              cRows: count,
              cCols: width,
            },
            {
              op: loaded ? "compute_accumulated" : "compute_preloaded",
              a: loop.aStart + plane * planeRows + inRow * lineRows + inColumn,
              aRows: count,
              aCols: depth,
              bd: GARBAGE,
              bdRows: count,
              bdCols: width,
            },
          );
          loaded = true;
          column += step;
        }
      }
  };
  for (let output = 0; output < shape.outputs; output += dim)
    for (let kernelRow = 0; kernelRow < shape.kernelRows; kernelRow++)
      for (let kernelCol = 0; kernelCol < shape.kernelCols; kernelCol += shape.pixelsPerRow)
        for (let input = 0; input < shape.inputs; input += dim) position(output, kernelRow, kernelCol, input);
}

function store(loop: Loop): void {
  const { shape, dim, inBytes, commands } = loop;
  for (let batch = 0; batch < shape.batches; batch++)
    for (let row = 0; row < shape.outRows; row++)
      for (let column = 0; column < shape.outCols; column += dim)
        for (let output = 0; output < shape.outputs; output += dim) {
          const element = shape.transOutput1203
            ? ((row * shape.outColDim + column) * shape.batchSize + batch) * shape.outChannels + output
            : ((batch * shape.outRowDim + row) * shape.outColDim + column) * shape.outStride + output;
          commands.push({
            op: "mvout",
            dram: shape.output + element * inBytes,
            local: accumulatorRow(loop.resultRow + pixelRow(loop, output, batch, row, column), { accumulate: true }),
            rows: Math.min(dim, shape.outCols - column),
            cols: Math.min(dim, shape.outputs - output),
          });
        }
}

function storePooled(loop: Loop, scale: number): void {
  const { shape, dim, inBytes, commands } = loop;
  const plain: ConfigSt = {
    op: "config_st",
    strideBytes: shape.outStride * inBytes,
    activation: shape.relu ? "relu" : "none",
    scale,
  };
  const pooling = {
    stride: shape.poolStride & 3,
    size: shape.poolSize & 3,
    upPad: shape.poolUpPad & 3,
    leftPad: shape.poolLeftPad & 3,
    outDim: shape.poolOutColDim & 0xff,
    outRows: shape.poolRows & 0xff,
    outColumns: shape.poolCols & 0xff,
    rows: shape.outRows & 0xff,
    columns: shape.outCols & 0xff,
  };
  if (pooling.stride === 0) {
    commands.push(plain);
    return;
  }
  commands.push({ ...plain, pooling });
  for (let batch = 0; batch < shape.batches; batch++)
    for (let output = 0; output < shape.outputs; output += dim)
      commands.push({
        op: "mvout",
        dram: shape.output + (batch * shape.poolOutRowDim * shape.poolOutColDim * shape.outStride + output) * inBytes,
        local: accumulatorRow(loop.resultRow + pixelRow(loop, output, batch, 0, 0), { accumulate: true }),
        rows: 0,
        cols: Math.min(dim, shape.outputs - output),
      });
  commands.push(plain);
}

/** The commands of one loop; an error is the reason why there are none. Moves `placement` to the next half. */
export function expandLoopConvWs(
  geometry: Geometry,
  maxBurstBytes: number,
  registers: Registers,
  placement: ConvPlacement,
  configSt: ConfigSt | undefined,
  rs1: bigint,
  rs2: bigint,
): Decoded {
  const shape = readConvShape(registers, rs1, rs2);
  if (shape.dilated === 1 && shape.stride !== 1) return { error: "a dilated input with a stride is not possible" };
  const { scratchpad, accumulator, rows: dim } = geometry;
  const half = scratchpad.rows / 2;
  const positions = shape.kernelRows * shape.kernelCols;
  const blocks = (channels: number): number => Math.ceil(channels / dim);
  const bRows = shape.transWeight0132
    ? blocks(shape.inputs) * positions * shape.outputs
    : blocks(shape.outputs) * positions * shape.inputs;
  if (bRows > half) return { error: `the weights take ${bRows} rows, more than half the scratchpad` };
  const burstColumns = (bytes: number): number => Math.max(1, Math.floor(maxBurstBytes / (dim * bytes))) * dim;
  const loop: Loop = {
    shape,
    dim,
    inBytes: scratchpad.elementBytes,
    accBytes: accumulator.elementBytes,
    inColumns: burstColumns(scratchpad.elementBytes),
    accColumns: burstColumns(accumulator.elementBytes),
    aStart: shape.aSlot === 2 ? half : 0,
    bStart: (shape.bSlot === 2 ? scratchpad.rows : half) - bRows,
    biasRow: placement.biasRow,
    resultRow: placement.resultRow,
    extents: inputExtents(shape),
    commands: [],
  };
  const other = (row: number): number => (row + accumulator.rows / 2) % accumulator.rows;
  if (shape.bias !== 0) {
    placement.biasRow = other(placement.biasRow);
    loadBias(loop);
  }
  if (shape.input !== 0) loadInput(loop);
  if (shape.weights !== 0) loadWeights(loop);
  multiply(loop);
  if (shape.output !== 0) {
    placement.resultRow = other(placement.resultRow);
    if (shape.noPool) store(loop);
    else if (configSt === undefined) return { error: "pooling before any config_st" };
    else storePooled(loop, configSt.scale);
  }
  return { commands: loop.commands };
}
