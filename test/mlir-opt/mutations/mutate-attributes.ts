// Mutations of properties, attributes and symbols.
import { spelled, type GenericText, type TextEntry, type TextList, type TextOp } from "./generic-text.ts";
import { appendItem, insert, removeItem, replace, type Edit, type Mutator } from "./mutation.ts";
import type { Random } from "./random.ts";

const values = [
  "0 : i64", "1 : i64", "-1 : i64", "0 : i32", "1 : i32", "2 : i32", "7 : i8", "5 : index", "true", "unit", "1.5 : f32", "2.0 : f64", '"text"', '""', "i32", "f32", "() -> ()",
  "(i32) -> i32", "[]", "[1 : i32]", "[{}]", "[{}, {}]", "{}", "@nobody", "@nobody::@inner", "dense<1> : tensor<4xi32>", "dense<[1, 2]> : tensor<2xi64>", "dense<0.5> : vector<4xf32>",
  "array<i64>", "array<i64: 0>", "array<i64: 1, 2>", "array<i32: 1>", "array<i32: 0, 0>", "array<i1: true>", "array<i32: 1, 1, 1>", "array<i32: 1, 1, 1, 0>", "affine_map<(d0) -> (d0)>",
  "#arith.fastmath<none>", "#arith.fastmath<fast>", "#arith.overflow<none>", "#arith.overflow<nsw>", "#ub.poison", "[[0], [1]]", "[[0, 1]]",
] as const; // prettier-ignore

interface Place {
  readonly list: TextList<TextEntry>;
  readonly index: number;
  readonly entry: TextEntry;
}

function places(op: TextOp): Place[] {
  return [op.properties, op.attributes].flatMap((list) =>
    list === undefined ? [] : list.items.map((entry, index) => ({ list, index, entry })),
  );
}

export const dropAttribute: Mutator = (_module, op, random) => {
  const place = random.pick(places(op));
  if (place === undefined) return undefined;
  const { list, index } = place;
  return [list.items.length === 1 ? replace(list, "") : removeItem(list, index)];
};

/** Another value: of another kind, or near the one that stands there. */
export const attributeValue: Mutator = (module, op, random) => {
  const entry = random.pick(places(op))?.entry;
  if (entry === undefined) return undefined;
  const old = entry.value === undefined ? "" : spelled(module.text, entry.value);
  const changed = random.below(2) === 0 ? nearBy(module, old, random) : (random.pick(values) ?? "unit");
  if (changed === undefined || changed === old) return undefined;
  return [entry.value === undefined ? insert(entry.end, ` = ${changed}`) : replace(entry.value, changed)];
};

/** The same with one number, one type or one element changed. */
function nearBy(module: GenericText, old: string, random: Random): string | undefined {
  switch (random.below(4)) {
    case 0: {
      const number = random.pick([...old.matchAll(/(?<![\w.])-?\d+(?![\w.])/g)]);
      if (number === undefined) return undefined;
      const changed = random.pick(["0", "1", "2", "3", "-1", "9", "300"]) ?? "1";
      return old.slice(0, number.index) + changed + old.slice(number.index + number[0].length);
    }
    case 1: {
      const type = random.pick([...old.matchAll(/\b(i\d+|f\d+|index)\b/g)]);
      if (type === undefined) return undefined;
      const changed = random.pick(["i1", "i8", "i32", "i64", "index", "f32", "f64"]) ?? "i32";
      return old.slice(0, type.index) + changed + old.slice(type.index + type[0].length);
    }
    case 2: {
      const element = /, [^,<>[\]{}()]+(?=[\]>])/.exec(old);
      if (element === null) return undefined;
      return random.below(2) === 0
        ? old.slice(0, element.index) + old.slice(element.index + element[0].length)
        : old.slice(0, element.index) + element[0] + old.slice(element.index);
    }
    default: {
      const op = random.pick(module.ops);
      const value = random.pick([...(op?.properties?.items ?? []), ...(op?.attributes?.items ?? [])])?.value;
      return value === undefined ? undefined : spelled(module.text, value);
    }
  }
}

export const addProperty: Mutator = (_module, op, random) => {
  const value = random.pick(values) ?? "unit";
  if (op.properties === undefined) return [insert(op.successors?.end ?? op.operands.end, ` <{extra = ${value}}>`)];
  return [appendItem(op.properties, `extra = ${value}`, 2)];
};

export const addAttribute: Mutator = (_module, op, random) => {
  const name =
    random.pick(["extra", "arith.extra", "func.extra", "no_such.dialect", "fastmath", "value", "builtin.x", "scf.y"]) ??
    "extra";
  const entry = `${name} = ${random.pick(values) ?? "unit"}`;
  return [addEntry(op, entry)];
};

function addEntry(op: TextOp, entry: string): Edit {
  if (op.attributes !== undefined) return appendItem(op.attributes, entry);
  const at = op.regions?.end ?? op.properties?.end ?? op.successors?.end ?? op.operands.end;
  return insert(at, ` {${entry}}`);
}

export const repeatAttribute: Mutator = (module, op, random) => {
  const place = random.pick(places(op));
  if (place === undefined) return undefined;
  const { list, entry } = place;
  return [appendItem(list, spelled(module.text, entry), list === op.properties ? 2 : 1)];
};

export const renameAttribute: Mutator = (_module, op, random) => {
  const entry = random.pick(places(op))?.entry;
  return (
    entry && [
      replace(
        { start: entry.start, end: entry.start + entry.name.length },
        random.pick(["renamed", entry.name.slice(1), `${entry.name}x`]) || "renamed",
      ),
    ]
  );
};

/** Properties written where the discardable attributes stand, as MLIR did before there were properties. */
export const propertyAsAttribute: Mutator = (module, op, random) => {
  const { properties } = op;
  if (properties === undefined) return undefined;
  const index = random.below(properties.items.length);
  const entry = properties.items[index];
  if (entry === undefined) return undefined;
  if (random.below(2) === 0) {
    const all = properties.items.map((item) => spelled(module.text, item)).join(", ");
    return [replace(properties, ""), addEntry(op, all)];
  }
  return [
    properties.items.length === 1 ? replace(properties, "") : removeItem(properties, index),
    addEntry(op, spelled(module.text, entry)),
  ];
};

/** A symbol's name or a reference to it becomes another of the module's, or nobody's. */
export const symbol: Mutator = (module, op, random) => {
  const entries = places(op).flatMap(({ entry }) => entry.value ?? []);
  const found = entries.flatMap((value) => {
    const text = spelled(module.text, value);
    return [...text.matchAll(/@[\w$.]+/g)].map((m) => ({
      start: value.start + m.index,
      end: value.start + m.index + m[0].length,
    }));
  });
  const names = [...module.text.matchAll(/sym_name = "([^"]*)"/g)].map((m) => m[1] ?? "");
  const name = random.pick([...names, "nobody"]) ?? "nobody";
  const own = places(op).find(({ entry }) => entry.name === "sym_name")?.entry.value;
  const target = random.pick([...found, ...(own === undefined ? [] : [own])]);
  if (target === undefined) return undefined;
  const changed = target === own ? `"${name}"` : `@${name}`;
  return changed === spelled(module.text, target) ? undefined : [replace(target, changed)];
};
