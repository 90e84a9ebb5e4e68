// What the values and buffers that a run makes cost it: a run has one meter, which the places that allocate ask beforehand.
//
// Tensors are made in the middle of meanings that have no run at hand, so the meter of the run that is on is kept here.

export interface AllocationMeter {
  /** Ends the run where this is more than it may have. */
  take(bytes: number): void;
}

let current: AllocationMeter | undefined;

/** To be called before bytes are allocated, of which there may be too many to count. */
export function meterAllocation(bytes: number): void {
  current?.take(bytes);
}

/** Runs `body` with this meter; runs may nest. */
export function withMeter<T>(meter: AllocationMeter, body: () => T): T {
  const outer = current;
  current = meter;
  try {
    return body();
  } finally {
    current = outer;
  }
}
