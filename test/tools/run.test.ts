// `terrace run`: arrays in and out, comparison, reports, and everything that can be wrong with them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { readNpz } from "../../tools/npz/npz.ts";
import { runTerrace } from "../support/command.ts";
import { npy, npz } from "../support/npz.ts";
import { workplace } from "../support/workplace.ts";

const place = workplace();
const matmul = place.file(
  "matmul.mlir",
  `func.func @main(%a: tensor<2x3xf32>, %b: tensor<3x4xf32>) -> tensor<2x4xf32> {
  %r = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0] : (tensor<2x3xf32>, tensor<3x4xf32>) -> tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}
`,
);
const a = npy("f4", [2, 3], Float32Array.of(0, 1, 2, 3, 4, 5));
const b = npy("f4", [3, 4], new Float32Array(12).fill(0.5));
const inputs = place.file("in.npz", npz({ arg0: a, arg1: b }));
const right = Float32Array.of(1.5, 1.5, 1.5, 1.5, 6, 6, 6, 6);
const expected = place.file("out.npz", npz({ result0: npy("f4", [2, 4], right) }));

const run = (...argv: string[]) => runTerrace(["run", ...argv]);

async function refused(argv: readonly string[], said: RegExp): Promise<void> {
  const before = place.list();
  const { code, stdout, stderr } = await runTerrace(["run", ...argv]);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([code, stdout]).toEqual([1, ""]);
  expect(place.list()).toEqual(before);
}

describe("results", () => {
  test("are printed as numpy does", async () => {
    const { code, stdout } = await run(matmul, "--inputs", inputs);
    expect(code).toBe(0);
    expect(stdout).toContain("result0: float32 (2, 4)\n[[1.5 1.5 1.5 1.5]\n [6.  6.  6.  6. ]]\nmachine interpreter: ");
  });

  test("of every element type are printed and written", async () => {
    const program = place.file(
      "types.mlir",
      `func.func @types(%a: tensor<2xi1>, %b: tensor<2xbf16>, %c: tensor<2xf16>, %d: tensor<2xui8>, %e: i64, %f: tensor<2xcomplex<f32>>)
    -> (tensor<2xi1>, tensor<2xbf16>, tensor<2xf16>, tensor<2xui8>, i64, tensor<2xcomplex<f32>>) {
  return %a, %b, %c, %d, %e, %f : tensor<2xi1>, tensor<2xbf16>, tensor<2xf16>, tensor<2xui8>, i64, tensor<2xcomplex<f32>>
}
`,
    );
    const arrays = [
      npy("bool", [2], Uint8Array.of(1, 0)),
      npy("V2", [2], Uint16Array.of(0x3f80, 0xbe9a)),
      npy("f2", [2], Uint16Array.of(0x3c00, 0x2e66)),
      npy("u1", [2], Uint8Array.of(255, 7)),
      npy("i8", [], BigInt64Array.of(2n ** 60n + 1n)),
      npy("c8", [2], Float32Array.of(1, -2.5, 0.1, 0)),
    ];
    const given = place.file("types.npz", npz(Object.fromEntries(arrays.map((array, i) => [`arg${i}`, array]))));
    const output = place.path("types.out.npz");
    const { code, stdout } = await run(program, "--inputs", given, "--output", output);
    expect(code).toBe(0);
    expect(stdout).toContain("result0: bool (2,)\n[ True False]\n");
    expect(stdout).toContain("result1: bfloat16 (2,)\n[ 1.  -0.3]\n");
    expect(stdout).toContain("result2: float16 (2,)\n[1.  0.1]\n");
    expect(stdout).toContain("result3: uint8 (2,)\n[255   7]\n");
    expect(stdout).toContain("result4: int64 ()\n1152921504606846977\n");
    expect(stdout).toContain("result5: complex64 (2,)\n[1.-2.5j 0.1+0.j]\n");
    const written = readNpz(readFileSync(output));
    expect("arrays" in written && [...written.arrays]).toEqual(arrays.map((array, i) => [`result${i}`, array]));
  });

  test("that are large are shortened", async () => {
    const program = place.file(
      "large.mlir",
      "func.func @main() -> tensor<20x30xi32> {\n  %0 = arith.constant dense<7> : tensor<20x30xi32>\n  return %0 : tensor<20x30xi32>\n}\n",
    );
    const row = "[7 7 7 ... 7 7 7]";
    const text = `[${[row, row, row, "...", row, row, row].join("\n ")}]\n`;
    expect((await run(program)).stdout).toContain(`result0: int32 (20, 30)\n${text}`);
  });

  test("come from standard input's program too, and from another entry", async () => {
    const text = "func.func private @two() -> i32 {\n  %0 = arith.constant 2 : i32\n  return %0 : i32\n}\n";
    const { stdout } = await runTerrace(["run", "-", "--entry=two"], text);
    expect(stdout).toContain("result0: int32 ()\n2\n");
    expect((await runTerrace(["run", "-", "--entry=two", "--target=cpu"], text)).stdout).toContain("int32 ()\n2\n");
  });
});

