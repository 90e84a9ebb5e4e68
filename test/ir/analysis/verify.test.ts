import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { toyContext } from "../syntax/toy-dialect.ts";

function problems(text: string): string[] {
  const { module, diagnostics } = parseModule(text, toyContext(), { file: "t" });
  if (module === undefined) throw new Error(JSON.stringify(diagnostics));
  return verify(module).map((diagnostic) => renderDiagnostic(diagnostic).replace(/^t:/, ""));
}

const inFunc = (body: string): string => `toy.func @f {\n${body}\n}`;
const c = '%c = "toy.constant"() : () -> i32\n';

const cases: readonly [string, string, string][] = [
  [
    "an unknown op of a dialect that is known",
    inFunc('"toy.fnc"() : () -> ()\nend'),
    "2:1: error: unregistered operation 'toy.fnc' found in dialect ('toy') that does not allow unknown operations\nhint: did you mean 'toy.func'?",
  ],
  [
    "too few operands",
    inFunc(`${c}%0 = "toy.add"(%c) : (i32) -> i32\nend`),
    "3:6: error: 'toy.add' op expected 2 operands, but found 1",
  ],
  [
    "a second result",
    inFunc('%0:2 = "toy.constant"() : () -> (i32, i32)\nend'),
    "2:8: error: 'toy.constant' op requires one result",
  ],
  [
    "a type that the constraint refuses",
    inFunc('%0 = "toy.constant"() : () -> f32\nend'),
    "2:6: error: 'toy.constant' op result #0 must be signless integer, but got 'f32'",
  ],
  [
    "two types for a variable",
    inFunc(`${c}%0 = "toy.add"(%c, %c) : (i32, i32) -> i64\nend`),
    "3:6: error: 'toy.add' op failed to verify that all of {lhs, rhs, result} have same type",
  ],
  [
    "two types for a variable that not all share",
    inFunc(`${c}%d = "toy.constant"() : () -> i8\n%0 = "toy.compare"(%c, %d) : (i32, i8) -> i1\nend`),
    "4:6: error: 'toy.compare' op requires all operands to have the same type",
  ],
  [
    "a type that should follow",
    inFunc(`${c}%0 = "toy.compare"(%c, %c) : (i32, i32) -> i8\nend`),
    "3:6: error: 'toy.compare' op result #0 must be bool, but got 'i8', where 'i1' is expected",
  ],
  [
    "a missing property",
    '"toy.func"() ({ ^bb0: "toy.end"() : () -> () }) : () -> ()',
    "1:1: error: 'toy.func' op requires attribute 'sym_name'",
  ],
  [
    "a property of another kind",
    inFunc('%0 = "toy.constant"() <{label = 1 : i32}> : () -> i32\nend'),
    "2:6: error: 'toy.constant' op attribute 'label' failed to satisfy constraint: string attribute",
  ],
  [
    "segments that do not add up",
    inFunc(`${c}"toy.pairs"(%c) <{operandSegmentSizes = array<i32: 1, 1>}> : (i32) -> ()\nend`),
    "3:1: error: 'toy.pairs' op operand count (1) does not match with the total size (2) specified in attribute 'operandSegmentSizes'",
  ],
  [
    "a variadic operand",
    inFunc(`${c}"toy.pairs"(%c) <{operandSegmentSizes = array<i32: 1, 0>}> : (i32) -> ()\nend`),
    "3:1: error: 'toy.pairs' op operand #0 must be variadic of index, but got 'i32'\nt:2:6: note: operand #0 is defined here, with type 'i32'",
  ],
  [
    "two blocks where one is allowed",
    inFunc('"toy.loop"() ({\n^a:\n"toy.jump"()[^b] : () -> ()\n^b: toy.end }) : () -> ()\nend'),
    "2:1: error: 'toy.loop' op expects region #0 to have 0 or 1 blocks",
  ],
  ["no region", inFunc('"toy.loop"() : () -> ()\nend'), "2:1: error: 'toy.loop' op requires one region"],
  [
    "an op after the terminator",
    inFunc("end\nend"),
    "2:1: error: 'toy.end' op must be the last operation in the parent block",
  ],
  [
    "no terminator",
    inFunc('%0 = "toy.constant"() : () -> i32'),
    '2:6: error: block with no terminator, has %0 = "toy.constant"() : () -> i32',
  ],
  [
    "an empty block",
    inFunc('"toy.jump"()[^a] : () -> ()\n^a:'),
    "1:1: error: empty block: expect at least a terminator",
  ],
  ["a wrong parent", "toy.end", "1:1: error: 'toy.end' op expects parent op to be one of 'toy.func, toy.loop'"],
  [
    "a symbol inside no table",
    inFunc("toy.func @g { end }\nend"),
    "2:1: error: 'toy.func' op symbol's parent must have the SymbolTable trait",
  ],
  [
    "a use before the definition",
    inFunc('"x.use"(%0) : (i32) -> ()\n%0 = "toy.constant"() : () -> i32\nend'),
    "2:1: error: operand #0 does not dominate this use\nt:3:6: note: operand defined here (op in the same block)",
  ],
  [
    "a definition that a path goes round",
    inFunc(
      '"toy.jump"()[^a, ^b] : () -> ()\n^a:\n%0 = "toy.constant"() : () -> i32\n"toy.jump"()[^b] : () -> ()\n^b:\n"x.use"(%0) : (i32) -> ()\nend',
    ),
    "7:1: error: operand #0 does not dominate this use\nt:4:6: note: operand defined here (op in the same region)",
  ],
  [
    "a use inside a region before the definition outside",
    inFunc('"x.r"() ({\n"x.use"(%0) : (i32) -> ()\n}) : () -> ()\n%0 = "toy.constant"() : () -> i32\nend'),
    "3:1: error: operand #0 does not dominate this use\nt:5:6: note: operand defined here (op in a parent region)",
  ],
  [
    "a symbol twice",
    "toy.func @f { end }\ntoy.func @f { end }",
    "2:1: error: redefinition of symbol named 'f'\nt:1:1: note: see existing symbol definition here",
  ],
];

describe("the verifier", () => {
  test.each(cases)("finds %s", (_, text, message) => {
    expect(problems(text)).toEqual([message]);
  });

  test("accepts what is right: other blocks, graph regions, unreachable uses", () => {
    expect(problems(inFunc(`${c}"toy.jump"()[^a] : () -> ()\n^a:\n"x.use"(%c) : (i32) -> ()\nend`))).toEqual([]);
    expect(problems('"x.use"(%0) : (i32) -> ()\n%0 = "x.def"() : () -> i32')).toEqual([]);
    expect(problems(inFunc(`end\n^dead:\n"x.use"(%0) : (i32) -> ()\n%0 = "toy.constant"() : () -> i32\nend`))).toEqual(
      [],
    );
  });

  test("reports uses that reach out of an isolated op", () => {
    const { module } = parseModule(
      '%0 = "x.def"() : () -> i32\ntoy.func @f {\n%1 = "x.def"() : () -> i32\n"x.use"(%1) : (i32) -> ()\nend }',
      toyContext(),
    );
    const [outer, func] = module === undefined ? [] : [...module.region().entry.ops()];
    const use = func === undefined ? undefined : [...func.region().entry.ops()][1];
    if (module === undefined || outer === undefined || use === undefined) throw new Error("not read");
    use.setOperand(0, outer.result());
    expect(verify(module).map(({ message }) => message)).toEqual(["'x.use' op using value defined outside the region"]);
  });
});
