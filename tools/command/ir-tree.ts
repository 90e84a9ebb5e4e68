// The tree of files of --mlir-print-ir-tree-dir. Written as the passes run, so that it is there when one of them fails.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { fileFailure, type Failure } from "./failure.ts";
import type { DumpSink } from "./print-ir.ts";

export interface IrTree {
  readonly sink: DumpSink;
  /** The first file that could not be written; those after it were not tried. */
  readonly failed: () => Failure | undefined;
}

export function irTree(directory: string): IrTree {
  const paths = new TreePaths();
  let failed: Failure | undefined;
  return {
    sink: (op, pass, text) => {
      if (failed !== undefined) return;
      const name = `${directory}/${paths.next(op, pass)}`;
      try {
        makeDirectory(dirname(name));
        writeFileSync(name, text);
      } catch (error) {
        failed = fileFailure(name, "write", error);
      }
    },
    failed: () => failed,
  };
}

/** With what is above it. Not mkdir's `recursive`, which never returns where the file system has no such directories (/proc). */
export function makeDirectory(name: string): void {
  if (existsSync(name)) return;
  if (dirname(name) !== name) makeDirectory(dirname(name));
  mkdirSync(name);
}

/**
 * Where a dump goes in a tree, as mlir-opt lays it out: a folder for each op down to the one the pass ran on, and in the
 * file's name how many dumps each of them has had: `builtin_module_no-symbol-name/func_func_f/1_0_cse.mlir`.
 */
export class TreePaths {
  readonly #counters = new WeakMap<Operation, number>();

  next(op: Operation, pass: string): string {
    const count = this.#counters.get(op);
    this.#counters.set(op, count === undefined ? 0 : count + 1);
    const folders: string[] = [];
    const numbers: number[] = [];
    for (let at: Operation | null = op; at !== null; at = at.parentOp) {
      if (!this.#counters.has(at)) this.#counters.set(at, 0);
      folders.unshift(`${at.name}_${symbolName(at) ?? "no-symbol-name"}`.replace(/[^\w-]/g, "_"));
      numbers.unshift(this.#counters.get(at) ?? 0);
    }
    return `${folders.join("/")}/${numbers.join("_")}_${pass.replace(/[^\w-]/g, "_")}.mlir`;
  }
}
