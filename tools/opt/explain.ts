// `--explain` and `--explain-result`: what was tried on an op of the input, and where an op of the result comes from.
import type { Operation } from "../../ir/core/operation.ts";
import { walk } from "../../ir/core/walk.ts";
import { explain, explanationText, type Explanation } from "../../ir/explain/explanation.ts";
import { Provenance } from "../../ir/explain/provenance.ts";
import { isSelected, readSelector, sourceNames, type ResultNames, type Selector } from "../../ir/explain/selector.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { ValueNames } from "../../ir/syntax/value-names.ts";
import { failure, isFailure, type Failure } from "../command/failure.ts";

/** What the flags ask for. */
export interface ExplainRequest {
  readonly sources: readonly Selector[];
  readonly results: readonly Selector[];
  readonly format: "text" | "json";
}

/** Reads the flags; undefined where none asks for an explanation. */
export function explainRequest(flags: ReadonlyMap<string, string>): ExplainRequest | Failure | undefined {
  const sources = selectors("explain", flags.get("explain"));
  if (isFailure(sources)) return sources;
  const results = selectors("explain-result", flags.get("explain-result"));
  if (isFailure(results)) return results;
  const format = flags.get("explain-format");
  if (sources.length + results.length > 0) return { sources, results, format: format === "json" ? "json" : "text" };
  return format === undefined
    ? undefined
    : failure("error: --explain-format needs --explain=OP or --explain-result=OP, which say what to explain");
}

function selectors(flag: string, given: string | undefined): readonly Selector[] | Failure {
  const read: Selector[] = [];
  for (const text of given === undefined ? [] : given.split(",")) {
    const selector = readSelector(text.trim());
    if (selector === undefined)
      return failure(
        `error: --${flag}: '${text}' is no operation; it takes a place (12, 12:5, file.mlir:12:5), a result (%sum) or a name (arith.addi)`,
      );
    read.push(selector);
  }
  return read;
}

/** Follows what happens to a module that was read from `text`. */
export class Explainer {
  readonly provenance: Provenance;
  readonly #request: ExplainRequest;
  readonly #module: Operation;
  readonly #source: string;
  readonly #selected: ReadonlySet<unknown>;

  constructor(request: ExplainRequest, module: Operation, text: string) {
    this.#request = request;
    this.#module = module;
    this.#source = text;
    const names = sourceNames(text);
    const selected = new Set<Operation>();
    for (const op of walk(module))
      if (request.sources.some((selector) => isSelected(op, selector, names))) selected.add(op);
    this.provenance = new Provenance(module, (op) => selected.has(op));
    this.#selected = new Set([...selected].map((op) => this.provenance.of(op)));
  }

  /** The explanation as text or JSON, or what selects nothing. */
  text(): string | Failure {
    const { sources, results, format } = this.#request;
    const names = printedNames(this.#module);
    const found: Explanation = explain(
      this.#module,
      this.provenance,
      (origin) => this.#selected.has(origin),
      (op) => results.some((selector) => isSelected(op, selector, names)),
    );
    if (sources.length > 0 && found.sources.length === 0)
      return this.#nothing(
        "--explain",
        "the input",
        sources,
        this.provenance.sources.map(({ op }) => op),
      );
    if (results.length > 0 && found.results.length === 0)
      return this.#nothing(
        "--explain-result",
        "the result",
        results,
        [...walk(this.#module)].map(({ name }) => name),
      );
    return format === "json" ? `${JSON.stringify(found)}\n` : explanationText(found);
  }

  #nothing(flag: string, where: string, wanted: readonly Selector[], there: readonly string[]): Failure {
    const [only] = wanted;
    const near = only?.kind === "name" ? nearest(only.name, new Set(there)) : undefined;
    const lines = this.#source.split("\n").length;
    const hint =
      near !== undefined
        ? `; did you mean '${near}'?`
        : only?.kind === "place" && only.line > lines
          ? `, whose text has ${lines} lines`
          : "";
    return failure(`error: ${flag}: no operation of ${where} is meant by it${hint}`);
  }
}

/** The names that the module is printed with. */
function printedNames(module: Operation): ResultNames {
  let names: ValueNames | undefined;
  return (op) => {
    names ??= new ValueNames(
      module,
      { generic: false, uniqueIds: false, nameLocations: false, operationIds: false },
      true,
    );
    const all = names;
    return op.results.map((result) => all.text(result).replace(/^%|#.*$/g, ""));
  };
}
