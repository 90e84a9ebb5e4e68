// Kernels counted by hand: instructions, lanes, sectors, wavefronts and conflicts are exact.
import { describe, expect, test } from "@jest/globals";
import { Memory } from "../../../../ir/interpret/memory.ts";
import { divergentLoop, tiledMatmul, transpose, vectorAdd } from "./kernels.ts";
import { buffer, floats, launch } from "./support.ts";

const ramp = (count: number, scale = 1): number[] => Array.from({ length: count }, (_, i) => scale * i);

describe("vector add of 100 elements, 2 blocks of 2 warps", () => {
  /** `shift` moves x by so many bytes. */
  function run(shift: number) {
    const memory = new Memory();
    const x = buffer(memory, "x", 512, ramp(128));
    const y = buffer(memory, "y", 400, ramp(100, 10));
    const out = buffer(memory, "out", 400);
    const report = launch(vectorAdd, [x.address + shift, y.address, out.address, 100], memory, { grid: [2, 1, 1] });
    return { report, result: floats(memory, out, 100) };
  }

  test("aligned", () => {
    const { report, result } = run(0);
    expect(result).toEqual(ramp(100, 11));
    // Each of 4 warps: 3 special registers, mad, setp; the branch; in it 3 addresses, 2 loads, the sum, the store; ret. 14 a warp.
    expect(report.instructions).toBe(4 * 14);
    expect(report.byClass).toEqual({ alu: 4 * 8, control: 4 * 2, ldst_global: 4 * 3, fma: 4 });
    expect(report.byOp).toMatchObject({
      "mad.wide.s32": 12,
      "ld.global.f32": 8,
      "st.global.f32": 4,
      bra: 4,
      ret: 4,
      "setp.lt.s32": 4,
    });
    // 7 instructions with all 32 lanes; 7 in the branch, where the last warp has threads 96..99 only.
    expect(report.activeLanes).toBe(4 * 7 * 32 + 7 * (3 * 32 + 4));
    expect(report.branches).toBe(4);
    expect(report.divergentBranches).toBe(1);
    // A full warp of aligned f32 is 128 bytes: 4 sectors of one line; 4 lanes are 16 bytes: 1 sector. Two loads and a store.
    expect(report.global).toEqual({
      requests: 12,
      sectors: 3 * 13,
      lines: 3 * 4,
      loadSectors: 2 * 13,
      storeSectors: 13,
    });
    // No reuse: each sector comes from DRAM once and goes there once.
    expect(report.traffic).toEqual({ l2Bytes: 39 * 32, dramReadBytes: 26 * 32, dramWriteBytes: 13 * 32 });
    // i, a, and a 64-bit address for y.
    expect(report.registers).toBe(4);
    expect(report.barriers).toBe(0);
  });

  test("x one element further: its full warps touch 5 sectors of 2 lines", () => {
    const { report } = run(4);
    // Bytes 4..131 of a line. The tail: bytes 4..19, one sector.
    expect(report.global).toMatchObject({ sectors: 3 * 5 + 1 + 2 * 13, lines: 3 * 2 + 1 + 2 * 4 });
  });
});

describe("transposition of a 32x32 tile by 8 warps", () => {
  function run(pitch: number) {
    const memory = new Memory();
    const input = buffer(memory, "in", 4096, ramp(1024));
    const out = buffer(memory, "out", 4096);
    const report = launch(transpose(pitch), [input.address, out.address], memory);
    expect(floats(memory, out, 1024)).toEqual(ramp(1024).map((i) => 32 * (i % 32) + Math.floor(i / 32)));
    // Each warp: 2 special registers; 4 rounds of 9 before the barrier and 4 of 9 behind it; barrier; ret.
    expect(report.instructions).toBe(8 * (2 + 36 + 1 + 36 + 1));
    expect(report.byClass).toEqual({ alu: 8 * 50, ldst_global: 64, ldst_shared: 64, barrier: 8, control: 8 * 9 });
    // Rows of 128 bytes on both sides.
    expect(report.global).toMatchObject({ requests: 64, sectors: 64 * 4, lines: 64 });
    expect(report.barriers).toBe(1);
    expect(report.laneEfficiency).toBe(1);
    return report.shared;
  }

  test("without padding a column lies in one bank", () => {
    // 32 stores of rows: 1 wavefront. 32 loads of columns: words 32 apart, so 32 distinct words of one bank: 32 wavefronts.
    expect(run(32)).toEqual({ requests: 64, wavefronts: 32 + 32 * 32, conflicts: 32 * 31 });
  });

  test("with rows of 33 words nothing conflicts", () => {
    expect(run(33)).toEqual({ requests: 64, wavefronts: 64, conflicts: 0 });
  });
});

