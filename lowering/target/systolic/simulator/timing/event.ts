// The event timing engine: when each command enters the reservation station, starts and completes.
//
// Commands enter in program order, `alloc_per_cycle` a cycle, each into the queue of its unit, and hold an entry until
// they complete; a full queue stops the front. A queue issues in order. A command waits for commands of other queues
// whose local rows it overlaps (read after write, write after read, write after write). Source of the rules: Gemmini,
// ReservationStation.scala. Every wait is on an older command, so one pass in program order computes all times.
// Not modelled: the units' own command queues (q_*), completion ports, address translation.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import { queueOf, type Command, type Queue } from "../../../../../dialects/systolic/commands.ts";
import type { Effect, Region, Transfer } from "../effect.ts";
import { geometryOf, type Geometry } from "../geometry.ts";
import { Banks } from "./banks.ts";
import { DmaStream } from "./dma.ts";
import { DramTiming } from "./dram.ts";
import { ExecuteUnit } from "./execute.ts";
import { LoadUnit, StoreUnit } from "./move.ts";
import type { Report } from "./report.ts";

/** A command that may still be running. */
interface InFlight {
  readonly queue: Queue;
  readonly effect: Effect;
  /** When its operands are read, and when its results are written. */
  readonly read: number;
  readonly complete: number;
}

/** When a command has read, is complete, and gives its reservation-station entry back. */
interface Times {
  readonly read: number;
  readonly complete: number;
  readonly freed: number;
}

const at = (time: number): Times => ({ read: time, complete: time, freed: time });

const overlaps = (left: readonly Region[], right: readonly Region[]): boolean =>
  left.some((a) => right.some((b) => a.space === b.space && a.start < b.end && b.start < a.end));

const span = ({ address, strideBytes, rows, rowBytes }: Transfer): readonly [number, number] => [
  address,
  address + Math.max(0, rows - 1) * strideBytes + rowBytes,
];

/** Reservation-station entries of one queue: when each was last freed. */
class Entries {
  readonly #freed: number[];
  #next = 0;

  constructor(count: number) {
    this.#freed = Array.from({ length: count }, () => 0);
  }

  /** When the next entry is free. */
  get free(): number {
    return this.#freed[this.#next]!;
  }

  /** Takes it; the returned number names it to `release`. */
  take(): number {
    const entry = this.#next;
    this.#next = (entry + 1) % this.#freed.length;
    return entry;
  }

  release(entry: number, time: number): void {
    this.#freed[entry] = time;
  }
}

export class EventTiming {
  readonly #machine: SystolicMachine;
  readonly #geometry: Geometry;
  readonly #memory: DramTiming;
  readonly #reads: DmaStream;
  readonly #writes: DmaStream;
  readonly #banks: { readonly scratchpad: Banks; readonly accumulator: Banks };
  readonly #load: LoadUnit;
  readonly #store: StoreUnit;
  readonly #execute: ExecuteUnit;
  readonly #entries: Readonly<Record<"load" | "execute" | "store", Entries>>;
  readonly #instructions = new Map<Command["op"], number>();
  #inFlight: InFlight[] = [];
  /** The cycle in which the front works, and how many commands it has let in during it. */
  #front = 0;
  #allocated = 0;
  #cycles = 0;
  #macs = 0;
  #unfencedLoads = 0;
  /** The preload that waits for its product. */
  #preload: { readonly allocated: number; readonly entry: number } | undefined;

