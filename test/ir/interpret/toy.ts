// A small dialect with every kind of meaning, made by hand: what the interpreter's tests run.
import { AffineMap } from "../../../ir/affine/map.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { Context } from "../../../ir/core/context.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { f32, f64, i1, i32, i8, indexType } from "../../../ir/core/type-constructors.ts";
import { elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { valueOfAttribute } from "../../../ir/interpret/convert.ts";
import { runTogether, describeDeadlock } from "../../../ir/interpret/coroutines.ts";
import { floatArithmetic } from "../../../ir/interpret/floats.ts";
import { convertInteger, integerArithmetic } from "../../../ir/interpret/integers.ts";
import {
  branch, control, effect, onValues, scalar, scalars, structured, terminator, type Meaning, type RuntimeValue,
} from "../../../ir/interpret/meaning.ts"; // prettier-ignore
import { loadElement, storeElement } from "../../../ir/interpret/memref.ts";
import { expectBoolean, expectIndex, expectMemRef, expectScalar } from "../../../ir/interpret/operand.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";

function definition(name: string, meaning: Meaning | undefined, traits: readonly string[] = []): OpDefinition {
  return {
    name, dialect: "toy", summary: "", description: "", registered: true, operands: [], results: [], properties: [],
    propertySlots: new Map(), regions: [], successors: [], traits: new Set(traits), interfaces: new Map(), verify: undefined,
    verifySymbols: undefined, fold: undefined, inferResultTypes: undefined, print: undefined, parse: undefined, meaning,
  }; // prettier-ignore
}

function integers(op: Operation) {
  const type = elementTypeOf(op.operand(0).type);
  if (type.kind !== "integer" && type.kind !== "index") throw new Error("not an integer");
  return integerArithmetic(type);
}

function floats(op: Operation) {
  const type = elementTypeOf(op.operand(0).type);
  if (type.kind !== "float") throw new Error("not a float");
  return floatArithmetic(type);
}

function attribute(op: Operation, name: string): Attribute {
  const found = op.attribute(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const extend = scalar((op) => {
  const from = elementTypeOf(op.operand(0).type);
  const to = elementTypeOf(op.result().type);
  if (from.kind !== "integer" || to.kind !== "integer") throw new Error("not integers");
  return convertInteger(from, to, "signed");
});

/** `primitives` off gives the general path of contractions. */
function meanings(primitives: boolean): Record<string, Meaning | undefined> {
  const primitive = (name: "add" | "multiply") => (primitives ? { primitive: () => name } : {});
  return {
    "toy.constant": onValues((op) => {
      const value = valueOfAttribute(attribute(op, "value"))!;
      return () => [value];
    }),
    "toy.addi": scalar((op) => integers(op).add, primitive("add")),
    "toy.muli": scalar((op) => integers(op).mul, primitive("multiply")),
    "toy.addf": scalar((op) => floats(op).add, primitive("add")),
    "toy.mulf": scalar((op) => floats(op).mul, primitive("multiply")),
    "toy.divi": scalar((op) => integers(op).divSigned),
    "toy.slt": scalar((op) => integers(op).compare.slt),
    "toy.shl": scalar((op) => integers(op).shl),
    "toy.extend": extend,
    "toy.select": scalar(() => (c: Scalar, a: Scalar, b: Scalar) => (c === 1 ? a : b)),
    "toy.carry": scalars((op) => integers(op).addExtended),
    "toy.for": control(
      (op) =>
        function* ([lower, upper, step, ...init], run) {
          let carried: readonly RuntimeValue[] = init;
          for (let i = expectIndex(lower); i < expectIndex(upper); i += expectIndex(step)) {
            carried = (yield* run.runRegion(op.region(), [i, ...carried])).values;
          }
          return carried;
        },
    ),
    "toy.if": control(
      (op) =>
        function* ([condition], run) {
          return (yield* run.runRegion(op.region(expectBoolean(condition) ? 0 : 1), [])).values;
        },
    ),
    "toy.yield": terminator,
    "toy.return": terminator,
    "toy.br": branch(() => (operands) => ({ successor: 0, args: operands })),
    "toy.cond_br": branch(() => ([condition, ...args]) => ({ successor: expectBoolean(condition) ? 0 : 1, args })),
    "toy.call": control(
      (op) =>
        function* (operands, run) {
          const callee = callees.get(op);
          if (callee === undefined) return run.unsupported("no callee");
          return (yield* run.runCallable(callee, operands)).values;
        },
    ),
    "toy.load": effect(() => ([memref, ...indices], run) => [
      loadElement(
        run.memory,
        expectMemRef(memref),
        indices.map((i) => expectIndex(i)),
      ),
    ]),
    "toy.store": effect(() => ([value, memref, ...indices], run) => {
      storeElement(
        run.memory,
        expectMemRef(memref),
        indices.map((i) => expectIndex(i)),
        expectScalar(value),
      );
      return [];
    }),
    "toy.threads": control(
      (op) =>
        function* ([count], run) {
          const threads = Array.from({ length: expectIndex(count) }, (_, i) =>
            run.withState("thread", i, () => run.runRegionInOwnFrame(op.region(), [i])),
          );
          const outcome = yield* run.interleave(() => runTogether(threads, { seed: 7 }));
          return outcome.kind === "finished" ? [] : run.undefinedBehavior(describeDeadlock(outcome));
        },
    ),
    "toy.thread_id": onValues(() => (_, run) => [run.state("thread", () => -1)]),
    "toy.barrier": control(
      () =>
        function* () {
          yield { barrier: "toy.barrier" };
          return [];
        },
    ),
    "toy.index": onValues((op) => {
      const dim = attribute(op, "dim");
      return (_, run) => [run.loopIndices[dim.kind === "integer" ? Number(dim.value) : 0]!];
    }),
    "toy.generic": structured((op) => {
      const maps = attribute(op, "maps");
      const inputs = attribute(op, "inputs");
      if (maps.kind !== "array" || inputs.kind !== "integer") throw new Error("bad attributes");
      const list = maps.elements.map((e) => (e.kind === "affine_map" ? e.map : AffineMap.identity(0)));
      const count = Number(inputs.value);
      const iterators = Array.from({ length: list[0]!.dims }, () => "parallel" as const);
      return { iterators, maps: list, inputs: count, outputs: list.length - count, body: op.region() };
    }),
    "toy.opaque": undefined,
    "toy.func": undefined,
  };
}

/** What each toy.call calls. */
export const callees = new WeakMap<Operation, Operation>();

export class Toy {
  readonly context = new Context();
  readonly builder = new OpBuilder(this.context);
  readonly i1 = i1(this.context);
  readonly i8 = i8(this.context);
  readonly i32 = i32(this.context);
  readonly index = indexType(this.context);
  readonly f32 = f32(this.context);
  readonly f64 = f64(this.context);

  constructor(primitives = true) {
    const ops = Object.entries(meanings(primitives)).map(([name, meaning]) => definition(name, meaning));
    this.context.registerDialect({
      name: "toy",
      summary: "",
      ops: [...ops, definition("toy.module", undefined, ["SymbolTable"])],
      types: [],
      attributes: [],
    });
  }

  /** A callable with one region, filled by `body`. */
  func(
    inputs: readonly Type[],
    body: (args: readonly Value[], block: OpBuilder) => void,
    attributes: Record<string, Attribute> = {},
  ): Operation {
    const region = this.builder.regionWithBlock(inputs);
    this.builder.setToEnd(region.entry);
    body(region.entry.arguments, this.builder);
    return Operation.create(
      this.context,
      this.context.opDefinition("toy.func"),
      { kind: "unknown" },
      { regions: [region], properties: attributes },
    );
  }

  /** A symbol table around a region. */
  withModule(region: Region): Operation {
    return Operation.create(
      this.context,
      this.context.opDefinition("toy.module"),
      { kind: "unknown" },
      { regions: [region] },
    );
  }

  op(
    name: string,
    operands: readonly Value[],
    resultTypes: readonly Type[],
    properties: Record<string, Attribute> = {},
  ): Operation {
    return this.builder.create(
      `toy.${name}`,
      { operands, resultTypes, properties },
      { kind: "file", file: name, line: 1, column: 1 },
    );
  }

  value(name: string, operands: readonly Value[], type: Type, properties: Record<string, Attribute> = {}): Value {
    return this.op(name, operands, [type], properties).result();
  }

  /** An op with regions, each of given argument types and filled by a function. */
  withRegions(
    name: string,
    operands: readonly Value[],
    resultTypes: readonly Type[],
    regions: readonly { args: readonly Type[]; body: (args: readonly Value[]) => void }[],
    properties: Record<string, Attribute> = {},
  ): Operation {
    const built = regions.map(({ args, body }) => {
      const region = this.builder.regionWithBlock(args);
      this.builder.at(
        (b) => b.setToEnd(region.entry),
        () => body(region.entry.arguments),
      );
      return region;
    });
    return this.builder.create(`toy.${name}`, { operands, resultTypes, regions: built, properties });
  }
}
