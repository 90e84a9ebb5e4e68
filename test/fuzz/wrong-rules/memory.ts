// Wrong rules on memory: forwarding across other stores, dead stores, offsets of views; and motion of what has effects.
import { DivUIOp } from "../../../dialects/arith/index.ts";
import { AllocOp, CopyOp, DeallocOp, LoadOp, StoreOp, SubViewOp } from "../../../dialects/memref/index.ts";
import { ForOp, IfOp } from "../../../dialects/scf/index.ts";
import { isWholeSlice, offsetSizeStride } from "../../../ir/define/offset-size-stride.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Region } from "../../../ir/core/block.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { isRewritten, markRewritten, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "memref"] as const;

/** The last op in front of `op` in its block that `accept` takes. */
function before<T>(op: Operation, accept: (op: Operation) => T | undefined): T | undefined {
  for (let at = op.previous; at !== null; at = at.previous) {
    const found = accept(at);
    if (found !== undefined) return found;
  }
  return undefined;
}
/** The first op behind `op` in its block that `accept` takes. */
function behind<T>(op: Operation, accept: (op: Operation) => T | undefined): T | undefined {
  for (let at = op.next; at !== null; at = at.next) {
    const found = accept(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

const same = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
const isInside = (value: Value, region: Region): boolean => value.parentBlock?.parentRegion?.isWithin(region) === true;

/** Two buffers of two elements, and `body` between their first values and the result. */
const buffers = (body: string, result = "%r"): string => `func.func @main(%x: i8, %y: i8, %i: index, %j: index) -> i8 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %z = arith.constant 0 : i8
  %m = memref.alloc() : memref<2xi8>
  %o = memref.alloc() : memref<2xi8>
  memref.store %z, %m[%c0] : memref<2xi8>
  memref.store %z, %m[%c1] : memref<2xi8>
  memref.store %z, %o[%c0] : memref<2xi8>
  memref.store %z, %o[%c1] : memref<2xi8>
${body}
  return ${result} : i8
}
`;

export const memoryRules: readonly WrongRule[] = [
  {
    name: "load m[j] => the value last stored to m[i]",
    mistake: "index",
    source: "EnzymeAD/Enzyme-JAX#2805",
    dialects,
    leftOps: 2,
    pattern: pattern("load m[j] => the value last stored to m", LoadOp, ({ op, memref }, rewriter) => {
      const stored = before(op, (at) => {
        const store = StoreOp.match(at);
        return store?.memref === memref ? store : undefined;
      });
      if (stored === undefined) return refuse("nothing was stored");
      rewriter.replaceOp(op, stored.value);
      return true;
    }),
    witness: {
      text: buffers("  memref.store %x, %m[%i] : memref<2xi8>\n  %r = memref.load %m[%j] : memref<2xi8>"),
      args: [1, 2, 0, 1],
    },
  },
  {
    name: "load m[i] => the value stored to m[i] before another store to m",
    mistake: "aliasing",
    source: "tensorflow/mlir#136",
    dialects,
    leftOps: 3,
    pattern: pattern("load m[i] => what was stored to m[i], whatever came between", LoadOp, (view, rewriter) => {
      const { op, memref, indices } = view;
      const stored = before(op, (at) => {
        const store = StoreOp.match(at);
        return store?.memref === memref && same(store.indices, indices) ? store : undefined;
      });
      if (stored === undefined) return refuse("nothing was stored there");
      rewriter.replaceOp(op, stored.value);
      return true;
    }),
    witness: {
      text: buffers(`  memref.store %x, %m[%i] : memref<2xi8>
  memref.store %y, %m[%j] : memref<2xi8>
  %r = memref.load %m[%i] : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "store to m[i] that another store to m[j] follows => nothing",
    mistake: "index",
    source: "llvm/llvm-project#90829",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "store that a store to the same buffer follows => nothing",
      StoreOp,
      ({ op, memref }, rewriter) => {
        const next = behind(op, (at) => {
          const store = StoreOp.match(at);
          if (store?.memref === memref) return store;
          return at.operands.includes(memref) || at.regions.length > 0 ? "other" : undefined;
        });
        if (next === undefined || next === "other") return refuse("no store follows");
        rewriter.eraseOp(op);
        return true;
      },
    ),
    witness: {
      text: buffers(`  memref.store %x, %m[%i] : memref<2xi8>
  memref.store %y, %m[%j] : memref<2xi8>
  %r = memref.load %m[%i] : memref<2xi8>`),
      args: [1, 2, 0, 1],
    },
  },
  {
    name: "store overwritten by one to the same place => nothing, though it is read between",
    mistake: "effect",
    dialects,
    leftOps: 3,
    pattern: pattern("store that is overwritten => nothing", StoreOp, ({ op, memref, indices }, rewriter) => {
      const next = behind(op, (at) => {
        const store = StoreOp.match(at);
        return store?.memref === memref && same(store.indices, indices) ? store : undefined;
      });
      if (next === undefined) return refuse("it is not overwritten");
      rewriter.eraseOp(op);
      return true;
    }),
    witness: {
      text: buffers(`  memref.store %x, %m[%i] : memref<2xi8>
  %r = memref.load %m[%i] : memref<2xi8>
  memref.store %y, %m[%i] : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "store into a buffer that is freed => nothing",
    mistake: "effect",
    dialects,
    leftOps: 4,
    pattern: pattern("store to a buffer that is freed later => nothing", StoreOp, ({ op, memref }, rewriter) => {
      if (!memref.users().some((user) => user.name === DeallocOp.name)) return refuse("it is not freed");
      rewriter.eraseOp(op);
      return true;
    }),
    witness: {
      text: buffers(`  memref.store %x, %m[%i] : memref<2xi8>
  %r = memref.load %m[%i] : memref<2xi8>
  memref.dealloc %m : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "the second of two loads => the first, across a store through a view",
    mistake: "aliasing",
    dialects,
    leftOps: 4,
    pattern: pattern("load => an equal load, unless the buffer itself is stored to", LoadOp, (view, rewriter) => {
      const { op, memref, indices } = view;
      const first = before(op, (at) => {
        const load = LoadOp.match(at);
        if (load?.memref === memref && same(load.indices, indices)) return load;
        return StoreOp.match(at)?.memref === memref ? "stored" : undefined;
      });
      if (first === undefined || first === "stored") return refuse("there is no such load");
      rewriter.replaceOp(op, first.result);
      return true;
    }),
    witness: {
      text: buffers(`  %a = memref.load %m[%c0] : memref<2xi8>
  %v = memref.cast %m : memref<2xi8> to memref<?xi8>
  memref.store %x, %v[%c0] : memref<?xi8>
  %b = memref.load %m[%c0] : memref<2xi8>
  %r = arith.subi %b, %a : i8`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "two buffers of one type => one",
    mistake: "aliasing",
    source: "tenstorrent/tt-mlir#7433",
    dialects,
    leftOps: 2,
    pattern: pattern("alloc => an equal alloc in front of it", AllocOp, ({ op, memref, dynamicSizes }, rewriter) => {
      const first = before(op, (at) => {
        const alloc = AllocOp.match(at);
        return alloc?.memref.type === memref.type && same(alloc.dynamicSizes, dynamicSizes) ? alloc : undefined;
      });
      if (first === undefined) return refuse("there is no such buffer");
      if ([...memref.users(), ...first.memref.users()].some((user) => user.name === DeallocOp.name))
        return refuse("it is freed");
      rewriter.replaceOp(op, first.memref);
      return true;
    }),
    witness: {
      text: buffers(`  memref.store %x, %m[%c0] : memref<2xi8>
  memref.store %y, %o[%c0] : memref<2xi8>
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "subview at another offset, of the source's type => the source",
    mistake: "index",
    source: "llvm/llvm-project#105635",
    dialects,
    leftOps: 1,
    pattern: pattern("subview of the source's type => the source", SubViewOp, ({ op, source, result }, rewriter) => {
      if (source.type !== result.type) return refuse("the types differ");
      rewriter.replaceOp(op, source);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8, %i: index) -> i8 {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %m = memref.alloc() : memref<2xi8>
        memref.store %x, %m[%c0] : memref<2xi8>
        memref.store %y, %m[%c1] : memref<2xi8>
        %w = memref.cast %m : memref<2xi8> to memref<?xi8, strided<[1], offset: ?>>
        %v = memref.subview %w[%i] [%c1] [1]
          : memref<?xi8, strided<[1], offset: ?>> to memref<?xi8, strided<[1], offset: ?>>
        %r = memref.load %v[%c0] : memref<?xi8, strided<[1], offset: ?>>
        return %r : i8
      }`,
      args: [1, 2, 1],
    },
  },
  {
    name: "subview of a subview => one, its offsets without the outer stride",
    mistake: "index",
    source: "llvm/llvm-project#80551",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "load of a subview => load of the source at offset + index",
      LoadOp,
      ({ op, memref, indices }, rewriter) => {
        const view = SubViewOp.match(memref.definingOp);
        if (view === undefined || memref.type.kind !== "memref" || view.source.type.kind !== "memref")
          return refuse("it reads no subview");
        if (memref.type.shape.length !== view.source.type.shape.length) return refuse("dimensions were dropped");
        const { offsets, strides } = offsetSizeStride(view);
        if (offsets.some((offset) => offset !== 0)) return refuse("the offsets are not zero");
        if (strides.every((stride) => stride === 1)) return refuse("the strides are all 1");
        rewriter.replaceOp(op, LoadOp.build(rewriter, { memref: view.source, indices }).result);
        return true;
      },
    ),
    witness: {
      text: `func.func @main(%x: i8, %y: i8) -> i8 {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %m = memref.alloc() : memref<4xi8>
        memref.store %x, %m[%c1] : memref<4xi8>
        memref.store %y, %m[%c2] : memref<4xi8>
        %v = memref.subview %m[0] [2] [2] : memref<4xi8> to memref<2xi8, strided<[2]>>
        %r = memref.load %v[%c1] : memref<2xi8, strided<[2]>>
        return %r : i8
      }`,
      args: [1, 2],
    },
  },
  {
    name: "copy a to b => nothing, where both have one type",
    mistake: "effect",
    dialects,
    leftOps: 3,
    pattern: pattern("copy between buffers of one type => nothing", CopyOp, ({ op, source, target }, rewriter) => {
      if (source === target || source.type !== target.type) return refuse("they are one, or of different types");
      rewriter.eraseOp(op);
      return true;
    }),
    witness: {
      text: buffers(`  memref.store %x, %m[%c0] : memref<2xi8>
  memref.copy %m, %o : memref<2xi8> to memref<2xi8>
  %r = memref.load %o[%c0] : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "load m[i, j] => load m[j, i]",
    mistake: "index",
    dialects,
    leftOps: 1,
    pattern: pattern("load m[i, j] => load m[j, i] of a square buffer", LoadOp, ({ op, memref, indices }, rewriter) => {
      const [i, j] = indices;
      if (memref.type.kind !== "memref" || indices.length !== 2 || i === undefined || j === undefined || i === j)
        return refuse("it has not two indices");
      if (isRewritten(op)) return refuse("that was done");
      if (memref.type.shape[0] !== memref.type.shape[1]) return refuse("the buffer is not square");
      const made = LoadOp.build(rewriter, { memref, indices: [j, i] });
      markRewritten(made.op);
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8) -> i8 {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %m = memref.alloc() : memref<2x2xi8>
        memref.store %x, %m[%c0, %c1] : memref<2x2xi8>
        memref.store %y, %m[%c1, %c0] : memref<2x2xi8>
        %r = memref.load %m[%c0, %c1] : memref<2x2xi8>
        return %r : i8
      }`,
      args: [1, 2],
    },
  },
  {
    name: "store in a loop, of values from outside => in front of it",
    mistake: "trip count",
    source: "llvm/llvm-project#189165",
    dialects: ["arith", "memref", "scf"],
    leftOps: 3,
    pattern: pattern("for {store v, m[i]} => store v, m[i]; for", ForOp, ({ op, region }, rewriter) => {
      const store = [...region.entry.ops()].find((inner) => inner.name === StoreOp.name);
      if (store === undefined || store.operands.some((value) => isInside(value, region)))
        return refuse("no store has operands from outside");
      rewriter.moveOpBefore(store, op);
      return true;
    }),
    witness: {
      text: buffers(`  scf.for %k = %c0 to %i step %c1 {
    memref.store %x, %m[%c0] : memref<2xi8>
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "division in a loop, of values from outside => in front of it",
    mistake: "undefined behaviour",
    source: "iree-org/iree#18759",
    dialects: ["arith", "scf"],
    leftOps: 3,
    pattern: pattern("for {divui(a, b)} => divui(a, b); for", ForOp, ({ op, region }, rewriter) => {
      const division = [...region.entry.ops()].find((inner) => inner.name === DivUIOp.name);
      if (division === undefined || division.operands.some((value) => isInside(value, region)))
        return refuse("no division has operands from outside");
      if (integerConstant(division.operand(1)) !== undefined) return refuse("the divisor is a constant");
      rewriter.moveOpBefore(division, op);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8, %n: index) -> i8 {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %r = scf.for %k = %c0 to %n step %c1 iter_args(%a = %x) -> (i8) {
          %p = arith.divui %x, %y : i8
          %s = arith.addi %p, %a : i8
          scf.yield %s : i8
        }
        return %r : i8
      }`,
      args: [1, 0, 0],
    },
  },
  {
    name: "load in a loop, at a place from outside => in front of it",
    mistake: "aliasing",
    source: "llvm/llvm-project#66930",
    dialects: ["arith", "memref", "scf"],
    leftOps: 4,
    pattern: pattern("for {load m[i]} => load m[i]; for", ForOp, ({ op, region }, rewriter) => {
      const load = [...region.entry.ops()].find((inner) => inner.name === LoadOp.name);
      if (load === undefined || load.operands.some((value) => isInside(value, region)))
        return refuse("no load has operands from outside");
      rewriter.moveOpBefore(load, op);
      return true;
    }),
    witness: {
      text: buffers(`  scf.for %k = %c0 to %i step %c1 {
    %a = memref.load %m[%c0] : memref<2xi8>
    %s = arith.addi %a, %x : i8
    memref.store %s, %m[%c0] : memref<2xi8>
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 2, 0],
    },
  },
  {
    name: "division in one region of an if => in front of it",
    mistake: "undefined behaviour",
    dialects: ["arith", "scf"],
    leftOps: 4,
    pattern: pattern("if {divui(a, b)} => divui(a, b); if", IfOp, ({ op, thenRegion }, rewriter) => {
      const division = [...thenRegion.entry.ops()].find((inner) => inner.name === DivUIOp.name);
      if (division === undefined || division.operands.some((value) => isInside(value, thenRegion)))
        return refuse("no division has operands from outside");
      rewriter.moveOpBefore(division, op);
      return true;
    }),
    witness: {
      text: `func.func @main(%c: i1, %x: i8, %y: i8) -> i8 {
        %r = scf.if %c -> (i8) {
          %q = arith.divui %x, %y : i8
          scf.yield %q : i8
        } else {
          scf.yield %x : i8
        }
        return %r : i8
      }`,
      args: [0, 1, 0],
    },
  },
  {
    name: "loop whose results nobody uses => nothing",
    mistake: "effect",
    dialects: ["arith", "memref", "scf"],
    leftOps: 3,
    pattern: pattern("for without used results => nothing", ForOp, ({ op }, rewriter) => {
      if (op.hasResultUses) return refuse("somebody uses its results");
      rewriter.eraseOp(op);
      return true;
    }),
    witness: {
      text: buffers(`  scf.for %k = %c0 to %i step %c1 {
    memref.store %x, %m[%c0] : memref<2xi8>
  }
  %r = memref.load %m[%c0] : memref<2xi8>`),
      args: [1, 2, 1, 0],
    },
  },
  {
    name: "subview at a constant offset => the whole source, where the sizes agree",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("load of a subview => load of the source, its offset forgotten", LoadOp, (view, rewriter) => {
      const { op, memref, indices } = view;
      const slice = SubViewOp.match(memref.definingOp);
      if (slice?.source.type.kind !== "memref" || memref.type.kind !== "memref") return refuse("it reads no subview");
      const lists = offsetSizeStride(slice);
      if (memref.type.shape.length !== slice.source.type.shape.length || isWholeSlice(lists, slice.source.type.shape))
        return refuse("it is the whole, or dimensions were dropped");
      if (lists.strides.some((stride) => stride !== 1)) return refuse("a stride is not 1");
      rewriter.replaceOp(op, LoadOp.build(rewriter, { memref: slice.source, indices }).result);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8) -> i8 {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %m = memref.alloc() : memref<2xi8>
        memref.store %x, %m[%c0] : memref<2xi8>
        memref.store %y, %m[%c1] : memref<2xi8>
        %v = memref.subview %m[1] [1] [1] : memref<2xi8> to memref<1xi8, strided<[1], offset: 1>>
        %r = memref.load %v[%c0] : memref<1xi8, strided<[1], offset: 1>>
        return %r : i8
      }`,
      args: [1, 2],
    },
  },
];
