// scf.yield and the regions without control of their own: execute_region and index_switch.
import type { Region } from "../../../ir/core/block.ts";
import { i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { indexType } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, Index, variadic } from "../../../ir/define/constraints.ts";
import { anyRegion, defineOp, singleBlockRegion, type RegionSpec } from "../../../ir/define/define-op.ts";
import { HasParent, ImplicitTerminator } from "../../../ir/define/op-interfaces.ts";
import { RegionBranchOpInterface, runsOneRegion } from "../../../ir/define/region-branch.ts";
import { I64ArrayProperty, UnitProperty } from "../../../ir/define/properties.ts";
import { control, terminator } from "../../../ir/interpret/meaning.ts";
import { expectInteger } from "../../../ir/interpret/operand.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { typeText } from "../../../ir/syntax/print-attributes.ts";
import type { OpPrinter } from "../../../ir/syntax/printer-interface.ts";
import { verifyYields } from "../yield.ts";
import { generateIndexSwitch } from "../generation.ts";
import { executeRegionExample, ifExample, indexSwitchExample } from "../examples.ts";

export const YieldOp = defineOp({
  name: "scf.yield",
  summary: "Ends a region and hands values to the op around it.",
  example: ifExample,
  operands: { results: variadic(AnyType) },
  traits: ["Pure", "ReturnLike", "Terminator"],
  interfaces: [HasParent.with(["scf.execute_region", "scf.for", "scf.if", "scf.index_switch", "scf.while"])],
  assemblyFormat: "attr-dict ($results^ `:` type($results))?",
  meaning: terminator,
});

/** ` -> a` or ` -> (a, b)`, nothing for no types. */
function printArrowTypes(p: OpPrinter, types: readonly Type[]): void {
  if (types.length === 0) return;
  const bare = types.length === 1 && types[0]?.kind !== "function";
  p.text(bare ? " -> " : " -> (");
  p.list(types, (type) => p.type(type));
  if (!bare) p.text(")");
}

export const ExecuteRegionOp = defineOp({
  name: "scf.execute_region",
  summary: "Runs a region once; it may have several blocks.",
  example: executeRegionExample,
  properties: { no_inline: UnitProperty },
  results: { results: variadic(AnyType) },
  regions: { region: anyRegion },
  traits: ["RecursiveMemoryEffects"],
  interfaces: [RegionBranchOpInterface.with({ ...runsOneRegion((op) => [op.region()]), runsRegionsOnce: false })],
  assemblyFormat: {
    print: (op, p) => {
      printArrowTypes(
        p,
        op.results.map((result) => result.type),
      );
      p.text(op.attribute("no_inline") === undefined ? " " : " no_inline ");
      p.region(op.region(), { entryArguments: false });
      p.attrDict(op, { elide: ["no_inline"] });
    },
    parse: (p) => {
      const resultTypes = p.accept("->") ? p.typeOrTypeList() : [];
      const noInline = p.accept("no_inline");
      const region = p.region();
      const attributes = p.optionalAttrDict();
      return {
        resultTypes,
        regions: [region],
        attributes,
        properties: noInline ? { no_inline: UnitProperty.encode(true, p.context) } : {},
      };
    },
  },
  verify: ({ region }) => {
    if (region.isEmpty) return "region needs to have at least one block";
    return region.entry.arguments.length > 0 ? "region cannot have any arguments" : undefined;
  },
  verifyRegions: ({ region, results }) => verifyYields(region, "parent", results, false),
  meaning: control((op) => {
    const region = op.region();
    return function* (_, run) {
      return (yield* run.runRegion(region, [])).values;
    };
  }),
});

const caseRegions: RegionSpec<"variadic"> = { arity: "variadic", blocks: "single" };

/** The case values of an index_switch. */
const casesOf = (op: Operation): readonly bigint[] => {
  const cases = op.attribute("cases");
  return cases?.kind === "dense_array" ? cases.values.map(BigInt) : [];
};

function verifyCase(region: Region, name: string, results: readonly Value[]): string | undefined {
  const last = region.entry.lastOp;
  if (last?.name !== "scf.yield") return `expected region to end with scf.yield, but got ${last?.name ?? "nothing"}`;
  if (last.operandCount !== results.length)
    return `expected each region to return ${results.length} values, but ${name} returns ${last.operandCount}`;
  const wrong = results.findIndex((result, i) => result.type !== last.operand(i).type);
  const result = results[wrong];
  if (result === undefined) return undefined;
  return `expected result #${wrong} of each region to be '${typeText(result.type)}'`;
}

export const IndexSwitchOp = defineOp({
  name: "scf.index_switch",
  summary: "Runs the region of the case that an index equals, or the default.",
  example: indexSwitchExample,
  operands: { arg: Index },
  properties: { cases: I64ArrayProperty },
  results: { results: variadic(AnyType) },
  regions: { defaultRegion: singleBlockRegion, caseRegions },
  traits: ["RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [
    ImplicitTerminator.with("scf.yield"),
    RegionBranchOpInterface.with(
      runsOneRegion((op, constants) => {
        const value = integerOf(constants?.(0));
        return value === undefined
          ? [...op.regions.slice(1), op.region()]
          : [op.region(casesOf(op).indexOf(value) + 1)];
      }),
    ),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const cases = casesOf(op);
      p.text(" ");
      p.value(op.operand(0));
      p.attrDict(op, { elide: ["cases"] });
      if (op.resultCount > 0) p.text(" -> ");
      p.list(op.results, (result) => p.type(result.type));
      p.text(" ");
      cases.forEach((value, i) => {
        p.newline();
        p.text(`case ${value} `);
        p.region(op.region(i + 1), { entryArguments: false });
      });
      p.newline();
      p.text("default ");
      p.region(op.region(0), { terminators: op.resultCount > 0 });
    },
    parse: (p) => {
      const argument = p.operand();
      const attributes = p.optionalAttrDict();
      const resultTypes = p.accept("->") ? p.typeList() : [];
      const cases: bigint[] = [];
      const regions: Region[] = [];
      while (p.accept("case")) {
        const caseAt = p.position();
        const value = p.integer("integer value");
        if (BigInt.asIntN(64, value) !== value) p.error("integer value too large", caseAt);
        cases.push(value);
        regions.push(p.region());
      }
      p.expect("default");
      const defaultRegion = p.region();
      return {
        operands: [p.resolve(argument, indexType(p.context))],
        resultTypes,
        attributes,
        properties: { cases: i64ArrayAttr(p.context, cases) },
        regions: [defaultRegion, ...regions],
      };
    },
  },
  verify: ({ op, cases, results }) => {
    if (cases.length !== op.regions.length - 1)
      return `has ${op.regions.length - 1} case regions but ${cases.length} case values`;
    const twice = cases.find((value, i) => cases.indexOf(value) !== i);
    if (twice !== undefined) return `has duplicate case value: ${twice}`;
    for (const [number, region] of op.regions.entries()) {
      const problem = verifyCase(region, number === 0 ? "default region" : `case region #${number - 1}`, results);
      if (problem !== undefined) return problem;
    }
    return undefined;
  },
  generate: generateIndexSwitch,
  meaning: control((op) => {
    const cases = casesOf(op);
    return function* ([argument], run) {
      const chosen = cases.indexOf(BigInt(expectInteger(argument, "the switched index")));
      return (yield* run.runRegion(op.region(chosen + 1), [])).values;
    };
  }),
});
