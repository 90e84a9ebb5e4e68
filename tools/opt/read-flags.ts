// Reads the command line of `terrace opt`. Pass flags keep their order, may repeat and take `=options`; one dash or two.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { failure, type Failure } from "../command/failure.ts";
import { flagNames, flagTable, isFlagName, shortFlags, type FlagName, type FlagSpec } from "./flag-table.ts";

/** A pass as a flag: `--canonicalize=max-iterations=3`. */
export interface PassFlag {
  readonly name: string;
  readonly options: string;
}

export interface OptCommandLine {
  readonly input: string;
  readonly passes: readonly PassFlag[];
  /** Values of the flags that were given, the last of each. */
  readonly flags: ReadonlyMap<FlagName, string>;
}

const truths: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["TRUE", "true"],
  ["True", "true"],
  ["1", "true"],
  ["false", "false"],
  ["FALSE", "false"],
  ["False", "false"],
  ["0", "false"],
]);

/** `passNames` are the passes and pipelines that there are; asked for only where a flag is none of the tool's own. */
export function readFlags(argv: readonly string[], passNames: () => readonly string[]): OptCommandLine | Failure {
  const inputs: string[] = [];
  const passes: PassFlag[] = [];
  const flags = new Map<FlagName, string>();
  let names: ReadonlySet<string> | undefined;
  const wrong = (text: string, hint?: string): Failure =>
    failure(`error: ${text}${hint === undefined ? "" : `\nhint: ${hint}`}`);

  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    if (argument === "--") {
      inputs.push(...argv.slice(i + 1));
      break;
    }
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(argument);
    if (match === null) {
      if (argument !== "-" && argument.startsWith("-")) return wrong(`cannot read the argument '${argument}'`);
      inputs.push(argument);
      continue;
    }
    const written = match[1] ?? "";
    const name = shortFlags.get(written) ?? written;
    const given = match[2];
    if (isFlagName(name)) {
      const spec: FlagSpec = flagTable[name];
      if (spec.takes === "text") {
        const next = given ?? argv[++i];
        if (next === undefined) return wrong(`'${argument}' needs a value: ${argument}=${spec.placeholder}`);
        flags.set(name, next);
      } else {
        const truth = truths.get(given ?? "true");
        if (truth === undefined || (spec.takes === "nothing" && given !== undefined))
          return wrong(`'--${name}' takes ${spec.takes === "nothing" ? "no value" : "true or false"}, not '${given}'`);
        flags.set(name, truth);
      }
      continue;
    }
    names ??= new Set(passNames());
    if (!names.has(name)) {
      const near = nearest(name, [...names, ...flagNames]);
      return wrong(
        `unknown pass or option '${argument}'`,
        near === undefined ? "`terrace opt --help` lists the options and passes" : `did you mean '--${near}'?`,
      );
    }
    passes.push({ name, options: (given ?? "").replace(/^\{([\s\S]*)\}$/, "$1").trim() });
  }
  if (inputs.length > 1) return wrong(`more than one input: ${inputs.map((input) => `'${input}'`).join(", ")}`);
  if (passes.length > 0 && flags.has("pass-pipeline"))
    return wrong(`--pass-pipeline cannot be used together with pass flags (--${passes[0]?.name ?? ""})`);
  return { input: inputs[0] ?? "-", passes, flags };
}

/** Whether a flag that is true or false was given, and as true. */
export function isSet({ flags }: OptCommandLine, name: FlagName, fallback = false): boolean {
  const value = flags.get(name);
  return value === undefined ? fallback : value === "true";
}
