// A fully associative, least recently used cache of lines whose sectors are fetched one by one.
import { countBits } from "../../../../dialects/simt/index.ts";

interface Line {
  valid: number;
  dirty: number;
}

export class SectorCache {
  readonly #lines = new Map<number, Line>();
  readonly #capacity: number;
  /** Sectors written back since the cache was made. */
  writtenBack = 0;

  /** `capacity` in lines; none is no cache. */
  constructor(capacity: number) {
    this.#capacity = Math.max(0, Math.floor(capacity));
  }

  /** The sectors of the mask that were not there; afterwards they are. */
  read(line: number, mask: number): number {
    const found = this.#touch(line);
    const missing = mask & ~found.valid;
    found.valid |= mask;
    return missing;
  }

  /** Writes sectors, which makes them valid without a fetch. */
  write(line: number, mask: number): void {
    const found = this.#touch(line);
    found.valid |= mask;
    found.dirty |= mask;
  }

  #touch(line: number): Line {
    let found = this.#lines.get(line);
    if (found !== undefined) this.#lines.delete(line);
    else found = { valid: 0, dirty: 0 };
    this.#lines.set(line, found);
    if (this.#lines.size > this.#capacity) {
      for (const [oldest, { dirty }] of this.#lines) {
        this.#lines.delete(oldest);
        this.writtenBack += countBits(dirty);
        break;
      }
    }
    return found;
  }

  /** Writes everything back; what is valid stays. */
  flush(): void {
    for (const line of this.#lines.values()) {
      this.writtenBack += countBits(line.dirty);
      line.dirty = 0;
    }
  }

  clear(): void {
    this.#lines.clear();
  }
}
