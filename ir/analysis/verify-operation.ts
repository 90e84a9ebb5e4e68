// One op against its definition: counts, properties, types and type variables, regions, parent, then its own verifier.
import type { Arity, OpDefinition, RegionDefinition } from "../core/definition.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import { groupSizes, operandGroupSizes, resultGroupSizes } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import { symbolName } from "../core/symbol-table.ts";
import { HasParent } from "../define/op-interfaces.ts";
import { verifyTypes } from "./verify-types.ts";

/** The first thing that is wrong, if any. Ops of unregistered dialects have nothing to be held against. */
export function verifyOperation(op: Operation): Diagnostic | undefined {
  if (!op.definition.registered) return undefined;
  const problem = verifyCounts(op) ?? verifyProperties(op) ?? verifyTypes(op) ?? verifyRegions(op) ?? verifyParent(op);
  if (problem !== undefined) return errorAt(op.location, `'${op.name}' op ${problem}`);
  return op.definition.verify?.(op);
}

function verifyCounts(op: Operation): string | undefined {
  const { definition } = op;
  const operands = operandGroupSizes(op);
  if (typeof operands === "string") return fixedCount("operand", definition.operands, op.operandCount) ?? operands;
  const results = resultGroupSizes(op);
  if (typeof results === "string") return fixedCount("result", definition.results, op.resultCount) ?? results;
  return (
    countProblem("region", definition.regions, op.regions.length) ??
    countProblem("successor", definition.successors, op.successors.length)
  );
}

type Arities = readonly { readonly arity: Arity }[];

const minimum = (arities: Arities): number => arities.filter(({ arity }) => arity === "one").length;

/** MLIR's words for zero and one. */
function fixedCount(noun: "operand" | "result", arities: Arities, count: number): string | undefined {
  if (minimum(arities) !== arities.length || count === arities.length) return undefined;
  if (arities.length === 0) return `requires zero ${noun}s`;
  if (arities.length === 1) return noun === "operand" ? "requires a single operand" : "requires one result";
  return `expected ${arities.length} ${noun}s, but found ${count}`;
}

function countProblem(noun: "region" | "successor", arities: Arities, count: number): string | undefined {
  const least = minimum(arities);
  const most = arities.some(({ arity }) => arity === "variadic") ? Infinity : arities.length;
  if (count >= least && count <= most) return undefined;
  if (noun === "successor")
    return `requires ${least}${most > least ? " or more" : ""} successor${least === 1 ? "" : "s"} but found ${count}`;
  if (most > least) return `expected ${least} or more regions, but found ${count}`;
  return least === 0 ? "requires zero regions" : least === 1 ? "requires one region" : `expected ${least} regions`;
}

function verifyProperties(op: Operation): string | undefined {
  const { properties } = op.definition;
  for (let slot = 0; slot < properties.length; slot++) {
    const property = properties[slot];
    const attribute = op.properties[slot];
    if (property === undefined) continue;
    if (attribute === undefined) {
      if (!property.optional && property.defaultValue === undefined) return `requires attribute '${property.name}'`;
    } else if (!property.accepts(attribute)) {
      return `attribute '${property.name}' failed to satisfy constraint: ${property.description}`;
    }
  }
  return undefined;
}

function verifyRegions(op: Operation): string | undefined {
  const { definition } = op;
  const sizes = groupSizes(definition.regions, op.regions.length, undefined, false);
  let number = 0;
  for (const [group, region] of definition.regions.entries()) {
    const count = typeof sizes === "string" ? 1 : (sizes[group] ?? 1);
    for (let i = 0; i < count; i++, number++) {
      const problem = verifyRegion(definition, region, number, op.regions[number]?.blocks.length ?? 0);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function verifyRegion(
  definition: OpDefinition,
  region: RegionDefinition,
  number: number,
  blocks: number,
): string | undefined {
  const atMostOne = region.blocks === "single-or-empty" || definition.traits.has("SingleBlock");
  if (blocks > 1 && atMostOne) return `expects region #${number} to have 0 or 1 blocks`;
  if (region.blocks === "single" && blocks !== 1) {
    return `region #${number} ('${region.name}') failed to verify constraint: region with 1 blocks`;
  }
  return undefined;
}

function verifyParent(op: Operation): string | undefined {
  const parent = op.parentOp;
  const allowed = HasParent.of(op);
  if (allowed !== undefined && parent !== null && !allowed.includes(parent.name)) {
    return allowed.length === 1
      ? `expects parent op '${allowed.join()}'`
      : `expects parent op to be one of '${allowed.join(", ")}'`;
  }
  const isSymbol = op.hasTrait("Symbol") && symbolName(op) !== undefined;
  if (isSymbol && parent !== null && parent.definition.registered && !parent.hasTrait("SymbolTable")) {
    return "symbol's parent must have the SymbolTable trait";
  }
  return undefined;
}
