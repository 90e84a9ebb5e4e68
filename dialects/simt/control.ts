// Structured control of a warp: if, loop, while and their terminators. What they do to the mask is in warp/body.ts.
import type { Region } from "../../ir/core/block.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { I1, variadic } from "../../ir/define/constraints.ts";
import { defineOp, maybeEmptyRegion, singleBlockRegion } from "../../ir/define/define-op.ts";
import { HasParent, LoopLikeOpInterface } from "../../ir/define/op-interfaces.ts";
import { effect, terminator, type Meaning } from "../../ir/interpret/meaning.ts";
import type { OpParser, UnresolvedOperand } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { RegisterType } from "./types.ts";
import { kernelExample, loopExample, whileExample } from "./examples.ts";

const runByLaunch: Meaning = effect(() => (_, run) => run.unsupported("it runs in the warps of a launch only"));
const typesOf = (values: readonly Value[]): readonly Type[] => values.map((value) => value.type);

function typesProblem(what: string, found: readonly Type[], expected: readonly Type[]): string | undefined {
  if (found.length !== expected.length) return `requires ${expected.length} ${what}, but got ${found.length}`;
  const wrong = found.findIndex((type, i) => type !== expected[i]);
  const [is, be] = [found[wrong], expected[wrong]];
  return is === undefined || be === undefined
    ? undefined
    : `requires ${what} #${wrong} of type '${typeText(be)}', but got '${typeText(is)}'`;
}

/** The region takes `args` and ends in `ending`, whose operands from number `first` on have types `passed`. */
function regionProblem(
  region: Region,
  name: string,
  args: readonly Type[],
  ending: string,
  first: number,
  passed: readonly Type[],
): string | undefined {
  const last = region.entry.lastOp;
  if (last?.name !== ending) return `requires its '${name}' region to end in '${ending}'`;
  return (
    typesProblem(`arguments of its '${name}' region`, typesOf(region.entry.arguments), args) ??
    typesProblem(`values of '${ending}'`, typesOf(last.operands).slice(first), passed)
  );
}

export const YieldOp = defineOp({
  name: "simt.yield",
  summary: "Ends a region of if, or the body of while, with values.",
  example: whileExample,
  operands: { values: variadic(RegisterType) },
  traits: ["Terminator", "Pure"],
  interfaces: [HasParent.with(["simt.if", "simt.while"])],
  assemblyFormat: "($values^ `:` type($values))? attr-dict",
  meaning: terminator,
});

export const IfOp = defineOp({
  name: "simt.if",
  summary: "Lanes with the condition run the first region, the others the second.",
  example: kernelExample,
  operands: { condition: I1 },
  results: { results: variadic(RegisterType) },
  regions: { then: singleBlockRegion, else: maybeEmptyRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.value(op.operand(0));
      if (op.resultCount > 0) {
        p.text(" -> (");
        p.list(op.results, ({ type }) => {
          p.type(type);
        });
        p.text(")");
      }
      p.text(" ");
      p.region(op.region(0), { entryArguments: false });
      if (!op.region(1).isEmpty) {
        p.text(" else ");
        p.region(op.region(1), { entryArguments: false });
      }
      p.attrDict(op, { keyword: true });
    },
    parse: (p) => {
      const condition = p.resolve(p.operand(), I1.infer!(new Map(), p.context)!);
      const resultTypes = p.accept("->") ? p.typeOrTypeList() : [];
      const then = p.region();
      const otherwise = p.accept("else") ? p.region() : p.emptyRegion();
      return { operands: [condition], resultTypes, regions: [then, otherwise], attributes: keywordDict(p) };
    },
  },
  verify: ({ results, then, else: otherwise }) => {
    const passed = typesOf(results);
    if (otherwise.isEmpty && passed.length > 0) return "requires an else region, since it has results";
    const problem = regionProblem(then, "then", [], "simt.yield", 0, passed);
    return problem ?? (otherwise.isEmpty ? undefined : regionProblem(otherwise, "else", [], "simt.yield", 0, passed));
  },
  meaning: runByLaunch,
});

function printInits(p: OpPrinter, args: readonly Value[], inits: readonly Value[]): void {
  p.text("(");
  p.list(args.entries(), ([i, argument]) => {
    p.value(argument);
    p.text(" = ");
    const init = inits[i];
    if (init !== undefined) p.value(init);
  });
  p.text(")");
}

interface Init {
  readonly argument: UnresolvedOperand;
  readonly init: UnresolvedOperand;
}

function parseInits(p: OpParser): Init[] {
  return p.commaList("(", ")", () => {
    const argument = p.argument({ type: "none" }).name;
    p.expect("=");
    return { argument, init: p.operand() };
  });
}

