// A resource that serves one thing a cycle: which cycles are taken. Commands are timed in program order, so an older
// command takes its cycles first and a younger one fills the gaps that are left.

export class Timeline {
  /** Taken intervals, ascending, never touching: starts and ends. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Takes `cycles` free cycles from `earliest` on, not necessarily neighbours; the cycle after the last one. */
  claim(earliest: number, cycles: number): number {
    let time = earliest;
    let remaining = cycles;
    let index = this.#ends.length;
    while (index > 0 && this.#ends[index - 1]! > time) index--;
    while (remaining > 0) {
      if (index < this.#starts.length && this.#starts[index]! <= time) {
        time = this.#ends[index]!;
        index++;
        continue;
      }
      const gap = index < this.#starts.length ? this.#starts[index]! - time : Infinity;
      const taken = Math.min(gap, remaining);
      index = this.#insert(index, time, time + taken);
      time += taken;
      remaining -= taken;
      // What was taken may have joined its right neighbour.
      if (remaining > 0) time = this.#ends[index - 1]!;
    }
    return time;
  }

  /** Forgets what lies before `time`: no later claim starts there. */
  forget(time: number): void {
    let count = 0;
    while (count < this.#ends.length && this.#ends[count]! <= time) count++;
    if (count === 0) return;
    this.#starts.splice(0, count);
    this.#ends.splice(0, count);
  }

  /** Adds a free interval before `index`, joined to its neighbours; the index after it. */
  #insert(index: number, start: number, end: number): number {
    const joinsLast = index > 0 && this.#ends[index - 1] === start;
    const joinsNext = index < this.#starts.length && this.#starts[index] === end;
    if (joinsLast && joinsNext) {
      this.#ends[index - 1] = this.#ends[index]!;
      this.#starts.splice(index, 1);
      this.#ends.splice(index, 1);
      return index;
    }
    if (joinsLast) {
      this.#ends[index - 1] = end;
      return index;
    }
    if (joinsNext) {
      this.#starts[index] = start;
      return index + 1;
    }
    this.#starts.splice(index, 0, start);
    this.#ends.splice(index, 0, end);
    return index + 1;
  }
}
