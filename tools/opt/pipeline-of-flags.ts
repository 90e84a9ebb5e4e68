// The pipeline that a command line asks for: its pass flags in order, or the text of --pass-pipeline.
import {
  buildPipeline,
  buildPipelineText,
  opPipeline,
  pipelineDiagnostics,
  type BuildResult,
  type OpPipeline,
} from "../../ir/pass/build-pipeline.ts";
import { parsePipeline } from "../../ir/pass/pipeline-text.ts";
import type { PassRegistry } from "../../ir/pass/pass-registry.ts";
import { diagnosed, type Failure } from "../command/failure.ts";
import type { OptCommandLine } from "./read-flags.ts";

/** Pass flags make a pipeline on `anchor`, the op that the input is; the text of a pipeline names its own. */
export async function pipelineOfFlags(
  line: OptCommandLine,
  registry: PassRegistry,
  anchor = "builtin.module",
): Promise<OpPipeline | Failure> {
  const text = line.flags.get("pass-pipeline");
  if (text !== undefined) return pipelineOfText(text, registry, "--pass-pipeline");
  const elements: OpPipeline["elements"][number][] = [];
  for (const { name, options } of line.passes) {
    const flag = `--${name}`;
    // Only options need the grammar, which takes time to load.
    const built =
      options === ""
        ? await buildPipeline(
            {
              anchor,
              implicit: true,
              elements: [{ kind: "pass", name, options: [], offset: 0, length: name.length }],
            },
            registry,
          )
        : await buildFlag(`${name}{${options}}`, anchor, registry);
    const pipeline = checked(built, `${name}{${options}}`, flag);
    if ("failure" in pipeline) return pipeline;
    elements.push(...pipeline.elements);
  }
  return opPipeline(anchor, elements);
}

/** `source` is what a mistake is said to be in. */
export async function pipelineOfText(
  text: string,
  registry: PassRegistry,
  source: string,
): Promise<OpPipeline | Failure> {
  if (text.trim() === "") return opPipeline("builtin.module", []);
  return checked(await buildPipelineText(text, registry), text, source);
}

async function buildFlag(text: string, anchor: string, registry: PassRegistry): Promise<BuildResult> {
  const parsed = await parsePipeline(text);
  if (!parsed.ok) return { ok: false, errors: [parsed] };
  return buildPipeline({ ...parsed.pipeline, anchor }, registry);
}

/** A mistake is shown in the text, which stands on one line, so that the caret is under it. */
function checked(built: BuildResult, text: string, source: string): OpPipeline | Failure {
  if (built.ok) return built.pipeline;
  const shown = text.replace(/\s/g, " ");
  return diagnosed(pipelineDiagnostics(built.errors, source), [{ file: source, text: shown }]);
}
