// The memory behind the DMA: channels that move so many bytes a cycle, a latency, and in the banked model a row buffer
// for each bank. Neighbouring stretches lie on different channels, then on different banks. Requests are served in
// program order (no reordering window); `latency_cycles` is the way there and back without the bank's own part.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import { Timeline } from "./timeline.ts";

/** How often a request found its row open, found no row open, or found another one. */
export interface RowBuffer {
  hits: number;
  misses: number;
  conflicts: number;
}

interface Bank {
  openRow: number | undefined;
  ready: number;
}

export class DramTiming {
  readonly rowBuffer: RowBuffer = { hits: 0, misses: 0, conflicts: 0 };
  readonly #memory: SystolicMachine["memory"];
  readonly #channels: readonly Timeline[];
  readonly #banks: readonly (readonly Bank[])[];

  constructor(memory: SystolicMachine["memory"]) {
    this.#memory = memory;
    this.#channels = Array.from({ length: memory.channels }, () => new Timeline());
    this.#banks = this.#channels.map(() =>
      Array.from({ length: memory.banks }, () => ({ openRow: undefined, ready: 0 })),
    );
  }

  /** Cycles between a request and its first data, row buffer apart. */
  get latency(): number {
    return this.#memory.model === "ideal" ? 0 : this.#memory.latency_cycles;
  }

  /** When the last of `bytes` has passed the channel, for a request that reaches the memory at `arrival`. */
  serve(address: number, bytes: number, arrival: number): number {
    const { interleave_bytes: stretch, channels, bytes_per_cycle: rate, model } = this.#memory;
    const channel = Math.floor(address / stretch) % channels;
    const beats = Math.ceil(bytes / rate);
    const ready = model === "banked" ? this.#openRow(address, channel, arrival, beats) : arrival;
    return this.#channels[channel]!.claim(ready, beats);
  }

  /** Forgets what lies before `time`. */
  forget(time: number): void {
    for (const channel of this.#channels) channel.forget(time);
  }

  /** When the bank has the first data of a request. */
  #openRow(address: number, channel: number, arrival: number, beats: number): number {
    const { interleave_bytes: stretch, channels, banks, row_bytes, t_cl, t_rcd, t_rp } = this.#memory;
    const stripe = Math.floor(address / stretch / channels);
    const bank = this.#banks[channel]![stripe % banks]!;
    const row = Math.floor((Math.floor(stripe / banks) * stretch) / row_bytes);
    let prepare = 0;
    if (bank.openRow === row) this.rowBuffer.hits++;
    else if (bank.openRow === undefined) {
      this.rowBuffer.misses++;
      prepare = t_rcd;
    } else {
      this.rowBuffer.conflicts++;
      prepare = t_rp + t_rcd;
    }
    bank.openRow = row;
    const column = Math.max(arrival, bank.ready) + prepare;
    bank.ready = column + beats;
    return column + t_cl;
  }
}
