// Programs that are mostly wrong, against mlir-opt: it refuses what we refuse, at the same line, and mostly in the same words.
//
// A file of rejected/ begins with the signature of a function; each further line is the body of one, or after `---` a whole module.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verify } from "../../ir/analysis/verify.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { newContext } from "../support/mlir.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";
const folder = join(import.meta.dirname, "rejected");

/** The programs of a file, of three lines each. */
function programsOf(file: string): { readonly line: string; readonly text: string }[] {
  const [signature = "", ...lines] = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
  return lines.map((line) => ({
    line,
    text: line.startsWith("--- ") ? `\n${line.slice(4)}\n` : `${signature} {\n${line}\nreturn }`,
  }));
}

interface Verdict {
  /** The line of the first error; undefined where the program is accepted. */
  readonly line: number | undefined;
  readonly message: string;
}

/** mlir-opt's verdicts, from one run over the programs as parts of a split input. */
function theirVerdicts(texts: readonly string[]): Verdict[] {
  const verdicts = texts.map((): Verdict => ({ line: undefined, message: "" }));
  const { stderr } = spawnSync(mlirOpt, ["--allow-unregistered-dialect", "--split-input-file", "--mlir-print-op-on-diagnostic=false"], {
    input: texts.join("\n// -----\n"),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  }); // prettier-ignore
  for (const [, at = "", message = ""] of stderr.matchAll(/^<stdin>:(\d+):\d+: error: (.*)$/gm)) {
    // Each part has three lines, and a line between two.
    const [part, line] = [Math.floor((Number(at) - 1) / 4), ((Number(at) - 1) % 4) + 1];
    if (verdicts[part]?.line === undefined)
      verdicts[part] = { line, message: message.replace(/^custom op '[^']*' /, "") };
  }
  return verdicts;
}

function ourVerdict(text: string): Verdict {
  const { module, diagnostics } = parseModule(text, newContext(), { file: "<stdin>" });
  const [first] = module === undefined || diagnostics.length > 0 ? diagnostics : verify(module);
  if (first === undefined) return { line: undefined, message: "" };
  return { line: first.location.kind === "file" ? first.location.line : 0, message: first.message };
}

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const programs = programsOf(file);
  const theirs = theirVerdicts(programs.map(({ text }) => text));
  const ours = programs.map(({ text }) => ourVerdict(text));

  test("the same are refused", () => {
    const differing = programs.flatMap(({ line }, i) =>
      (ours[i]?.line === undefined) === (theirs[i]?.line === undefined)
        ? []
        : [{ line, ours: ours[i]?.message, mlirOpt: theirs[i]?.message }],
    );
    expect(differing).toEqual([]);
  });

  test("at the same line, nearly always", () => {
    const refused = programs.filter((_, i) => theirs[i]?.line !== undefined);
    const same = programs.filter((_, i) => theirs[i]?.line !== undefined && theirs[i]?.line === ours[i]?.line);
    expect(same.length / refused.length).toBeGreaterThan(0.95);
  });

  test("mostly in the same words", () => {
    const refused = programs.filter((_, i) => theirs[i]?.line !== undefined);
    const same = programs.filter((_, i) => theirs[i]?.line !== undefined && theirs[i]?.message === ours[i]?.message);
    expect(same.length / refused.length).toBeGreaterThan(0.75);
  });
});
