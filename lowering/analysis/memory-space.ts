// Memory spaces of views follow the buffer that they show.
import { memrefType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";

/** Gives every view of `buffer`, and views of views, its memory space. */
export function propagateMemorySpace(buffer: Value): void {
  if (buffer.type.kind !== "memref") return;
  const { memorySpace } = buffer.type;
  const pending = [buffer];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const user of at.users()) {
      for (const result of user.results) {
        const type = result.type;
        if (type.kind !== "memref" || type.memorySpace === memorySpace) continue;
        result.setType(memrefType(type.shape, type.element, { layout: type.layout, memorySpace }));
        pending.push(result);
      }
    }
  }
}
