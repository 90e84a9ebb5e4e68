// How generated programs have structured control flow: loops of a few iterations, and regions that hand over what they made.
import { denseArrayAttr, i64ArrayAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import { Region } from "../../ir/core/block.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, i32, indexType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import type { GenerationSite } from "../../ir/check/generate/generation-site.ts";

const MAX_TRIPS = 6;

/** Up to `most` values to carry through a loop. */
function someValues(site: GenerationSite, most: number): Value[] {
  const values: Value[] = [];
  for (let n = site.random.below(most + 1); n > 0; n--) {
    const last = values.at(-1)?.type;
    const type = last !== undefined && site.random.chance(1, 3) ? last : site.type(() => true);
    const value = type && site.available(type);
    if (value !== undefined) values.push(value);
  }
  return values;
}

const typesOf = (values: readonly Value[]): readonly Type[] => values.map(({ type }) => type);

/** Ends a region: hands over values of these types, now and then those that came in. */
function yieldOf(types: readonly Type[], passed = 0): (site: GenerationSite, args: readonly Value[]) => void {
  return (site, args) => {
    const operands: Value[] = [];
    const own = args.slice(passed);
    // Arguments are passed on, exchanged, or all set to one.
    const turn = site.random.chance(1, 3) ? site.random.below(3) : 0;
    for (const [i, type] of types.entries()) {
      const same = own[(i + turn) % Math.max(1, own.length)];
      const last = operands.at(-1);
      if (same?.type === type && site.random.chance(1, turn > 0 ? 2 : 6)) operands.push(same);
      else if (last?.type === type && site.random.chance(1, 8)) operands.push(last);
      else operands.push(site.handOut(type));
    }
    site.builder.create("scf.yield", { operands });
  };
}

/** A loop bound type: index, or an integer that holds the bounds. */
function boundType(site: GenerationSite): Type {
  if (site.random.chance(2, 3)) return indexType(site.context);
  const found = site.type((type) => type.kind === "integer" && type.signedness === "signless" && type.width >= 5);
  return found ?? indexType(site.context);
}

export function generateFor(site: GenerationSite): OperationParts {
  const { random } = site;
  const type = boundType(site);
  const lower = random.chance(1, 2) ? site.integer(type, random.pick([0, 0, 0, 1, -1, 2])) : site.below(type, 4);
  const upper = site.below(type, MAX_TRIPS);
  const step = site.integer(type, random.pick([1, 1, 1, 2, 3, 7]));
  const inits = someValues(site, 3);
  const types = typesOf(inits);
  const region = site.region({
    argumentTypes: [type, ...types],
    arguments: ([iv]) => {
      if (iv !== undefined && site.limitOf(lower) !== undefined) site.setLimit(iv, MAX_TRIPS);
    },
    end: yieldOf(types, 1),
  });
  return {
    operands: [lower, upper, step, ...inits],
    resultTypes: types,
    regions: [region],
    properties: site.limitOf(lower) !== undefined && random.chance(1, 6) ? { unsignedCmp: unitAttr(site.context) } : {},
  };
}

export function generateIf(site: GenerationSite): OperationParts {
  const condition = site.value(i1(site.context));
  let types: readonly Type[] = [];
  const nested = site.random.chance(1, 6) ? site.context.ops.get("scf.if") : undefined;
  const whenTrue = site.region({
    ...(nested === undefined ? {} : { operations: 0 }),
    end: (inside, args) => {
      for (const result of (nested && inside.operation(nested))?.results ?? []) inside.offer(result);
      types = inside.typesToHandOut(3);
      yieldOf(types)(inside, args);
    },
  });
  const hasElse = types.length > 0 || site.random.chance(1, 2);
  const whenFalse = hasElse ? site.region({ end: yieldOf(types) }) : new Region(site.context);
  return { operands: [condition], resultTypes: types, regions: [whenTrue, whenFalse] };
}

/** A row of conditions, of which each trip uses one up, comes first: so the loop ends whatever they are. */
export function generateWhile(site: GenerationSite): OperationParts {
  const { random, context } = site;
  const bit = i1(context);
  const length = 1 + random.below(3);
  const conditions = Array.from({ length }, () => site.value(bit));
  const carried = someValues(site, 2);
  const inits = [...conditions, ...carried];
  let passed: readonly Type[] = [];
  const before = site.region({
    argumentTypes: typesOf(inits),
    operations: random.below(4),
    end: (inside, args) => {
      const values = inside.typesToHandOut(2).map((type) => inside.handOut(type));
      const [first] = values;
      if (first !== undefined && random.chance(1, 3)) values.push(first);
      passed = typesOf(values);
      const left = args.slice(0, length);
      inside.setCountdown(left);
      const operands = [...left, ...values];
      inside.builder.create("scf.condition", { operands });
    },
  });
  const handed = [...conditions.slice(1).map(() => bit), ...passed];
  const after = site.region({
    argumentTypes: handed,
    end: (inside, args) => {
      const left = [...args.slice(0, length - 1), inside.integer(bit, 0)];
      inside.setCountdown(left);
      const operands = [...left, ...carried.map(({ type }) => inside.handOut(type))];
      inside.builder.create("scf.yield", { operands });
    },
  });
  return { operands: inits, resultTypes: handed, regions: [before, after] };
}

export function generateIndexSwitch(site: GenerationSite): OperationParts {
  const { random, context } = site;
  const argument = random.chance(2, 3) ? site.below(indexType(context), 5) : site.value(indexType(context));
  let types: readonly Type[] | undefined;
  const region = (): Region =>
    site.region({
      operations: random.below(5),
      end: (inside, args) => {
        types ??= inside.typesToHandOut(2);
        yieldOf(types)(inside, args);
      },
    });
  const cases = [...new Set(Array.from({ length: random.below(4) }, () => random.pick([0, 1, 2, 3, 4, -1, 100])))];
  const regions = [region(), ...cases.map(region)];
  return {
    operands: [argument],
    resultTypes: types ?? [],
    regions,
    properties: { cases: i64ArrayAttr(context, cases) },
  };
}

/** Lower bounds, upper bounds and steps of a small loop nest. */
function bounds(site: GenerationSite, rank: number): Value[] {
  const index = indexType(site.context);
  const each = (make: () => Value): Value[] => Array.from({ length: rank }, make);
  return [
    ...each(() => site.integer(index, site.random.pick([0, 0, 0, 1]))),
    ...each(() => site.below(index, 4)),
    ...each(() => site.integer(index, site.random.pick([1, 1, 2, 3]))),
  ];
}

/** Reductions are of one op that takes two of a type: only those are known to be all right in any order. */
export function generateParallel(site: GenerationSite): OperationParts {
  const { random, context } = site;
  const index = indexType(context);
  const rank = 1 + random.below(2);
  const operands = bounds(site, rank);
  const inits = someValues(site, 2);
  const region = site.region({
    argumentTypes: Array.from({ length: rank }, () => index),
    operations: random.below(6),
    arguments: (ivs) => {
      for (const iv of ivs) site.setLimit(iv, 4);
    },
    end: (inside) => {
      const values = inits.map(({ type }) => inside.handOut(type));
      const regions = inits.map(({ type }) =>
        inside.region({
          argumentTypes: [type, type],
          operations: 0,
          // Which of two values comes last is open where iterations have no order, so a reduction keeps what it had.
          end: (inner, [sofar]) => {
            inner.builder.create("scf.reduce.return", { operands: sofar === undefined ? [] : [sofar] });
          },
        }),
      );
      inside.builder.create("scf.reduce", { operands: values, regions });
    },
  });
  return {
    operands: [...operands, ...inits],
    resultTypes: typesOf(inits),
    regions: [region],
    properties: { operandSegmentSizes: denseArrayAttr(i32(context), [rank, rank, rank, inits.length]) },
  };
}

/** Bounds constant or not; results are tensors, into which each iteration puts back a slice of what it sees. */
export function generateForall(site: GenerationSite): OperationParts {
  const { random, context } = site;
  const index = indexType(context);
  const rank = 1 + random.below(2);
  const dynamics: Value[][] = [[], [], []];
  const list = (place: number, fixed: () => number, dynamic: () => Value): number[] =>
    Array.from({ length: rank }, () => {
      if (random.chance(2, 3)) return fixed();
      dynamics[place]?.push(dynamic());
      return DYNAMIC;
    });
  const lower = list(
    0,
    () => random.pick([0, 0, 0, 1]),
    () => site.below(index, 2),
  );
  const upper = list(
    1,
    () => random.below(4),
    () => site.below(index, 4),
  );
  const step = list(
    2,
    () => random.pick([1, 1, 2]),
    () => site.integer(index, 1 + random.below(2)),
  );
  const isTensor = (type: Type): boolean =>
    type.kind === "tensor" && isStaticShape(type.shape) && type.shape.length > 0 && !type.shape.includes(0);
  const output = context.ops.get("tensor.parallel_insert_slice") === undefined ? undefined : site.find(isTensor);
  const outputs = output !== undefined && random.chance(2, 3) ? [output] : [];
  const region = site.region({
    argumentTypes: [...Array.from({ length: rank }, () => index), ...typesOf(outputs)],
    operations: random.below(6),
    arguments: (args) => {
      for (const iv of args.slice(0, rank)) site.setLimit(iv, 4);
    },
    end: (inside, args) => {
      const shared = args[rank];
      const inner = new Region(context);
      const block = inner.addBlock();
      inside.builder.create("scf.forall.in_parallel", { regions: [inner] });
      if (shared?.type.kind !== "tensor") return;
      inside.builder.at(
        (builder) => builder.setToEnd(block),
        () => insertSlice(inside, shared, output),
      );
    },
  });
  return {
    operands: [...dynamics.flat(), ...outputs],
    resultTypes: typesOf(outputs),
    regions: [region],
    properties: {
      staticLowerBound: i64ArrayAttr(context, lower),
      staticUpperBound: i64ArrayAttr(context, upper),
      staticStep: i64ArrayAttr(context, step),
      operandSegmentSizes: denseArrayAttr(i32(context), [...dynamics.map(({ length }) => length), outputs.length]),
    },
  };
}

/** All iterations put the same tensor into the whole of the shared one, so that their order does not matter. */
function insertSlice(site: GenerationSite, shared: Value, source: Value | undefined): void {
  if (shared.type.kind !== "tensor" || source === undefined) return;
  const { shape } = shared.type;
  const { context } = site;
  site.builder.create("tensor.parallel_insert_slice", {
    operands: [source, shared],
    properties: {
      static_offsets: i64ArrayAttr(
        context,
        shape.map(() => 0),
      ),
      static_sizes: i64ArrayAttr(context, shape),
      static_strides: i64ArrayAttr(
        context,
        shape.map(() => 1),
      ),
      operandSegmentSizes: denseArrayAttr(i32(context), [1, 1, 0, 0, 0]),
    },
  });
}
