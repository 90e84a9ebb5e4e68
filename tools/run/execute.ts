// A run up to its results, without any printing: what `terrace run` and the demo share.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import type { Source } from "../../ir/syntax/render.ts";
import { sharedRegistry } from "../library/context.ts";
import { MACHINE_ATTRIBUTE } from "../../lowering/machine/module-machine.ts";
import { compileProgram } from "../../lowering/target/compile.ts";
import type { MachineReport } from "../../lowering/target/executable.ts";
import { isTarget, targetNames, targetOf, targets, type Target } from "../../lowering/target/targets.ts";
import type { WorkShare } from "../../lowering/target/work-share.ts";
import { diagnosticFormat, renderAll } from "../command/diagnostics.ts";
import { diagnosed, failure, isFailure, type Failure } from "../command/failure.ts";
import { readBytes, readText } from "../command/files.ts";
import type { CommandIo } from "../command/io.ts";
import { irTree } from "../command/ir-tree.ts";
import { loadModule } from "../command/load-module.ts";
import { readMachine, type NamedMachine } from "../command/machine.ts";
import { printIr, printsSomething, type PrintIrSettings } from "../command/print-ir.ts";
import { matchArrays, wantedArray } from "./arrays.ts";
import { compareArrays, type Comparison } from "./compare.ts";
import { arrayText } from "./element-types.ts";
import { entryPoint } from "./entry-point.ts";
import type { RunOptions } from "./options.ts";

export interface Execution {
  readonly target: Target;
  /** The preset's or the description's name; "interpreter" where there is no machine. */
  readonly machineName: string;
  readonly entry: string;
  readonly results: readonly DenseValue[];
  /** One a result, where something was expected. */
  readonly comparisons: readonly Comparison[] | undefined;
  readonly report: MachineReport;
  readonly work: WorkShare | undefined;
}

export async function execute(options: RunOptions, io: CommandIo): Promise<Execution | Failure> {
  const named = options.machine === undefined ? undefined : await readMachine(options.machine, io);
  if (named !== undefined && isFailure(named)) return named;
  const target = chooseTarget(options, named);
  if (typeof target === "object") return target;

  const source = await readText(options.program, io);
  if (isFailure(source)) return source;
  io.progress(`reading ${source.file}`);
  const registry = sharedRegistry();
  const context = createContext(registry);
  const loaded = loadModule(source, context);
  if (!loaded.ok) return asFailure(loaded.diagnostics, source);
  const { module } = loaded;
  const entry = entryPoint(module, options.entry, target !== "interpreter");
  if (isFailure(entry)) return entry;
  const { inputs: inputTypes, results: resultTypes } = entry.signature;

  const inputs = await readArrays("arg", options.inputs, inputTypes, io);
  if (isFailure(inputs)) return inputs;
  const expected =
    options.expect === undefined ? undefined : await readArrays("result", options.expect, resultTypes, io);
  if (expected !== undefined && isFailure(expected)) return expected;

  const machine = named?.text ?? carriedMachine(module, target);
  const tree = options.mlirPrintIrTreeDir === undefined ? undefined : irTree(options.mlirPrintIrTreeDir);
  const printing = printSettings(options);
  const toStderr = (_op: Operation, _pass: string, text: string): void => io.stderr(text);
  const instrumentations: PassInstrumentation[] = [
    { beforePass: ({ definition }) => io.progress(`compiling for ${target}: ${definition.name}`) },
    ...(printsSomething(printing) ? [printIr(printing, tree?.sink ?? toStderr)] : []),
  ];
  const compiled = await compileProgram(module, registry, {
    target,
    machine,
    entry: entry.name,
    signature: entry.signature,
    shuffle: options.shuffle,
    verifyEach: options.verifyEach,
    instrumentations,
  });
  const unwritten = tree?.failed();
  if (unwritten !== undefined) return unwritten;
  if (!compiled.ok) return asFailure(compiled.diagnostics, source);
  io.stderr(renderAll(compiled.diagnostics, [source], diagnosticFormat(options.diagnostics)));

  io.progress(target === "interpreter" || target === "cpu" ? `running on ${target}` : `simulating ${target}`);
  const outcome = await compiled.executable.run(inputs);
  io.progress(undefined);
  if (!outcome.ok) return asFailure(outcome.diagnostics, source);
  const { results, report } = outcome;
  return {
    target,
    machineName: machineName(machine, compiled.machine?.name),
    entry: entry.name,
    results,
    comparisons: expected && compareAll(results, expected, options),
    report,
    work: compiled.work,
  };
}