  constructor(machine: SystolicMachine) {
    this.#machine = machine;
    this.#geometry = geometryOf(machine);
    this.#memory = new DramTiming(machine.memory);
    this.#reads = new DmaStream("read", machine.dma, this.#memory);
    this.#writes = new DmaStream("write", machine.dma, this.#memory);
    this.#banks = {
      scratchpad: new Banks(this.#geometry.scratchpad, machine.scratchpad.ports),
      accumulator: new Banks(this.#geometry.accumulator, machine.accumulator.ports),
    };
    this.#load = new LoadUnit(machine, this.#reads, this.#banks);
    this.#store = new StoreUnit(machine, this.#writes, this.#banks);
    this.#execute = new ExecuteUnit(machine, this.#geometry, this.#banks);
    const { rs_load, rs_exec, rs_store } = machine.queues;
    this.#entries = { load: new Entries(rs_load), execute: new Entries(rs_exec), store: new Entries(rs_store) };
  }

  /** Times one command, which touched `effect`. */
  issue(command: Command, effect: Effect): void {
    this.#instructions.set(command.op, (this.#instructions.get(command.op) ?? 0) + 1);
    this.#macs += effect.product?.macs ?? 0;
    const queue = queueOf[command.op];
    if (queue === "host") {
      this.#allocate(command.op === "fence" ? this.#cycles : 0);
      return;
    }
    const allocated = this.#allocate(this.#entries[queue].free);
    const entry = this.#entries[queue].take();
    this.#forget(allocated);
    const { read, complete, freed } = this.#run(command, effect, allocated, entry);
    this.#entries[queue].release(entry, freed);
    this.#cycles = Math.max(this.#cycles, complete);
    if (effect.reads.length > 0 || effect.writes.length > 0) this.#inFlight.push({ queue, effect, read, complete });
  }

  /** What everything so far cost; the functional model knows of overflows. */
  report(psumOverflows: number): Report {
    const { rows, columns } = this.#geometry;
    const { dma, memory } = this.#machine;
    const [read, written] = [this.#reads.bytes, this.#writes.bytes];
    const count = (op: Command["op"]): number => this.#instructions.get(op) ?? 0;
    return {
      cycles: this.#cycles,
      lowerBounds: {
        compute: this.#macs / (rows * columns),
        busRead: read / dma.bus_bytes_per_cycle,
        busWrite: written / dma.bus_bytes_per_cycle,
        memory: (read + written) / (memory.bytes_per_cycle * memory.channels),
      },
      busy: { load: this.#load.busy, execute: this.#execute.busy, store: this.#store.busy },
      macs: this.#macs,
      utilisation: this.#cycles === 0 ? 0 : this.#macs / (this.#cycles * rows * columns),
      dramBytesRead: read,
      dramBytesWritten: written,
      rowBuffer: { ...this.#memory.rowBuffer },
      instructions: {
        config_ex: count("config_ex"),
        config_ld: count("config_ld"),
        config_st: count("config_st"),
        mvin: count("mvin"),
        mvout: count("mvout"),
        preload: count("preload"),
        compute_preloaded: count("compute_preloaded"),
        compute_accumulated: count("compute_accumulated"),
        flush: count("flush"),
        fence: count("fence"),
      },
      unfencedLoads: this.#unfencedLoads,
      psumOverflows,
    };
  }

  /** The cycle in which the front lets the next command in, not before `ready`. */
  #allocate(ready: number): number {
    if (this.#allocated >= this.#machine.queues.alloc_per_cycle) {
      this.#front++;
      this.#allocated = 0;
    }
    if (ready > this.#front) {
      this.#front = ready;
      this.#allocated = 0;
    }
    this.#allocated++;
    this.#cycles = Math.max(this.#cycles, this.#front + 1);
    return this.#front;
  }

  /** When the command has read, is complete, and gives its entry back. */
  #run(command: Command, effect: Effect, allocated: number, entry: number): Times {
    switch (command.op) {
      case "config_ex":
        return at(this.#execute.configure(allocated + 1));
      case "mvin":
        return at(
          this.#load.move(effect, Math.max(allocated + 1, this.#after("load", effect), this.#afterStores(effect))),
        );
      case "mvout":
        return at(this.#store.move(effect, Math.max(allocated + 1, this.#after("store", effect)), command.rows));
      case "preload":
        this.#preload = { allocated, entry };
        return at(allocated + 1);
      case "compute_preloaded":
      case "compute_accumulated":
        return this.#compute(effect, allocated);
      default:
        return at(allocated + 1);
    }
  }

  #compute(effect: Effect, allocated: number): Times {
    const { product } = effect;
    if (product === undefined) throw new Error("a compute command without a product");
    const operands = [product.a, product.bd].filter((region) => region !== undefined);
    const stationary = product.stationary?.region;
    const named = this.#preload;
    const results = effect.writes;
    const preloadReady = Math.max(
      (named?.allocated ?? allocated) + 1,
      this.#after("execute", { reads: stationary === undefined ? [] : [stationary], writes: results }),
      stationary === undefined ? 0 : this.#afterOwnWrites([stationary]),
    );
    const operandsReady = Math.max(
      allocated + 1,
      this.#after("execute", { reads: operands, writes: [] }),
      this.#afterOwnWrites(operands),
    );
    const { read, written } = this.#execute.multiply(product, preloadReady, operandsReady);
    // The result belongs to the preload: its entry stays until the result is written, the product's until it has read.
    if (named !== undefined) this.#entries.execute.release(named.entry, written);
    this.#preload = undefined;
    return { read, complete: written, freed: read };
  }

  /** When every older command of another queue that conflicts with these rows is complete. */
  #after(queue: Queue, { reads, writes }: Pick<Effect, "reads" | "writes">): number {
    let time = 0;
    for (const other of this.#inFlight) {
      if (other.queue === queue || other.complete <= time) continue;
      if (overlaps(reads, other.effect.writes) || overlaps(writes, other.effect.writes)) time = other.complete;
      else if (other.read > time && overlaps(writes, other.effect.reads)) time = other.read;
    }
    return time;
  }

  /** When older products have written these scratchpad rows. */
  #afterOwnWrites(reads: readonly Region[]): number {
    let time = 0;
    for (const other of this.#inFlight)
      if (other.queue === "execute" && other.complete > time && overlaps(reads, other.effect.writes))
        time = other.complete;
    return time;
  }

  /** When older stores to the bytes that a load reads are complete. */
  #afterStores(effect: Effect): number {
    if (effect.transfer === undefined) return 0;
    const [start, end] = span(effect.transfer);
    let time = 0;
    for (const { effect: other, complete } of this.#inFlight) {
      if (other.transfer?.kind !== "write") continue;
      const [otherStart, otherEnd] = span(other.transfer);
      if (otherStart < end && start < otherEnd) time = Math.max(time, complete);
    }
    if (time > 0) this.#unfencedLoads++;
    return time;
  }

  /** No command starts before `time` any more. */
  #forget(time: number): void {
    this.#inFlight = this.#inFlight.filter(({ complete }) => complete > time);
    this.#memory.forget(time);
    this.#reads.forget(time);
    this.#writes.forget(time);
    this.#banks.scratchpad.forget(time);
    this.#banks.accumulator.forget(time);
  }
}
