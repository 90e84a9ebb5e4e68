// Random FileCheck tests: check text, input and flags, of few letters, so that things match by chance.
import { Random } from "./random.ts";

export interface FileCheckCase {
  readonly check: string;
  readonly input: string;
  readonly flags: readonly string[];
}

const letters = ["a", "b", "c", "ab", "1", "12", "7", "x1", "B", "0xa", "ff", "-3"];
const regexes = [
  "a", "[0-9]+", "a|ab", "(a|ab)(c|bc)?", ".*", "[a-c]*", "^", "$", "^a", "b$", "a+", "(ab)*", "a{1,2}", "[^a]+", "x?y?",
  "[[:alpha:]]+", "[[:space:]]*", "(b|c)a", "(a|b)+c", "\\[\\[", "b.", "(.)(.)", "a?(ab)?",
  "a**", "(a", "[a", "a{2", "a||b", "", "\\2", "*a", "a)", "[b-a]", "a{3,1}",
]; // prettier-ignore
const names = ["X", "Y", "$Z", "LONG_1"];
const numbers = ["N", "M", "$K"];

export function fileCheckCase(seed: number): FileCheckCase {
  const random = new Random(seed);
  const prefixes = random.chance(15) ? ["FOO", "CHECK"] : ["CHECK"];
  const flags = flagsOf(random, prefixes);
  const tame = random.chance(60);
  const check = random.list(1, 7, () => checkLine(random, prefixes, tame)).join("\n");
  const examples = check.split("\n").flatMap((line) => exampleOf(line, random));
  const input = (random.chance(75) ? examples : random.list(0, 8, () => inputLine(random))).join(
    random.chance(4) ? "\r\n" : random.chance(10) ? " " : "\n",
  );
  // FileCheck reads `CHECK-EMPTY:` at the very end of a text as something else.
  return { check: `${check}\n`, input: input + (random.chance(90) ? "\n" : ""), flags };
}

function flagsOf(random: Random, prefixes: readonly string[]): string[] {
  const flags: string[] = [];
  const maybe = (percent: number, ...made: string[]): void => {
    if (random.chance(percent)) flags.push(...made);
  };
  if (prefixes.length > 1) flags.push(`--check-prefixes=${prefixes.join(",")}`);
  else maybe(3, `--check-prefix=${random.pick(["CHECK", "OTHER", "", "A B", "CHECK,FOO"])}`);
  maybe(4, "--allow-unused-prefixes");
  maybe(6, "--allow-empty");
  maybe(8, "--enable-var-scope");
  maybe(8, "--match-full-lines");
  maybe(8, "--strict-whitespace");
  maybe(6, "--ignore-case");
  maybe(5, "--allow-deprecated-dag-overlap");
  maybe(7, `--implicit-check-not=${random.pick(["c", "{{[xyz]}}", "ab", "[[X]]", "a{{(b|c)}}"])}`);
  maybe(10, `-D${random.pick(["X=a", "Y=a.b", "$Z=1", "#N=1", "#%x,M=10", "#K", "@X=1", "X", "1X=2"])}`);
  maybe(3, "--comment-prefixes=NOTE");
  return flags;
}

function checkLine(random: Random, prefixes: readonly string[], tame: boolean): string {
  const prefix = random.pick(prefixes);
  const suffix = random.pick([
    "", "", "", "", "", "-NEXT", "-NEXT", "-SAME", "-SAME", "-NOT", "-NOT", "-DAG", "-DAG", "-DAG", "-LABEL", "-EMPTY", "-COUNT-2",
    tame ? "" : random.pick(["{LITERAL}", "-NEXT{LITERAL}", "-DAG-NOT", "-COUNT-0", "-COUNT-", "_NEXT", "-NOT{ LITERAL , LITERAL }", "-OTHER", "-COUNT-1"]),
  ]); // prettier-ignore
  const lead = random.pick(["", "", "// ", "  ", "x", "COM: ", "NOTE: ", "-", "RUN: y | "]);
  const pattern = suffix === "-EMPTY" && random.chance(90) ? "" : patternOf(random, tame);
  return `${random.chance(85) ? "" : lead}${prefix}${suffix}:${random.pick(["", " ", "  ", "\t"])}${pattern}`;
}