function entryArguments(
  p: OpParser,
  inits: readonly Init[],
  types: readonly Type[],
): { name: UnresolvedOperand; type: Type }[] {
  return inits.map(({ argument }, i) => ({
    name: argument,
    type: types[i] ?? p.error(`expected ${inits.length} types`),
  }));
}

const keywordDict = (p: OpParser) => (p.accept("attributes") ? p.optionalAttrDict() : []);

export const LoopOp = defineOp({
  name: "simt.loop",
  summary: "Runs its region, and again for the lanes whose continue_if says so.",
  example: loopExample,
  operands: { inits: variadic(RegisterType) },
  results: { results: variadic(RegisterType) },
  regions: { body: singleBlockRegion },
  traits: ["RecursiveMemoryEffects"],
  interfaces: [LoopLikeOpInterface.with((op) => [op.region()])],
  assemblyFormat: {
    print: (op, p) => {
      printInits(p, op.region().entry.arguments, op.operands);
      if (op.operandCount > 0) {
        p.text(" : ");
        p.list(op.operands, ({ type }) => {
          p.type(type);
        });
      }
      p.text(" ");
      p.region(op.region(), { entryArguments: false });
      p.attrDict(op, { keyword: true });
    },
    parse: (p) => {
      const inits = parseInits(p);
      const at = p.position();
      const types = inits.length > 0 ? (p.expect(":"), p.typeList()) : [];
      const body = p.region(entryArguments(p, inits, types));
      const operands = p.resolveAll(
        inits.map(({ init }) => init),
        types,
        at,
      );
      return { operands, resultTypes: types, regions: [body], attributes: keywordDict(p) };
    },
  },
  verify: ({ inits, results, body }) => {
    const types = typesOf(inits);
    return (
      typesProblem("results", typesOf(results), types) ??
      regionProblem(body, "body", types, "simt.continue_if", 1, types)
    );
  },
  meaning: runByLaunch,
});

export const ContinueIfOp = defineOp({
  name: "simt.continue_if",
  summary: "Lanes with the condition run the loop again on the values, the others leave it with them.",
  example: loopExample,
  operands: { condition: I1, values: variadic(RegisterType) },
  traits: ["Terminator", "Pure"],
  interfaces: [HasParent.with(["simt.loop"])],
  assemblyFormat: "$condition (`,` $values^ `:` type($values))? attr-dict",
  meaning: terminator,
});

export const WhileOp = defineOp({
  name: "simt.while",
  summary: "Runs `before`; lanes whose condition holds run `after`, then `before` again.",
  example: whileExample,
  operands: { inits: variadic(RegisterType) },
  results: { results: variadic(RegisterType) },
  regions: { before: singleBlockRegion, after: singleBlockRegion },
  traits: ["RecursiveMemoryEffects"],
  interfaces: [LoopLikeOpInterface.with((op) => [op.region(0), op.region(1)])],
  assemblyFormat: {
    print: (op, p) => {
      printInits(p, op.region(0).entry.arguments, op.operands);
      p.text(" : ");
      p.functionalType(typesOf(op.operands), typesOf(op.results));
      p.text(" ");
      p.region(op.region(0), { entryArguments: false });
      p.text(" do ");
      p.region(op.region(1));
      p.attrDict(op, { keyword: true });
    },
    parse: (p) => {
      const inits = parseInits(p);
      p.expect(":");
      const at = p.position();
      const type = p.functionType();
      const before = p.region(entryArguments(p, inits, type.inputs));
      p.expect("do");
      const after = p.region();
      const operands = p.resolveAll(
        inits.map(({ init }) => init),
        type.inputs,
        at,
      );
      return { operands, resultTypes: type.results, regions: [before, after], attributes: keywordDict(p) };
    },
  },
  verify: ({ inits, results, before, after }) => {
    const [carried, passed] = [typesOf(inits), typesOf(results)];
    return (
      regionProblem(before, "before", carried, "simt.condition", 1, passed) ??
      regionProblem(after, "after", passed, "simt.yield", 0, carried)
    );
  },
  meaning: runByLaunch,
});

export const ConditionOp = defineOp({
  name: "simt.condition",
  summary: "Lanes with the condition run the body of while on the values, the others leave it with them.",
  example: whileExample,
  operands: { condition: I1, values: variadic(RegisterType) },
  traits: ["Terminator", "Pure"],
  interfaces: [HasParent.with(["simt.while"])],
  assemblyFormat: "$condition (`,` $values^ `:` type($values))? attr-dict",
  meaning: terminator,
});
