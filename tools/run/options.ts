// What `terrace run` is told.

export interface RunOptions {
  readonly program: string;
  readonly target?: string | undefined;
  readonly machine?: string | undefined;
  readonly inputs?: string | undefined;
  readonly expect?: string | undefined;
  readonly output?: string | undefined;
  readonly rtol: number;
  readonly atol: number;
  readonly entry: string;
  readonly json?: boolean | undefined;
  /** "text" or "json". */
  readonly diagnostics?: string | undefined;
  readonly shuffle?: number | undefined;
  readonly verifyEach: boolean;
  readonly mlirPrintIrBeforeAll?: boolean | undefined;
  readonly mlirPrintIrAfterAll?: boolean | undefined;
  readonly mlirPrintIrAfterChange?: boolean | undefined;
  readonly mlirPrintIrTreeDir?: string | undefined;
}

/** As the command line has them where nothing is given. */
export const defaultRunOptions = { rtol: 1e-5, atol: 0, entry: "main", verifyEach: true } as const;
