// `// RUN:` lines of .mlir tests: `[not] terrace-opt %s FLAGS [2>&1] [| FileCheck %s FLAGS]`, run in this process.
import { fileCheck } from "../../ir/check/filecheck.ts";
import { runTerrace } from "./command.ts";

interface RunLine {
  /** The command must fail. */
  readonly fails: boolean;
  readonly argv: readonly string[];
  readonly withErrors: boolean;
  /** Arguments of FileCheck, where the output goes to it. */
  readonly check: readonly string[] | undefined;
}

/** The commands of a test's text, continued lines joined. */
export function runLinesOf(text: string): string[] {
  const lines = [...text.matchAll(/^\s*\/\/ RUN:\s*(.*?)\s*$/gm)].map(([, command = ""]) => command);
  const commands: string[] = [];
  let open = "";
  for (const line of lines) {
    open += line.endsWith("\\") ? `${line.slice(0, -1)} ` : line;
    if (line.endsWith("\\")) continue;
    commands.push(open);
    open = "";
  }
  if (open !== "") throw new Error(`the last RUN line continues nowhere: ${open}`);
  return commands;
}

/** Words as a shell takes a command apart: quotes keep blanks and `|` together. */
function words(command: string): string[] {
  return [...command.matchAll(/(?:[^\s'"|]|'[^']*'|"[^"]*")+|\|/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  );
}

function readRunLine(command: string, file: string): RunLine {
  const all = words(command).map((word) => word.replaceAll("%s", file));
  const bar = all.indexOf("|");
  const first = bar < 0 ? all : all.slice(0, bar);
  const second = bar < 0 ? undefined : all.slice(bar + 1);
  const fails = first[0] === "not";
  const [tool, ...argv] = fails ? first.slice(1) : first;
  if (tool !== "terrace-opt") throw new Error(`a RUN line runs terrace-opt, not '${tool ?? ""}'`);
  if (second !== undefined && second[0] !== "FileCheck")
    throw new Error(`a RUN line pipes into FileCheck, not '${second[0] ?? ""}'`);
  return {
    fails,
    argv: argv.filter((word) => word !== "2>&1"),
    withErrors: argv.includes("2>&1"),
    check: second?.slice(1),
  };
}

/** Runs one command of a test; gives what is wrong, or undefined. */
export async function runLine(command: string, file: string, text: string): Promise<string | undefined> {
  const { fails, argv, withErrors, check } = readRunLine(command, file);
  const { code, stdout, stderr } = await runTerrace(["opt", ...argv]);
  if (code === 2 || (code !== 0) !== fails) return `${command}\nexited with ${code}\n${stderr}`;
  if (check === undefined) return undefined;
  const flags = check.filter((word) => word.startsWith("-"));
  const prefixes = flags.flatMap((flag) => /^--?check-prefix(?:es)?=(.*)$/.exec(flag)?.[1]?.split(",") ?? []);
  const result = fileCheck(text, withErrors ? stderr + stdout : stdout, {
    ...(prefixes.length === 0 ? {} : { prefixes }),
    allowEmpty: flags.some((flag) => /^--?allow-empty$/.test(flag)),
    enableVarScope: flags.some((flag) => /^--?enable-var-scope$/.test(flag)),
    checkName: file,
  });
  return result.ok ? undefined : `${command}\n${result.message}`;
}
