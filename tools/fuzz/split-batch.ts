// Many programs through one run of another tool that splits its input: mlir-opt's --split-input-file.
import { spawn } from "node:child_process";

const SEPARATOR = "// ===== next program =====";

/** A run that takes longer is one that does not end. */
const LONGEST_MS = 60_000;

/** What became of one program. */
export type ToolResult =
  | { readonly kind: "text"; readonly text: string }
  /** It said that it cannot read or do it. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "crashed"; readonly message: string };

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly died: boolean;
}

/** Runs a tool on texts; where one makes it die, halves are run, until that one is alone. Throws where there is no such tool. */
export async function runBatch(
  tool: string,
  flags: readonly string[],
  texts: readonly string[],
): Promise<ToolResult[]> {
  if (texts.length === 0) return [];
  const run = await runTool(
    tool,
    [`--split-input-file=${SEPARATOR}`, `--output-split-marker=${SEPARATOR}`, ...flags],
    texts.join(`\n${SEPARATOR}\n`),
  );
  const parts = run.stdout.split(`${SEPARATOR}\n`);
  if (!run.died && parts.length === texts.length) {
    const first = /error: (.*)/.exec(run.stderr)?.[1] ?? run.stderr.slice(0, 300);
    if (texts.length === 1 || parts.every((part) => part.trim() !== ""))
      return parts.map((text) => (text.trim() === "" ? { kind: "refused", message: first } : { kind: "text", text }));
    // Which message is whose only a run of its own tells.
    return Promise.all(
      parts.map(async (text, i): Promise<ToolResult> => {
        if (text.trim() !== "") return { kind: "text", text };
        const [alone] = await runBatch(tool, flags, texts.slice(i, i + 1));
        return alone ?? { kind: "refused", message: "" };
      }),
    );
  }
  if (texts.length === 1) return [{ kind: "crashed", message: crashText(run.stderr) }];
  const half = texts.length >> 1;
  return [...(await runBatch(tool, flags, texts.slice(0, half))), ...(await runBatch(tool, flags, texts.slice(half)))];
}

/** The line that says most. */
const crashText = (stderr: string): string =>
  stderr.split("\n").find((line) => /assert|error:|LLVM ERROR|Stack dump/i.test(line)) ?? "it died, or did not end";

function runTool(tool: string, flags: readonly string[], input: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, flags, { stdio: "pipe" });
    const timer = setTimeout(() => child.kill(), LONGEST_MS);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.stdin.on("error", () => undefined);
    child.on("close", (_status, signal) => {
      clearTimeout(timer);
      resolve({ stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), died: signal !== null });
    });
    child.stdin.end(input);
  });
}
