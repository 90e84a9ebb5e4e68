// What the array refuses: the command and the reason are named, and nothing has changed.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { systolicInt8 } from "../../../../lowering/machine/presets/systolic-int8.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import type { Command, ConfigEx, Preload } from "../../../../dialects/systolic/commands.ts";
import { decodeProgram, type RoccCommand } from "../../../../lowering/target/systolic/simulator/decode.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";

const configEx: ConfigEx = {
  op: "config_ex",
  dataflow: "ws",
  activation: "none",
  aTranspose: false,
  bTranspose: false,
  aStride: 1,
  cStride: 1,
  shift: 0,
};
const configLd: Command = { op: "config_ld", state: 0, strideBytes: 16, scale: 1, shrink: false };
const configSt: Command = { op: "config_st", strideBytes: 16, activation: "none", scale: 1 };
const mvin: Command = { op: "mvin", dram: 64, local: 0, rows: 16, cols: 16, state: 0 };
const mvout: Command = { op: "mvout", dram: 64, local: 0, rows: 16, cols: 16 };
const preload: Preload = { op: "preload", b: 0, bRows: 16, bCols: 16, c: accumulatorRow(0), cRows: 16, cCols: 16 };
const compute: Command = {
  op: "compute_preloaded",
  a: 16,
  aRows: 16,
  aCols: 16,
  bd: GARBAGE,
  bdRows: 16,
  bdCols: 16,
};

describe("refusals", () => {
  let bytes: Uint8Array;
  let array: SystolicArray;
  beforeEach(() => {
    bytes = new Uint8Array(4096).fill(7);
    const check = (address: number, length: number, kind: string) =>
      address + length > 2048 && address < 2048 ? `${kind} across the end of a buffer` : undefined;
    array = new SystolicArray(systolicInt8, { bytes, check });
  });

  const cases: readonly (readonly [string, readonly Command[], string])[] = [
    ["load first", [mvin], "mvin: load state 0 is used before its config_ld"],
    ["no such state", [configLd, { ...mvin, state: 3 }], "mvin: load state 3 does not exist; the machine has 3"],
    ["store first", [mvout], "mvout: used before config_st"],
    ["preload first", [preload], "preload: used before config_ex"],
    ["compute first", [configEx, compute], "compute_preloaded: no preload names the result"],
    ["too many rows", [configLd, { ...mvin, rows: 17 }], "mvin: rows: expected 0 to 16, the array is 16x16; found 17"],
    [
      "beyond the scratchpad",
      [configLd, { ...mvin, local: 16384 - 8 }],
      "mvin: local: rows 16376 to 16391 are beyond the scratchpad (16384 rows)",
    ],
    [
      "beyond the accumulator",
      [configEx, { ...preload, c: accumulatorRow(1020) }],
      "preload: c: rows 1020 to 1035 are beyond the accumulator (1024 rows)",
    ],
    [
      "beyond the memory",
      [configSt, { ...mvout, dram: 4000 }],
      "mvout: write of 16 bytes at DRAM address 4096 ends beyond the memory (4096 bytes)",
    ],
    ["beyond a buffer", [configLd, { ...mvin, dram: 2040 }], "mvin: read across the end of a buffer"],
    [
      "operands in the accumulator",
      [configEx, preload, { ...compute, a: accumulatorRow(0) }],
      "compute_preloaded: a: operands come from the scratchpad; reading them from the accumulator is not implemented",
    ],
    [
      "both transposed",
      [{ ...configEx, aTranspose: true, bTranspose: true }],
      "config_ex: weight-stationary, A and B are not both transposed",
    ],
    ["a shift too far", [{ ...configEx, shift: 32 }], "config_ex: shift: expected 0 to 31, found 32"],
    ["a fine scale", [{ ...configSt, scale: 0.1 }], "config_st: scale: 0.1 is not a float32"],
  ];

  test.each(cases)("%s", (_, commands, message) => {
    const last = commands[commands.length - 1]!;
    expect(array.executeAll(commands.slice(0, -1))).toBeUndefined();
    const before = array.report();
    expect(array.execute(last)).toBe(message);
    expect(array.report()).toEqual(before);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
  });
});

describe("decoding", () => {
  const cases: readonly (readonly [RoccCommand, string])[] = [
    [[0, 3, 0], "command 0: funct 0: config_norm (layernorm, igelu, softmax) is not implemented"],
    [[0, "0xe", 0], "command 0: funct 0: activation igelu is not implemented"],
    [[126, 0, 0], "command 0: counter operations (funct 126) are not implemented"],
    [[77, 0, 0], "command 0: funct 77 is no command of the array"],
    [[2, "zero", 0], "command 0: funct 2: operands are not 64-bit words"],
    [[8, 0, 0], "command 0: loop_ws: used before its configuration (functs 9, 10, 11, 12, 13)"],
  ];
  test.each(cases)("%j", (command, error) => {
    expect(decodeProgram(systolicInt8, [command])).toEqual({ error });
  });
});
