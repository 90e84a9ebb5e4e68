// The primitive RoCC commands (functs 0 to 7 and 14), bit fields to plain data.
// Source of the layout: Gemmini, GemminiISA.scala and gemmini-rocc-tests/include/gemmini.h.
import type { Activation, Command, ConfigSt, Pooling } from "../../../../dialects/systolic/commands.ts";

/** Commands, or why there are none. */
export type Decoded = { readonly commands: readonly Command[] } | { readonly error: string };

/** `width` bits of `word` from bit `low` on. */
export const field = (word: bigint, low: number, width: number): number =>
  Number((word >> BigInt(low)) & ((1n << BigInt(width)) - 1n));

const bits = new DataView(new ArrayBuffer(4));

/** The float32 whose pattern is in the upper half of `word`. */
function upperFloat(word: bigint): number {
  bits.setUint32(0, field(word, 32, 32));
  return bits.getFloat32(0);
}

const ACTIVATIONS: readonly (Activation | undefined)[] = ["none", "relu"];
const UNSUPPORTED_ACTIVATIONS = ["none", "relu", "layernorm", "igelu"];

const unsupportedActivation = (code: number): { readonly error: string } => ({
  error: `activation ${UNSUPPORTED_ACTIVATIONS[code] ?? code} is not implemented`,
});

/** A local address with the extents beside it. */
const operand = (word: bigint) => ({
  local: field(word, 0, 32),
  cols: field(word, 32, 16),
  rows: field(word, 48, 16),
});

const one = (command: Command): Decoded => ({ commands: [command] });

function decodeConfigEx(rs1: bigint, rs2: bigint): Decoded {
  const code = field(rs1, 3, 2);
  const activation = ACTIVATIONS[code];
  if (activation === undefined) return unsupportedActivation(code);
  return one({
    op: "config_ex",
    dataflow: field(rs1, 2, 1) === 0 ? "os" : "ws",
    activation,
    strideOnly: field(rs1, 7, 1) === 1,
    aTranspose: field(rs1, 8, 1) === 1,
    bTranspose: field(rs1, 9, 1) === 1,
    aStride: field(rs1, 16, 16),
    cStride: field(rs2, 48, 16),
    shift: field(rs2, 0, 32),
  });
}

const decodeConfigLd = (rs1: bigint, rs2: bigint): Decoded =>
  one({
    op: "config_ld",
    state: field(rs1, 3, 2),
    shrink: field(rs1, 2, 1) === 1,
    pixelRepeats: Math.max(1, field(rs1, 8, 8)),
    blockStride: field(rs1, 16, 16),
    scale: upperFloat(rs1),
    strideBytes: Number(rs2),
  });

function decodeConfigSt(rs1: bigint, rs2: bigint): Decoded {
  const code = field(rs1, 2, 2);
  const activation = ACTIVATIONS[code];
  if (activation === undefined) return unsupportedActivation(code);
  const pooling: Pooling = {
    stride: field(rs1, 4, 2),
    size: field(rs1, 6, 2),
    upPad: field(rs1, 8, 2),
    leftPad: field(rs1, 10, 2),
    outDim: field(rs1, 24, 8),
    outRows: field(rs1, 32, 8),
    outColumns: field(rs1, 40, 8),
    rows: field(rs1, 48, 8),
    columns: field(rs1, 56, 8),
  };
  const command: ConfigSt = { op: "config_st", strideBytes: field(rs2, 0, 32), activation, scale: upperFloat(rs2) };
  return one(pooling.stride === 0 ? command : { ...command, pooling });
}

const decodeMvin =
  (state: number) =>
  (rs1: bigint, rs2: bigint): Decoded =>
    one({ op: "mvin", dram: Number(rs1), ...operand(rs2), state });

const decodeCompute =
  (op: "compute_preloaded" | "compute_accumulated") =>
  (rs1: bigint, rs2: bigint): Decoded => {
    const a = operand(rs1);
    const bd = operand(rs2);
    return one({ op, a: a.local, aRows: a.rows, aCols: a.cols, bd: bd.local, bdRows: bd.rows, bdCols: bd.cols });
  };

function decodePreload(rs1: bigint, rs2: bigint): Decoded {
  const b = operand(rs1);
  const c = operand(rs2);
  return one({ op: "preload", b: b.local, bRows: b.rows, bCols: b.cols, c: c.local, cRows: c.rows, cCols: c.cols });
}

const CONFIGS: readonly ((rs1: bigint, rs2: bigint) => Decoded)[] = [
  decodeConfigEx,
  decodeConfigLd,
  decodeConfigSt,
  () => ({ error: "config_norm (layernorm, igelu, softmax) is not implemented" }),
];

const FUNCTS: ReadonlyMap<number, (rs1: bigint, rs2: bigint) => Decoded> = new Map([
  [0, (rs1: bigint, rs2: bigint): Decoded => CONFIGS[field(rs1, 0, 2)]?.(rs1, rs2) ?? { error: "no such config" }],
  [1, decodeMvin(1)],
  [2, decodeMvin(0)],
  [3, (rs1: bigint, rs2: bigint): Decoded => one({ op: "mvout", dram: Number(rs1), ...operand(rs2) })],
  [4, decodeCompute("compute_preloaded")],
  [5, decodeCompute("compute_accumulated")],
  [6, decodePreload],
  [7, (): Decoded => one({ op: "flush" })],
  [14, decodeMvin(2)],
]);

/** The primitive command that `funct` names; undefined where it is none. */
export const decodePrimitive = (funct: number, rs1: bigint, rs2: bigint): Decoded | undefined =>
  FUNCTS.get(funct)?.(rs1, rs2);
