// The options of `terrace reduce`, as commander reads them.

/** What of a test says that a candidate still has what is looked for. */
export const interestingWhen = ["zero", "nonzero", "crash", "timeout"] as const;
export type InterestingWhen = (typeof interestingWhen)[number];

export interface ReduceCommandOptions {
  /** MLIR text; - is standard input. */
  readonly input: string;
  /** An executable, or a command line. */
  readonly test: string;
  readonly interesting: InterestingWhen;
  /** Where the result goes; standard output by default. */
  readonly output?: string | undefined;
  /** Seconds for all. */
  readonly time?: number | undefined;
  /** Seconds for one test. */
  readonly testTimeout: number;
  readonly jobs: number;
  readonly json?: boolean | undefined;
  readonly allowUnregisteredDialect?: boolean | undefined;
  readonly mlirPrintOpGeneric?: boolean | undefined;
  readonly mlirPrintDebuginfo?: boolean | undefined;
}
