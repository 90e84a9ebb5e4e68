// The tables in the READMEs that are made from definitions, by name. They stand between `<!-- table: NAME -->` and
// `<!-- /table -->`; `npm run docs` writes them, and a test holds them up to date.
import type { PassDefinition } from "../../ir/pass/define-pass.ts";
import { builtinDialects } from "../../dialects/index.ts";
import { allSteps } from "../../ir/check/reduce/steps.ts";
import { passes } from "../../passes/index.ts";
import { presets } from "../../lowering/machine/presets/index.ts";
import type { Machine } from "../../lowering/machine/schema.ts";
import { loweringPasses } from "../../lowering/passes.ts";
import { pipelines } from "../../lowering/target/pipelines.ts";
import { flagGroups, flagTable, type FlagSpec } from "../opt/flag-table.ts";
import { flagUsage } from "../opt/help.ts";
import { refusedFlags } from "../opt/refused-flags.ts";

/** The files that hold tables, from the root of the repository. */
export const filesWithTables = [
  "README.md",
  "passes/README.md",
  "lowering/README.md",
  "tools/opt/README.md",
  "tools/reduce/README.md",
] as const;

type Rows = readonly (readonly string[])[];

function table(head: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const code = (text: string): string => `\`${text}\``;

/** The terraces, from the top, and the dialects that each is made of; "every level" is what all use. */
const levels: Readonly<Record<string, readonly string[]>> = {
  foreign: ["stablehlo"],
  structured: ["linalg", "tensor", "bufferization"],
  tile: ["tile", "vector", "memref"],
  machine: ["gpu", "simt", "wasm", "systolic"],
  "every level": ["builtin", "func", "arith", "math", "complex", "index", "scf", "cf", "affine", "ub"],
};

function dialectTable(): string {
  const known = new Map(builtinDialects.map((dialect) => [dialect.name, dialect]));
  const rows: string[][] = [];
  for (const [level, names] of Object.entries(levels)) {
    for (const name of names) {
      const dialect = known.get(name);
      if (dialect === undefined) continue;
      known.delete(name);
      const withMeaning = dialect.ops.filter(({ meaning }) => meaning !== undefined).length;
      rows.push([level, code(name), String(dialect.ops.length), String(withMeaning), dialect.summary]);
    }
  }
  const [rest] = known.keys();
  if (rest !== undefined) throw new Error(`dialect '${rest}' is on no level`);
  return table(["level", "dialect", "ops", "of them with a meaning", "what it is"], rows);
}

const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

function passTable(list: readonly PassDefinition[]): string {
  const rows = list.map(({ name, summary, options }) => {
    const names = Object.keys(options).map(code).join(" ");
    return [code(name), sentence(summary), names];
  });
  return table(["pass", "what it does", "options"], rows);
}

/** Lines of at most `width` characters, broken at blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** No table: each pipeline's passes are a paragraph. */
const pipelineList = (): string =>
  pipelines
    .map(({ name, summary, expand }) => {
      const text = expand({}, []).replaceAll(",", ", ");
      return [`${code(name)}: ${summary}`, "", ...wrapped(text, 110).map((line) => `    ${line}`)].join("\n");
    })
    .join("\n\n");

/** The figures of a description by which people tell machines apart. */
function figures(machine: Machine): string {
  switch (machine.schema) {
    case "cpu-hw/1":
      return `${machine.vector_bits}-bit vectors, ${machine.threads} threads`;
    case "gpu-hw/1":
      return `${machine.sms} multiprocessors, ${machine.sm.smem_max_block_kb} KiB of shared memory a block`;
    case "npu-hw/1":
      return `${machine.array.mesh_rows * machine.array.tile_rows} x ${machine.array.mesh_cols * machine.array.tile_cols} array, ${machine.types.input} x ${machine.types.weight} accumulated in ${machine.types.acc}`;
  }
}

const machineTable = (): string =>
  table(
    ["preset", "kind", "figures", "name in reports"],
    Object.entries(presets).map(([name, machine]) => [
      code(name),
      code(machine.schema),
      figures(machine),
      code(machine.name),
    ]),
  );

/** The flags of `terrace opt`, by group, with what they take. */
function flagTableText(): string {
  const rows = flagGroups.flatMap((group) =>
    Object.entries<FlagSpec>(flagTable)
      .filter(([, spec]) => spec.group === group)
      .map(([name, spec], i) => [
        i === 0 ? group : "",
        code(flagUsage(name, spec)).replaceAll("|", "\\|"),
        `${spec.help}.`,
      ]),
  );
  return table(["", "flag", "what it does"], rows);
}

const refusedTable = (): string =>
  table(
    ["flag of mlir-opt", "why not"],
    [...refusedFlags].map(([name, reason]) => [code(`--${name}`), sentence(reason)]),
  );

/** Each table's text by its name. */
export const tables: Readonly<Record<string, () => string>> = {
  dialects: dialectTable,
  passes: () => passTable(passes.map(({ load }) => load())),
  "lowering-passes": () => passTable(loweringPasses.map(({ load }) => load())),
  pipelines: pipelineList,
  machines: machineTable,
  "opt-flags": flagTableText,
  "opt-refused": refusedTable,
  "reduce-steps": () => table(["step", "what one edit does"], allSteps.map(({ name, summary }) => [name, sentence(summary)])), // prettier-ignore
};

const marked = /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- \/table -->)/g;

/** The text with every table in it made anew. */
export function withTables(text: string): string {
  return text.replace(marked, (_, begin: string, name: string, end: string) => {
    const make = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (make === undefined) throw new Error(`there is no table '${name}'`);
    return `${begin}${make()}\n${end}`;
  });
}
