// FileCheck's variables: strings and numbers, set by patterns or beforehand.

import type { NumberFormat } from "./filecheck-format.ts";
import { unsignedFormat } from "./filecheck-format.ts";

/** A numeric variable; all patterns that name it share it. */
export interface NumericVariable {
  readonly name: string;
  readonly format: NumberFormat;
  /** The check line that defines it first. */
  readonly line: number | undefined;
  value: bigint | undefined;
}

export class CheckVariables {
  /** Values of string variables. */
  readonly strings = new Map<string, string>();
  /** Names that some pattern defines as a string. */
  readonly stringNames = new Set<string>();
  readonly numbers = new Map<string, NumericVariable>();
  readonly line: NumericVariable = { name: "@LINE", format: unsignedFormat, line: undefined, value: undefined };

  constructor() {
    this.numbers.set(this.line.name, this.line);
  }

  /** Forgets all but those named `$X`, as a label does with `--enable-var-scope`. */
  clearLocals(): void {
    for (const name of this.strings.keys()) if (!name.startsWith("$")) this.strings.delete(name);
    for (const [name, variable] of this.numbers) if (!name.startsWith("$")) variable.value = undefined;
  }
}

export interface VariableName {
  readonly name: string;
  /** `@LINE` and what else begins so. */
  readonly isPseudo: boolean;
  readonly start: number;
  readonly end: number;
}
