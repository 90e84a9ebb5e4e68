// Every op of upstream's basic dialects, held against the table of facts that `extract.mjs` took from MLIR's .td files.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../dialects/index.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import { foldsConstants } from "../../ir/interpret/meaning.ts";

type Arity = "one" | "optional" | "variadic";
interface Facts {
  readonly class: string;
  readonly operands: Readonly<Record<string, Arity>>;
  readonly properties: Readonly<Record<string, "required" | "optional" | "default">>;
  readonly results: Readonly<Record<string, Arity>>;
  readonly regions: Readonly<Record<string, Arity>>;
  readonly successors: Readonly<Record<string, Arity>>;
  readonly traits: readonly string[];
  readonly folder: boolean;
  readonly canonicalizer: boolean;
  readonly verifier: boolean;
  readonly syntax: boolean;
}

const table = JSON.parse(readFileSync(new URL("upstream-ops.json", import.meta.url), "utf8")) as Record<string, Facts>;
const definitions = new Map(builtinDialects.flatMap(({ ops }) => ops.map((op) => [op.name, op] as const)));

/** Differences that are meant, `op: difference`, with the reason. */
const deliberate: ReadonlyMap<string, string> = new Map([
  ...["arith.floordivsi", "arith.remsi", "arith.remui", "math.ipowi"].flatMap((op): [string, string][] => [
    [`${op}: Pure is missing`, "division by zero is undefined behaviour: it must not be moved to where it did not run"],
    [`${op}: NoMemoryEffect is not upstream's`, "see above"],
  ]),
  ...["add", "div", "exp", "log", "mul"].map((op): [string, string] => [
    `complex.${op}: a folder is missing`,
    "upstream's is wrong on -0, NaN or rounding: test/fuzz/findings has the cases",
  ]),
  ["scf.forall: ImplicitTerminator is missing", "its terminator holds a region, so its own syntax adds it"],
]);

/** Elements by name; upstream leaves some results without one (`#0`), and there ours may have any. */
function compareElements(
  kind: string,
  ours: readonly { readonly name: string; readonly arity: Arity }[],
  theirs: Readonly<Record<string, Arity>>,
): string[] {
  const text = (elements: readonly (readonly [string, Arity])[]): string =>
    elements.map(([name, arity]) => (arity === "one" ? name : `${name}: ${arity}`)).join(", ");
  const expected = Object.entries(theirs);
  const found = ours.map(({ name, arity }, i): [string, Arity] => [
    expected[i]?.[0].startsWith("#") === true ? expected[i][0] : name,
    arity,
  ]);
  return text(found) === text(expected) ? [] : [`${kind} are (${text(found)}), not (${text(expected)})`];
}

/** Properties that stand for how operands are divided among their names: they are not arguments in a .td file. */
const segmentSizes = new Set(["operandSegmentSizes", "resultSegmentSizes"]);

function compareProperties({ properties }: OpDefinition, theirs: Facts["properties"]): string[] {
  const found = new Map(
    properties
      .filter(({ name }) => !segmentSizes.has(name) || name in theirs)
      .map(({ name, defaultValue, optional }) => [
        name,
        defaultValue !== undefined ? "default" : optional ? "optional" : "required",
      ]),
  );
  const differences = Object.entries(theirs).flatMap(([name, presence]) => {
    const ours = found.get(name);
    if (ours === undefined) return [`property ${name} is missing`];
    return ours === presence ? [] : [`property ${name} is ${ours}, not ${presence}`];
  });
  const more = [...found.keys()].filter((name) => !(name in theirs));
  return [...differences, ...more.map((name) => `property ${name} is not upstream's`)];
}

