// The schema of a systolic array ("npu-hw/1"). An array has R = mesh_rows * tile_rows rows of processing elements and
// C = mesh_cols * tile_cols columns; neither need be a power of two, nor equal.
//
// Weight-stationary, the array holds K x N weights (K <= R, N <= C): an operand A has K elements a row, a weight matrix
// N elements a row, a result N elements a row. A transposed operand swaps its two. So a scratchpad row holds at least
// max(R, C) elements and an accumulator row at least C; `consistency.ts` checks that.
import * as z from "zod";
import { cycles, machineName, powerOfTwo, rate, size } from "./fields.ts";

const array = () =>
  z.strictObject({
    /** Tiles down the mesh. */
    mesh_rows: size(),
    /** Tiles across the mesh. */
    mesh_cols: size(),
    /** Processing elements down a tile, which is combinational. */
    tile_rows: size(),
    /** Processing elements across a tile. */
    tile_cols: size(),
    /** Weight-stationary, output-stationary. */
    dataflows: z.array(z.enum(["ws", "os"])).min(1),
    /** Cycles inside one processing element. */
    pe_latency: cycles(),
    /** Registers between tiles, besides the one that is always there. */
    tile_latency: cycles(),
    /** Registers behind the mesh. */
    mesh_output_delay: cycles(),
    /** The least distance of two operations, in rows: the accumulator's write-after-write distance. */
    min_rows_per_op: size(),
    /** Operands enter skewed by one cycle a row. */
    skew_registers: z.literal(true),
    /** Registers that a partial sum passes from one row to the next. */
    psum_hop_cycles: size(),
    /** Columns of a tile are summed by a tree; not modelled. */
    tree_reduction: z.literal(false),
    /** Results leave an output-stationary array when the queue empties or the configuration changes. */
    flush_on_os_switch: z.boolean(),
  });

const types = () =>
  z.strictObject({
    /** Element type of A, and of a scratchpad row. */
    input: z.enum(["i8", "f32"]),
    /** Element type of B. */
    weight: z.enum(["i8", "f32"]),
    /** Type of a partial sum between rows: an integer width counts overflows (arithmetic wraps at `acc`). */
    psum: z.string().regex(/^(f32|i(1[6-9]|2\d|3[0-2]))$/, { error: "f32, or i16 to i32" }),
    /** Element type of an accumulator row. */
    acc: z.enum(["i32", "f32"]),
    /** Element type of what leaves the accumulator scaled. */
    out: z.enum(["i8", "f32"]),
    /** What an overflowing accumulation does. */
    pe_overflow: z.literal("wrap").optional(),
    /** Output-stationary results: round half to even shift right and saturate, or nothing. */
    os_out: z.enum(["rne_shift_saturate", "none"]),
  });

const queues = () =>
  z.strictObject({
    /** Reservation-station entries for loads. */
    rs_load: size(),
    /** Reservation-station entries for stores. */
    rs_store: size(),
    /** Reservation-station entries for preloads and computes. */
    rs_exec: size(),
    /** Commands queued at the load unit, the store unit and the execute unit. */
    q_load: size(),
    q_store: size(),
    q_exec: size(),
    /** Commands that enter the reservation station in a cycle. */
    alloc_per_cycle: size(),
    /** Commands that leave for their unit in a cycle, each queue. */
    issue_per_queue_per_cycle: size(),
    /** Commands that may be marked complete in a cycle. */
    complete_per_cycle: size(),
  });

const memory = () =>
  z.strictObject({
    /** ideal: no latency; fixed: one latency; banked: latency plus the row buffer's. */
    model: z.enum(["ideal", "fixed", "banked"]),
    /** Cycles from request to first data, without the row buffer's part. */
    latency_cycles: cycles(),
    /** Bytes that one channel moves in a cycle. */
    bytes_per_cycle: rate(),
    channels: size(),
    /** Banks of a channel. */
    banks: size(),
    /** Bytes of an open row. */
    row_bytes: powerOfTwo(),
    /** Cycles: activate, precharge, column access. */
    t_rcd: cycles(),
    t_rp: cycles(),
    t_cl: cycles(),
    /** Neighbouring stretches of this many bytes lie on different channels and banks. */
    interleave_bytes: powerOfTwo(),
    /** Other models that a reader may choose; not read. */
    alternative: z.record(z.string(), z.string()).optional(),
  });

const unroller = () => z.strictObject({ concurrent: size(), half_memory: z.boolean() }).optional();

const energy = () => z.number().min(0).nullable();

/** Builds the schema; `machineSchema` keeps the one copy. */
export const buildSystolicSchema = () =>
  z.strictObject({
    schema: z.literal("npu-hw/1"),
    name: machineName(),
    clock_mhz: rate(),
    /** The timing engine; `event` where absent. */
    timing: z.literal("event").optional(),
    array: array(),
    types: types(),
    /** Operands: `banks` x `rows_per_bank` rows of `row_elems` inputs; `read_delay` cycles from address to data. */
    scratchpad: z.strictObject({
      banks: size(),
      rows_per_bank: size(),
      row_elems: size(),
      ports: z.enum(["1rw", "1r1w"]),
      read_delay: cycles(),
    }),
    /** Results: `banks` x `rows_per_bank` rows of `row_elems` accumulators, with an adder in place. */
    accumulator: z.strictObject({
      banks: size(),
      rows_per_bank: size(),
      row_elems: size(),
      ports: z.enum(["1rw", "1r1w"]),
      /** Cycles of a read-add-write. */
      latency: cycles(),
      /** Rows between two writes of the same row. */
      waw_min_distance: cycles(),
      in_place_add: z.literal(true),
    }),
    /** Between accumulator and memory: scale, round, saturate, activate. `units` -1 is one a lane. */
    scale_unit: z.strictObject({
      units: z.union([z.literal(-1), size()]),
      latency: cycles(),
      type: z.literal("f32"),
      rounding: z.enum(["rne", "none"]),
      saturate: z.boolean(),
      activations: z.array(z.enum(["none", "relu", "layernorm", "igelu", "softmax"])).min(1),
      pool: z.enum(["max", "none"]),
    }),
    /** Operands may be transposed on their way into the array. */
    transposer: z.boolean(),
    /** A convolution's windows come from addressing, not from a unit. */
    im2col: z.literal("addressing"),
    queues: queues(),
    dma: z.strictObject({
      /** Bytes a cycle, each direction. */
      bus_bytes_per_cycle: size(),
      /** Bytes of one request; requests do not cross a multiple of it. */
      max_burst_bytes: powerOfTwo(),
      /** Requests in flight, each direction. */
      max_in_flight: size(),
      /** Load configurations that exist side by side. */
      load_states: size(),
      /** Not modelled. */
      tlb_entries: size(),
      /** A load may multiply by a scale. */
      mvin_scale: z.boolean(),
    }),
    memory: memory(),
    /** Commands that expand to loops of others; absent where the machine has none. */
    loop_unrollers: z.strictObject({ loop_ws: unroller(), loop_conv_ws: unroller() }).optional(),
    /** Picojoules an event; null is not calibrated. */
    energy_pj: z
      .strictObject({
        mac_i8: energy().optional(),
        spad_row_read: energy().optional(),
        acc_row_rw: energy().optional(),
        dram_byte: energy().optional(),
        note: z.string().optional(),
      })
      .optional(),
    note: z.string().optional(),
  });

/** A systolic array with scratchpad, accumulator, DMA and its controller's queues. */
export type SystolicMachine = z.infer<ReturnType<typeof buildSystolicSchema>>;
