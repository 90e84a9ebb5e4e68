// The pipeline that a command line asks for: its pass flags in order, or the text of --pass-pipeline.
import {
  buildPipeline,
  buildPipelineText,
  opPipeline,
  pipelineDiagnostics,
  type BuildResult,
  type OpPipeline,
} from "../../ir/pass/build-pipeline.ts";
import type { PassRegistry } from "../../ir/pass/pass-registry.ts";
import { renderAll } from "../command/diagnostics.ts";
import { failure, type Failure } from "../command/failure.ts";
import type { OptCommandLine } from "./read-flags.ts";

export async function pipelineOfFlags(line: OptCommandLine, registry: PassRegistry): Promise<OpPipeline | Failure> {
  const text = line.flags.get("pass-pipeline");
  if (text !== undefined) {
    if (text.trim() === "") return opPipeline("builtin.module", []);
    return checked(await buildPipelineText(text, registry), text, "--pass-pipeline");
  }
  const elements: OpPipeline["elements"][number][] = [];
  for (const { name, options } of line.passes) {
    const flag = `--${name}`;
    // Only options need the grammar, which takes time to load.
    const built =
      options === ""
        ? await buildPipeline(
            {
              anchor: "builtin.module",
              implicit: true,
              elements: [{ kind: "pass", name, options: [], offset: 0, length: name.length }],
            },
            registry,
          )
        : await buildPipelineText(`${name}{${options}}`, registry);
    const pipeline = checked(built, `${name}{${options}}`, flag);
    if ("failure" in pipeline) return pipeline;
    elements.push(...pipeline.elements);
  }
  return opPipeline("builtin.module", elements);
}

/** A mistake is shown in the text, which stands on one line, so that the caret is under it. */
function checked(built: BuildResult, text: string, source: string): OpPipeline | Failure {
  if (built.ok) return built.pipeline;
  const shown = text.replace(/\s/g, " ");
  return failure(renderAll(pipelineDiagnostics(built.errors, source), [{ file: source, text: shown }]).trimEnd());
}
