// Reads the command line of `terrace opt`. Pass flags keep their order, may repeat and take `=options`; one dash or two.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { failure, type Failure } from "../command/failure.ts";
import { flagAliases, flagNames, flagTable, isFlagName, type FlagName, type FlagSpec } from "./flag-table.ts";
import { refusedFlags } from "./refused-flags.ts";

/** A pass as a flag: `--canonicalize=max-iterations=3`. */
export interface PassFlag {
  readonly name: string;
  readonly options: string;
}

export interface OptCommandLine {
  readonly input: string;
  readonly passes: readonly PassFlag[];
  /** Values of the flags that were given, the last of each; those of lists joined by commas. */
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

/** What is wrong, and what to do about it. */
interface Mistake {
  readonly wrong: string;
  readonly hint?: string | undefined;
}

const isMistake = (value: string | Mistake): value is Mistake => typeof value !== "string";

/** `passNames` are the passes and pipelines that there are; asked for only where a flag is none of the tool's own. */
export function readFlags(argv: readonly string[], passNames: () => readonly string[]): OptCommandLine | Failure {
  const inputs: string[] = [];
  const passes: PassFlag[] = [];
  const flags = new Map<FlagName, string>();
  let names: ReadonlySet<string> | undefined;
  const knownPasses = (): ReadonlySet<string> => (names ??= new Set(passNames()));

  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    if (argument === "--") {
      inputs.push(...argv.slice(i + 1));
      break;
    }
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(argument);
    if (match === null) {
      if (argument !== "-" && argument.startsWith("-"))
        return told({ wrong: `cannot read the argument '${argument}'` });
      inputs.push(argument);
      continue;
    }
    const written = match[1] ?? "";
    const name = flagAliases.get(written) ?? written;
    const given = match[2];
    if (isFlagName(name)) {
      const spec: FlagSpec = flagTable[name];
      const separate = given === undefined && takesNext(spec);
      if (separate && i + 1 >= argv.length)
        return told({ wrong: `'${argument}' needs a value: ${argument}=${placeholderOf(spec)}` });
      const value = flagValue(name, spec, separate ? argv[++i] : given, knownPasses);
      if (isMistake(value)) return told(value);
      const before = flags.get(name);
      const adds = before !== undefined && (spec.takes === "list" || spec.takes === "passes");
      flags.set(name, adds ? `${before},${value}` : value);
      continue;
    }
    if (!knownPasses().has(name)) return told(unknownFlag(argument, name, knownPasses()));
    passes.push({ name, options: (given ?? "").replace(/^\{([\s\S]*)\}$/, "$1").trim() });
  }
  if (inputs.length > 1)
    return told({ wrong: `more than one input: ${inputs.map((input) => `'${input}'`).join(", ")}` });
  if (passes.length > 0 && flags.has("pass-pipeline"))
    return told({ wrong: `--pass-pipeline cannot be used together with pass flags (--${passes[0]?.name ?? ""})` });
  return { input: inputs[0] ?? "-", passes, flags };
}

const told = ({ wrong, hint }: Mistake): Failure =>
  failure(`error: ${wrong}${hint === undefined ? "" : `\nhint: ${hint}`}`);

function unknownFlag(argument: string, name: string, passes: ReadonlySet<string>): Mistake {
  const reason = refusedFlags.get(name);
  if (reason !== undefined) return { wrong: `'--${name}' is not supported: ${reason}` };
  const near = nearest(name, [...passes, ...flagNames]);
  return {
    wrong: `unknown pass or option '${argument}'`,
    hint: near === undefined ? "`terrace opt --help` lists the options and passes" : `did you mean '--${near}'?`,
  };
}

/** Whether the value may stand in the next argument. */
const takesNext = (spec: FlagSpec): boolean =>
  spec.takes !== "nothing" && spec.takes !== "truth" && !("bare" in spec && spec.bare !== undefined);

/** What help shows for the value. */
export function placeholderOf(spec: FlagSpec): string {
  if (spec.takes === "choice") return spec.values.join("|");
  if (spec.takes === "number") return "N";
  return "placeholder" in spec ? spec.placeholder : "";
}

function flagValue(
  name: FlagName,
  spec: FlagSpec,
  given: string | undefined,
  passes: () => ReadonlySet<string>,
): string | Mistake {
  switch (spec.takes) {
    case "nothing":
      return given === undefined ? "true" : { wrong: `'--${name}' takes no value, not '${given}'` };
    case "truth":
      return truths.get(given ?? "true") ?? { wrong: `'--${name}' takes true or false, not '${given ?? ""}'` };
    case "number": {
      const value = Number(given);
      if (/^[+-]?\d+$/.test(given ?? "") && Number.isSafeInteger(value) && value >= spec.minimum) return String(value);
      return { wrong: `'--${name}' takes an integer of at least ${spec.minimum}, not '${given ?? ""}'` };
    }
    case "choice": {
      const value = given === undefined || given === "" ? (spec.bare ?? "") : given;
      if (spec.values.includes(value)) return value;
      const near = nearest(value, spec.values);
      return {
        wrong: `'--${name}' takes ${spec.values.map((choice) => `'${choice}'`).join(" or ")}, not '${value}'`,
        hint: near === undefined ? undefined : `did you mean '${near}'?`,
      };
    }
    case "passes": {
      const unknown = (given ?? "").split(",").find((pass) => !passes().has(pass));
      if (unknown === undefined) return given ?? "";
      const near = nearest(unknown, passes());
      return {
        wrong: `'--${name}': there is no pass '${unknown}'`,
        hint: near === undefined ? "`terrace opt --list-passes` lists the passes" : `did you mean '${near}'?`,
      };
    }
    default:
      return given ?? ("bare" in spec ? (spec.bare ?? "") : "");
  }
}

/** Whether a flag that is true or false was given, and as true. */
export function isSet({ flags }: OptCommandLine, name: FlagName, fallback = false): boolean {
  const value = flags.get(name);
  return value === undefined ? fallback : value === "true";
}

/** The number that a flag was given. */
export function numberOf({ flags }: OptCommandLine, name: FlagName): number | undefined {
  const value = flags.get(name);
  return value === undefined ? undefined : Number(value);
}
