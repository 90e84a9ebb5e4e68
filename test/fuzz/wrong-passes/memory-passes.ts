// Wrong passes that overlook what happens to memory between two ops, inside an op, or under another name.
import { IfOp } from "../../../dialects/scf/index.ts";
import { LoadOp, StoreOp } from "../../../dialects/memref/index.ts";
import { effectsOf, isTerminator } from "../../../ir/analysis/effects.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { LoopLikeOpInterface } from "../../../ir/define/op-interfaces.ts";
import { areEqualOperations } from "../../../passes/equal-operations.ts";
import { passOnEach, type WrongPass } from "./wrong-pass.ts";

const dialects = ["arith", "memref", "scf"];

/** Whether an op reads memory and does nothing else with it. */
function onlyReads(op: Operation): boolean {
  const effects = effectsOf(op);
  return effects !== undefined && effects.length > 0 && effects.every(({ effect }) => effect === "read");
}

function* opsAfter(op: Operation): IterableIterator<Operation> {
  for (let next = op.next; next !== null; next = next.next) yield next;
}

const same = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** A program on two i8 and a condition that returns `%r`; it has a buffer of two, whose elements are the two. */
const onBuffer = (body: string): string => `func.func @main(%x: i8, %y: i8, %c: i1) -> i8 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %m = memref.alloc() : memref<2xi8>
  memref.store %x, %m[%c0] : memref<2xi8>
  memref.store %y, %m[%c1] : memref<2xi8>
${body}
  return %r : i8
}`;

