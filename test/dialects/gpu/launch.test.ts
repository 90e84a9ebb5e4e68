// Launches in the interpreter: ids, barriers, shared and private memory, shuffles, in any order of blocks and threads.
import { describe, expect, test } from "@jest/globals";
import { BLOCK_ORDER, THREAD_SEED } from "../../../dialects/gpu/index.ts";
import { Interpreter, type Outcome } from "../../../ir/interpret/interpreter.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { parse, problemsOf, run } from "../../support/mlir.ts";

/** Launches `@k` with a buffer of `size` integers, all -1, and returns what it holds in the end. */
const launch = (signature: string, body: string, size: number, blocks: string, threads: string, extra = ""): string => `
  module attributes {gpu.container_module} {
    gpu.module @km {
      gpu.func @k(%out: memref<?xi32>) ${signature} kernel {
        ${body}
        gpu.return
      }
    }
    func.func @main() -> vector<${size}xi32> {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c2 = arith.constant 2 : index
      %c3 = arith.constant 3 : index
      %c40 = arith.constant 40 : index
      %c64 = arith.constant 64 : index
      %bytes = arith.constant 16 : i32
      %minus = arith.constant -1 : i32
      %init = arith.constant dense<-1> : vector<${size}xi32>
      %m = memref.alloc() : memref<${size}xi32>
      vector.store %init, %m[%c0] : memref<${size}xi32>, vector<${size}xi32>
      %d = memref.cast %m : memref<${size}xi32> to memref<?xi32>
      gpu.launch_func @km::@k blocks in (${blocks}) threads in (${threads}) ${extra} args(%d : memref<?xi32>)
      %r = vector.load %m[%c0] : memref<${size}xi32>, vector<${size}xi32>
      return %r : vector<${size}xi32>
    }
  }`;

function elements(outcome: Outcome): unknown {
  const [value] = outcome.kind === "values" ? outcome.values : [];
  return value instanceof DenseValue ? Array.from({ length: value.count }, (_, i) => value.get(i)) : outcome;
}

const evaluate = (text: string): unknown => elements(run(text, "main"));

/** %t is the thread's position in its block as index, %ti as i32; %g its global position. */
const ids = `
  %t = gpu.thread_id x
  %ti = arith.index_cast %t : index to i32
  %g = gpu.global_id x`;

describe("ids", () => {
  test("x is fastest, blocks and threads have three dimensions", () => {
    const body = `
      %bx = gpu.block_id x
      %by = gpu.block_id y
      %tx = gpu.thread_id x
      %ty = gpu.thread_id y
      %dx = gpu.block_dim x
      %gx = gpu.grid_dim x
      %c4 = arith.constant 4 : index
      %c1000 = arith.constant 1000 : index
      %c100 = arith.constant 100 : index
      %c10 = arith.constant 10 : index
      %row = arith.muli %by, %gx : index
      %block = arith.addi %row, %bx : index
      %line = arith.muli %ty, %dx : index
      %thread = arith.addi %line, %tx : index
      %first = arith.muli %block, %c4 : index
      %at = arith.addi %first, %thread : index
      %a = arith.muli %bx, %c1000 : index
      %b = arith.muli %by, %c100 : index
      %c = arith.muli %tx, %c10 : index
      %ab = arith.addi %a, %b : index
      %cd = arith.addi %c, %ty : index
      %v = arith.addi %ab, %cd : index
      %i = arith.index_cast %v : index to i32
      memref.store %i, %out[%at] : memref<?xi32>`;
    expect(evaluate(launch("", body, 16, "%c2, %c2, %c1", "%c2, %c2, %c1"))).toEqual([
      0, 10, 1, 11, 1000, 1010, 1001, 1011, 100, 110, 101, 111, 1100, 1110, 1101, 1111,
    ]);
  });

  test("lanes and subgroups of 40 threads", () => {
    const body = `${ids}
      %lane = gpu.lane_id
      %s = gpu.subgroup_id : index
      %n = gpu.num_subgroups : index
      %w = gpu.subgroup_size : index
      %c = arith.constant 100 : index
      %x = arith.muli %s, %c : index
      %y = arith.addi %x, %lane : index
      %z = arith.muli %n, %w : index
      %z2 = arith.muli %z, %c : index
      %v = arith.addi %y, %z2 : index
      %i = arith.index_cast %v : index to i32
      memref.store %i, %out[%t] : memref<?xi32>`;
    const expected = Array.from({ length: 40 }, (_, t) => 6400 + 100 * Math.floor(t / 32) + (t % 32));
    expect(evaluate(launch("", body, 40, "%c1, %c1, %c1", "%c40, %c1, %c1"))).toEqual(expected);
  });
});

