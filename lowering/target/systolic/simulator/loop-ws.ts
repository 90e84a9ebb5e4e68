// loop_ws: C = A * B + D over a grid of blocks, as the unroller issues it: k outermost, then columns j, then rows i, so
// that one block of weights serves every row block. A block is loaded when it is first needed, a result is stored when
// its last product is made. Operands take at most half of each memory, so that two loops can overlap.
import type { Command } from "../../../../dialects/systolic/commands.ts";
import { field, type Decoded } from "./decode-primitive.ts";
import type { Geometry } from "./geometry.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";

/** Bounds, addresses of A and B, of D and C, strides of A and B, of D and C. */
export const LOOP_WS_FUNCTS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13]);

/** The operands of configuring commands, by funct. */
export type Registers = ReadonlyMap<number, readonly [bigint, bigint]>;

/** The two operands that `funct` had last. */
export const registerPair = (registers: Registers, funct: number): readonly [bigint, bigint] =>
  registers.get(funct) ?? [0n, 0n];

/** A matrix in DRAM, cut into blocks; address 0 means that it takes no part. */
interface Matrix {
  readonly address: number;
  /** Elements from row to row. */
  readonly stride: number;
}

/** The commands of one loop; an error is the reason why there are none. */
export function expandLoopWs(geometry: Geometry, registers: Registers, rs1: bigint, rs2: bigint): Decoded {
  const dim = geometry.rows;
  const [pads, bounds] = registerPair(registers, 9);
  const [rowBlocks, columnBlocks, depthBlocks] = [field(bounds, 0, 16), field(bounds, 16, 16), field(bounds, 32, 16)];
  const [rowPad, columnPad, depthPad] = [field(pads, 0, 16), field(pads, 16, 16), field(pads, 32, 16)];
  const matrix = (side: 0 | 1, addressFunct: number, strideFunct: number): Matrix => ({
    address: Number(registerPair(registers, addressFunct)[side]),
    stride: Number(registerPair(registers, strideFunct)[side]),
  });
  const [a, b, d, c] = [matrix(0, 10, 12), matrix(1, 10, 12), matrix(0, 11, 13), matrix(1, 11, 13)];

  const accumulates = field(rs1, 0, 1) === 1;
  const full = field(rs1, 1, 1) === 1;
  const narrowBias = field(rs1, 2, 1) === 1;
  const activation = field(rs1, 8, 3);
  const [bSlot, aSlot] = [field(rs1, 16, 2), field(rs1, 18, 2)];
  const [aTransposed, bTransposed] = [field(rs2, 0, 1) === 1, field(rs2, 1, 1) === 1];
  const adds = field(rs2, 2, 1) === 1;
  if (activation > 1) return { error: `activation ${activation} (layernorm, igelu, softmax) is not implemented` };

  const { scratchpad, accumulator } = geometry;
  if ((rowBlocks + columnBlocks) * depthBlocks * dim > scratchpad.rows / 2)
    return {
      error: `A and B take ${(rowBlocks + columnBlocks) * depthBlocks * dim} rows, more than half the scratchpad`,
    };
  if (rowBlocks * columnBlocks * dim > accumulator.rows / 2)
    return { error: `C takes ${rowBlocks * columnBlocks * dim} rows, more than half the accumulator` };

  const half = scratchpad.rows / 2;
  const aStart = aSlot === 2 ? half : 0;
  const bStart = (bSlot === 2 ? scratchpad.rows : half) - columnBlocks * depthBlocks * dim;
  const [inBytes, accBytes] = [scratchpad.elementBytes, accumulator.elementBytes];
  const rowsOf = (i: number): number => dim - (i === rowBlocks - 1 ? rowPad : 0);
  const columnsOf = (j: number): number => dim - (j === columnBlocks - 1 ? columnPad : 0);
  const depthOf = (k: number): number => dim - (k === depthBlocks - 1 ? depthPad : 0);
  const blockAt = (from: Matrix, row: number, column: number, bytes: number): number =>
    from.address + (row * from.stride + column) * dim * bytes;
  const cRow = (i: number, j: number): number => (i * columnBlocks + j) * dim;

  const commands: Command[] = [];
  const load = (dram: number, local: number, rows: number, cols: number, state: number): void =>
    void commands.push({ op: "mvin", dram, local, rows, cols, state });
  const store = (i: number, j: number): void =>
    void commands.push({
      op: "mvout",
      dram: blockAt(c, i, j, full ? accBytes : inBytes),
      local: accumulatorRow(cRow(i, j), { accumulate: true, full }),
      rows: rowsOf(i),
      cols: columnsOf(j),
    });

  if (adds) {
    for (let i = 0; i < rowBlocks; i++)
      for (let j = 0; j < columnBlocks; j++) {
        load(blockAt(a, i, j, inBytes), accumulatorRow(cRow(i, j)), rowsOf(i), columnsOf(j), 0);
        load(blockAt(b, i, j, inBytes), accumulatorRow(cRow(i, j), { accumulate: true }), rowsOf(i), columnsOf(j), 1);
        if (c.address !== 0) store(i, j);
      }
    return { commands };
  }

  if (d.address !== 0)
    for (let i = 0; i < rowBlocks; i++)
      for (let j = 0; j < columnBlocks; j++)
        load(blockAt(d, i, j, narrowBias ? inBytes : accBytes), accumulatorRow(cRow(i, j)), rowsOf(i), columnsOf(j), 2);

  for (let k = 0; k < depthBlocks; k++)
    for (let j = 0; j < columnBlocks; j++)
      for (let i = 0; i < rowBlocks; i++) {
        const aLocal = aStart + (aTransposed ? k * rowBlocks + i : i * depthBlocks + k) * dim;
        const bLocal = bStart + (bTransposed ? j * depthBlocks + k : k * columnBlocks + j) * dim;
        if (j === 0 && a.address !== 0) {
          if (aTransposed) load(blockAt(a, k, i, inBytes), aLocal, depthOf(k), rowsOf(i), 0);
          else load(blockAt(a, i, k, inBytes), aLocal, rowsOf(i), depthOf(k), 0);
        }
        if (i === 0 && b.address !== 0) {
          if (bTransposed) load(blockAt(b, j, k, inBytes), bLocal, columnsOf(j), depthOf(k), 1);
          else load(blockAt(b, k, j, inBytes), bLocal, depthOf(k), columnsOf(j), 1);
        }
        commands.push(
          {
            op: "preload",
            b: i === 0 ? bLocal : GARBAGE,
            bRows: depthOf(k),
            bCols: columnsOf(j),
            c: accumulatorRow(cRow(i, j), { accumulate: accumulates || k > 0, full }),
            cRows: rowsOf(i),
            cCols: columnsOf(j),
          },
          {
            op: i === 0 ? "compute_preloaded" : "compute_accumulated",
            a: aLocal,
            aRows: rowsOf(i),
            aCols: depthOf(k),
            bd: GARBAGE,
            bdRows: dim,
            bdCols: dim,
          },
        );
        if (c.address !== 0 && k === depthBlocks - 1) store(i, j);
      }
  return { commands };
}
