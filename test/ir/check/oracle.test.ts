// The oracle: what refines, what does not, and what says nothing.
import { describe, expect, test } from "@jest/globals";
import { adaptSignature } from "../../../ir/check/fuzz/adapt-signature.ts";
import { randomInputs } from "../../../ir/check/inputs.ts";
import { checkRefinement, type OracleOptions, type Verdict } from "../../../ir/check/oracle.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import type { Tolerance } from "../../../ir/rewrite/tolerance.ts";
import { newContext, parse } from "../../support/mlir.ts";

function compare(
  before: string,
  after: string,
  options: { tolerance?: Tolerance; poison?: boolean; adapt?: OracleOptions["adapt"] } = {},
): Verdict {
  const context = newContext();
  const [source, target] = [parse(before, context), parse(after, context)];
  const callable = lookupSymbolIn(source, "main");
  if (callable === undefined) throw new Error("there is no @main");
  const inputs = randomInputs(callable, seededSource(7), 64, { poison: options.poison ?? false });
  if ("unsupported" in inputs) throw new Error(inputs.unsupported);
  return checkRefinement(source, target, { inputs, tolerance: options.tolerance, adapt: options.adapt });
}

const i8 = (body: string, args = "%x: i8"): string => `func.func @main(${args}) -> i8 {\n${body}\n}`;
const same = i8("return %x : i8");

describe("values", () => {
  test("the same program refines itself", () => {
    expect(compare(same, same).kind).toBe("refines");
  });

  test("another value does not", () => {
    const verdict = compare(same, i8("%c1 = arith.constant 1 : i8\n%r = arith.addi %x, %c1 : i8\nreturn %r : i8"));
    expect(verdict).toMatchObject({ kind: "refuted", before: { kind: "values" }, after: { kind: "values" } });
  });

  test("-0 is not 0", () => {
    const negated = (value: string): string =>
      `func.func @main() -> f32 { %z = arith.constant ${value} : f32\n return %z : f32 }`;
    expect(compare(negated("0.0"), negated("-0.0"))).toMatchObject({ reason: "result 0: 0 became -0" });
  });

  test("a NaN is any NaN", () => {
    const nan = (bits: string): string =>
      `func.func @main() -> f32 { %z = arith.constant ${bits} : f32\n return %z : f32 }`;
    expect(compare(nan("0x7FC00000"), nan("0xFFC00001")).kind).toBe("refines");
  });

  test("a tolerance takes what is near", () => {
    const constant = (value: string): string =>
      `func.func @main() -> f32 { %z = arith.constant ${value} : f32\n return %z : f32 }`;
    const [a, b] = [constant("1.0"), constant("1.0000001")];
    expect(compare(a, b).kind).toBe("refuted");
    expect(compare(a, b, { tolerance: { ulps: 1 } }).kind).toBe("refines");
    expect(compare(a, constant("1.1"), { tolerance: { ulps: 4 } }).kind).toBe("refuted");
    expect(compare(a, constant("1.1"), { tolerance: { relative: 0.2 } }).kind).toBe("refines");
  });
});

describe("poison and undefined behaviour", () => {
  const poison = i8("%p = ub.poison : i8\nreturn %p : i8");
  const divided = i8("%z = arith.constant 0 : i8\n%r = arith.divui %x, %z : i8\nreturn %r : i8");

  test("sums may be regrouped, as far as their terms are large", () => {
    const sum = (order: string): string => `func.func @main(%x: f32) -> f32 {
      %a = arith.constant 1.0e8 : f32
      %b = arith.constant -1.0e8 : f32
      %one = arith.constant 1.0 : f32
      ${order}
      return %r : f32
    }`;
    const first = sum("%s = arith.addf %a, %b : f32\n%r = arith.addf %s, %one : f32");
    const second = sum("%s = arith.addf %one, %a : f32\n%r = arith.addf %s, %b : f32");
    expect(compare(first, second).kind).toBe("refuted");
    expect(compare(first, second, { tolerance: { terms: 3, magnitude: 1e8 } }).kind).toBe("refines");
    expect(compare(first, second, { tolerance: { terms: 3, magnitude: 16 } }).kind).toBe("refuted");
  });

  test("poison may become a value, and not the other way", () => {
    expect(compare(poison, same).kind).toBe("refines");
    expect(compare(same, poison).kind).toBe("refuted");
  });

  test("poison is an element's own", () => {
    const vector = (second: string): string => `func.func @main(%x: i8) -> vector<2xi8> {
      %p = ub.poison : i8
      %r = vector.from_elements %x, ${second} : vector<2xi8>
      return %r : vector<2xi8>
    }`;
    expect(compare(vector("%p"), vector("%x")).kind).toBe("refines");
    expect(compare(vector("%x"), vector("%p")).kind).toBe("refuted");
  });

  test("undefined behaviour may become anything, and not the other way", () => {
    expect(compare(divided, same).kind).toBe("refines");
    expect(compare(same, divided)).toMatchObject({ kind: "refuted", after: { kind: "undefined-behavior" } });
  });

  test("what may be speculated gives poison where it was not to run", () => {
    const extract = "%x = tensor.extract %t[%c9] : tensor<1xi8>";
    const main = (body: string): string => `func.func @main(%t: tensor<1xi8>, %v: i8) -> i8 {
      %c9 = arith.constant 9 : index
      ${body}
    }`;
    expect(compare(main("return %v : i8"), main(`${extract}\nreturn %v : i8`)).kind).toBe("refines");
    expect(compare(main("return %v : i8"), main(`${extract}\nreturn %x : i8`)).kind).toBe("refuted");
    expect(compare(main(`${extract}\nreturn %x : i8`), main("return %v : i8")).kind).toBe("refines");
    const divided = "%c0 = arith.constant 0 : i8\n%x = arith.divsi %v, %c0 : i8";
    expect(compare(main("return %v : i8"), main(`${divided}\nreturn %v : i8`)).kind).toBe("refuted");
  });

  test("division by poison is undefined", () => {
    const quotient = i8("%r = arith.divui %x, %y : i8\nreturn %r : i8", "%x: i8, %y: i8");
    const guarded = i8(
      "%c0 = arith.constant 0 : i8\n%c1 = arith.constant 1 : i8\n%z = arith.cmpi eq, %y, %c0 : i8\n%d = arith.select %z, %c1, %y : i8\n%r = arith.divui %x, %d : i8\nreturn %r : i8",
      "%x: i8, %y: i8",
    );
    expect(compare(quotient, guarded, { poison: true }).kind).toBe("refines");
    expect(compare(guarded, quotient, { poison: true }).kind).toBe("refuted");
  });
});