function patternOf(random: Random, tame: boolean): string {
  if (tame) return random.list(1, 3, () => tamePart(random)).join(random.pick(["", " "]));
  return random.list(random.chance(3) ? 0 : 1, 4, () => patternPart(random)).join(random.pick(["", "", " ", "  "]));
}

/** A part that needs no variable. */
function tamePart(random: Random): string {
  const kind = random.below(100);
  if (kind < 60) return random.pick(letters);
  if (kind < 85) return `{{${regexes[random.below(23)] ?? "a"}}}`;
  return kind < 93 ? `[[${random.pick(names)}:${regexes[random.below(23)] ?? "a"}]]` : `[[#${random.pick(numbers)}:]]`;
}

function patternPart(random: Random): string {
  const kind = random.below(100);
  if (kind < 50) return random.pick(letters);
  if (kind < 68) return `{{${regexOf(random)}}}`;
  if (kind < 78) return `[[${random.pick(names)}:${regexOf(random)}]]`;
  if (kind < 86) return `[[${random.pick(names)}]]`;
  if (kind < 98) return `[[${numericOf(random)}]]`;
  return random.pick([
    "[[",
    "{{a",
    "[[X:a",
    "[[1]]",
    "[[X Y]]",
    "[[]]",
    "[[#]]",
    "[[@X]]",
    "[[X-1]]",
    "[[X:]]b",
    "]]",
    "}}",
    "[[[X]]]",
    "[[",
  ]);
}

/** Mostly a good one: a bad one ends the case. */
function regexOf(random: Random): string {
  return random.chance(97) ? (regexes[random.below(23)] ?? "a") : random.pick(regexes);
}

function numericOf(random: Random): string {
  const format = random.pick(["", "", "", "%u,", "%d,", "%x,", "%X,", "%.3u,", "%#x,", " %x , ", "%.4X,"]);
  const name = random.pick(numbers);
  const operand = (): string => random.pick([name, random.pick(numbers), "1", "2", "0x10", "-1", "@LINE"]);
  const kind = random.below(100);
  if (kind < 40) return `#${format}${name}:`;
  if (kind < 55) return `#${format}${name}`;
  if (kind < 65) return `#${format}${operand()}${random.pick(["+", "-", " + "])}${operand()}`;
  if (kind < 72) return `@LINE${random.pick(["", "+1", "-1", " + 2", "+0x1", "+a"])}`;
  if (kind < 80) return `#${random.pick(["add", "sub", "mul", "div", "max", "min"])}(${operand()}, ${operand()})`;
  if (kind < 88) return `#${format}${name}:${operand()}+${operand()}`;
  if (kind < 92) return `#(${operand()}-${operand()})+1`;
  return random.pick([
    "#", "#X", "#N:M:", "#%q,N:", "#==N", "#N: == 1", "#N*2", "#add(1)", "#foo(1,2)", "#(1", "#%#u,N:", "#%.x,N:", "#@X", "#N+", "#%x", "# N : ", "#N M",
    "#add(1,)", "#add(,1)", "#add(1,2", "#1+(2-1)", "#%u", "#%.2,", "#==", "#N:==", "@LINE+1+1", "@LINE(", "#08", "#010", "#0x", "#%d,N+1 x",
  ]); // prettier-ignore
}

/** Input that a check line may match, and lines around it. */
function exampleOf(line: string, random: Random): string[] {
  const [, kind = "", pattern = ""] = /[A-Z](-[A-Z]+)?[^:]*:\s*(.*)/.exec(line) ?? [];
  if (random.chance(10) || (kind === "-NOT" && random.chance(85))) return [inputLine(random)];
  const values: readonly [RegExp, readonly string[]][] = [
    [/\{\{.*?\}\}/g, ["a", "12", "ab", "", "b"]],
    [/\[\[#.*?\]\]/g, ["12", "7", "1", "10", "2"]],
    [/\[\[[^:]*:.*?\]\]/g, ["a", "ab", "1", ""]],
    [/\[\[.*?\]\]/g, ["a", "ab", "1", ""]],
  ];
  const text = values.reduce((made, [block, texts]) => made.replace(block, () => random.pick(texts)), pattern);
  return [text, ...(kind === "-COUNT" ? [text] : []), ...(random.chance(10) ? [inputLine(random)] : [])];
}

function inputLine(random: Random): string {
  if (random.chance(12)) return "";
  return random.list(1, 6, () => random.pick(letters)).join(random.pick(["", " ", "  ", "\t"]));
}
