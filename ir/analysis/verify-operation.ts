// One op against its definition: counts, properties, types and type variables, regions, parent, then its own verifier.
import type { Block } from "../core/block.ts";
import type { Arity, OpDefinition, RegionDefinition } from "../core/definition.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import { operandGroupSizes, resultGroupSizes } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import { SYMBOL_VISIBILITY, symbolName } from "../core/symbol-table.ts";
import { BranchOpInterface } from "../define/op-interfaces.ts";
import { nearest } from "../syntax/near-miss.ts";
import type { CheckTable, DefinitionChecks } from "./definition-checks.ts";
import { verifyTypes } from "./verify-types.ts";

/** The first thing that is wrong, if any. Ops of unregistered dialects have nothing to be held against. */
export function verifyOperation(op: Operation, table: CheckTable): Diagnostic | undefined {
  if (!op.definition.registered) return undefined;
  const checks = table.of(op);
  const problem = verifyShape(op, checks) ?? (checks.isPlain ? undefined : verifyPlace(op, checks));
  if (problem !== undefined) return errorAt(op.location, `'${op.name}' op ${problem}`);
  return verifyBranch(op) ?? op.definition.verify?.(op);
}

/** What holds an op, and what it holds. */
const verifyPlace = (op: Operation, checks: DefinitionChecks): string | undefined =>
  verifyRegions(op) ?? verifyParent(op, checks) ?? verifyLast(op);

/** Dialects know all of their ops. */
export function verifyUnregistered({ name, location, context, definition }: Operation): Diagnostic | undefined {
  const { dialect } = definition;
  if (!name.includes(".") || !context.dialects.has(dialect)) return undefined;
  const near = nearest(name, context.ops.keys());
  const hint = near === undefined ? {} : { hint: `did you mean '${near}'?` };
  const message = `unregistered operation '${name}' found in dialect ('${dialect}') that does not allow unknown operations`;
  return errorAt(location, message, hint);
}

function verifyVisibility(op: Operation): string | undefined {
  const visibility = op.attribute(SYMBOL_VISIBILITY);
  if (visibility === undefined || visibility.kind !== "string") return undefined;
  if (["public", "private", "nested"].includes(visibility.value)) return undefined;
  return `visibility expected to be one of ["public", "private", "nested"], but got "${visibility.value}"`;
}

/** A terminator ends its block. */
function verifyLast(op: Operation): string | undefined {
  if (op.next === null || !op.hasTrait("Terminator")) return undefined;
  return "must be the last operation in the parent block";
}

/** What a branch hands over against the arguments of its targets. */
function verifyBranch(op: Operation): Diagnostic | undefined {
  if (op.successors.length === 0) return undefined;
  const rows = BranchOpInterface.of(op)?.(op);
  if (rows === undefined) return undefined;
  for (const [number, block] of op.successors.entries()) {
    const row = rows[number];
    if (row === undefined) continue;
    const expected = block.arguments.length;
    if (row.length !== expected) {
      const text = `branch has ${row.length} operands for successor #${number}, but target block has ${expected}`;
      return errorAt(op.location, text);
    }
    for (const [i, argument] of block.arguments.entries()) {
      if (op.operand(row.start + i).type !== argument.type)
        return errorAt(op.location, `type mismatch for bb argument #${i} of successor #${number}`);
    }
  }
  return undefined;
}

/** Counts, properties and types. Counts and types need no second look where an op of the same definition had the same ones. */
function verifyShape(op: Operation, checks: DefinitionChecks): string | undefined {
  if (checks.isKnown(op)) return verifyProperties(op, checks);
  const { operands, results } = op.definition;
  // In MLIR's order.
  const regions = countProblem("region", op.definition.regions, op.regions.length);
  if (regions !== undefined) return regions;
  const resultSizes = resultGroupSizes(op);
  if (typeof resultSizes === "string") return fixedCount("result", results, op.resultCount) ?? resultSizes;
  const successors = countProblem("successor", op.definition.successors, op.successors.length);
  if (successors !== undefined) return successors;
  const operandSizes = operandGroupSizes(op);
  if (typeof operandSizes === "string") return fixedCount("operand", operands, op.operandCount) ?? operandSizes;
  const operandTypes = op.operands.map(({ type }) => type);
  const resultTypes = op.results.map(({ type }) => type);
  const problem =
    verifyProperties(op, checks) ??
    verifyTypes(
      op,
      { noun: "operand", definitions: operands, sizes: operandSizes, types: operandTypes },
      { noun: "result", definitions: results, sizes: resultSizes, types: resultTypes },
    );
  if (problem === undefined) checks.remember(op, operandTypes, resultTypes);
  return problem;
}

