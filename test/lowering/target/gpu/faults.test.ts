// What a wrong kernel does is reported by lane, thread and address, and ends the launch.
import { describe, expect, test } from "@jest/globals";
import { Memory } from "../../../../ir/interpret/memory.ts";
import { transpose, vectorAdd } from "./kernels.ts";
import { buffer, launch } from "./support.ts";

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

function setUp() {
  const memory = new Memory();
  const x = buffer(memory, "x", 400, ones(100));
  const y = buffer(memory, "y", 400, ones(100));
  const out = buffer(memory, "out", 400);
  return { memory, x, y, out };
}

describe("memory", () => {
  test("out of bounds", () => {
    const { memory, x, y, out } = setUp();
    const run = () => launch(vectorAdd, [x.address, y.address, out.address, 101], memory, { grid: [2, 1, 1] });
    // Element 100 is lane 4 of the second block's second warp.
    expect(run).toThrow(
      `'simt.ld_global_f32' in kernel '@vector_add': read of 4 bytes at address ${x.address + 400} by lane 4 of warp 1, thread (36, 0, 0) of block (1, 0, 0): out of bounds, 0 bytes past the end of 'x' (400 bytes at ${x.address})`,
    );
  });

  test("misaligned", () => {
    const { memory, x, y, out } = setUp();
    expect(() => launch(vectorAdd, [x.address + 2, y.address, out.address, 10], memory)).toThrow(
      "misaligned, not a multiple of 4",
    );
  });

  test("freed", () => {
    const { memory, x, y, out } = setUp();
    memory.free(x);
    expect(() => launch(vectorAdd, [x.address, y.address, out.address, 10], memory)).toThrow(
      "inside 'x' (400 bytes at 1024), which is freed",
    );
  });

  test("read of what nobody wrote, unless it is allowed", () => {
    const { memory, x, y, out } = setUp();
    memory.undefinedBytes.fill(1, y.address + 28, y.address + 32);
    const run = (allowUndefinedReads: boolean) =>
      launch(vectorAdd, [x.address, y.address, out.address, 10], memory, { options: { allowUndefinedReads } });
    expect(() => run(false)).toThrow(
      `at address ${y.address + 28} by lane 7 of warp 0, thread (7, 0, 0) of block (0, 0, 0): nobody wrote these bytes`,
    );
    expect(run(true).instructions).toBeGreaterThan(0);
  });

  test("constant buffers", () => {
    const { memory, x, y } = setUp();
    const out = memory.allocate(400, { writable: false, label: "weights" });
    expect(() => launch(vectorAdd, [x.address, y.address, out?.address ?? 0, 10], memory)).toThrow(
      "'weights' is constant",
    );
  });

  test("shared memory: out of bounds, and before it is written", () => {
    const memory = new Memory();
    const input = buffer(memory, "in", 4096, ones(1024));
    const small = transpose(32).replace("shared_bytes = 4096", "shared_bytes = 4092");
    expect(() => launch(small, [input.address, buffer(memory, "out", 4096).address], memory)).toThrow(
      "the block has 4092 bytes of shared memory",
    );
    const early = `simt.kernel @k(%out: i64) threads(32, 1, 1) attributes {shared_bytes = 128 : i64} {
      %zero = simt.const 0 : i32
      %x = simt.ld_shared_f32 %zero
      simt.return
    }`;
    expect(() => launch(early, [input.address], memory)).toThrow("read of 4 bytes at shared address 0 by lane 0");
  });

  test("two blocks that write one byte", () => {
    const text = `simt.kernel @k(%out: i64) threads(32, 1, 1) {
      %x = simt.mov_ctaid_x
      simt.st_global_s32 %out, %x
      simt.return
    }`;
    const { memory, out } = setUp();
    expect(() => launch(text, [out.address], memory, { grid: [2, 1, 1], options: { checkWriters: true } })).toThrow(
      "blocks 0 and 1 of one launch both write byte",
    );
  });
});

describe("warps", () => {
  const around = (body: string): string => `simt.kernel @k(%out: i64) threads(64, 1, 1) {
    %one = simt.const 1 : i32
    %sixteen = simt.const 16 : i32
    %zero = simt.const 0 : i32
    %lane = simt.mov_laneid
    %warp = simt.mov_warpid
    ${body}
    simt.return
  }`;
  const failing = (body: string) => () => launch(around(body), [0], new Memory());

  test("a barrier that some lanes do not reach", () => {
    expect(failing("%p = simt.setp_ge_s32 %lane, %sixteen\nsimt.if %p {\nsimt.bar_sync\nsimt.yield\n}")).toThrow(
      "'simt.bar_sync' in kernel '@k': divergent barrier: lane 0 of warp 0, thread (0, 0, 0) of block (0, 0, 0) is not active",
    );
  });

  test("a barrier that some warps do not reach", () => {
    expect(failing("%p = simt.setp_eq_s32 %warp, %zero\nsimt.if %p {\nsimt.bar_sync\nsimt.yield\n}")).toThrow(
      "in block (0, 0, 0), warps: barrier divergence: 1 of 2 wait at barrier 'bar.sync 0' (first 0), 1 finished without it",
    );
  });

  test("a shuffle from a lane that is not active", () => {
    expect(
      failing(
        "%p = simt.setp_lt_s32 %lane, %sixteen\nsimt.if %p {\n%v, %in = simt.shfl_down_b32 %lane, %one\nsimt.yield\n}",
      ),
    ).toThrow("shuffle from lane 16, which is not active, by lane 15 of warp 0");
  });

  test("division by zero counts in active lanes only", () => {
    expect(failing("%q = simt.div_s32 %one, %lane")).toThrow("integer division by zero in lane 0 of warp 0");
    const guarded = around(
      "%p = simt.setp_gt_s32 %lane, %zero\nsimt.if %p {\n%q = simt.div_s32 %one, %lane\nsimt.yield\n}",
    );
    expect(launch(guarded, [0], new Memory()).divergentBranches).toBe(2);
  });

  test("a loop without end, where a limit is set", () => {
    const endless = around("%p = simt.setp_eq_s32 %one, %one\nsimt.loop() {\nsimt.continue_if %p\n}");
    expect(() => launch(endless, [0], new Memory(), { options: { maxInstructions: 10000 } })).toThrow(
      "kernel '@k' ran more than 10000 warp instructions",
    );
  });
});
