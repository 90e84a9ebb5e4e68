// simt-vectorize-loads: what is joined, and what alignment, writes and gaps forbid.
import { describe, expect, test } from "@jest/globals";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { runPipeline } from "../../../support/lower.ts";

const kernel = (body: string): string => `
simt.kernel @k(%p: i64) threads(32, 1, 1) attributes {shared_bytes = 8192 : i64} {
  %c0 = simt.const 0 : i32
  %c1 = simt.const 1 : i32
  %c4 = simt.const 4 : i32
  %c16 = simt.const 16 : i32
  %c64 = simt.const 64 : i32
  %t = simt.mov_tid_x
  %row = simt.mul_lo_s32 %t, %c64
${body}
  simt.return
}`;

const loads = (address: string, offsets: readonly number[]): string =>
  offsets
    .map(
      (offset) =>
        `  %v${offset} = simt.ld_shared_f32 ${address} {offset = ${offset} : i64}\n  simt.st_global_f32 %p, %v${offset} {offset = ${offset} : i64}`,
    )
    .join("\n");
const gathered = (address: string, offsets: readonly number[]): string =>
  [
    ...offsets.map((o) => `  %v${o} = simt.ld_shared_f32 ${address} {offset = ${o} : i64}`),
    ...offsets.map((o) => `  simt.st_global_f32 %p, %v${o} {offset = ${o} : i64}`),
  ].join("\n");

async function loadsAfter(body: string): Promise<string[]> {
  const { module, problems } = await runPipeline(kernel(body), "simt-vectorize-loads");
  expect(problems).toEqual([]);
  return [...printOperation(module).matchAll(/simt\.ld_shared_(\S+) \S+(?: \{offset = (\d+) : i64\})?/g)].map(
    ([, name, offset]) => `${name}@${offset ?? 0}`,
  );
}

describe("loads of neighbouring words", () => {
  test("four, two and one", async () => {
    expect(await loadsAfter(gathered("%row", [0, 4, 8, 12]))).toEqual(["v4_f32@0"]);
    expect(await loadsAfter(gathered("%row", [12, 8, 4, 0]))).toEqual(["v4_f32@0"]);
    expect(await loadsAfter(gathered("%row", [0, 4, 8, 16, 20, 24, 28, 36]))).toEqual([
      "v2_f32@0",
      "f32@8",
      "v4_f32@16",
      "f32@36",
    ]);
  });

  test("only where the address is aligned", async () => {
    expect(await loadsAfter(`  %a = simt.mad_lo_s32 %t, %c4, %row\n${gathered("%a", [0, 4, 8, 12])}`)).toHaveLength(4);
    expect(await loadsAfter(gathered("%row", [4, 8]))).toEqual(["f32@4", "f32@8"]);
    const half = `  %c8 = simt.const 8 : i32\n  %a = simt.mad_lo_s32 %t, %c8, %row\n${gathered("%a", [0, 4, 8, 12])}`;
    expect(await loadsAfter(half)).toEqual(["v2_f32@0", "v2_f32@8"]);
  });

  test("not across a write of shared memory or a barrier", async () => {
    expect(await loadsAfter(loads("%row", [0, 4, 8, 12]))).toHaveLength(4);
    expect(
      await loadsAfter(
        `  %x = simt.ld_shared_f32 %row\n  simt.bar_sync\n  %y = simt.ld_shared_f32 %row {offset = 4 : i64}\n  simt.st_global_f32 %p, %x\n  simt.st_global_f32 %p, %y`,
      ),
    ).toHaveLength(2);
  });

  test("a loop's counter is as aligned as its start and its step", async () => {
    const loop = (step: string): string => `
  simt.loop(%i = %c0) : i32 {
    %a = simt.mad_lo_s32 %i, %c4, %row
${gathered("%a", [0, 4, 8, 12])}
    %n = simt.add_s32 %i, ${step}
    %again = simt.setp_lt_s32 %n, %c16
    simt.continue_if %again, %n : i32
  }`;
    expect(await loadsAfter(loop("%c4").replace("simt.loop", "%r = simt.loop"))).toEqual(["v4_f32@0"]);
    expect(await loadsAfter(loop("%c1").replace("simt.loop", "%r = simt.loop"))).toHaveLength(4);
  });
});
