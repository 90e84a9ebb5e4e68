// A pipeline of passes as a subject.
import type { AsyncSubject, Application } from "../../ir/check/fuzz/subject.ts";
import { thrownText } from "../../ir/check/fuzz/subject.ts";
import type { Refusals } from "../../ir/check/fuzz/pass-subject.ts";
import { DiagnosticList } from "../../ir/core/diagnostic.ts";
import { buildPipelineText, pipelineDiagnostics } from "../../ir/pass/build-pipeline.ts";
import { Fingerprints } from "../../ir/core/operation-hash.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { sharedRegistry } from "../library/context.ts";

/** Runs the pipeline's text; throws where it cannot be read, which the command has checked before. */
export async function pipelineSubject(text: string, refusals: Refusals): Promise<AsyncSubject> {
  const built = await buildPipelineText(text, sharedRegistry().passes, { nesting: "implicit" });
  if (!built.ok) throw new Error(pipelineDiagnostics(built.errors)[0]?.message);
  const { pipeline } = built;
  return {
    name: text,
    apply: async (module): Promise<Application> => {
      const { context } = module;
      const { diagnostics } = context;
      const reported = new DiagnosticList();
      context.diagnostics = reported.sink;
      const prints = new Fingerprints();
      const before = prints.of(module);
      try {
        const { ok } = await new PassManager(pipeline, { verifyEach: false }).run(module);
        if (ok && !reported.failed) return { fired: prints.of(module) === before ? new Map() : new Map([[text, 1]]) };
        const message = reported.items[0]?.message ?? "no message";
        refusals.set(message, (refusals.get(message) ?? 0) + 1);
        return { fired: new Map() };
      } catch (error) {
        return { fired: new Map([[text, 1]]), problem: { kind: "crash", reason: thrownText(error), rules: [text] } };
      } finally {
        context.diagnostics = diagnostics;
      }
    },
  };
}

/** What is wrong with a pipeline's text. */
export async function pipelineProblem(text: string | undefined): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const built = await buildPipelineText(text, sharedRegistry().passes, { nesting: "implicit" });
  return built.ok ? undefined : pipelineDiagnostics(built.errors)[0]?.message;
}
