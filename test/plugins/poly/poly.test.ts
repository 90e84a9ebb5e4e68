// An example plugin outside the source tree, which imports what the package exports and nothing else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import {
  builtinRegistry,
  compileProgram,
  createTerraceContext,
  DenseValue,
  entrySignature,
  findEntry,
  loadPlugin,
  match,
  printOperation,
  readModule,
  rule,
  runPasses,
  targetNames,
  val,
  type IntegerType,
  type Target,
} from "terrace";
import { AddIOp, MulIOp } from "terrace/dialects/arith";
import {
  checkConversion,
  checkFolders,
  checkPass,
  checkRoundTrip,
  checkRules,
  findCounterexample,
  mlirTests,
} from "terrace/testing";
import plugin, {
  AddOp,
  convertPolyToScf,
  EvalOp,
  exposeCoefficients,
  MulOp,
  polyDialect,
  polyExposeCoefficients,
  polyRules,
} from "./src/index.ts";

const registry = builtinRegistry();
expect(loadPlugin(registry, plugin)).toBeUndefined();
const context = () => createTerraceContext(registry);
const checks = { context, programs: 300, timeMs: 20_000 };

// Their RUN lines name the plugin.
mlirTests(import.meta.dirname);

test("the plugin is under 400 lines of code, and imports only what the package exports and its own files", () => {
  const folder = join(import.meta.dirname, "src");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect(
    texts.flatMap((text) => text.split("\n")).filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length,
  ).toBeLessThan(400);
  const imported = texts.flatMap((text) => [...text.matchAll(/ from "([^"]+)"/g)].map(([, name]) => name ?? ""));
  expect(imported.filter((name) => !/^terrace(\/dialects\/\w+|\/testing)?$|^\.\/[\w-]+\.ts$/.test(name))).toEqual([]);
});

describe("on random programs", () => {
  test("the text of every op reads back", () => void checkRoundTrip("poly", checks));
  test("folders", () => void checkFolders("poly", { ...checks, dialects: ["poly", "arith"] }));
  test("rules", () => void checkRules([...polyRules, exposeCoefficients], { ...checks, dialects: ["poly"] }));
  test("the pass", async () => void (await checkPass(polyExposeCoefficients, { ...checks, dialects: ["poly"] })));
  test("the lowering", async () => {
    const dialects = ["poly", "arith", "scf"];
    const { inconclusive } = await checkConversion(convertPolyToScf, { ...checks, dialects });
    // Polynomials are inputs and constants of the programs, so that each of them ran.
    expect(inconclusive.size).toBe(0);
  });

  test("a homomorphism that is none is refuted: values do not multiply modulo the modulus", () => {
    const evaluation = <const N extends string>(name: N) => match(EvalOp, { polynomial: val(name), point: val("x") });
    const wrong = rule(
      "p(x) * q(x) => (p * q)(x)",
      match(MulIOp, { lhs: evaluation("p"), rhs: evaluation("q") }),
      ({ p, q, x }, rewriter) =>
        p.type === q.type
          ? EvalOp.build(rewriter, { polynomial: MulOp.build(rewriter, { lhs: p, rhs: q }).result, point: x })
          : { refused: true, reason: "of two rings" },
    );
    const right = rule(
      "p(x) + q(x) => (p + q)(x)",
      match(AddIOp, { lhs: evaluation("p"), rhs: evaluation("q") }),
      ({ p, q, x }, rewriter) =>
        p.type === q.type
          ? EvalOp.build(rewriter, { polynomial: AddOp.build(rewriter, { lhs: p, rhs: q }).result, point: x })
          : { refused: true, reason: "of two rings" },
    );
    const options = { ...checks, dialects: ["poly", "arith"] };
    checkRules([right], options);
    expect(() => checkRules([wrong], options)).toThrow("// miscompile:");
    const found = findCounterexample([wrong], options);
    expect(found.kind === "found" && found.counterexample.operations).toBeLessThanOrEqual(5);
  });
});

const source = `func.func @main(%a: tensor<4xi32>, %b: tensor<4xi32>, %x: tensor<i32>) -> (tensor<4xi32>, tensor<4xi32>, tensor<i32>) {
  %one = poly.constant [1] : !poly.poly<i32, x**4 + 1>
  %p = poly.from_tensor %a : !poly.poly<i32, x**4 + 1>
  %q = poly.from_tensor %b : !poly.poly<i32, x**4 + 1>
  %pq = poly.mul %p, %q : !poly.poly<i32, x**4 + 1>
  %s = poly.add %pq, %one : !poly.poly<i32, x**4 + 1>
  %d = poly.sub %s, %q : !poly.poly<i32, x**4 + 1>
  %t = poly.to_tensor %d : !poly.poly<i32, x**4 + 1>
  %c = poly.from_tensor %a : !poly.poly<i32, x**4 - 1>
  %e = poly.from_tensor %b : !poly.poly<i32, x**4 - 1>
  %ce = poly.mul %c, %e : !poly.poly<i32, x**4 - 1>
  %u = poly.to_tensor %ce : !poly.poly<i32, x**4 - 1>
  %at = tensor.extract %x[] : tensor<i32>
  %y = poly.eval %d at %at : !poly.poly<i32, x**4 + 1>
  %v = tensor.from_elements %y : tensor<i32>
  return %t, %u, %v : tensor<4xi32>, tensor<4xi32>, tensor<i32>
}`;

const dense = (shape: readonly number[], element: IntegerType, values: readonly number[]): DenseValue => {
  const value = DenseValue.zeros(shape, element);
  values.forEach((number, i) => value.set(i, element.width > 32 ? BigInt(number) : number));
  return value;
};

/** The results of a program that takes and gives tensors. */
async function resultsOn(target: Target, text: string, inputs: readonly (readonly number[])[]): Promise<number[][]> {
  const { module, diagnostics } = readModule(text, context());
  const entry = module && findEntry(module);
  const signature = entry && entrySignature(entry);
  if (module === undefined || signature === undefined) throw new Error(diagnostics[0]?.message);
  const compiled = await compileProgram(module, registry, { target, entry: "main", signature });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const tensors = signature.inputs.map((type, i) => {
    if (type.kind !== "tensor" || type.element.kind !== "integer") throw new Error("a tensor of integers is asked for");
    return dense(type.shape, type.element, inputs[i] ?? []);
  });
  const outcome = await compiled.executable.run(tensors);
  if (!outcome.ok) throw new Error("it does not run");
  return outcome.results.map(({ data }) => [...data].map(Number));
}

test.each(targetNames)("runs on %s", async (target) => {
  // a = 1 + 2x + 3x**2 + 4x**3, b = 5 + 6x + 7x**2 + 8x**3, by hand: a b = 5 + 16x + 34x**2 + 60x**3 + 61x**4 + 52x**5 + 32x**6, and
  // d = a b + 1 - b modulo x**4 + 1, at 10.
  const d = [5 - 61 + 1 - 5, 16 - 52 - 6, 34 - 32 - 7, 60 - 8];
  const value = d.reduceRight((sum, c) => 10 * sum + c, 0);
  const results = await resultsOn(target, source, [[1, 2, 3, 4], [5, 6, 7, 8], [10]]); // prettier-ignore
  expect(results).toEqual([d, [5 + 61, 16 + 52, 34 + 32, 60], [value]]);
});

/** The second operand to the power of 3, in a loop that carries polynomials, times what the first is at 3. */
const looping = (element: string, degree: number, sign: string): string => {
  const P = `!poly.poly<${element}, x**${degree} ${sign} 1>`;
  const T = `tensor<${degree}x${element}>`;
  return `func.func @main(%a: ${T}, %b: ${T}) -> ${T} {
    %p = poly.from_tensor %a : ${P}
    %q = poly.from_tensor %b : ${P}
    %one = poly.constant [1] : ${P}
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c3 = arith.constant 3 : index
    %power = scf.for %i = %c0 to %c3 step %c1 iter_args(%r = %one) -> (${P}) {
      %next = poly.mul %r, %q : ${P}
      scf.yield %next : ${P}
    }
    %three = arith.constant 3 : ${element}
    %v = poly.eval %p at %three : ${P}
    %s = tensor.splat %v : ${T}
    %w = poly.from_tensor %s : ${P}
    %product = poly.mul %power, %w : ${P}
    %t = poly.to_tensor %product : ${P}
    return %t : ${T}
  }`;
};

describe.each([["i8", 3, "+"], ["i16", 5, "-"], ["i32", 1, "-"], ["i32", 1, "+"], ["i32", 8, "+"], ["i64", 4, "-"]] as const)(
  "modulo 2 to the width of %s and x**%i %s 1",
  (element, degree, sign) => {
    test.each(targetNames.filter((target) => target !== "interpreter"))("%s gives what the interpreter gives", async (target) => {
      const text = looping(element, degree, sign);
      const inputs = [0, 1].map((which) => Array.from({ length: degree }, (_, i) => (37 * i * i + 11 * i + 5 + 19 * which) % 127));
      expect(await resultsOn(target, text, inputs)).toEqual(await resultsOn("interpreter", text, inputs));
    });
  },
); // prettier-ignore

test("functions, calls and branches take polynomials down with them", async () => {
  const P = "!poly.poly<i64, x**2 - 1>";
  const { module } = readModule(
    `func.func private @twice(%p: ${P}) -> ${P} {
       %s = poly.add %p, %p : ${P}
       return %s : ${P}
     }
     func.func @f(%c: i1, %p: ${P}) -> ${P} {
       %r = scf.if %c -> (${P}) {
         %t = func.call @twice(%p) : (${P}) -> ${P}
         scf.yield %t : ${P}
       } else {
         scf.yield %p : ${P}
       }
       return %r : ${P}
     }`,
    context(),
  );
  if (module === undefined) throw new Error("it does not read");
  expect(await runPasses(module, "convert-poly-to-scf", { registry })).toEqual({ ok: true, diagnostics: [] });
  expect(printOperation(module)).not.toContain("poly");
  expect(polyDialect.ops).toHaveLength(7);
});
