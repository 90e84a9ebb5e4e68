// The programs of test/models with their inputs and expected results, and the comparison that all targets are held to.
import { existsSync, readFileSync } from "node:fs";
import { expect } from "@jest/globals";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../ir/core/symbol-table.ts";
import type { Type } from "../../ir/core/types.ts";
import { valueFromBytes } from "../../ir/interpret/convert.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectDense } from "../../ir/interpret/operand.ts";
import { type DenseValue } from "../../ir/interpret/value.ts";
import { readNpz, type NpyArray } from "../../tools/npz/npz.ts";

export const modelNames = [
  "cnn_digits",
  "encoder_block",
  "matmul_i8",
  "mlp_digits",
  "mlp_train_step",
  "rnn_scan",
] as const;

const fileOf = (name: string, suffix: string): URL => new URL(`../models/${name}${suffix}`, import.meta.url);

export const modelText = (name: string): string => readFileSync(fileOf(name, ".mlir"), "utf8");

function arraysOf(file: URL): readonly NpyArray[] {
  const archive = readNpz(readFileSync(file));
  if ("error" in archive) throw new Error(archive.error);
  return [...archive.arrays.values()];
}

/** The expected results, as numpy has them. */
export const modelResults = (name: string): readonly NpyArray[] => arraysOf(fileOf(name, ".expected.npz"));

/** The inputs, at the element types of `@main`'s arguments in `module`. */
export function modelInputs(module: Operation, name: string): readonly DenseValue[] {
  const file = fileOf(name, ".inputs.npz");
  const main = lookupSymbolIn(module, "main");
  if (main === undefined || !existsSync(file)) return [];
  return arraysOf(file).map((array, i) => {
    const type = main.region().entry.arguments[i]?.type;
    if (type?.kind !== "tensor") throw new Error(`argument ${i} is no tensor`);
    return denseOf(array, type.element);
  });
}

/** A numpy array at an element type of its width. */
export const denseOf = (array: NpyArray, element: Type): DenseValue =>
  valueFromBytes({ element }, array.data, array.shape);

/** Floats within 1e-5 of the largest expected one, integers exact. */
export function expectClose(found: readonly RuntimeValue[], expected: readonly NpyArray[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    const array = expected[i];
    if (array === undefined) return;
    const actual = expectDense(value);
    const wanted = denseOf(array, actual.element);
    expect(actual.shape).toEqual(wanted.shape);
    if (actual.element.kind !== "float") {
      expect(actual.data).toEqual(wanted.data);
      return;
    }
    const numbers = Array.from({ length: wanted.count }, (_, at) => Number(wanted.get(at)));
    const largest = numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const error = numbers.reduce((most, x, at) => Math.max(most, Math.abs(x - Number(actual.get(at)))), 0);
    expect(error / largest).toBeLessThanOrEqual(1e-5);
  });
}