describe("comparison", () => {
  test("that holds", async () => {
    const { code, stdout } = await run(matmul, "-i", inputs, "-x", expected);
    expect([code, stdout.split("\n")[0]]).toEqual([
      0,
      "result0: equal, largest difference 0 (relative 0, allowed 0.0000600)",
    ]);
  });

  test("that fails names array, index and both values", async () => {
    const wrong = Float32Array.from(right);
    wrong[5] = 6.25;
    const file = place.file("wrong.npz", npz({ result0: npy("f4", [2, 4], wrong) }));
    const { code, stderr } = await run(matmul, "-i", inputs, "-x", file);
    expect([code, stderr]).toEqual([1, "error: result0[1, 1] is 6., expected 6.25; allowed difference 0.0000625\n"]);
    expect((await run(matmul, "-i", inputs, "-x", file, "--rtol=0.1")).code).toBe(0);
    expect((await run(matmul, "-i", inputs, "-x", file, "--atol=0.25")).code).toBe(0);
  });

  test("of integers is exact, and of NaN and infinities by kind", async () => {
    const program = place.file(
      "same.mlir",
      "func.func @main(%a: tensor<3xi32>, %b: tensor<3xf32>) -> (tensor<3xi32>, tensor<3xf32>) {\n  return %a, %b : tensor<3xi32>, tensor<3xf32>\n}\n",
    );
    const ints = npy("i4", [3], Int32Array.of(1, 2, 2 ** 30));
    const floats = npy("f4", [3], Float32Array.of(NaN, Infinity, 1));
    const given = place.file("same.npz", npz({ arg0: ints, arg1: floats }));
    const same = place.file("same.out.npz", npz({ result0: ints, result1: floats }));
    expect((await run(program, "-i", given, "-x", same)).code).toBe(0);
    const off = place.file(
      "off.npz",
      npz({
        result0: npy("i4", [3], Int32Array.of(1, 2, 2 ** 30 + 1)),
        result1: npy("f4", [3], Float32Array.of(0, -Infinity, 1)),
      }),
    );
    const { code, stderr } = await run(program, "-i", given, "-x", off, "--rtol=1");
    expect(code).toBe(1);
    expect(stderr).toContain("result0[2] is 1073741824, expected 1073741825");
    expect(stderr).toContain("result1[0] is nan, expected 0. (the worst of 2 elements that differ)");
  });
});