function asFailure(diagnostics: readonly Diagnostic[], source: Source): Failure {
  return diagnosed(diagnostics, [source]);
}

/** What `--target` says; else the kind of the machine that was given; else the interpreter. */
function chooseTarget({ target, machine }: RunOptions, named: NamedMachine | undefined): Target | Failure {
  if (target === undefined) return named === undefined ? "interpreter" : targetOf(named.machine);
  if (!isTarget(target)) {
    const near = nearest(target, targetNames);
    const hint = near === undefined ? `targets are ${targetNames.join(", ")}` : `did you mean '${near}'?`;
    return failure(`error: there is no target '${target}'\nhint: ${hint}`);
  }
  if (named === undefined) return target;
  if (target === "interpreter")
    return failure("error: --target=interpreter runs the program as it is, on no machine: --machine does not apply");
  const { schema, kind } = targets[target];
  if (named.machine.schema === schema) return target;
  const is = targets[targetOf(named.machine)].kind;
  return failure(
    `error: --target=${target} needs ${kind} (${schema}), and '${machine}' describes ${is} (${named.machine.schema})`,
  );
}

/** The machine that the module names itself, where it is meant for this target's kind of pipeline. */
function carriedMachine(module: Operation, target: Target): string | undefined {
  const attribute = module.attribute(MACHINE_ATTRIBUTE);
  return target !== "interpreter" && attribute?.kind === "string" ? attribute.value : undefined;
}

function machineName(given: string | undefined, described: string | undefined): string {
  if (described === undefined) return "interpreter";
  return given === undefined || given.trimStart().startsWith("{") || given === described
    ? described
    : `${given} (${described})`;
}

async function readArrays(
  prefix: "arg" | "result",
  file: string | undefined,
  types: readonly Type[],
  io: CommandIo,
): Promise<readonly DenseValue[] | Failure> {
  if (file === undefined) {
    if (types.length === 0) return [];
    const needed = types.map((type, i) => {
      const { dtype, shape } = wantedArray(type);
      return `  ${prefix}${i}: ${arrayText(dtype, shape)}`;
    });
    return failure(`error: the program needs inputs: give --inputs=FILE.npz with these arrays\n${needed.join("\n")}`);
  }
  const bytes = await readBytes(file, io);
  if (isFailure(bytes)) return bytes;
  const { readNpz } = await import("../npz/npz.ts");
  const read = readNpz(bytes);
  if ("error" in read) return failure(`error: '${file}': ${read.error}`);
  const { values, errors, warnings } = matchArrays(prefix, types, read.arrays, file);
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  return errors.length > 0 ? failure(errors.map((error) => `error: ${error}`).join("\n")) : values;
}

function compareAll(
  results: readonly DenseValue[],
  expected: readonly DenseValue[],
  options: RunOptions,
): Comparison[] {
  return expected.map((value, i) => {
    const found = results[i];
    if (found === undefined) throw new Error(`the run gave no result ${i}`);
    return compareArrays(`result${i}`, found, value, options);
  });
}

function printSettings(options: RunOptions): PrintIrSettings {
  // A tree alone means: after every pass.
  const after =
    options.mlirPrintIrAfterAll ?? (options.mlirPrintIrTreeDir !== undefined && !options.mlirPrintIrBeforeAll);
  return {
    before: options.mlirPrintIrBeforeAll === true ? "all" : new Set(),
    after: after || options.mlirPrintIrAfterChange === true ? "all" : new Set(),
    onlyChanges: options.mlirPrintIrAfterChange ?? false,
    onFailure: false,
    moduleScope: false,
    print: {},
  };
}