/** Each block turns its 40 numbers round through shared memory; each thread keeps its own in private memory. */
const reversal = `${ids}
  %c0 = arith.constant 0 : index
  %c39 = arith.constant 39 : index
  %v = arith.index_cast %g : index to i32
  memref.store %v, %own[%c0] : memref<1xi32, #gpu.address_space<private>>
  %x = memref.load %own[%c0] : memref<1xi32, #gpu.address_space<private>>
  memref.store %x, %shared[%t] : memref<40xi32, #gpu.address_space<workgroup>>
  gpu.barrier
  %from = arith.subi %c39, %t : index
  %y = memref.load %shared[%from] : memref<40xi32, #gpu.address_space<workgroup>>
  memref.store %y, %out[%g] : memref<?xi32>`;
const memory =
  "workgroup(%shared : memref<40xi32, #gpu.address_space<workgroup>>) private(%own : memref<1xi32, #gpu.address_space<private>>)";

describe("barriers and memory", () => {
  const expected = Array.from({ length: 120 }, (_, g) => 40 * Math.floor(g / 40) + 39 - (g % 40));
  const text = launch(memory, reversal, 120, "%c3, %c1, %c1", "%c40, %c1, %c1");

  test("what was written before a barrier is read after it", () => {
    expect(evaluate(text)).toEqual(expected);
  });

  test.each([1, 2, 3])("in any order of blocks and threads (seed %d)", (seed) => {
    const module = parse(text);
    const interpreter = new Interpreter({ context: module.context });
    interpreter.setState(THREAD_SEED, seed);
    interpreter.setState(BLOCK_ORDER, (count: number) => Array.from({ length: count }, (_, i) => count - 1 - i));
    expect(elements(interpreter.call(lookupSymbolIn(module, "main")!, []))).toEqual(expected);
  });

  test("dynamic shared memory is one buffer a block, of the size that the launch asked for", () => {
    const body = `${ids}
      %s = gpu.dynamic_shared_memory : memref<?xi8, #gpu.address_space<workgroup>>
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %n = memref.dim %s, %c0 : memref<?xi8, #gpu.address_space<workgroup>>
      %b = arith.trunci %ti : i32 to i8
      memref.store %b, %s[%t] : memref<?xi8, #gpu.address_space<workgroup>>
      gpu.barrier
      %o = arith.subi %c1, %t : index
      %x = memref.load %s[%o] : memref<?xi8, #gpu.address_space<workgroup>>
      %y = arith.extsi %x : i8 to i32
      %ni = arith.index_cast %n : index to i32
      %z = arith.addi %y, %ni : i32
      memref.store %z, %out[%t] : memref<?xi32>`;
    const dynamic = launch("", body, 2, "%c1, %c1, %c1", "%c2, %c1, %c1", "dynamic_shared_memory_size %bytes");
    expect(evaluate(dynamic)).toEqual([17, 16]);
  });
});

describe("shuffles", () => {
  const shuffle = (mode: string, offset: string, width: number): string => `${ids}
    %o = arith.constant ${offset} : i32
    %w = arith.constant ${width} : i32
    %none = arith.constant -5 : i32
    %x, %ok = gpu.shuffle ${mode} %ti, %o, %w : i32
    %v = arith.select %ok, %x, %none : i32
    memref.store %v, %out[%t] : memref<?xi32>`;
  const lanes = (f: (t: number) => number, count = 64): number[] => Array.from({ length: count }, (_, t) => f(t));
  const on = (mode: string, offset: string, width: number): unknown =>
    evaluate(launch("", shuffle(mode, offset, width), 64, "%c1, %c1, %c1", "%c64, %c1, %c1"));

  test("xor trades within each subgroup of 32", () => {
    expect(on("xor", "5", 32)).toEqual(lanes((t) => t ^ 5));
  });
  test("up and down fall off the ends", () => {
    expect(on("up", "3", 32)).toEqual(lanes((t) => (t % 32 < 3 ? -5 : t - 3)));
    expect(on("down", "30", 32)).toEqual(lanes((t) => (t % 32 < 2 ? t + 30 : -5)));
  });
  test("idx broadcasts; lanes beyond the width take nothing", () => {
    expect(on("idx", "7", 16)).toEqual(lanes((t) => (t % 32 < 16 ? t - (t % 32) + 7 : -5)));
  });

  test("a butterfly of five shuffles sums the subgroup in every lane, in any order of threads", () => {
    const body = `${ids}
      %w = arith.constant 32 : i32
      %one = arith.constant 1 : i32
      %c0 = arith.constant 0 : index
      %c5 = arith.constant 5 : index
      %c1 = arith.constant 1 : index
      %sum = scf.for %k = %c0 to %c5 step %c1 iter_args(%s = %ti) -> (i32) {
        %ki = arith.index_cast %k : index to i32
        %o = arith.shli %one, %ki : i32
        %x, %ok = gpu.shuffle xor %s, %o, %w : i32
        %n = arith.addi %s, %x : i32
        scf.yield %n : i32
      }
      memref.store %sum, %out[%t] : memref<?xi32>`;
    const module = parse(launch("", body, 64, "%c1, %c1, %c1", "%c64, %c1, %c1"));
    const interpreter = new Interpreter({ context: module.context });
    interpreter.setState(THREAD_SEED, 7);
    expect(elements(interpreter.call(lookupSymbolIn(module, "main")!, []))).toEqual(
      lanes((t) => (t < 32 ? 496 : 1520)),
    );
  });
});

