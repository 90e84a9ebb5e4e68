// What large modules are walked and numbered with: traversal, tables keyed by values, the worklist, and locations that are found late.
import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../../../ir/core/operation.ts";
import { ValueTable } from "../../../ir/core/value-table.ts";
import { traverse, walk, walkPostOrder, walkPreOrder } from "../../../ir/core/walk.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { Worklist } from "../../../ir/rewrite/worklist.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";

const text = `module {
  func.func @f(%a: i32, %c: i1) -> i32 {
    %0 = arith.addi %a, %a : i32
    %1 = scf.if %c -> (i32) {
      %2 = arith.muli %0, %a : i32
      scf.yield %2 : i32
    } else {
      scf.yield %0 : i32
    }
    return %1 : i32
  }
}`;

function module(): Operation {
  const { module } = parseModule(text, createContext(builtinRegistry()), { file: "f.mlir" });
  if (module === undefined) throw new Error("not read");
  return module;
}

const names = (ops: Iterable<Operation>): string[] => [...ops].map(({ name }) => name.slice(name.indexOf(".") + 1));
const preOrder = ["module", "func", "addi", "if", "muli", "yield", "yield", "return"];
const postOrder = ["addi", "muli", "yield", "yield", "if", "return", "func", "module"];

describe("traversal", () => {
  test("enters before and leaves after what an op holds", () => {
    const root = module();
    expect(names(walk(root))).toEqual(preOrder);
    expect(names(walkPreOrder(root))).toEqual(preOrder);
    expect(names(walkPostOrder(root))).toEqual(postOrder);
    const [entered, left]: [Operation[], Operation[]] = [[], []];
    traverse(
      root,
      (op) => void entered.push(op),
      (op) => left.push(op),
    );
    expect(names(entered)).toEqual(preOrder);
    expect(names(left)).toEqual(postOrder);
  });
});

describe("value tables", () => {
  test("keep what they hold when another table takes the same values", () => {
    const values = walkPreOrder(module()).flatMap((op) => [...op.results]);
    const [first, second] = [new ValueTable<string>(), new ValueTable<number>()];
    values.forEach((value, i) => {
      first.set(value, `v${i}`);
    });
    [...values].reverse().forEach((value, i) => {
      second.set(value, i);
    });
    expect(values.map((value) => first.get(value))).toEqual(["v0", "v1", "v2"]);
    expect(values.map((value) => second.get(value))).toEqual([2, 1, 0]);
    values.forEach((value) => {
      first.set(value, "again");
    });
    expect(values.map((value) => first.get(value))).toEqual(["again", "again", "again"]);
    expect(values.map((value) => second.get(value))).toEqual([2, 1, 0]);
    expect(new ValueTable<number>().get(values[0] ?? fail())).toBeUndefined();
  });
});

describe("the worklist", () => {
  test("holds an op once, gives the last first, and never one that is gone", () => {
    const [a, b, c] = walkPreOrder(module());
    if (a === undefined || b === undefined || c === undefined) throw new Error("too few ops");
    const worklist = new Worklist();
    for (const op of [a, b, c, b, a]) worklist.push(op);
    worklist.reverse();
    expect(worklist.pop()).toBe(a);
    worklist.forget(b);
    worklist.push(b);
    expect(worklist.isForgotten(b)).toBe(true);
    expect(worklist.pop()).toBe(c);
    expect(worklist.pop()).toBeUndefined();
  });
});

test("ops and block arguments know where they were read", () => {
  const [, func, add] = walkPreOrder(module());
  expect(add?.location).toEqual({ kind: "file", file: "f.mlir", line: 3, column: 10 });
  expect(func?.region().entry.arguments.map(({ argumentLocation }) => argumentLocation)).toEqual([
    { kind: "file", file: "f.mlir", line: 2, column: 16 },
    { kind: "file", file: "f.mlir", line: 2, column: 25 },
  ]);
});

function fail(): never {
  throw new Error("no values");
}
