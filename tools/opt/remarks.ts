// `--remarks-filter` and its like: which remarks of passes are shown, or written to a file as YAML.
import { translatePosixRegex } from "../../ir/check/posix-regex.ts";
import type { Context } from "../../ir/core/context.ts";
import type { RemarkKind } from "../../ir/core/remark.ts";
import { remarkMessage, remarkYaml } from "../../ir/explain/remark-text.ts";
import { RemarkEngine } from "../../ir/explain/remarks.ts";
import { failure, isFailure, type Failure } from "../command/failure.ts";
import { writeOutput } from "../command/output-file.ts";
import type { FlagName } from "./flag-table.ts";

/** Each filter with the kinds that it chooses from. */
const filters = [
  ["remarks-filter", ["passed", "missed", "failure", "analysis"]],
  ["remarks-filter-passed", ["passed"]],
  ["remarks-filter-missed", ["missed"]],
  ["remarks-filter-failed", ["failure"]],
  ["remarks-filter-analyse", ["analysis"]],
] as const satisfies readonly (readonly [FlagName, readonly RemarkKind[]])[];

/** The flags that say how, and do nothing without a filter. */
const manners = ["remark-format", "remark-policy", "remarks-output-file"] as const satisfies readonly FlagName[];

/** What to do with remarks, for all parts of the input. */
export class Remarks {
  readonly #wanted: ReadonlyMap<RemarkKind, readonly RegExp[]>;
  readonly #policy: "all" | "final";
  /** Where YAML goes; undefined where remarks are diagnostics. */
  readonly #file: string | undefined;
  readonly #yaml: string[] = [];

  constructor(wanted: ReadonlyMap<RemarkKind, readonly RegExp[]>, policy: "all" | "final", file: string | undefined) {
    this.#wanted = wanted;
    this.#policy = policy;
    this.#file = file;
  }

  /** Hears what passes do in a context. */
  listenTo(context: Context): RemarkEngine {
    const engine = new RemarkEngine({
      wanted: (kind, category) => this.#wanted.get(kind)?.some((expression) => expression.test(category)) ?? false,
      policy: this.#policy,
      said: (remark) => {
        if (this.#file === undefined)
          context.emit({ severity: "remark", location: remark.location, message: remarkMessage(remark) });
        else this.#yaml.push(remarkYaml(remark));
      },
    });
    context.remarks = engine.sink;
    return engine;
  }

  /** Writes the file. */
  write(): Failure | undefined {
    return this.#file === undefined ? undefined : writeOutput(this.#file, this.#yaml);
  }
}

/** What the flags ask for; undefined where they ask for nothing. */
export function remarksOf(flags: ReadonlyMap<FlagName, string>): Remarks | Failure | undefined {
  const manner = manners.find((name) => flags.has(name));
  const given = filters.filter(([name]) => flags.has(name));
  const format = flags.get("remark-format");
  if (format === "bitstream")
    return failure("error: --remark-format=bitstream is not supported: LLVM's bitstream is binary; yaml says the same");
  if (given.length === 0)
    return manner === undefined
      ? undefined
      : failure(`error: --${manner} needs --remarks-filter=REGEX, which says of which passes`);
  const file = flags.get("remarks-output-file");
  if (format !== "yaml" && file !== undefined)
    return failure("error: --remarks-output-file needs --remark-format=yaml: other remarks are diagnostics");
  if (file === "") return failure("error: --remarks-output-file: it takes the name of a file");
  const wanted = new Map<RemarkKind, RegExp[]>();
  for (const [name, kinds] of given) {
    const expression = anchored(name, flags.get(name) ?? "");
    if (isFailure(expression)) return expression;
    for (const kind of kinds) wanted.set(kind, [...(wanted.get(kind) ?? []), expression]);
  }
  const policy = flags.get("remark-policy") === "final" ? "final" : "all";
  return new Remarks(wanted, policy, format === "yaml" ? (file ?? "mlir-remarks.yaml") : undefined);
}

/** As in MLIR, the whole category must fit. */
function anchored(flag: string, text: string): RegExp | Failure {
  const read = translatePosixRegex(text);
  if ("error" in read) return failure(`error: --${flag}: '${text}' is no regular expression: ${read.error}`);
  return new RegExp(`^(?:${read.source})$`);
}
