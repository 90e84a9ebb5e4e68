// Folding of one op: by its definition's folder, its traits, then its meaning on constants. New constants are made in front of the op.
import type { AttachedFolder } from "../core/attachments.ts";
import type { Attribute } from "../core/attributes.ts";
import type { FoldFunction, FoldResult } from "../core/definition.ts";
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { constantOf } from "../define/op-interfaces.ts";
import { foldByMeaning } from "../interpret/fold.ts";
import type { Listener, Named } from "./listener.ts";
import type { Rewriter } from "./rewriter.ts";

/** What the reports call folding. */
export const foldName = { name: "fold" } as const;

function foldBy(op: Operation, fold: FoldFunction): FoldResult {
  const count = op.operandCount;
  const constants: (Attribute | undefined)[] = [];
  for (let i = 0; i < count; i++) constants.push(constantOf(op.operand(i)));
  return fold(op, constants);
}

function mayFold(op: Operation): boolean {
  const { fold, meaning } = op.definition;
  return fold !== undefined || meaning !== undefined || op.hasTrait("Commutative") || op.hasTrait("Idempotent");
}

/**
 * What an op that is no constant folds to where its operands are these constants, whatever ops define them; "inPlace" where its folder
 * changed the op itself. The folder that was attached to it is asked last.
 */
export function foldWith(op: Operation, constants: readonly (Attribute | undefined)[]): FoldResult {
  const folded = mayFold(op) ? foldByDefinition(op, constants) : undefined;
  return folded ?? op.context.attachments.folderOf(op.name)?.fold(op, constants);
}

/** The meaning is asked only of ops without effects and regions whose operands are all constants, and that have operands at all. */
function foldByDefinition(op: Operation, constants: readonly (Attribute | undefined)[]): FoldResult {
  const { fold } = op.definition;
  const folded = fold?.(op, constants) ?? foldTraits(op, constants);
  if (folded !== undefined) return folded;
  if (!op.hasTrait("Pure") && !op.hasTrait("NoMemoryEffect")) return undefined;
  if (constants.length === 0 || op.regions.length > 0 || op.resultCount === 0) return undefined;
  return constants.every((constant) => constant !== undefined) ? foldByMeaning(op, constants) : undefined;
}

/** What follows from traits: constants go to the right of commutative ops, f(f(x)) and f(x, x) of idempotent ones are what they hold. */
function foldTraits(op: Operation, constants: readonly (Attribute | undefined)[]): FoldResult {
  if (op.hasTrait("Idempotent") && op.resultCount === 1) {
    const inner = op.operand(0);
    const same = op.operandCount === 1 ? inner.definingOp?.definition === op.definition : inner === op.operand(1);
    if (same && inner.type === op.result().type) return [inner];
  }
  if (!op.hasTrait("Commutative")) return undefined;
  const lastVariable = constants.lastIndexOf(undefined);
  if (!constants.some((constant, index) => constant !== undefined && index < lastVariable)) return undefined;
  const { operands } = op;
  const isConstant = (_: Value, index: number): boolean => constants[index] !== undefined;
  [...operands.filter((value, index) => !isConstant(value, index)), ...operands.filter(isConstant)].forEach(
    (value, index) => {
      op.setOperand(index, value);
    },
  );
  return "inPlace";
}

/** Makes a constant through the dialect of `op`; undefined where that dialect cannot hold it. */
export function materializeConstant(
  rewriter: Rewriter,
  op: Operation,
  attribute: Attribute,
  type: Type,
  location: Location = op.location,
): Value | undefined {
  const dialect = op.context.dialects.get(op.definition.dialect);
  const made = dialect?.materializeConstant?.(op.context, attribute, type, location);
  return made === undefined ? undefined : rewriter.insert(made).result();
}

function isValue(folded: Value | Attribute): folded is Value {
  return !("kind" in folded);
}

/**
 * Folds the op: replaces it, or lets its folder change it. Returns the folder that applied, of which, as of all that were tried, the listener
 * is told. Undefined: it does not fold, and nothing changed. Constants never fold.
 */
export function tryFold(op: Operation, rewriter: Rewriter, listener?: Listener): Named | undefined {
  const isConstant = op.hasTrait("ConstantLike");
  listener?.patternBegin?.(foldName, op);
  const folded = !isConstant && mayFold(op) && applyFold(op, rewriter, foldBy(op, foldByDefinition));
  listener?.patternEnd?.(foldName, folded);
  if (folded) return foldName;
  const attached = isConstant ? undefined : op.context.attachments.folderOf(op.name);
  return attached === undefined ? undefined : tryAttached(op, rewriter, attached, listener);
}

function tryAttached(
  op: Operation,
  rewriter: Rewriter,
  { owner, fold }: AttachedFolder,
  listener: Listener | undefined,
): Named | undefined {
  const folder: Named = { ...foldName, owner };
  listener?.patternBegin?.(folder, op);
  const folded = applyFold(op, rewriter, foldBy(op, fold));
  listener?.patternEnd?.(folder, folded);
  return folded ? folder : undefined;
}

/** Whether there is something that the op folds to, and it was replaced or had been changed in place. */
function applyFold(op: Operation, rewriter: Rewriter, folded: FoldResult): boolean {
  if (folded === undefined) return false;
  if (folded === "inPlace") {
    rewriter.listener?.modified?.(op);
    return true;
  }
  if (folded.length !== op.resultCount) throw new Error(`'${op.name}' folded to ${folded.length} results`);
  // An op that folds to its own result has not folded.
  if (folded.some((item) => isValue(item) && item.definingOp === op)) return false;
  rewriter.setBefore(op);
  const values: Value[] = [];
  for (const [index, item] of folded.entries()) {
    const value = isValue(item) ? item : materializeConstant(rewriter, op, item, op.result(index).type);
    if (value === undefined) {
      values.forEach((made, i) => {
        if (made.definingOp !== null && made !== folded[i]) rewriter.eraseOp(made.definingOp);
      });
      return false;
    }
    values.push(value);
  }
  rewriter.replaceOp(op, values);
  return true;
}
