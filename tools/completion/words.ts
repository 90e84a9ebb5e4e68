// What can be typed after `terrace`: read from commander's program, the flag table of `opt` and the registry, never written twice.
import type { Command, Option } from "commander";
import type { Registry } from "../../ir/plugin/registry.ts";
import { presetNames } from "../../lowering/machine/presets/index.ts";
import { flagTable, type FlagSpec } from "../opt/flag-table.ts";

/** What follows a flag: nothing, a file, one of these words, one of these words or a file, several words with commas, or anything. */
export type ValueWords =
  | { readonly kind: "none" | "file" | "text" }
  | { readonly kind: "words" | "words or file" | "list"; readonly words: readonly string[] };

export interface FlagWords {
  /** With its dashes. */
  readonly name: string;
  readonly help: string;
  readonly value: ValueWords;
  /** Whether it stands without a value too. */
  readonly bare: boolean;
}

export interface CommandWords {
  readonly name: string;
  readonly help: string;
  readonly flags: readonly FlagWords[];
  /** What stands without a dash: files, or one of these words. */
  readonly operands: readonly string[] | "files" | "none";
}

/** The subcommands, with `opt` told from its own table, because commander passes its flags through. */
export function commandWords(program: Command, registry: Registry): CommandWords[] {
  return program.commands.map((command) => {
    const name = command.name();
    const help = command.description();
    if (name === "opt") return { name, help, flags: optFlags(registry), operands: "files" };
    const [argument] = command.registeredArguments;
    const operands =
      name === "docs" ? docsOperands(registry) : argument === undefined ? "none" : (argument.argChoices ?? "files");
    return { name, help, flags: command.createHelp().visibleOptions(command).map(commanderFlag), operands };
  });
}

const docsOperands = ({ dialects, passes }: Registry): string[] => [...dialects.keys(), ...passes.names];

function commanderFlag(option: Option): FlagWords {
  const { long, short, description, argChoices, flags, required, optional } = option;
  const takes = required || optional;
  const isFile = /<(?:[^>]*\|)?(?:npz|file|dir)>/i.test(flags);
  const value: ValueWords =
    argChoices !== undefined
      ? { kind: isFile ? "words or file" : "words", words: argChoices }
      : { kind: !takes ? "none" : isFile ? "file" : "text" };
  return { name: long ?? short ?? flags, help: description, value, bare: optional };
}

function optFlags(registry: Registry): FlagWords[] {
  const passNames = registry.passes.names;
  const own = Object.entries<FlagSpec>(flagTable).map(([name, spec]) => ({
    name: name.length === 1 ? `-${name}` : `--${name}`,
    help: spec.help,
    value: valueOf(spec, passNames),
    bare: "bare" in spec && spec.bare !== undefined,
  }));
  const passes = [...registry.passes.passes.values()].map(({ name, summary, options }): FlagWords => {
    const words = Object.keys(options).map((option) => `${option}=`);
    return {
      name: `--${name}`,
      help: summary,
      value: words.length === 0 ? { kind: "none" } : { kind: "words", words },
      bare: true,
    };
  });
  const pipelines = [...registry.pipelines.values()].map(({ name, summary }): FlagWords => ({
    name: `--${name}`,
    help: summary,
    value: { kind: "none" },
    bare: true,
  }));
  return [...own, ...passes, ...pipelines];
}

function valueOf(spec: FlagSpec, passNames: readonly string[]): ValueWords {
  switch (spec.takes) {
    case "nothing":
    case "truth":
      return { kind: "none" };
    case "choice":
      return { kind: "words", words: spec.values };
    case "passes":
      return { kind: "list", words: passNames };
    case "machine":
      return { kind: "words or file", words: presetNames };
    case "file":
      return { kind: "file" };
    default:
      return { kind: "text" };
  }
}