describe("memory and ends", () => {
  const stored = (value: number): string => `func.func @main(%m: memref<2xi8>) {
    %i = arith.constant 0 : index
    %v = arith.constant ${value} : i8
    memref.store %v, %m[%i] : memref<2xi8>
    return
  }`;

  test("the contents of argument buffers", () => {
    expect(compare(stored(1), stored(1)).kind).toBe("refines");
    expect(compare(stored(1), stored(2))).toMatchObject({
      reason: expect.stringContaining("the buffer of argument 0"),
    });
  });

  test("two arguments may be one buffer", () => {
    const forwarded = (result: string): string => `func.func @main(%a: memref<i8>, %b: memref<i8>, %v: i8) -> i8 {
      %c = arith.constant 7 : i8
      memref.store %c, %a[] : memref<i8>
      memref.store %v, %b[] : memref<i8>
      %r = memref.load %a[] : memref<i8>
      return ${result} : i8
    }`;
    expect(compare(forwarded("%r"), forwarded("%c")).kind).toBe("refuted");
  });

  test("a result that nobody can read is none, where a conversion makes it an argument's", () => {
    const base = `%base, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %m
      : memref<0x1xi8> -> memref<i8>, index, index, index, index, index`;
    const returned = `func.func @main(%m: memref<0x1xi8>) -> memref<i8> {\n${base}\nreturn %base : memref<i8>\n}`;
    const copied = `func.func @main(%m: memref<0x1xi8>, %out: memref<i8>) {
      ${base}
      memref.copy %base, %out : memref<i8> to memref<i8>
      return
    }`;
    expect(compare(returned, copied, { adapt: adaptSignature }).kind).toBe("refines");
    const chosen = "%r = arith.select %c, %m, %m : memref<i8>";
    const selected = `func.func @main(%m: memref<i8>, %c: i1) -> memref<i8> {\n${chosen}\nreturn %r : memref<i8>\n}`;
    const moved = `func.func @main(%m: memref<i8>, %c: i1, %out: memref<i8>) {
      ${chosen}
      memref.copy %r, %out : memref<i8> to memref<i8>
      return
    }`;
    expect(compare(selected, moved, { adapt: adaptSignature, poison: true }).kind).toBe("refines");
  });

  test("the contents of globals, also of those that only one program touches", () => {
    const global = (store: string): string => `module {
      memref.global @g : memref<i8> = dense<3>
      func.func @main() {
        %g = memref.get_global @g : memref<i8>
        %v = arith.constant 4 : i8
        ${store}
        return
      }
    }`;
    const store = "memref.store %v, %g[] : memref<i8>";
    expect(compare(global(store), global("")).kind).toBe("refuted");
    expect(compare(global(""), global("")).kind).toBe("refines");
  });

  test("an assertion that fails is seen", () => {
    const asserted = (message: string): string => `func.func @main() {
      %f = arith.constant false
      ${message === "" ? "" : `cf.assert %f, "${message}"`}
      return
    }`;
    expect(compare(asserted("a"), asserted("a")).kind).toBe("refines");
    expect(compare(asserted("a"), asserted("")).kind).toBe("refuted");
    expect(compare(asserted("a"), asserted("b")).kind).toBe("refuted");
  });

  test("a program that no longer ends", () => {
    const loop = (header: string): string => `func.func @main() {
      cf.br ^b
    ^b:
      ${header}
    }`;
    expect(compare(loop("return"), loop("cf.br ^b"))).toMatchObject({ after: { kind: "out-of-fuel" } });
    expect(compare(loop("cf.br ^b"), loop("return")).kind).toBe("inconclusive");
  });
});