export const wrongMemoryPasses: readonly WrongPass[] = [
  {
    mistake: "effect",
    dialects,
    pass: passOnEach("cse-across-writes", "Replaces equal reads, whatever is written between them.", (op, rewriter) => {
      if (!onlyReads(op) || op.regions.length > 0) return;
      for (const later of opsAfter(op))
        if (areEqualOperations(op, later))
          later.results.forEach((result, i) => {
            rewriter.replaceAllUsesWith(result, op.result(i));
          });
    }),
    witness: {
      text: onBuffer(`  %a = memref.load %m[%c0] : memref<2xi8>
  memref.store %y, %m[%c0] : memref<2xi8>
  %b = memref.load %m[%c0] : memref<2xi8>
  %r = arith.subi %b, %a : i8`),
      args: [1, 2, 0],
    },
  },
  {
    mistake: "aliasing",
    dialects,
    pass: passOnEach("hoist-reads", "Takes reads out of loops that store.", (loop, rewriter) => {
      for (const region of LoopLikeOpInterface.of(loop)?.(loop) ?? [])
        for (const op of [...region.entry.ops()]) {
          const isOutside = (value: Value): boolean => value.parentBlock?.parentRegion?.isWithin(region) === false;
          if (onlyReads(op) && op.regions.length === 0 && op.operands.every(isOutside)) rewriter.moveOpBefore(op, loop);
        }
    }),
    witness: {
      text: onBuffer(`  scf.for %k = %c0 to %c2 step %c1 {
    %a = memref.load %m[%c0] : memref<2xi8>
    %s = arith.addi %a, %y : i8
    memref.store %s, %m[%c0] : memref<2xi8>
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 0],
    },
  },
  {
    mistake: "effect",
    dialects,
    pass: passOnEach(
      "drop-last-stores",
      "Erases stores to own buffers that no later op of the block takes.",
      (op, rewriter) => {
        const store = StoreOp.match(op);
        if (store?.memref.definingOp?.name !== "memref.alloc") return;
        for (const later of opsAfter(op)) if (later.operands.includes(store.memref)) return;
        rewriter.eraseOp(op);
      },
    ),
    witness: {
      text: onBuffer(`  %r = scf.if %c -> (i8) {
    %a = memref.load %m[%c1] : memref<2xi8>
    scf.yield %a : i8
  } else {
    scf.yield %x : i8
  }`),
      args: [1, 2, 1],
    },
  },
  {
    mistake: "effect",
    dialects,
    pass: passOnEach(
      "drop-unused-regions",
      "Erases ops whose results nobody uses, with all that they hold.",
      (op, rewriter) => {
        if (op.resultCount > 0 && !op.hasResultUses && op.regions.length > 0) rewriter.eraseOp(op);
      },
    ),
    witness: {
      text: onBuffer(`  %u = scf.if %c -> (i8) {
    memref.store %y, %m[%c0] : memref<2xi8>
    scf.yield %x : i8
  } else {
    scf.yield %y : i8
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 1],
    },
  },
  {
    mistake: "effect",
    dialects,
    pass: passOnEach(
      "sink-reads",
      "Moves a read into the branch that alone uses it, past what stands between.",
      (op, rewriter) => {
        if (!onlyReads(op) || op.regions.length > 0 || !op.hasResultUses) return;
        const blocks = new Set(op.results.flatMap((result) => [...result.users()].map((user) => user.parentBlock)));
        const [block, ...others] = blocks;
        const holder = block?.parentOp;
        if (holder === undefined || holder === null || others.length > 0 || holder.parentBlock !== op.parentBlock)
          return;
        const first = block?.firstOp;
        if (IfOp.match(holder) !== undefined && first !== null && first !== undefined) rewriter.moveOpBefore(op, first);
      },
    ),
    witness: {
      text: onBuffer(`  %a = memref.load %m[%c0] : memref<2xi8>
  memref.store %y, %m[%c0] : memref<2xi8>
  %r = scf.if %c -> (i8) {
    scf.yield %a : i8
  } else {
    scf.yield %y : i8
  }`),
      args: [1, 2, 1],
    },
  },
  {
    mistake: "aliasing",
    dialects,
    pass: passOnEach(
      "forward-stores",
      "What was stored is what is loaded, unless the same buffer was stored to.",
      (op, rewriter) => {
        const store = StoreOp.match(op);
        if (store === undefined) return;
        for (const later of opsAfter(op)) {
          if (StoreOp.match(later)?.memref === store.memref) return;
          const load = LoadOp.match(later);
          if (load?.memref !== store.memref || !same(load.indices, store.indices)) continue;
          rewriter.replaceAllUsesWith(load.result, store.value);
        }
      },
    ),
    witness: {
      text: onBuffer(`  memref.store %x, %m[%c0] : memref<2xi8>
  scf.if %c {
    memref.store %y, %m[%c0] : memref<2xi8>
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 1],
    },
  },
  {
    mistake: "undefined behaviour",
    dialects: ["arith", "scf"],
    pass: passOnEach(
      "if-to-select",
      "Does what both branches do, and selects; a division by zero as well.",
      (op, rewriter) => {
        const choice = IfOp.match(op);
        if (choice === undefined || op.resultCount === 0 || choice.elseRegion.isEmpty) return;
        const inner = op.regions.flatMap(({ entry }) => [...entry.ops()]).filter((each) => !isTerminator(each));
        if (inner.some((each) => each.regions.length > 0 || effectsOf(each)?.length !== 0)) return;
        for (const each of inner) rewriter.moveOpBefore(each, op);
        const [whenTrue, whenFalse] = op.regions.map(({ entry }) => entry.terminator.operands);
        rewriter.setBefore(op);
        const selected = op.results.map(({ type }, i) => {
          const operands = [choice.condition, whenTrue?.[i] ?? choice.condition, whenFalse?.[i] ?? choice.condition];
          return rewriter.create("arith.select", { operands, resultTypes: [type] }).result();
        });
        rewriter.replaceOp(op, selected);
      },
    ),
    witness: {
      text: `func.func @main(%x: i8, %y: i8, %c: i1) -> i8 {
  %r = scf.if %c -> (i8) {
    %q = arith.divui %x, %y : i8
    scf.yield %q : i8
  } else {
    scf.yield %x : i8
  }
  return %r : i8
}`,
      args: [1, 0, 0],
    },
  },
  {
    mistake: "effect",
    dialects: ["arith", "func", "memref"],
    pass: passOnEach("merge-calls", "Replaces a call by an equal one before it.", (op, rewriter) => {
      if (op.name !== "func.call") return;
      for (const earlier of op.parentBlock?.ops() ?? []) {
        if (earlier === op) return;
        if (!areEqualOperations(earlier, op)) continue;
        op.results.forEach((result, i) => {
          rewriter.replaceAllUsesWith(result, earlier.result(i));
        });
        rewriter.eraseOp(op);
        return;
      }
    }),
    witness: {
      text: `func.func private @next(%m: memref<i8>, %y: i8) -> i8 {
  %a = memref.load %m[] : memref<i8>
  %s = arith.addi %a, %y : i8
  memref.store %s, %m[] : memref<i8>
  return %s : i8
}
func.func @main(%x: i8, %y: i8) -> i8 {
  %m = memref.alloc() : memref<i8>
  memref.store %x, %m[] : memref<i8>
  %a = call @next(%m, %y) : (memref<i8>, i8) -> i8
  %b = call @next(%m, %y) : (memref<i8>, i8) -> i8
  return %b : i8
}`,
      args: [1, 2],
    },
  },
];