describe("matmul of 32x32 by tiles of 16x16", () => {
  const n = 32;
  const a = Array.from({ length: n * n }, (_, i) => (i % 7) - 3);
  const b = Array.from({ length: n * n }, (_, i) => (i % 5) - 2);

  function run(seed?: number) {
    const memory = new Memory();
    const [pa, pb, pc] = [buffer(memory, "a", 4096, a), buffer(memory, "b", 4096, b), buffer(memory, "c", 4096)];
    const report = launch(tiledMatmul, [pa.address, pb.address, pc.address, n], memory, {
      grid: [2, 2, 1],
      options: { seed, checkWriters: true },
    });
    return { report, c: floats(memory, pc, n * n) };
  }

  test("counts", () => {
    const { report, c } = run();
    const expected = Array.from({ length: n * n }, (_, i) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[Math.floor(i / n) * n + k]! * b[k * n + (i % n)]!;
      return sum;
    });
    expect(c).toEqual(expected);
    // Each of 4 x 8 warps: 10 before; 2 tiles of 11 + 16 x 8 + 4; 4 after.
    expect(report.instructions).toBe(32 * (10 + 2 * (11 + 16 * 8 + 4) + 4));
    expect(report.byOp).toMatchObject({
      "fma.rn.f32": 32 * 32,
      "ld.shared.f32": 32 * 64,
      "st.shared.f32": 32 * 4,
      "bar.sync": 32 * 4,
    });
    expect(report.multiplyAdds).toBe(n * n * n);
    // A warp is two rows of 16 elements: 2 x 64 bytes are 4 sectors; rows are 128 bytes apart, so 2 lines. 4 loads, 1 store.
    expect(report.global).toMatchObject({ requests: 32 * 5, sectors: 32 * 5 * 4, lines: 32 * 5 * 2 });
    // Stores: 32 words in a row. Loads of A: two words, 16 banks apart. Loads of B: 16 words, shared by both rows. All 1 wavefront.
    expect(report.shared).toEqual({ requests: 32 * 68, wavefronts: 32 * 68, conflicts: 0 });
    expect(report.barriers).toBe(4 * 4);
    // A and B are 4 KiB each and stay in L2; C is written once.
    expect(report.traffic).toMatchObject({ dramReadBytes: 8192, dramWriteBytes: 4096 });
    expect(report.divergentBranches).toBe(0);
  });

  test("neither results nor counts depend on the order of blocks and warps", () => {
    const straight = run();
    for (const seed of [1, 2, 3]) expect(run(seed)).toEqual(straight);
  });
});

test("a loop whose lanes leave one by one", () => {
  const memory = new Memory();
  const out = buffer(memory, "out", 128);
  const report = launch(divergentLoop, [out.address], memory);
  expect(Array.from({ length: 32 }, (_, i) => memory.view.getInt32(out.address + 4 * i, true))).toEqual(
    ramp(32).map((i) => i + 1),
  );
  // The body of 4 runs 32 times with 32, 31, ... 1 lanes; 4 instructions around it.
  expect(report.instructions).toBe(4 + 32 * 4);
  expect(report.activeLanes).toBe(4 * 32 + 4 * ((32 * 33) / 2));
  // In all but the last round some lanes leave and some stay.
  expect(report.branches).toBe(32);
  expect(report.divergentBranches).toBe(31);
});
