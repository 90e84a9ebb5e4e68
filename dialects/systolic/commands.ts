// The primitive commands of the array as plain data: what a stream holds, what the decoder yields, what the simulator
// executes. Addresses in DRAM are bytes; local addresses are 32-bit numbers (local-address.ts).

export type Dataflow = "ws" | "os";

/** What is applied where a result leaves for memory. */
export type Activation = "none" | "relu";

/** Configures the execute unit. */
export interface ConfigEx {
  readonly op: "config_ex";
  readonly dataflow: Dataflow;
  /** Applied to results written to the scratchpad. */
  readonly activation: Activation;
  readonly aTranspose: boolean;
  readonly bTranspose: boolean;
  /** Rows from one row of A to the next. */
  readonly aStride: number;
  /** Rows from one row of C to the next. */
  readonly cStride: number;
  /** Output-stationary results are shifted right by this, rounding half to even. */
  readonly shift: number;
  /** Change the two strides and nothing else. */
  readonly strideOnly?: boolean;
}

/** Configures one of the load states. */
export interface ConfigLd {
  readonly op: "config_ld";
  readonly state: number;
  /** Bytes from one row in DRAM to the next; 0 repeats a row. */
  readonly strideBytes: number;
  /** Multiplies scratchpad elements, and accumulator elements that are shrunk or float. */
  readonly scale: number;
  /** Accumulator rows come from DRAM in the input type. */
  readonly shrink: boolean;
  /** Local rows from one block of a wide load to the next; the array's `block` where absent. */
  readonly blockStride?: number;
  /** Copies of each row, each a row lower and `cols` elements further right; 1 where absent. */
  readonly pixelRepeats?: number;
}

/** A max-pooling window over an orows x ocols image of accumulator rows. */
export interface Pooling {
  readonly stride: number;
  readonly size: number;
  readonly upPad: number;
  readonly leftPad: number;
  /** Columns of the pooled image in DRAM. */
  readonly outDim: number;
  readonly outRows: number;
  readonly outColumns: number;
  readonly rows: number;
  readonly columns: number;
}

/** Configures the store unit. */
export interface ConfigSt {
  readonly op: "config_st";
  readonly strideBytes: number;
  readonly activation: Activation;
  /** Multiplies what leaves the accumulator, unless the address says `full`. */
  readonly scale: number;
  readonly pooling?: Pooling;
}

/** DRAM to local; from address 0 zeros come. */
export interface Mvin {
  readonly op: "mvin";
  readonly dram: number;
  readonly local: number;
  readonly rows: number;
  /** More than a local row holds: several blocks, `blockStride` rows apart. */
  readonly cols: number;
  readonly state: number;
}

/** Local to DRAM. */
export interface Mvout {
  readonly op: "mvout";
  readonly dram: number;
  readonly local: number;
  readonly rows: number;
  readonly cols: number;
}

/** Names the stationary operand (weight-stationary: B; output-stationary: D) and the result. */
export interface Preload {
  readonly op: "preload";
  readonly b: number;
  readonly c: number;
  readonly bRows: number;
  readonly bCols: number;
  readonly cRows: number;
  readonly cCols: number;
}

/** One product; `compute_preloaded` takes the stationary operand that was named, the other keeps what is there. */
export interface Compute {
  readonly op: "compute_preloaded" | "compute_accumulated";
  readonly a: number;
  /** Weight-stationary: D; output-stationary: B. */
  readonly bd: number;
  readonly aRows: number;
  readonly aCols: number;
  readonly bdRows: number;
  readonly bdCols: number;
}

/** Flushes the address translation; nothing to compute. */
export interface Flush {
  readonly op: "flush";
}

/** The host waits until every command before is complete. */
export interface Fence {
  readonly op: "fence";
}

export type Command = ConfigEx | ConfigLd | ConfigSt | Mvin | Mvout | Preload | Compute | Flush | Fence;

/** The queue that a command waits in. */
export type Queue = "load" | "execute" | "store" | "host";

export const queueOf: { readonly [Op in Command["op"]]: Queue } = {
  config_ex: "execute",
  config_ld: "load",
  config_st: "store",
  mvin: "load",
  mvout: "store",
  preload: "execute",
  compute_preloaded: "execute",
  compute_accumulated: "execute",
  flush: "host",
  fence: "host",
};
