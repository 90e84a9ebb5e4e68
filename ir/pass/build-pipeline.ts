// From a pipeline's text to passes that can run: names looked up, options checked, pipelines expanded, anchors nested.
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import { fileLocation } from "../core/location.ts";
import { nearest } from "../syntax/near-miss.ts";
import type { PassDefinition } from "./define-pass.ts";
import { defaultOptions, describeOption, type OptionRecord, type OptionSpecs } from "./options.ts";
import type { PassRegistry } from "./pass-registry.ts";
import { parsePipeline, type PassElement, type PipelineAst, type PipelineElement } from "./pipeline-text.ts";

/** A pass with its options. */
export interface PassInstance {
  readonly kind: "pass";
  readonly definition: PassDefinition;
  readonly options: OptionRecord;
}

/** Passes and nested pipelines that run on each op named `anchor`, or on any op. */
export interface OpPipeline {
  readonly kind: "pipeline";
  readonly anchor: string;
  readonly elements: readonly (PassInstance | OpPipeline)[];
}

/** A mistake in a pipeline's text, in UTF-16 units from its start. */
export interface PipelineError {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly hint?: string;
}

export type BuildResult =
  | { readonly ok: true; readonly pipeline: OpPipeline }
  | { readonly ok: false; readonly errors: readonly PipelineError[] };

export interface BuildOptions {
  /** Passes that run on an inner op are nested without being told to, as mlir-opt does for flags; default: when the text names no anchor. */
  readonly nesting?: "implicit" | "explicit";
}

export function passInstance(definition: PassDefinition, options: OptionRecord = {}): PassInstance {
  return { kind: "pass", definition, options: { ...defaultOptions(definition.options), ...options } };
}

export function opPipeline(anchor: string, elements: readonly (PassInstance | OpPipeline)[]): OpPipeline {
  return { kind: "pipeline", anchor, elements };
}

/** Reads a pipeline's text and builds it. */
export async function buildPipelineText(
  text: string,
  registry: PassRegistry,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const parsed = await parsePipeline(text);
  if (!parsed.ok) return { ok: false, errors: [parsed] };
  return buildPipeline(parsed.pipeline, registry, options);
}

/** Builds a pipeline that was read. All mistakes are reported, not only the first. */
export async function buildPipeline(
  ast: PipelineAst,
  registry: PassRegistry,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const implicit = options.nesting === undefined ? ast.implicit : options.nesting === "implicit";
  const builder = new PipelineBuilder(registry, implicit);
  const elements = await builder.elements(ast.elements, ast.anchor, []);
  if (builder.errors.length > 0) return { ok: false, errors: builder.errors };
  return { ok: true, pipeline: opPipeline(ast.anchor, elements) };
}

/** The errors as diagnostics in the text, which is known by the name `pipeline`. */
export function pipelineDiagnostics(errors: readonly PipelineError[], file = "pipeline"): Diagnostic[] {
  return errors.map(({ message, offset, length, hint }) =>
    errorAt(fileLocation(file, 1, offset + 1), message, {
      length,
      category: "syntax",
      ...(hint === undefined ? {} : { hint }),
    }),
  );
}

class PipelineBuilder {
  readonly errors: PipelineError[] = [];
  readonly #registry: PassRegistry;
  readonly #implicit: boolean;

  constructor(registry: PassRegistry, implicit: boolean) {
    this.#registry = registry;
    this.#implicit = implicit;
  }