/** Our traits and interfaces, and whether upstream's list says the same. */
const traits: Readonly<Record<string, (upstream: ReadonlySet<string>) => boolean>> = {
  Pure: (has) => has.has("NoMemoryEffect") && has.has("AlwaysSpeculatableImplTrait"),
  NoMemoryEffect: (has) => has.has("NoMemoryEffect") && !has.has("AlwaysSpeculatableImplTrait"),
  RecursivelySpeculatable: (has) => has.has("RecursivelySpeculatableImplTrait"),
  Commutative: (has) => has.has("IsCommutative"),
  Idempotent: (has) => has.has("IsIdempotent"),
  Involution: (has) => has.has("IsInvolution"),
  Elementwise: (has) => has.has("Elementwise"),
  ConstantLike: (has) => has.has("ConstantLike"),
  Terminator: (has) => has.has("IsTerminator"),
  ReturnLike: (has) => has.has("ReturnLike"),
  IsolatedFromAbove: (has) => has.has("IsIsolatedFromAbove"),
  Symbol: (has) => has.has("SymbolOpInterface") || has.has("FunctionOpInterface"),
  SymbolTable: (has) => has.has("SymbolTable"),
  SingleBlock: (has) => has.has("SingleBlock"),
  NoTerminator: (has) => has.has("NoTerminator"),
  GraphRegion: (has) => has.has("HasOnlyGraphRegion"),
  RecursiveMemoryEffects: (has) => has.has("HasRecursiveMemoryEffects"),
  AutomaticAllocationScope: (has) => has.has("AutomaticAllocationScope"),
  SameVariadicOperandSize: (has) => has.has("SameVariadicOperandSize"),
  SameVariadicResultSize: (has) => has.has("SameVariadicResultSize"),
};
const interfaces: Readonly<Record<string, (upstream: readonly string[]) => boolean>> = {
  DestinationStyleOpInterface: (has) => has.includes("DestinationStyleOpInterface"),
  LoopLikeOpInterface: (has) => has.includes("LoopLikeOpInterface"),
  BranchOpInterface: (has) => has.includes("BranchOpInterface"),
  CallableOpInterface: (has) => has.includes("CallableOpInterface") || has.includes("FunctionOpInterface"),
  ImplicitTerminator: (has) => has.some((name) => name.startsWith("SingleBlockImplicitTerminator<")),
  HasParent: (has) => has.some((name) => name.startsWith("HasParent<") || name.startsWith("ParentOneOf<")),
};

function compareTraits(definition: OpDefinition, upstream: readonly string[]): string[] {
  const has = new Set(upstream);
  const answers = [
    ...Object.entries(traits).map(([name, says]) => [name, definition.traits.has(name), says(has)] as const),
    ...Object.entries(interfaces).map(([n, says]) => [n, definition.interfaces.has(n), says(upstream)] as const),
  ];
  return answers.flatMap(([name, ours, theirs]) =>
    ours === theirs ? [] : [ours ? `${name} is not upstream's` : `${name} is missing`],
  );
}

function compare(definition: OpDefinition, facts: Facts): string[] {
  const { meaning } = definition;
  // A scalar meaning folds constants by itself, and a constant-like op is its own constant.
  const byMeaning = foldsConstants(meaning);
  const folds = definition.fold !== undefined || byMeaning || definition.traits.has("ConstantLike");
  return [
    ...compareElements("operands", definition.operands, facts.operands),
    ...compareProperties(definition, facts.properties),
    ...compareElements("results", definition.results, facts.results),
    ...compareElements("regions", definition.regions, facts.regions),
    ...compareElements("successors", definition.successors, facts.successors),
    ...compareTraits(definition, facts.traits),
    ...(facts.folder && !folds ? ["a folder is missing"] : []),
    ...(byMeaning && !facts.folder ? ["constants fold, upstream has no folder"] : []),
    ...(facts.syntax && definition.print === undefined ? ["the custom syntax is missing"] : []),
    ...(meaning === undefined ? ["a meaning is missing"] : []),
  ];
}

const dialects = [...new Set(Object.keys(table).map((name) => name.slice(0, name.indexOf("."))))];

/** What is missing of a dialect's facts, one line a difference. */
function missing(dialect: string): string[] {
  return Object.entries(table)
    .filter(([name]) => name.startsWith(`${dialect}.`))
    .flatMap(([name, facts]) => {
      const definition = definitions.get(name);
      return definition === undefined
        ? [`${name}: the op is missing`]
        : compare(definition, facts).map((d) => `${name}: ${d}`);
    });
}

describe("upstream's ops are here, with upstream's facts", () => {
  test.each(dialects)("%s", (dialect) => {
    expect(missing(dialect).filter((line) => !deliberate.has(line))).toEqual([]);
  });
});

test("no op has one of these dialects' names that upstream does not know", () => {
  const foreign = [...definitions.keys()].filter(
    (name) => dialects.includes(name.slice(0, name.indexOf("."))) && !(name in table),
  );
  expect(foreign).toEqual([]);
});

test("every deliberate difference is one", () => {
  const found = new Set(dialects.flatMap(missing));
  expect([...deliberate.keys()].filter((line) => !found.has(line))).toEqual([]);
});

test("every op occurs in a .mlir file, all of which go through mlir-opt and back (test/mlir-opt/round-trip.test.ts)", () => {
  const root = new URL("../", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".mlir"));
  const words = new Set(files.flatMap((file) => readFileSync(new URL(file, root), "utf8").match(/[\w.]+/g) ?? []));
  expect(Object.keys(table).filter((name) => !words.has(name))).toEqual([]);
});
