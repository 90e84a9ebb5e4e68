// The values that a point of a program sees, by type; regions take back what they added.
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { RandomSource } from "../random-source.ts";

const none: readonly Value[] = [];

export class Scope {
  readonly all: Value[] = [];
  readonly #byType = new Map<Type, Value[]>();

  add(value: Value): void {
    this.all.push(value);
    const list = this.#byType.get(value.type);
    if (list === undefined) this.#byType.set(value.type, [value]);
    else list.push(value);
  }

  ofType(type: Type): readonly Value[] {
    return this.#byType.get(type) ?? none;
  }

  /** Where the scope stands, for `release`. */
  mark(): number {
    return this.all.length;
  }

  /** Takes out what came after the mark. */
  release(mark: number): void {
    while (this.all.length > mark) this.#byType.get(this.all.pop()!.type)?.pop();
  }
}

/** One of the list; the last few are as likely as all others together, so that programs have chains. */
export function recent(list: readonly Value[], random: RandomSource): Value | undefined {
  const { length } = list;
  if (length < 2) return list[0];
  if (random.below(2) === 0) return list[length - 1 - random.below(Math.min(length, 3))];
  return list[random.below(length)];
}