describe("what is wrong", () => {
  const undefinedBehaviour = (body: string, threads = "%c2, %c1, %c1"): Outcome =>
    run(launch("", body, 2, "%c1, %c1, %c1", threads), "main");
  const first = `%c0 = arith.constant 0 : index\n%first = arith.cmpi eq, %t, %c0 : index`;

  test("a barrier that one thread never reaches", () => {
    expect(undefinedBehaviour(`${ids}\n${first}\nscf.if %first {\ngpu.barrier\n}`)).toMatchObject({
      kind: "undefined-behavior",
      reason: expect.stringContaining("barrier divergence: 1 of 2 wait at barrier 'gpu.barrier'"),
    });
  });
  test("threads at different barriers", () => {
    expect(
      undefinedBehaviour(`${ids}\n${first}\nscf.if %first {\ngpu.barrier\n} else {\ngpu.barrier\n}`),
    ).toMatchObject({
      kind: "undefined-behavior",
      reason: "threads of one block wait at different barriers",
    });
  });
  test("a shuffle of more lanes than there are", () => {
    expect(
      undefinedBehaviour(
        `${ids}\n%o = arith.constant 1 : i32\n%w = arith.constant 32 : i32\n%x, %ok = gpu.shuffle xor %ti, %o, %w : i32`,
      ),
    ).toMatchObject({
      kind: "undefined-behavior",
      reason: "a shuffle of 32 lanes in a subgroup of 2",
    });
  });
  test("two blocks that write one element", () => {
    const body = `%first = arith.constant 0 : index
      %one = arith.constant 1 : i32
      memref.store %one, %out[%first] : memref<?xi32>`;
    expect(run(launch("", body, 2, "%c2, %c1, %c1", "%c1, %c1, %c1"), "main")).toMatchObject({
      kind: "undefined-behavior",
      reason: expect.stringContaining("blocks 0 and 1 of one launch both write byte"),
    });
  });
  test("an id outside of a launch", () => {
    expect(run("func.func @main() -> index {\n%0 = gpu.thread_id x\nreturn %0 : index\n}", "main")).toMatchObject({
      kind: "undefined-behavior",
      reason: "'gpu.thread_id' outside of a launch",
    });
  });

  const kernels = `gpu.module @km {
    gpu.func @k(%x: i32) kernel {
      gpu.return
    }
    gpu.func @helper(%x: i32) {
      gpu.return
    }
  }`;
  const launching = (kernel: string, args: string): string => `
    ${kernels}
    func.func @main(%n: index, %x: i32, %y: f32) {
      gpu.launch_func ${kernel} blocks in (%n, %n, %n) threads in (%n, %n, %n) ${args}
      return
    }`;
  const container = (text: string): string => `module attributes {gpu.container_module} {\n${text}\n}`;

  test.each<[text: string, message: string]>([
    [
      launching("@km::@k", "args(%x : i32)"),
      "'gpu.launch_func' op expected the closest surrounding module to have the 'gpu.container_module' attribute",
    ],
    [
      container(launching("@km::@other", "args(%x : i32)")),
      "'gpu.launch_func' op kernel function '@km::@other' is undefined",
    ],
    [
      container(launching("@km::@helper", "args(%x : i32)")),
      "'gpu.launch_func' op kernel function is missing the 'gpu.kernel' attribute",
    ],
    [container(launching("@km::@k", "")), "'gpu.launch_func' op got 0 kernel operands but expected 1"],
    [
      container(launching("@km::@k", "args(%y : f32)")),
      "'gpu.launch_func' op type of function argument 0 does not match",
    ],
    ["gpu.func @k() kernel {\ngpu.return\n}", "'gpu.func' op expects parent op 'gpu.module'"],
    [
      "gpu.module @m {\ngpu.func @k() -> i32 kernel {\n%0 = arith.constant 0 : i32\ngpu.return %0 : i32\n}\n}",
      "'gpu.func' op expected void return type for kernel function",
    ],
  ])("%s", (text, message) => {
    expect(problemsOf(text)[0]).toBe(message);
  });
});
