// What a run is told by meanings that have no run at hand: those of scalars, and those that make tensors in the middle of something else.

export interface Ledger {
  /** Ends the run where this is more than it may have. */
  take(bytes: number): void;
  /** Any NaN stands for any other, so a run that looks at the bits of one may give this or that. */
  noteNaNBits(): void;
}

/** That of the run that is on. */
let current: Ledger | undefined;

/** To be called before bytes are allocated, of which there may be too many to count. */
export function meterAllocation(bytes: number): void {
  current?.take(bytes);
}

/** To be called where the bits of a NaN are looked at. */
export function noteNaNBits(): void {
  current?.noteNaNBits();
}

/** Runs `body` with this ledger; runs may nest. */
export function withLedger<T>(ledger: Ledger, body: () => T): T {
  const outer = current;
  current = ledger;
  try {
    return body();
  } finally {
    current = outer;
  }
}
