// Control flow: while, if, case, and the terminator of all regions.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Region } from "../../../ir/core/block.ts";
import type { Type } from "../../../ir/core/types.ts";
import { i1, tensorType } from "../../../ir/core/type-constructors.ts";
import { AnyType, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion, type RegionSpec } from "../../../ir/define/define-op.ts";
import { BlockArgumentNames, LoopLikeOpInterface } from "../../../ir/define/op-interfaces.ts";
import { RegionBranchOpInterface, runsOneRegion } from "../../../ir/define/region-branch.ts";
import { control, terminator, type ControlMeaning } from "../../../ir/interpret/meaning.ts";
import { expectBoolean, expectDense, expectNumber } from "../../../ir/interpret/operand.ts";
import type { CustomAssembly } from "../../../ir/define/define-op.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import { AnyTensor, BoolScalar, compatibleShapes, Int32Scalar } from "../types.ts";
import { quoted } from "../verify.ts";
import { verifyRegionTypes } from "../verify-body.ts";
import { generateWhile, generateIf, generateCase } from "../generation.ts";
import { caseExample, ifExample, whileExample } from "../examples.ts";

type Prepared = ReturnType<ControlMeaning["prepare"]>;

export const ReturnOp = defineOp({
  name: "stablehlo.return",
  summary: "Ends a region with values.",
  example: caseExample,
  operands: { results: variadic(AnyType) },
  traits: ["Pure", "Terminator", "ReturnLike"],
  assemblyFormat: "$results attr-dict (`:` type($results)^)?",
  meaning: terminator,
});

const typesOf = (values: readonly { readonly type: Type }[]): Type[] => values.map(({ type }) => type);

const whileSyntax: CustomAssembly = {
  print: (op, p) => {
    const args = op.region(0).entry.arguments;
    p.text("(");
    p.list(args.entries(), ([i, argument]) => {
      p.value(argument);
      p.text(" = ");
      p.value(op.operand(i));
    });
    p.text(")");
    if (op.operandCount > 0) {
      p.text(" : ");
      p.list(op.operands, (value) => {
        p.type(value.type);
      });
    }
    p.attrDict(op, { keyword: true });
    p.newline();
    p.text("cond ");
    p.region(op.region(0), { entryArguments: false });
    p.text(" do ");
    p.region(op.region(1), { entryArguments: false });
  },
  parse: (p: OpParser) => {
    const at = p.position();
    const carried = p.commaList("(", ")", () => {
      const { name } = p.argument({ type: "none" });
      p.expect("=");
      return { name, init: p.operand() };
    });
    const types = carried.length > 0 && p.accept(":") ? p.typeList() : [];
    if (types.length !== carried.length)
      p.error(`expected as many types as operands (${carried.length}), but got ${types.length}`, at);
    const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
    const args = carried.flatMap(({ name }, i) => {
      const type = types[i];
      return type === undefined ? [] : [{ name, type }];
    });
    p.expect("cond");
    const cond = p.region(args);
    p.expect("do");
    const body = p.region(args);
    const operands = p.resolveAll(
      carried.map(({ init }) => init),
      types,
      at,
    );
    return { operands, resultTypes: types, regions: [cond, body], attributes };
  },
};

function prepareWhile(op: Operation): Prepared {
  const [cond, body] = [op.region(0), op.region(1)];
  return function* (operands, run) {
    let carried = operands;
    for (;;) {
      const [goesOn] = (yield* run.runRegion(cond, carried)).values;
      if (!expectBoolean(expectDense(goesOn).get(0))) return carried;
      carried = (yield* run.runRegion(body, carried)).values;
    }
  };
}

