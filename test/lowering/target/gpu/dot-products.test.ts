// simt-dot-products: what becomes a dp4a, from which words; results and everything that must stay as it is.
import { describe, expect, test } from "@jest/globals";
import { Memory } from "../../../../ir/interpret/memory.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { runPipeline } from "../../../support/lower.ts";
import { buffer, launch } from "./support.ts";

/** A kernel that fills 256 shared bytes with tid-dependent ones and combines what `body` makes of them into %sum. */
const kernel = (body: string): string => `
simt.kernel @k(%out: i64) threads(32, 1, 1) attributes {shared_bytes = 256 : i64} {
  %c1 = simt.const 1 : i32
  %c3 = simt.const 3 : i32
  %c4 = simt.const 4 : i32
  %c8 = simt.const 8 : i32
  %c37 = simt.const 37 : i32
  %c100 = simt.const 100 : i32
  %t = simt.mov_tid_x
  %row = simt.mul_lo_s32 %t, %c8
${Array.from({ length: 8 }, (_, i) => `  %k${i} = simt.const ${i * 29 - 100} : i32\n  %f${i} = simt.mad_lo_s32 %t, %c37, %k${i}\n  simt.st_shared_b8 %row, %f${i} {offset = ${i} : i64}`).join("\n")}
  simt.bar_sync
${body}
  %word = simt.mad_wide_s32 %t, %c4, %out
  simt.st_global_s32 %word, %sum
  simt.return
}`;

const load = (name: string, address: string, offset: number): string =>
  `  %${name} = simt.ld_shared_s8 %${address} {offset = ${offset} : i64}`;
const products = (start: string): string =>
  Array.from(
    { length: 4 },
    (_, i) => `  %${i === 3 ? "sum" : `s${i}`} = simt.mad_lo_s32 %a${i}, %b${i}, %${i === 0 ? start : `s${i - 1}`}`,
  ).join("\n");
const factors = (a: readonly number[], b: readonly number[], address = "row"): string =>
  [...a.map((offset, i) => load(`a${i}`, address, offset)), ...b.map((offset, i) => load(`b${i}`, "row", offset))].join(
    "\n",
  );

function sums(text: string): number[] {
  const memory = new Memory();
  const out = buffer(memory, "out", 128);
  launch(text, [BigInt(out.address)], memory);
  return Array.from({ length: 32 }, (_, i) => memory.view.getInt32(out.address + 4 * i, true));
}

async function joined(body: string): Promise<string> {
  const text = kernel(body);
  const { module, problems } = await runPipeline(text, "simt-dot-products");
  expect(problems).toEqual([]);
  const after = printOperation(module);
  expect(sums(after)).toEqual(sums(text));
  return after;
}

const count = (text: string, op: string): number => text.split(`simt.${op} `).length - 1;

describe("four multiply-adds of bytes", () => {
  test("neighbours in aligned words are one load each", async () => {
    const text = await joined(`${factors([0, 1, 2, 3], [4, 5, 6, 7])}\n${products("c100")}`);
    expect([
      count(text, "dp4a_s32"),
      count(text, "ld_shared_s32"),
      count(text, "ld_shared_s8"),
      count(text, "bfi_b32"),
    ]).toEqual([1, 2, 0, 0]);
  });

  test("others are packed", async () => {
    const text = await joined(`${factors([0, 1, 2, 3], [7, 0, 6, 3])}\n${products("c100")}`);
    expect([
      count(text, "dp4a_s32"),
      count(text, "ld_shared_s32"),
      count(text, "ld_shared_s8"),
      count(text, "bfi_b32"),
    ]).toEqual([1, 1, 4, 3]);
  });

  test("neighbours that may be in two words are packed", async () => {
    const odd = `  %odd = simt.mad_lo_s32 %c1, %c3, %row\n${factors([0, 1, 2, 3], [4, 5, 6, 7], "odd")}`;
    const text = await joined(`${odd}\n${products("c100")}`);
    expect([count(text, "dp4a_s32"), count(text, "bfi_b32")]).toEqual([1, 3]);
  });

  test("bytes that a store may change in between are packed where they were read", async () => {
    const body = `${load("a0", "row", 0)}\n${load("a1", "row", 1)}\n  simt.st_shared_b8 %row, %c100 {offset = 2 : i64}\n${load("a2", "row", 2)}\n${load("a3", "row", 3)}
${[4, 5, 6, 7].map((offset, i) => load(`b${i}`, "row", offset)).join("\n")}\n${products("c100")}`;
    const text = await joined(body);
    expect([count(text, "dp4a_s32"), count(text, "ld_shared_s32"), count(text, "bfi_b32")]).toEqual([1, 1, 3]);
  });

  test("a sum in between that is used otherwise stays", async () => {
    const body = `${factors([0, 1, 2, 3], [4, 5, 6, 7])}\n${products("c100").replace("%sum =", "%last =")}\n  %sum = simt.add_s32 %last, %s1`;
    expect(count(await joined(body), "dp4a_s32")).toBe(0);
  });

  test("factors that are no bytes stay", async () => {
    const body = `${factors([0, 1, 2, 3], [4, 5, 6, 7])}\n${products("c100").replace("%b2", "%t")}`;
    expect(count(await joined(body), "dp4a_s32")).toBe(0);
  });
});