  /** `expanding` names the pipelines that are being expanded, outermost first. */
  async elements(
    list: readonly PipelineElement[],
    anchor: string,
    expanding: readonly string[],
  ): Promise<(PassInstance | OpPipeline)[]> {
    const built: (PassInstance | OpPipeline)[] = [];
    for (const element of list) {
      if (element.kind === "pipeline") {
        built.push(opPipeline(element.anchor, await this.elements(element.elements, element.anchor, expanding)));
        continue;
      }
      const pass = this.#registry.passes.get(element.name);
      if (pass !== undefined) await this.#pass(built, pass, element, anchor);
      else built.push(...(await this.#expand(element, anchor, expanding)));
    }
    return built;
  }

  async #pass(
    built: (PassInstance | OpPipeline)[],
    pass: PassDefinition,
    element: PassElement,
    anchor: string,
  ): Promise<void> {
    const options = await this.#options(pass.name, pass.options, element);
    const instance: PassInstance = { kind: "pass", definition: pass, options };
    if (pass.anchor === undefined || pass.anchor === anchor) built.push(instance);
    else if (this.#implicit) built.push(opPipeline(pass.anchor, [instance]));
    else {
      this.errors.push({
        message: `pass '${pass.name}' runs on '${pass.anchor}', not on '${anchor}'`,
        hint: `nest it: ${pass.anchor}(${pass.name})`,
        offset: element.offset,
        length: element.name.length,
      });
    }
  }

  async #expand(
    element: PassElement,
    anchor: string,
    expanding: readonly string[],
  ): Promise<readonly (PassInstance | OpPipeline)[]> {
    const { name, offset } = element;
    const at = { offset, length: name.length };
    const pipeline = this.#registry.pipelines.get(name);
    if (pipeline === undefined) {
      const near = nearest(name, this.#registry.names);
      const message = `'${name}' does not refer to a registered pass or pass pipeline`;
      this.errors.push({ message, ...at, ...(near === undefined ? {} : { hint: `did you mean '${near}'?` }) });
      return [];
    }
    if (expanding.includes(name)) {
      this.errors.push({
        message: `pipeline '${name}' expands to itself: ${[...expanding, name].join(" -> ")}`,
        ...at,
      });
      return [];
    }
    const options = await this.#options(name, pipeline.options ?? {}, element);
    const text = pipeline.expand(options, this.#registry.conversions);
    const parsed = await parsePipeline(text);
    if (!parsed.ok) {
      this.errors.push({
        message: `pipeline '${name}' expands to '${text}', which cannot be read: ${parsed.message}`,
        ...at,
      });
      return [];
    }
    const { pipeline: ast } = parsed;
    const inner = new PipelineBuilder(this.#registry, this.#implicit || ast.implicit);
    const elements = await inner.elements(ast.elements, ast.implicit ? anchor : ast.anchor, [...expanding, name]);
    // Positions inside the expansion mean nothing in the text that the user wrote.
    for (const error of inner.errors)
      this.errors.push({ ...error, message: `in pipeline '${name}': ${error.message}`, ...at });
    return ast.implicit || ast.anchor === anchor ? elements : [opPipeline(ast.anchor, elements)];
  }

  async #options(owner: string, specs: OptionSpecs, element: PassElement): Promise<OptionRecord> {
    const values = defaultOptions(specs);
    if (element.options.length === 0) return values;
    const { parseOption } = await import("./option-schema.ts");
    const given = new Map<string, string>();
    for (const { name, value, offset, length } of element.options) {
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (spec === undefined) {
        const known = Object.keys(specs);
        const near = nearest(name, known);
        const hint =
          near !== undefined
            ? `did you mean '${near}'?`
            : known.length === 0
              ? "it has no options"
              : `its options are ${known.join(", ")}`;
        this.errors.push({ message: `'${owner}' has no option '${name}'`, hint, offset, length: name.length });
        continue;
      }
      // Lists that are given several times add up.
      const before = spec.type.endsWith("list") ? given.get(name) : undefined;
      const text = before === undefined ? value : `${before},${value}`;
      const parsed = parseOption(spec, text);
      if (parsed === undefined) {
        const message = `option '${name}' of '${owner}' takes ${describeOption(spec)}, not '${value}'`;
        this.errors.push({ message, offset, length });
        continue;
      }
      given.set(name, text);
      values[name] = parsed;
    }
    return values;
  }
}
