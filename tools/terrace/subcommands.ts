// What commander reads: the help of `terrace`, and the options of `run` and `list`.
import { availableParallelism } from "node:os";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";
import { presetNames } from "../../lowering/machine/presets/index.ts";
import { targetNames } from "../../lowering/target/targets.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { diagnosticFormats } from "../command/diagnostics.ts";
import { shells } from "../completion/shells.ts";
import type { DocsOptions } from "../docs/docs.ts";
import { docsFormats } from "../docs/formats.ts";
import { fuzzKinds } from "../fuzz/kinds.ts";
import type { FuzzOptions } from "../fuzz/options.ts";
import type { HistoryOptions } from "../history/history.ts";
import { listNames } from "../list/names.ts";
import { newKinds } from "../new/kinds.ts";
import type { NewOptions } from "../new/new.ts";
import { interestingWhen, type ReduceCommandOptions } from "../reduce/options.ts";
import type { RunOptions } from "../run/options.ts";
import type { TestOptions } from "../test/test.ts";

const about = `Terrace compiles programs from machine-learning frameworks, given as MLIR text, and runs them on a CPU (WebAssembly), a simulated GPU and a simulated systolic array.`;

const examples = `
Examples:
  terrace run model.mlir --inputs in.npz                       run in the interpreter and print the results
  terrace run model.mlir --target=gpu --inputs in.npz \\
      --expect out.npz                                         compile for a GPU, run, compare
  terrace run model.mlir --target=systolic --machine my.json   on a machine of your own
  terrace opt model.mlir --canonicalize --cse                  run passes and print
  terrace opt --help                                           all passes
  terrace reduce big.mlir --test 'mlir-opt --cse {}' \\
      --interesting=crash                                      the smallest program that crashes it
  terrace docs scf.for                                         what an operation is, with an example
  terrace docs --out=site --format=html                        the same of everything
  terrace list machines`;

const number = (least: number) => (text: string) => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < least)
    throw new InvalidArgumentError(`It must be a number of at least ${least}.`);
  return value;
};

const truth = (text: string): boolean => {
  if (text !== "true" && text !== "false") throw new InvalidArgumentError("It must be true or false.");
  return text === "true";
};

const names = (text: string): string[] => text.split(",").map((name) => name.trim());

const collected = (word: string, before: readonly string[] = []): string[] => [...before, word];

/** Shown in help and completed by shells, but checked by the subcommand, which knows what is near. */
function withWords<T extends Option | Argument>(thing: T, words: readonly string[]): T {
  thing.argChoices = [...words];
  return thing;
}

