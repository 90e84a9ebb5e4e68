// Barriers: what one thread wrote, another may only touch after all have met. Conservative by buffer, in uniform control flow.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { BarrierOp } from "../../../dialects/gpu/index.ts";

/** Accesses since the last barrier, by buffer. */
export interface Pending {
  readonly reads: ReadonlySet<object>;
  readonly writes: ReadonlySet<object>;
}

export class Hazards {
  readonly #builder: OpBuilder;
  #reads = new Set<object>();
  #writes = new Set<object>();

  constructor(builder: OpBuilder) {
    this.#builder = builder;
  }

  /** To be called before ops that read the buffer are made. */
  read(buffer: object): void {
    if (this.#writes.has(buffer)) this.#barrier();
    this.#reads.add(buffer);
  }

  /** To be called before ops that write the buffer are made. */
  write(buffer: object): void {
    if (this.#writes.has(buffer) || this.#reads.has(buffer)) this.#barrier();
    this.#writes.add(buffer);
  }

  /** To be called before a write that follows reads recorded under another name. */
  afterReads(of: object): void {
    if (this.#reads.has(of)) this.#barrier();
  }

  get pending(): Pending {
    return { reads: new Set(this.#reads), writes: new Set(this.#writes) };
  }

  /** Control flow meets: what may be pending on another way in is pending. */
  join({ reads, writes }: Pending): void {
    for (const buffer of reads) this.#reads.add(buffer);
    for (const buffer of writes) this.#writes.add(buffer);
  }

  restore({ reads, writes }: Pending): void {
    this.#reads = new Set(reads);
    this.#writes = new Set(writes);
  }

  #barrier(): void {
    BarrierOp.build(this.#builder, {});
    this.#reads.clear();
    this.#writes.clear();
  }
}
