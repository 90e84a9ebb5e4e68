// The DMA: one stream of requests each direction, one request a cycle, at most `max_burst_bytes` each and not across a
// multiple of it, at most `max_in_flight` outstanding. Latency is hidden only so far: the bandwidth reached is
// min(bus, max_in_flight * max_burst_bytes / latency). Address translation is not modelled.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import type { DramTiming } from "./dram.ts";
import { Timeline } from "./timeline.ts";

/** One direction of the DMA. */
export class DmaStream {
  /** Bytes moved so far. */
  bytes = 0;
  readonly #kind: "read" | "write";
  readonly #dma: SystolicMachine["dma"];
  readonly #memory: DramTiming;
  readonly #bus = new Timeline();
  /** When each of the last `max_in_flight` requests was answered, a ring. */
  readonly #answered: number[];
  #requests = 0;
  #nextRequest = 0;

  constructor(kind: "read" | "write", dma: SystolicMachine["dma"], memory: DramTiming) {
    this.#kind = kind;
    this.#dma = dma;
    this.#memory = memory;
    this.#answered = Array.from({ length: dma.max_in_flight }, () => 0);
  }

  /** When the next request can leave, at the earliest. */
  get nextRequest(): number {
    return this.#nextRequest;
  }

  /** When a row of `bytes` that is asked for at `ready` has arrived. */
  move(address: number, bytes: number, ready: number): number {
    const { max_burst_bytes: burst } = this.#dma;
    let done = ready;
    for (let at = address; at < address + bytes;) {
      const end = Math.min(address + bytes, (Math.floor(at / burst) + 1) * burst);
      done = Math.max(done, this.#request(at, end - at, ready));
      at = end;
    }
    this.bytes += bytes;
    return done;
  }

  /** Forgets what lies before `time`. */
  forget(time: number): void {
    this.#bus.forget(time);
  }

  #request(address: number, bytes: number, ready: number): number {
    const slot = this.#requests++ % this.#answered.length;
    const start = Math.max(ready, this.#nextRequest, this.#answered[slot]!);
    this.#nextRequest = start + 1;
    const beats = Math.ceil(bytes / this.#dma.bus_bytes_per_cycle);
    const { latency } = this.#memory;
    const answered =
      this.#kind === "read"
        ? this.#read(address, bytes, start + latency, beats)
        : this.#memory.serve(address, bytes, this.#bus.claim(start, beats)) + latency;
    this.#answered[slot] = answered;
    return answered;
  }

  /** The bus takes the data while the channel delivers it. */
  #read(address: number, bytes: number, arrival: number, beats: number): number {
    const delivered = this.#memory.serve(address, bytes, arrival);
    return Math.max(delivered, this.#bus.claim(Math.max(arrival, delivered - beats), beats));
  }
}