export async function subcommands(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command("terrace")
    .description(about)
    .version(TERRACE_VERSION, "-V, --version", "Show the version")
    .helpOption("-h, --help", "Show this help")
    // Taken off before commander reads (tools/plugins): here for the help.
    .option("--load-plugin <module>", "load a plugin: the path of an ES module, or a package's name; may be repeated")
    .helpCommand("help [command]", "Show the help of a command")
    .addHelpText("after", examples)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });

  program
    .command("opt")
    .description("Read MLIR text, verify it, run passes, print the result")
    .argument("[file]", "MLIR text; - or nothing is standard input")
    .argument("[flags...]", "passes and options: terrace opt --help lists them")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (_file, _flags, _options, command: Command) => {
      const { opt } = await import("../opt/opt.ts");
      code = await opt(argv.slice(argv.indexOf(command.name()) + 1), io);
    });

  program
    .command("run")
    .description("Compile a program for a machine, run it, print or compare its results")
    .argument("<program>", "MLIR text; - is standard input")
    .addOption(
      withWords(new Option("-t, --target <target>", "what to run on"), targetNames).default(
        undefined,
        "the machine's kind, else interpreter",
      ),
    )
    .addOption(withWords(new Option("-m, --machine <name|file>", "a preset, or a JSON description"), presetNames))
    .option("-i, --inputs <npz>", "arrays arg0, arg1, ... for the entry's arguments")
    .option("-x, --expect <npz>", "arrays result0, result1, ... to compare with; a mismatch exits with 1")
    .option("-o, --output <npz>", "write the results here as result0, result1, ...")
    .option("--rtol <r>", "tolerance for floats, relative to the largest expected value", number(0), 1e-5)
    .option("--atol <a>", "absolute tolerance for floats", number(0), 0)
    .option("-e, --entry <name>", "the function to run", "main")
    .option("--json", "print one JSON object with results, comparison and report")
    .addOption(
      new Option("--diagnostics <format>", "how errors are said: text, or one JSON object on a line for each").choices(
        diagnosticFormats,
      ),
    )
    .option("--shuffle <seed>", "run a grid's programs in an order shuffled by this seed", number(0))
    .option("--verify-each [bool]", "verify after every pass", truth, true)
    .option("--mlir-print-ir-before-all", "print the IR before every pass, to standard error")
    .option("--mlir-print-ir-after-all", "print the IR after every pass, to standard error")
    .option("--mlir-print-ir-after-change", "print it only where a pass changed something")
    .option("--mlir-print-ir-tree-dir <dir>", "print the IR to files under DIR instead")
    .helpOption("-h, --help", "Show this help")
    .action(async (file: string, options: Omit<RunOptions, "program">) => {
      const { run } = await import("../run/run.ts");
      code = await run({ ...options, program: file }, io);
    });

  program
    .command("list")
    .description("List what there is")
    .addArgument(withWords(new Argument("<what>", "what to list"), listNames))
    .helpOption("-h, --help", "Show this help")
    .action(async (what: string) => {
      const { list } = await import("../list/list.ts");
      code = list(what, io);
    });

  program
    .command("docs")
    .description("Show or write pages about dialects, operations, passes and machines, made from their definitions")
    .argument(
      "[names...]",
      "a dialect, an operation, a pass, anything that has an entry; with --out dialects, or nothing for all",
    )
    .option("--out <dir>", "write the pages here")
    .addOption(
      withWords(
        new Option("--format <format>", "Markdown, a static site that needs no server, or both"),
        docsFormats,
      ).default("md"),
    )
    .option("--verdicts <file>", "what terrace fuzz --json printed: verdicts of your own rules and passes")
    .option(
      "--check",
      "write nothing; fail where a page is not as it would be, an example is wrong or a link is broken",
    )
    .helpOption("-h, --help", "Show this help")
    .action(async (words: string[], options: DocsOptions) => {
      const [{ docs }, { docsSource }] = await Promise.all([import("../docs/docs.ts"), import("../docs/source.ts")]);
      code = docs(words, options, docsSource(), io);
    });

  program
    .command("new")
    .description("Make a package with a dialect, a pass or a machine of your own")
    .addArgument(withWords(new Argument("<what>", "what to make"), newKinds))
    .argument("<name>", "its name")
    .option("-d, --dir <dir>", "the folder to make; named after it unless given")
    .helpOption("-h, --help", "Show this help")
    .action(async (what: string, name: string, options: NewOptions) => {
      const [{ newPackage }, { newSource }] = await Promise.all([import("../new/new.ts"), import("../new/source.ts")]);
      code = newPackage(what, name, options, newSource(), io);
    });

  program
    .command("completion")
    .description("Print a script with which a shell completes subcommands, flags and passes")
    .addArgument(withWords(new Argument("<shell>", "the shell"), shells))
    .helpOption("-h, --help", "Show this help")
    .action(async (shell: string) => {
      const { completion } = await import("../completion/completion.ts");
      code = completion(shell, program, io);
    });

  program
    .command("test")
    .description("Run .mlir tests: files with RUN and CHECK lines, and folders of them")
    .argument("<files...>", "files and folders")
    .option("-u, --update", "write the CHECK lines anew from what the RUN lines print")
    .option("-v, --verbose", "name the tests that pass, too")
    .option("--feature <name>", "a feature for REQUIRES, UNSUPPORTED and XFAIL; may be repeated", collected)
    .helpOption("-h, --help", "Show this help")
    .action(async (files: string[], options: TestOptions) => {
      const { test } = await import("../test/test.ts");
      code = await test(files, options, io);
    });

  program
    .command("reduce")
    .description("Make MLIR text smaller as long as a test finds it interesting")
    .argument("[file]", "MLIR text; - or nothing is standard input", "-")
    .requiredOption(
      "--test <test>",
      "an executable that gets the path of a candidate, or a command line with {} or %s for the path",
    )
    .addOption(
      new Option(
        "--interesting <when>",
        "what the test's end says: exit code 0, another, a crash, or running out of time",
      )
        .choices(interestingWhen)
        .default("zero"),
    )
    .option("-o, --output <file>", "write the result here")
    .option("--time <seconds>", "stop after this time, with the smallest so far", number(0))
    .option("--test-timeout <seconds>", "the longest that a test may take", number(0), 30)
    .option("-j, --jobs <n>", "tests at a time; the result is the same", number(1), availableParallelism())
    .option("--json", "print one JSON object with the result and what was done")
    .option("--allow-unregistered-dialect", "read operations of dialects that are not registered")
    .option("--mlir-print-op-generic", "print candidates in the generic form")
    .option("--mlir-print-debuginfo", "print candidates with locations")
    .helpOption("-h, --help", "Show this help")
    .action(async (input: string, options: Omit<ReduceCommandOptions, "input">) => {
      const { reduce } = await import("../reduce/reduce.ts");
      code = await reduce({ ...options, input }, io);
    });

  program
    .command("fuzz")
    .description("Test rules, folders, passes and targets on random programs, against the interpreter")
    .addArgument(withWords(new Argument("[what...]", "what to test; rules, folders, passes, round-trip"), fuzzKinds))
    .option("--dialects <names>", "only these, with commas: what is tested, and whose ops stand in programs", names)
    .option("--only <text>", "only what has this text in its name")
    .option("--pass-pipeline <pipeline>", "the pipeline to test, or to compare")
    .option("--against <program>", "compare our passes with this mlir-opt's; default canonicalize")
    .option("-j, --jobs <n>", "workers", number(1), 1)
    .option("--time <seconds>", "how long", number(0))
    .option("--seed <n>", "the same seed gives the same programs", number(0), 1)
    .option("--count <n>", "how many programs", number(1))
    .option("--quota <n>", "how often each is to apply", number(1))
    .option("--replay <seed>", "only the program of this seed, which a finding told", number(0))
    .option("--corpus <dir>", "start programs from the .mlir files here as well")
    .option("--json", "print one JSON object with counts and findings")
    .option("--out <dir>", "write every finding to a file here, as a test")
    .helpOption("-h, --help", "Show this help")
    .action(async (words: string[], options: FuzzOptions) => {
      const { fuzz } = await import("../fuzz/fuzz.ts");
      code = await fuzz(words, options, io);
    });

  program
    .command("history")
    .description(
      "Show what `terrace opt --mlir-history=FILE` recorded: the steps, the module at one, what changed between two",
    )
    .argument("<file>", "the file")
    .option("--at <moment>", "print the module after so many steps; 0 is before the first", number(0))
    .option("--changes <a..b>", "print what changed between two moments")
    .option("--module <n>", "which module of the file", number(1), 1)
    .option("--json", "print JSON")
    .helpOption("-h, --help", "Show this help")
    .action(async (file: string, options: Omit<HistoryOptions, "file">) => {
      const { history } = await import("../history/history.ts");
      code = await history({ ...options, file }, io);
    });

  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 1;
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 1;
  }
  return code;
}
