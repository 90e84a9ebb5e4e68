// What a command talks to: its streams and its progress line. Tests give their own; `nodeIo` is a terminal's.

export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Everything that standard input holds. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Called with the size of what is read, before it is worked on. */
  readonly expectInput?: (bytes: number) => void;
  /** Says what is being done, to be shown if it takes more than a second. Undefined is nothing. */
  readonly progress: (phase: string | undefined) => void;
}

/** Exit codes: 0 done, 1 the input or the command line is wrong, 2 a bug of ours. */
export type ExitCode = 0 | 1 | 2;