describe("targets", () => {
  const machines: readonly (readonly [string, RegExp])[] = [
    ["cpu", /machine wasm-simd128: [\d.]+ ms/],
    ["gpu", /machine generic-simt: [\d,]+ cycles, utilisation [\d.]+ %, [\d,]+ bytes moved/],
    ["systolic", /machine systolic-fp32-16x16: [\d,]+ cycles, utilisation [\d.]+ %, [\d,]+ bytes moved/],
  ];

  test.each(machines)("%s: results, report, share of the kernels, the host's ops", async (target, report) => {
    const { code, stdout, stderr } = await run(matmul, "-i", inputs, "-x", expected, `--target=${target}`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(report);
    expect(stdout).toContain("multiply-adds: 24 of 24 in kernels (100.0 %)");
    expect(stdout).toMatch(/on the host: .*launch 1/);
  });

  const Report = z.object({
    ok: z.literal(true),
    target: z.literal("gpu"),
    machine: z.string(),
    entry: z.literal("main"),
    comparisons: z.array(z.object({ name: z.string(), ok: z.boolean(), largestDifference: z.number() })).length(1),
    report: z.object({ cycles: z.number().positive(), utilisation: z.number(), bytesMoved: z.number().positive() }),
    work: z.object({ multiplyAdds: z.literal(24), onHost: z.literal(0), share: z.literal(1) }),
    results: z.array(z.object({ name: z.string(), shape: z.array(z.number()), values: z.array(z.array(z.number())) })),
  });

  test("--json is one object with everything", async () => {
    const { stdout } = await run(matmul, "-i", inputs, "-x", expected, "--target=gpu", "--json");
    const report = Report.parse(JSON.parse(stdout));
    expect(report.results).toEqual([
      {
        name: "result0",
        shape: [2, 4],
        values: [
          [1.5, 1.5, 1.5, 1.5],
          [6, 6, 6, 6],
        ],
      },
    ]);
  });

  test("the machine's kind is the target where none is named", async () => {
    expect((await run(matmul, "-i", inputs, "--machine=gpu")).stdout).toContain(
      "target gpu, machine gpu (generic-simt)",
    );
  });

  test("int8 programs run on the int8 array", async () => {
    const models = fileURLToPath(new URL("../models/", import.meta.url));
    const model = `${models}matmul_i8`;
    const { code, stdout } = await run(
      `${model}.mlir`,
      "-i",
      `${model}.inputs.npz`,
      "-x",
      `${model}.expected.npz`,
      "-t",
      "systolic",
    );
    expect([code, stdout.split("\n")[0]]).toEqual([0, "target systolic, machine gemmini-default"]);
  });

  test("the IR is printed after every pass, to a tree", async () => {
    const tree = place.path("tree");
    const { code } = await run(matmul, "-i", inputs, "--target=cpu", "--mlir-print-ir-tree-dir", tree);
    const files = place.list("tree");
    expect(code).toBe(0);
    expect(files.length).toBeGreaterThan(20);
    expect(files.some((file) => file.endsWith("_outline-kernels.mlir"))).toBe(true);
  });
});

describe("lowered programs", () => {
  test.each(["cpu", "gpu", "systolic"])("for %s run in the interpreter, as opt prints them", async (target) => {
    const lowered = place.path(`${target}.mlir`);
    expect((await runTerrace(["opt", matmul, `--terrace-${target}`, "-o", lowered])).code).toBe(0);
    const { code, stdout } = await run(lowered, "-i", inputs, "-x", expected);
    expect([code, stdout.split(",")[0]]).toEqual([0, "result0: equal"]);
  });
});

describe("wrong commands and inputs", () => {
  test("inputs that are not given are listed", async () => {
    await refused(
      [matmul],
      /needs inputs: give --inputs[^\n]*\n {2}arg0: float32 of shape \(2, 3\)\n {2}arg1: float32 of shape \(3, 4\)/,
    );
  });

  test("arrays that are missing, misshaped, of another type, left over", async () => {
    const file = place.file(
      "bad.npz",
      npz({ arg0: npy("f8", [2, 3], new Float64Array(6)), arg1: npy("f4", [4, 3], new Float32Array(12)), arg2: a }),
    );
    await refused([matmul, "-i", file], /warning: '.*': array 'arg2' is not used/);
    await refused(
      [matmul, "-i", file],
      /array 'arg0' has a wrong type: expected float32 of shape \(2, 3\).*; found float64 of shape \(2, 3\)/,
    );
    await refused(
      [matmul, "-i", file],
      /array 'arg1' has a wrong shape: expected float32 of shape \(3, 4\).*; found float32 of shape \(4, 3\)/,
    );
    await refused(
      [matmul, "-i", place.file("less.npz", npz({ arg0: a }))],
      /array 'arg1' is missing: expected float32/,
    );
    await refused([matmul, "-i", inputs, "-x", inputs], /array 'result0' is missing/);
  });

  test("files that are no archives", async () => {
    await refused([matmul, "-i", matmul], /not a readable .npz archive/);
    await refused([matmul, "-i", place.file("empty.npz", "")], /the file is empty/);
    await refused([matmul, "-i", place.path("none.npz")], /no such file or directory/);
    const bytes = npz({ arg0: a, arg1: b });
    await refused([matmul, "-i", place.file("half.npz", bytes.subarray(0, bytes.length >> 1))], /truncated/);
  });

  test.each([
    [["--target=gpuu"], /no target 'gpuu'\nhint: did you mean 'gpu'/],
    [["--target=gpu", "--machine=systolic"], /--target=gpu needs a GPU .*'systolic' describes a systolic array/],
    [["--target=interpreter", "--machine=cpu"], /--machine does not apply/],
    [["--entry=maine"], /no function @maine\nhint: did you mean 'main'/],
    [["--rtol=much"], /'much' is invalid/],
    [["--rtoll=1"], /unknown option '--rtoll=1'/],
    [["--output=no/such/folder/x.npz"], /cannot write 'no\/such\/folder\/x.npz'/],
    [["another.mlir"], /too many arguments/],
  ])("%j", async (flags, said) => {
    await refused([matmul, "-i", inputs, ...flags], said);
  });

  test("types that no array has", async () => {
    const file = place.file(
      "index.mlir",
      "func.func @main(%a: memref<2xf32>, %b: tensor<2xi4>, %c: vector<2xf32>) {\n  return\n}\n",
    );
    await refused(
      [file],
      /argument 0: type memref<2xf32> is a buffer.*\n.*argument 1: type tensor<2xi4> has no numpy type\n.*argument 2: type vector<2xf32>/,
    );
    const dynamic = place.file(
      "dynamic.mlir",
      "func.func @main(%a: tensor<?xf32>) -> tensor<?xf32> {\n  return %a : tensor<?xf32>\n}\n",
    );
    const given = place.file("dynamic.npz", npz({ arg0: npy("f4", [2], Float32Array.of(1, 2)) }));
    await refused(
      [dynamic, "-i", given, "-t", "cpu"],
      /argument 0: type tensor<\?xf32> has an extent that is not static/,
    );
    expect((await run(dynamic, "-i", given)).stdout).toContain("[1. 2.]");
  });

  test("undefined behaviour is reported where it happens", async () => {
    const file = place.file(
      "divide.mlir",
      "func.func @main(%a: i32) -> i32 {\n  %z = arith.constant 0 : i32\n  %0 = arith.divsi %a, %z : i32\n  return %0 : i32\n}\n",
    );
    await refused(
      [file, "-i", place.file("one.npz", npz({ arg0: npy("i4", [], Int32Array.of(1)) }))],
      /divide.mlir:3:8: error: .*'?arith.divsi/,
    );
  });

  test("every op that the machine has no lowering for is listed", async () => {
    const file = place.file(
      "unsupported.mlir",
      `func.func @main(%a: tensor<4xf32>) -> (tensor<4xf32>, tensor<f32>) {
  %0 = stablehlo.custom_call @one(%a) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = stablehlo.custom_call @two(%0) : (tensor<4xf32>) -> tensor<f32>
  return %0, %1 : tensor<4xf32>, tensor<f32>
}
`,
    );
    const given = place.file("four.npz", npz({ arg0: npy("f4", [4], new Float32Array(4)) }));
    for (const target of ["cpu", "gpu", "systolic"])
      await refused([file, "-i", given, "-t", target], /unsupported.mlir:2:8: error[\s\S]*unsupported.mlir:3:8: error/);
    await refused([file, "-i", given], /unsupported.mlir:2:8: error: .*'@one'/);
  });
});