type Arities = readonly { readonly arity: Arity }[];

const minimum = (arities: Arities): number => arities.filter(({ arity }) => arity === "one").length;

/** MLIR's words for zero and one. */
function fixedCount(noun: "operand" | "result", arities: Arities, count: number): string | undefined {
  if (minimum(arities) !== arities.length || count === arities.length) return undefined;
  if (arities.length === 0) return `requires zero ${noun}s`;
  if (arities.length === 1) return noun === "operand" ? "requires a single operand" : "requires one result";
  return noun === "operand"
    ? `expected ${arities.length} operands, but found ${count}`
    : `expected ${arities.length} results`;
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

function verifyProperties(op: Operation, { accepted }: DefinitionChecks): string | undefined {
  const { properties } = op.definition;
  for (let slot = 0; slot < properties.length; slot++) {
    const property = properties[slot];
    const attribute = op.properties[slot];
    if (property === undefined || (attribute !== undefined && attribute === accepted[slot])) continue;
    if (attribute === undefined) {
      if (!property.optional && property.defaultValue === undefined) return `requires attribute '${property.name}'`;
    } else if (!property.accepts(attribute)) {
      return `attribute '${property.name}' failed to satisfy constraint: ${property.description}`;
    } else accepted[slot] = attribute;
  }
  return undefined;
}

function verifyRegions(op: Operation): string | undefined {
  const { definition } = op;
  if (definition.regions.length === 0) return undefined;
  // Where the counts differ, a variadic group takes all that is over.
  const extra = op.regions.length - definition.regions.length;
  let number = 0;
  for (let group = 0; group < definition.regions.length; group++) {
    const region = definition.regions[group]!;
    const count = region.arity === "one" ? 1 : 1 + extra;
    for (let i = 0; i < count; i++, number++) {
      const problem = verifyRegion(definition, region, number, op.regions[number]?.blocks ?? []);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function verifyRegion(
  definition: OpDefinition,
  region: RegionDefinition,
  number: number,
  blocks: readonly Block[],
): string | undefined {
  const atMostOne = region.blocks === "single-or-empty" || definition.traits.has("SingleBlock");
  if (blocks.length > 1 && atMostOne) return `expects region #${number} to have 0 or 1 blocks`;
  if (region.blocks === "single" && blocks.length !== 1) {
    return `region #${number} ('${region.name}') failed to verify constraint: region with 1 blocks`;
  }
  const isEmpty = blocks[0]?.firstOp === null && definition.traits.has("SingleBlock");
  if (isEmpty && !definition.traits.has("NoTerminator")) return "expects a non-empty block";
  return undefined;
}

function verifyParent(op: Operation, { allowedParents: allowed, mayBeSymbol }: DefinitionChecks): string | undefined {
  if (allowed === undefined && !mayBeSymbol) return undefined;
  const parent = op.parentOp;
  if (allowed !== undefined && parent !== null && !allowed.includes(parent.name)) {
    return allowed.length === 1
      ? `expects parent op '${allowed.join()}'`
      : `expects parent op to be one of '${allowed.join(", ")}'`;
  }
  const isSymbol = mayBeSymbol && symbolName(op) !== undefined;
  if (isSymbol && parent !== null && parent.definition.registered && !parent.hasTrait("SymbolTable")) {
    return "symbol's parent must have the SymbolTable trait";
  }
  return isSymbol ? verifyVisibility(op) : undefined;
}
