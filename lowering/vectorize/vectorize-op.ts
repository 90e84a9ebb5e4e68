// The vector form of one linalg op on tiles: read each operand whole, compute on vectors, write the result back.
import { AffineMap } from "../../ir/affine/map.ts";
import { floatToBits } from "../../ir/core/float-bits.ts";
import { floatAttrFromBits, integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { Operation } from "../../ir/core/operation.ts";
import { i1, vectorType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { splatAttr } from "../../ir/interpret/convert.ts";
import { arithConstant, SelectOp } from "../../dialects/arith/index.ts";
import { isContraction, type LinalgOp } from "../../dialects/linalg/index.ts";
import { PoisonOp } from "../../dialects/ub/index.ts";
import {
  BroadcastOp,
  ContractionOp,
  CreateMaskOp,
  ExtractOp,
  MultiDimReductionOp,
  StepOp,
  TransferReadOp,
  TransferWriteOp,
  TransposeOp,
} from "../../dialects/vector/index.ts";
import { extentBound, extentOf } from "../analysis/bounds.ts";
import { materializeIndex } from "../tile/index-arithmetic.ts";
import { combinerOf, neutralElement } from "./combiner.ts";

/** Ops that must not see a second operand of 0. */
const divisions: ReadonlySet<string> = new Set([
  "arith.divsi",
  "arith.divui",
  "arith.ceildivsi",
  "arith.ceildivui",
  "arith.floordivsi",
  "arith.remsi",
  "arith.remui",
]);

/** Whether it becomes a `vector.contract`, which has no loop, be it of one step, that its result alone has. */
export const isVectorContraction = (linalg: LinalgOp): boolean =>
  isContraction(linalg) &&
  linalg.iterators.every((_, loop) => linalg.maps.slice(0, linalg.inputs.length).some((map) => map.usesDim(loop)));

/** Vectorises an op at the builder's insertion point; gives the tensors that replace its results. */
export class OpVectorizer {
  readonly #builder: OpBuilder;
  readonly #linalg: LinalgOp;
  /** Extents of the loops: static, or the bound of a ragged one. */
  readonly #extents: readonly number[];
  readonly #values = new Map<Value, Value>();

  constructor(builder: OpBuilder, linalg: LinalgOp) {
    this.#builder = builder;
    this.#linalg = linalg;
    this.#extents = loopBounds(linalg) ?? [];
  }

  run(): Value[] {
    return isVectorContraction(this.#linalg) ? this.#contraction() : this.#general();
  }

  /** `vector.contract` on the operands as they lie; narrower integers stay narrow when they are extended by sign. */
  #contraction(): Value[] {
    const { inputs, inits, maps, iterators, body } = this.#linalg;
    const product = [...body.ops()].find((op) => op.name === "arith.mulf" || op.name === "arith.muli")!;
    const order = product.operands.map((v) => sourceArgument(v)).sort((x, y) => x.argument - y.argument);
    const operands = order.map(({ argument, casts }) => {
      let vector = this.#read(inputs[argument]!, maps[argument]!, this.#zero(elementTypeOf(inputs[argument]!.type)));
      // The contraction itself extends by sign what it multiplies.
      const before = casts.slice(0, casts.findLastIndex((cast) => cast.name !== "arith.extsi") + 1);
      for (const cast of before) vector = this.#cast(cast, vector);
      return vector;
    });
    const accumulator = this.#read(inits[0]!, maps[2]!, this.#poison(elementTypeOf(inits[0]!.type)));
    const result = ContractionOp.build(this.#builder, {
      lhs: operands[0]!,
      rhs: operands[1]!,
      acc: accumulator,
      indexingMaps: [...order.map(({ argument }) => maps[argument]!), maps[2]!],
      iteratorTypes: iterators.map((kind) => (kind === "parallel" ? "parallel" : "reduction")),
      kind: "add",
      resultTypes: [accumulator.type],
    }).result;
    return [this.#write(result, inits[0]!)];
  }

  #general(): Value[] {
    const { inputs, inits, maps, iterators, body } = this.#linalg;
    const reduced = iterators.flatMap((kind, loop) => (kind === "parallel" ? [] : [loop]));
    inputs.forEach((input, i) => {
      const argument = body.arguments[i]!;
      if (!argument.hasUses) return;
      const shaped = input.type.kind === "tensor";
      this.#values.set(
        argument,
        shaped
          ? this.#toLoops(this.#read(input, maps[i]!, this.#poison(elementTypeOf(input.type))), maps[i]!)
          : this.#splat(input),
      );
    });
    const yielded = body.terminator.operands;
    return inits.map((init, i) => {
      const map = maps[inputs.length + i]!;
      const argument = body.arguments[inputs.length + i]!;
      if (reduced.length === 0) {
        if (argument.hasUses)
          this.#values.set(argument, this.#toLoops(this.#read(init, map, this.#poison(elementTypeOf(init.type))), map));
        return this.#write(this.#fromLoops(this.#vector(yielded[i]!), map), init);
      }
      const combiner = combinerOf(body, inputs.length + i)!;
      const source = this.#masked(
        this.#vector(combiner.operand),
        neutralElement(combiner.kind, elementTypeOf(init.type))!,
        reduced,
      );
      const accumulator = this.#read(init, map, this.#poison(elementTypeOf(init.type)));
      const whole = reduced.length === iterators.length;
      const inLoopOrder = whole ? this.#element(accumulator) : this.#reorder(accumulator, map, "to-loops");
      const dest = MultiDimReductionOp.build(this.#builder, {
        source,
        acc: inLoopOrder,
        kind: combiner.kind,
        reductionDims: reduced,
        resultTypes: [inLoopOrder.type],
      }).dest;
      const result = whole
        ? BroadcastOp.build(this.#builder, { source: dest, resultTypes: [accumulator.type] }).vector
        : dest;
      return this.#write(this.#reorder(result, map, "from-loops"), init);
    });
  }

  /** The vector of a scalar of the body, over all loops. */
  #vector(scalar: Value): Value {
    const known = this.#values.get(scalar);
    if (known !== undefined) return known;
    const op = scalar.definingOp;
    const made =
      op === null || op.parentBlock !== this.#linalg.body ? this.#splat(scalar) : this.#lift(op, scalar.index);
    this.#values.set(scalar, made);
    return made;
  }

  #lift(op: Operation, result: number): Value {
    const attribute = constantOf(op.result(result));
    if (attribute !== undefined) return this.#constant(attribute, this.#extents);
    if (op.name === "linalg.index") return this.#position(op);
    const operands = op.operands.map((operand) => this.#vector(operand));
    const divisor = operands[1];
    const type = op.operands[1]?.type;
    const divides = divisions.has(op.name) && (type?.kind === "integer" || type?.kind === "index");
    if (divides && divisor !== undefined) {
      // Lanes past a ragged edge hold anything, and nothing may be divided by 0.
      operands[1] = this.#masked(divisor, integerAttr(type, 1n), [...this.#extents.keys()]);
    }
    const lifted = this.#liftOnto(op, operands, this.#extents);
    op.results.forEach((r, i) => this.#values.set(r, lifted.result(i)));
    return lifted.result(result);
  }

  #liftOnto(op: Operation, operands: readonly Value[], shape: readonly number[]): Operation {
    const lifted = Operation.create(op.context, op.definition, op.location, {
      operands,
      resultTypes: op.results.map((r) => vectorType(shape, r.type)),
      attributes: op.allAttributes,
    });
    return this.#builder.insert(lifted);
  }

  #cast(cast: Operation, vector: Value): Value {
    return this.#liftOnto(cast, [vector], vector.type.kind === "vector" ? vector.type.shape : []).result();
  }

  /** The position in a loop, as a vector over all loops. */
  #position(op: Operation): Value {
    const dim = op.attribute("dim");
    const loop = dim?.kind === "integer" ? Number(dim.value) : 0;
    const type = vectorType([this.#extents[loop]!], op.result().type);
    const steps = StepOp.build(this.#builder, { resultTypes: [type] }).result;
    return this.#toLoops(steps, AffineMap.projection(this.#extents.length, [loop]));
  }

  /** The element of a vector without dimensions. */
  #element(vector: Value): Value {
    const type = elementTypeOf(vector.type);
    return ExtractOp.build(this.#builder, {
      source: vector,
      dynamicPosition: [],
      staticPosition: [],
      resultTypes: [type],
    }).result;
  }

  #splat(scalar: Value): Value {
    return BroadcastOp.build(this.#builder, { source: scalar, resultTypes: [vectorType(this.#extents, scalar.type)] })
      .vector;
  }

  #constant(scalar: Attribute, shape: readonly number[]): Value {
    if (scalar.kind !== "integer" && scalar.kind !== "float")
      throw new Error(`a constant of kind ${scalar.kind} in a linalg body`);
    return arithConstant(this.#builder, splatAttr(vectorType(shape, scalar.type), scalar));
  }

  #zero(type: Type): Value {
    if (type.kind === "float") return arithConstant(this.#builder, floatAttrFromBits(type, floatToBits(type.name, 0)));
    if (type.kind === "integer" || type.kind === "index") return arithConstant(this.#builder, integerAttr(type, 0n));
    throw new Error(`no zero of kind ${type.kind}`);
  }

  /** Padding that nothing looks at. */
  #poison(type: Type): Value {
    return PoisonOp.build(this.#builder, { resultTypes: [type] }).result;
  }

  /** Reads a tile whole; a lane past a ragged edge holds `padding`. */
  #read(tensor: Value, map: AffineMap, padding: Value): Value {
    const type = tensor.type;
    if (type.kind !== "tensor") throw new Error("transfers are from tensors");
    const shape = map.results.map((e) => (e.kind === "dim" ? this.#extents[e.position]! : 1));
    return TransferReadOp.build(this.#builder, {
      base: tensor,
      indices: shape.map(() => materializeIndex(this.#builder, 0)),
      padding,
      permutationMap: AffineMap.identity(shape.length),
      inBounds: shape.map((extent, d) => type.shape[d] === extent),
      resultTypes: [vectorType(shape, type.element)],
    }).vector;
  }

  #write(vector: Value, tensor: Value): Value {
    const [from, to] = [vector.type, tensor.type];
    if (from.kind !== "vector" || to.kind !== "tensor") throw new Error("transfers are between vectors and tensors");
    const write = TransferWriteOp.build(this.#builder, {
      valueToStore: vector,
      base: tensor,
      indices: from.shape.map(() => materializeIndex(this.#builder, 0)),
      permutationMap: AffineMap.identity(from.shape.length),
      inBounds: from.shape.map((extent, d) => to.shape[d] === extent),
      resultTypes: [to],
    });
    return write.op.result();
  }

  /** From an operand's dimensions to all loops in order: missing loops are broadcast in front, then moved to their place. */
  #toLoops(vector: Value, map: AffineMap): Value {
    const present = map.results.map((e) => (e.kind === "dim" ? e.position : -1));
    const type = vector.type;
    if (type.kind !== "vector") throw new Error("expected a vector");
    const missing = this.#extents.flatMap((_, loop) => (present.includes(loop) ? [] : [loop]));
    const order = [...missing, ...present];
    if (present.includes(-1)) throw new Error("an operand indexed by a constant is sliced before it is vectorised");
    let at = vector;
    if (missing.length > 0) {
      const shape = order.map((loop) => this.#extents[loop]!);
      at = BroadcastOp.build(this.#builder, { source: at, resultTypes: [vectorType(shape, type.element)] }).vector;
    }
    return this.#transpose(
      at,
      this.#extents.map((_, loop) => order.indexOf(loop)),
    );
  }

  #fromLoops(vector: Value, map: AffineMap): Value {
    return this.#transpose(vector, map.dimPositions ?? []);
  }

  /** Between an output's dimensions and the parallel loops in order. */
  #reorder(vector: Value, map: AffineMap, direction: "to-loops" | "from-loops"): Value {
    const positions = map.dimPositions ?? [];
    const ascending = [...positions].sort((a, b) => a - b);
    const permutation =
      direction === "to-loops"
        ? ascending.map((loop) => positions.indexOf(loop))
        : positions.map((loop) => ascending.indexOf(loop));
    return this.#transpose(vector, permutation);
  }

  #transpose(vector: Value, permutation: readonly number[]): Value {
    const type = vector.type;
    if (permutation.every((p, i) => p === i) || type.kind !== "vector") return vector;
    return TransposeOp.build(this.#builder, {
      vector,
      permutation,
      resultTypes: [
        vectorType(
          permutation.map((p) => type.shape[p]!),
          type.element,
        ),
      ],
    }).result;
  }

  /** Puts the neutral element wherever one of these loops is past its ragged end. */
  #masked(vector: Value, neutral: Attribute, loops: readonly number[]): Value {
    const sizes = this.#extents.map(
      (extent, loop) => (loops.includes(loop) ? this.#raggedExtent(loop) : undefined) ?? extent,
    );
    if (sizes.every((size) => typeof size === "number")) return vector;
    const mask = CreateMaskOp.build(this.#builder, {
      operands: sizes.map((size) => materializeIndex(this.#builder, size)),
      resultTypes: [vectorType(this.#extents, i1(this.#builder.context))],
    }).op.result();
    const fill = this.#constant(neutral, this.#extents);
    return SelectOp.build(this.#builder, { condition: mask, trueValue: vector, falseValue: fill }).result;
  }

  /** The SSA extent of a loop where it is not static. */
  #raggedExtent(loop: number): Value | undefined {
    const { inputs, inits, maps } = this.#linalg;
    for (const [i, operand] of [...inputs, ...inits].entries()) {
      const dimension = maps[i]!.results.findIndex((e) => e.kind === "dim" && e.position === loop);
      const extent = dimension < 0 ? undefined : extentOf(operand, dimension);
      if (extent !== undefined) return typeof extent === "number" ? undefined : extent;
    }
    throw new Error(`the extent of loop ${loop} is unknown`);
  }
}

/** Static bounds of the loops, when each has one. */
export function loopBounds({ inputs, inits, maps, iterators }: LinalgOp): number[] | undefined {
  const bounds: number[] = [];
  for (const loop of iterators.keys()) {
    let bound: number | undefined;
    for (const [i, operand] of [...inputs, ...inits].entries()) {
      const dimension = maps[i]!.results.findIndex((e) => e.kind === "dim" && e.position === loop);
      if (dimension >= 0) bound ??= extentBound(operand, dimension);
    }
    if (bound === undefined) return undefined;
    bounds.push(bound);
  }
  return bounds;
}

/** The body argument behind a value, and the casts between, outermost last. */
function sourceArgument(value: Value): { argument: number; casts: Operation[] } {
  const casts: Operation[] = [];
  let at = value;
  while (at.definingOp !== null) {
    casts.unshift(at.definingOp);
    at = at.definingOp.operand(0);
  }
  return { argument: at.index, casts };
}