export const WhileOp = defineOp({
  name: "stablehlo.while",
  summary: "Runs the body on the carried values as long as the condition holds.",
  example: whileExample,
  operands: { operand: variadic(AnyTensor) },
  results: { results: variadic(AnyTensor) },
  regions: { cond: singleBlockRegion, body: singleBlockRegion },
  traits: ["RecursiveMemoryEffects"],
  interfaces: [
    LoopLikeOpInterface.with((op) => [...op.regions]),
    BlockArgumentNames.with((_, block) => block.arguments.map(() => "iterArg")),
  ],
  assemblyFormat: whileSyntax,
  inferResultTypes: ({ operands }) => typesOf(operands),
  verify: ({ operand, results, cond, body }) => {
    const types = typesOf(operand);
    const found = typesOf(results);
    if (found.length !== types.length || found.some((type, i) => type !== types[i])) {
      return `expects results of the operands' types, but got ${found.map(quoted).join(", ")} for ${types.map(quoted).join(", ")}`;
    }
    const first = types[0] ?? found[0];
    const context = first?.context ?? cond.context;
    return (
      verifyRegionTypes(cond, types, [tensorType([], i1(context))], "the condition") ??
      verifyRegionTypes(body, types, types, "the body")
    );
  },
  generate: generateWhile,
  meaning: control((op) => prepareWhile(op)),
});

/** Branches take no arguments and return what the op does. */
function verifyBranches(op: Operation): string | undefined {
  const types = typesOf(op.results);
  for (const [i, region] of op.regions.entries()) {
    if (region.isEmpty || region.entry.arguments.length > 0) return `branch ${i} must have 0 arguments`;
    const end = region.entry.lastOp;
    if (end?.name !== "stablehlo.return") return `branch ${i} must end in 'stablehlo.return'`;
    const returned = typesOf(end.operands);
    const fits = returned.length === types.length && returned.every((type, k) => compatibleTypes(type, types[k]));
    if (!fits) return `branch ${i} returns ${returned.map(quoted).join(", ")}, the op ${types.map(quoted).join(", ")}`;
  }
  return undefined;
}

function compatibleTypes(a: Type, b: Type | undefined): boolean {
  if (a.kind !== "tensor" || b?.kind !== "tensor") return a === b;
  return a.element === b.element && compatibleShapes(a.shape, b.shape);
}

function prepareIf(op: Operation): Prepared {
  return function* ([pred], run) {
    const region: Region = op.region(expectBoolean(expectDense(pred).get(0)) ? 0 : 1);
    return (yield* run.runRegion(region, [])).values;
  };
}

export const IfOp = defineOp({
  name: "stablehlo.if",
  summary: "Runs one of two branches.",
  example: ifExample,
  operands: { pred: BoolScalar },
  results: { results: variadic(AnyTensor) },
  regions: { true_branch: singleBlockRegion, false_branch: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  interfaces: [
    RegionBranchOpInterface.with(
      runsOneRegion((op, constants) => {
        const predicate = integerOf(constants?.(0));
        return predicate === undefined ? op.regions : [op.region(predicate === 0n ? 1 : 0)];
      }),
    ),
  ],
  verify: ({ op }) => verifyBranches(op),
  generate: generateIf,
  meaning: control((op) => prepareIf(op)),
});

const branches: RegionSpec<"variadic"> = { arity: "variadic", blocks: "single" };

function prepareCase(op: Operation): Prepared {
  const last = op.regions.length - 1;
  return function* ([index], run) {
    const chosen = expectNumber(expectDense(index).get(0), "the branch index");
    const region = op.region(chosen < 0 || chosen > last ? last : chosen);
    return (yield* run.runRegion(region, [])).values;
  };
}

export const CaseOp = defineOp({
  name: "stablehlo.case",
  summary: "Runs the branch of an index; the last one where the index is out of range.",
  example: caseExample,
  operands: { index: Int32Scalar },
  results: { results: variadic(AnyTensor) },
  regions: { branches },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  interfaces: [
    RegionBranchOpInterface.with(
      runsOneRegion((op, constants) => {
        const index = integerOf(constants?.(0));
        if (index === undefined) return op.regions;
        const last = op.regions.length - 1;
        return [op.region(index < 0n || index > last ? last : Number(index))];
      }),
    ),
  ],
  verify: ({ op }) => (op.regions.length === 0 ? "expect at least one branch" : verifyBranches(op)),
  generate: generateCase,
  meaning: control((op) => prepareCase(op)),
});

export const controlOps: readonly OpDefinition[] = [CaseOp, IfOp, ReturnOp, WhileOp];
