// Converts one tile.kernel, placed and staged, to a systolic.kernel: copies to mvin, matrix issues to preload and compute,
// what leaves the accumulator to mvout with its epilogue.
import { i64Attr } from "../../../ir/core/attribute-constructors.ts";
import type { Block } from "../../../ir/core/block.ts";
import { Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { IRMapping } from "../../../ir/core/clone.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { offsetSizeStride, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { arithConstant } from "../../../dialects/arith/index.ts";
import { SubViewOp } from "../../../dialects/memref/index.ts";
import {
  accumulatorRow, ComputePreloadedOp, ConfigExOp, ConfigLdOp, ConfigStOp, FenceOp, GARBAGE, KernelOp, kernelInputs, MvinOp, MvoutOp,
  PreloadOp, ReturnOp, scratchpadRow,
} from "../../../dialects/systolic/index.ts"; // prettier-ignore
import * as tile from "../../../dialects/tile/index.ts";
import { BroadcastOp, TransferReadOp, TransferWriteOp } from "../../../dialects/vector/index.ts";
import { functionType } from "../../../ir/core/type-constructors.ts";
import { denseSplatElement } from "../../../ir/interpret/convert.ts";
import { droppedDimensions } from "../../analysis/bounds.ts";
import type { SystolicMachine } from "../../machine/schema.ts";
import { numberOf } from "../../tile/systolic-epilogue.ts";
import { matchEpilogue, type Leaf } from "../../target/systolic/epilogue.ts";
import { toI64 } from "./index-math.ts";
import { LocalMemory } from "./local-memory.ts";
import { addressOf, isPacked, reshapedView, shifted, subviewOf, wholeView, type View } from "./view.ts";

/** A vector is not computed; it is what a transfer or an issue will do. */
type Symbolic =
  | { readonly kind: "read"; readonly view: View; readonly source: Value }
  | { readonly kind: "mma"; readonly a: Value; readonly b: Value; readonly c: Value };

/** Load states: operands and what goes into the accumulator have their own distance of rows. */
const STATES = { scratchpad: 0, accumulator: 2 } as const;

export class KernelConverter {
  readonly problems: Diagnostic[] = [];
  readonly #machine: SystolicMachine;
  readonly #kernel: Operation;
  readonly #builder: OpBuilder;
  readonly #mapping = new IRMapping();
  readonly #views = new Map<Value, View>();
  readonly #symbols = new Map<Value, Symbolic>();
  /** What a local buffer was last filled from: how much of it counts. */
  readonly #filled = new Map<Value, View>();
  readonly #memory: LocalMemory;

  constructor(kernel: Operation, machine: SystolicMachine) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#builder = OpBuilder.before(kernel);
    this.#memory = new LocalMemory(machine);
  }

  /** The new kernel, inserted before the old one; undefined with problems. `rank` is the rank of the grids that launch it. */
  convert(rank: number): Operation | undefined {
    const view = tile.KernelOp.match(this.#kernel)!;
    const inputs = kernelInputs(rank, view.functionType.inputs);
    const region = this.#builder.regionWithBlock(inputs);
    const made = KernelOp.build(this.#builder, {
      symName: view.symName,
      functionType: functionType(this.#kernel.context, inputs, []),
      gridRank: rank,
      body: region,
    });
    const entry = region.entry;
    view.body.entry.arguments.forEach((argument, i) => {
      const replacement = entry.arguments[rank + i]!;
      if (argument.type.kind !== "memref") {
        this.#mapping.map(argument, replacement);
        return;
      }
      const whole = wholeView(argument.type, { space: "dram", base: replacement, row: 0 });
      if (whole === undefined) this.#refuse(this.#kernel, `argument #${i} has no static shape and strides`);
      else this.#views.set(argument, whole);
    });
    this.#builder.setToEnd(entry);
    ConfigExOp.build(this.#builder, { dataflow: "ws" });
    this.#block(view.body.entry);
    FenceOp.build(this.#builder, {});
    ReturnOp.build(this.#builder, {});
    if (this.problems.length === 0) return made.op;
    made.op.erase();
    return undefined;
  }

  #refuse(op: Operation, reason: string): void {
    this.problems.push(errorAt(op.location, `'${op.name}' op has no lowering to '${this.#machine.name}': ${reason}`));
  }

  #block(block: Block): void {
    for (const op of block.ops()) this.#op(op);
  }

  #op(op: Operation): void {
    const handler = this.#handlers[op.name];
    if (handler !== undefined) handler(op);
    else if (op.definition.dialect === "scf" || op.definition.dialect === "arith" || op.definition.dialect === "affine")
      this.#control(op);
    else if (op.definition.dialect === "ub") return;
    else this.#refuse(op, "the array has no instruction for it, and its controller knows scf and arith only");
  }

  /** scf and scalar arith run on the controller as they are. Arithmetic on vectors is looked at where it is stored. */
  #control(op: Operation): void {
    if (op.results.some((r) => r.type.kind === "vector")) {
      if (op.regions.length > 0) this.#refuse(op, "it carries vectors, which the array does not hold in registers");
      return;
    }
    const regions = op.regions.map((region) => {
      const copy = new Region(op.context);
      for (const block of region.blocks) {
        const target = copy.addBlock(block.arguments.map((a) => a.type));
        block.arguments.forEach((argument, i) => this.#mapping.map(argument, target.arguments[i]!));
        this.#builder.at((b) => b.setToEnd(target), () => {
          this.#block(block);
        }); // prettier-ignore
      }
      return copy;
    });
    const copy = Operation.create(op.context, op.definition, op.location, {
      operands: op.operands.map((v) => this.#mapping.value(v)),
      resultTypes: op.results.map((r) => r.type),
      attributes: op.allAttributes,
      regions,
    });
    this.#builder.insert(copy);
    op.results.forEach((result, i) => this.#mapping.map(result, copy.result(i)));
  }

  readonly #handlers: Readonly<Record<string, (op: Operation) => void>> = {
    "tile.return": () => undefined,
    "tile.wait": () => undefined,
    "tile.program_id": (op) => {
      const entry = this.#builder.block?.parentRegion;
      const position = this.#kernelArgument(tile.ProgramIdOp.match(op)!.dimension);
      if (entry === null || entry === undefined || position === undefined)
        this.#refuse(op, "the grid has no such dimension");
      else this.#mapping.map(op.result(), position);
    },
    "tile.alloc": (op) => {
      const type = op.result().type;
      if (type.kind !== "memref") return;
      const space = type.memorySpace?.kind === "string" ? type.memorySpace.value : "";
      if (space !== "scratchpad" && space !== "accumulator") {
        this.#refuse(op, `there is no memory space '${space}'; it has "scratchpad" and "accumulator"`);
        return;
      }
      const row = this.#memory.allocate(space, type);
      if (typeof row === "string") {
        this.#refuse(op, row);
        return;
      }
      const whole = wholeView(type, { space, base: undefined, row });
      if (whole !== undefined) this.#views.set(op.result(), whole);
    },
    "memref.subview": (op) => {
      const subview = SubViewOp.match(op)!;
      const source = this.#views.get(subview.source);
      const type = op.result().type;
      if (source === undefined || type.kind !== "memref") return;
      const { offsets, sizes, strides } = offsetSizeStride(subview);
      const mapped = (list: readonly MixedIndex[]): MixedIndex[] =>
        list.map((i) => (typeof i === "number" ? i : this.#mapping.value(i)));
      const dropped = type.shape.length === sizes.length ? new Set<number>() : droppedDimensions(sizes, type.shape);
      const view = subviewOf(
        this.#builder,
        source,
        { offsets: mapped(offsets), sizes: mapped(sizes), strides: mapped(strides) },
        dropped,
      );
      if (view === undefined) this.#refuse(op, "its strides are not static");
      else this.#views.set(op.result(), view);
    },
    "memref.expand_shape": (op) => {
      this.#reshape(op);
    },
    "memref.collapse_shape": (op) => {
      this.#reshape(op);
    },
    "tile.copy_async": (op) => {
      const copy = tile.CopyAsyncOp.match(op)!;
      const [from, to] = [this.#views.get(copy.source), this.#views.get(copy.destination)];
      if (from === undefined || to?.space !== "scratchpad" || from.space !== "dram") {
        this.#refuse(op, "copies go from memory to the scratchpad");
        return;
      }
      const indices = copy.sourceOffsets.map((v) => this.#mapping.value(v));
      this.#load(op, shifted(this.#builder, from, indices), scratchpadRow(to.row), STATES.scratchpad);
      this.#filled.set(copy.destination, from);
    },
    "vector.transfer_read": (op) => {
      const read = TransferReadOp.match(op)!;
      const view = this.#views.get(read.base);
      if (view === undefined) return;
      const indices = read.indices.map((v): MixedIndex => this.#mapping.value(v));
      this.#symbols.set(op.result(), { kind: "read", view: shifted(this.#builder, view, indices), source: read.base });
    },
    "tile.mma": (op) => {
      const { a, b, c } = tile.MmaOp.match(op)!;
      this.#symbols.set(op.result(), { kind: "mma", a, b, c });
    },
    "vector.broadcast": () => undefined,
    "math.roundeven": () => undefined,
    "vector.transfer_write": (op) => {
      this.#store(op);
    },
  };

  /** The same elements under another shape, which states its strides. */
  #reshape(op: Operation): void {
    const source = this.#views.get(op.operand(0));
    const type = op.result().type;
    if (source === undefined || type.kind !== "memref") return;
    const view = reshapedView(type, source);
    if (view === undefined) this.#refuse(op, "its shape or strides are not static");
    else this.#views.set(op.result(), view);
  }

  #kernelArgument(dimension: number): Value | undefined {
    let region = this.#builder.block?.parentRegion ?? null;
    while (region !== null && KernelOp.match(region.parentOp) === undefined)
      region = region.parentOp?.parentRegion ?? null;
    const argument = region?.entry.arguments[dimension];
    return argument?.type.kind === "index" ? argument : undefined;
  }

  #i64(value: number): Value {
    return arithConstant(this.#builder, i64Attr(this.#builder.context, value));
  }

  /** `mvin` of a two-dimensional view; a row when it has one dimension. */
  #load(op: Operation, view: View, local: number, state: number, rows?: MixedIndex): void {
    const [first, second] = view.sizes.length === 1 ? [rows ?? 1, view.sizes[0]!] : view.sizes;
    const stride = view.sizes.length === 1 ? 0 : view.strides[0];
    if (first === undefined || second === undefined || stride === undefined || !isPacked(view)) {
      this.#refuse(op, "it moves rows whose elements lie side by side");
      return;
    }
    ConfigLdOp.build(this.#builder, { state, strideBytes: stride * view.elementBytes });
    MvinOp.build(this.#builder, {
      dram: addressOf(this.#builder, view),
      local: this.#i64(local),
      rows: toI64(this.#builder, first),
      cols: toI64(this.#builder, second),
      state,
    });
  }

  #store(op: Operation): void {
    const write = TransferWriteOp.match(op)!;
    const target = this.#views.get(write.base);
    if (target === undefined) return;
    const indices = write.indices.map((v): MixedIndex => this.#mapping.value(v));
    const view = shifted(this.#builder, target, indices);
    if (view.space === "accumulator") this.#accumulate(op, write.valueToStore, write.base, view);
    else if (view.space === "dram") this.#moveOut(op, write.valueToStore, view);
    else this.#refuse(op, "only copies fill the scratchpad");
  }

  /** Zeros come from address 0; a product is issued with the accumulator as its result. */
  #accumulate(op: Operation, value: Value, target: Value, view: View): void {
    const constant = constantOf(value);
    const splat = constant?.kind === "dense" ? denseSplatElement(constant) : undefined;
    if (splat !== undefined && numberOf(splat) === 0) {
      ConfigLdOp.build(this.#builder, { state: STATES.accumulator, strideBytes: 0 });
      MvinOp.build(this.#builder, {
        dram: this.#i64(0),
        local: this.#i64(accumulatorRow(view.row)),
        rows: toI64(this.#builder, view.sizes[0]!),
        cols: toI64(this.#builder, view.sizes[1]!),
        state: STATES.accumulator,
      });
      return;
    }
    const symbol = this.#symbols.get(value);
    if (symbol?.kind === "read" && symbol.view.space === "dram") {
      this.#load(op, symbol.view, accumulatorRow(view.row), STATES.accumulator);
      return;
    }
    const [a, b, c] = symbol?.kind === "mma" ? [symbol.a, symbol.b, symbol.c].map((v) => this.#symbols.get(v)) : [];
    const [left, right] = [this.#filledFrom(a), this.#filledFrom(b)];
    if (
      a?.kind !== "read" ||
      b?.kind !== "read" ||
      c?.kind !== "read" ||
      left === undefined ||
      right === undefined ||
      c.source !== target
    ) {
      this.#refuse(op, "it accumulates something else than a product of two tiles in the scratchpad");
      return;
    }
    const [m, n, k] = [left.sizes[0]!, right.sizes[1]!, left.sizes[1]!].map((size) => toI64(this.#builder, size));
    PreloadOp.build(this.#builder, {
      b: this.#i64(scratchpadRow(b.view.row)),
      c: this.#i64(accumulatorRow(view.row, { accumulate: true })),
      bRows: k!,
      bCols: n!,
      cRows: m!,
      cCols: n!,
    });
    ComputePreloadedOp.build(this.#builder, {
      a: this.#i64(scratchpadRow(a.view.row)),
      bd: this.#i64(GARBAGE),
      aRows: m!,
      aCols: k!,
      bdRows: m!,
      bdCols: n!,
    });
  }

  #filledFrom(symbol: Symbolic | undefined): View | undefined {
    return symbol?.kind === "read" ? this.#filled.get(symbol.source) : undefined;
  }

  /** Biases are added in the accumulator; scale, rounding and activation are the store's. */
  #moveOut(op: Operation, value: Value, view: View): void {
    let accumulator: View | undefined;
    const leaf = (v: Value): Leaf<View> | undefined => {
      const symbol = this.#symbols.get(v);
      if (symbol?.kind === "read" && symbol.view.space === "accumulator") {
        accumulator = symbol.view;
        return { kind: "accumulator" };
      }
      if (symbol?.kind === "read" && symbol.view.space === "dram") return { kind: "bias", value: symbol.view };
      const broadcast = BroadcastOp.match(v.definingOp);
      const row = broadcast === undefined ? undefined : this.#symbols.get(broadcast.source);
      if (row?.kind === "read" && row.view.space === "dram" && row.view.sizes.length === 1)
        return { kind: "bias", value: row.view };
      const constant = constantOf(v) ?? (broadcast === undefined ? undefined : constantOf(broadcast.source));
      const scalar = constant?.kind === "dense" ? denseSplatElement(constant) : constant;
      const number = scalar === undefined ? undefined : numberOf(scalar);
      return number === undefined ? undefined : { kind: "constant", value: number };
    };
    const matched = matchEpilogue(value, leaf, this.#machine);
    if (!matched.ok || accumulator === undefined) {
      this.#refuse(op, matched.ok ? "it does not store an accumulator" : matched.reason);
      return;
    }
    const [rows, cols] = view.sizes;
    if (rows === undefined || cols === undefined || view.sizes.length !== 2 || !isPacked(view)) {
      this.#refuse(op, "it stores two-dimensional tiles whose rows lie side by side");
      return;
    }
    const { biases, scale, relu, saturate } = matched.epilogue;
    for (const bias of biases)
      this.#load(op, bias, accumulatorRow(accumulator.row, { accumulate: true }), STATES.accumulator, rows);
    const full = !saturate && this.#machine.types.acc !== "f32";
    ConfigStOp.build(this.#builder, {
      strideBytes: view.strides[0]! * view.elementBytes,
      activation: relu ? "relu" : "none",
      scale,
    });
    MvoutOp.build(this.#builder, {
      dram: addressOf(this.#builder, view),
      local: this.#i64(accumulatorRow(accumulator.row, { full })),
      rows: toI64(this.#builder, rows),
      cols: toI64(this.#builder, cols),
    });
  }
}
