// An example of an op: a small program in which it stands, made from its definition alone. The same definitions give the same example.
import { verify } from "../analysis/verify.ts";
import type { Block } from "../core/block.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import { DYNAMIC, isShaped, type Type } from "../core/types.ts";
import { walk } from "../core/walk.ts";
import { attributeText, printOperation, typeText } from "../syntax/printer.ts";
import { generateModule, type GenerateOptions } from "./generate/generate-module.ts";
import { seededSource } from "./random-source.ts";
import { dropAttributes } from "./reduce/drop-attributes.ts";
import { dropCarriedValues } from "./reduce/drop-operands.ts";
import { dropForArguments, dropForEarliest, dropOperations } from "./reduce/drop-operations.ts";
import { dropArguments, dropFunctionResults } from "./reduce/drop-signature.ts";
import { dropSymbols } from "./reduce/drop-symbols.ts";
import { reduceModule } from "./reduce/reduce.ts";
import { mergeBlocks } from "./reduce/simplify-blocks.ts";
import type { Step } from "./reduce/step.ts";

/** What takes away all around the op, and leaves types, numbers and the functions around it as they are. */
const steps: readonly Step[] = [
  dropSymbols,
  dropOperations,
  mergeBlocks,
  dropForEarliest,
  dropForArguments,
  dropFunctionResults,
  dropArguments,
  dropCarriedValues,
  dropAttributes,
];

/** A way to look for programs, and how many of them. */
interface Attempt extends Omit<GenerateOptions, "only"> {
  readonly alone: boolean;
  readonly seeds: number;
}

/** From programs that show little else to any at all; where an op holds others, those that do something come first. */
function attemptsFor(definition: OpDefinition, dialects: readonly string[]): readonly Attempt[] {
  const full: Attempt = { dialects, alone: false, operations: 12, types: isUsual, seeds: 60 };
  return [
    ...(definition.regions.length > 0 || definition.traits.has("Terminator") ? [full] : []),
    { dialects: [definition.dialect], alone: true, operations: 5, types: isUsual, seeds: 24 },
    { dialects, alone: true, operations: 6, types: isUsual, seeds: 24 },
    { dialects, alone: true, operations: 6, types: isPlain, seeds: 16 },
    { dialects, alone: true, operations: 6, seeds: 16 },
    { dialects, alone: false, operations: 12, types: isPlain, seeds: 60 },
    { dialects, alone: false, operations: 20, seeds: 200 },
  ];
}

/** Of so many programs the one that says most in the fewest words is taken. */
const CANDIDATES = 8;

interface Candidate {
  readonly module: Operation;
  readonly cost: number;
}

/**
 * A module, the smallest of a few, in which an op of the definition stands, among ops of `dialects` (its own one included) and functions. It
 * verifies. Undefined where the generators never make the op.
 */
export function exampleOf(
  context: Context,
  definition: OpDefinition,
  dialects: readonly string[],
): Operation | undefined {
  const only = (other: OpDefinition): boolean => other === definition;
  for (const { alone, seeds, ...options } of attemptsFor(definition, dialects)) {
    const found: Candidate[] = [];
    for (let seed = 0; seed < seeds && found.length < CANDIDATES; seed++) {
      const program = generateModule(context, seededSource(seed), {
        ...options,
        undefinedBehavior: seed < seeds / 2 ? "avoid" : "rich",
        ...(alone ? { only } : {}),
      });
      const op = firstOf(program, definition);
      if (op === undefined || verify(program).length > 0) continue;
      const module = shrunk(program, op);
      found.push({ module, cost: costOf(module, firstOf(module, definition) ?? module) });
    }
    found.sort((a, b) => a.cost - b.cost);
    if (found[0] !== undefined) return found[0].module;
  }
  return undefined;
}

function firstOf(module: Operation, definition: OpDefinition): Operation | undefined {
  for (const op of walk(module)) if (op !== module && op.definition === definition) return op;
  return module.definition === definition ? module : undefined;
}

/** The module without what the op does not need; the op itself stays as it is, but for what is in its regions. */
function shrunk(module: Operation, op: Operation): Operation {
  const { definition } = op;
  const wanted = looksOf(op);
  return reduceModule(module, {
    isInteresting: (smaller) => {
      for (const other of walk(smaller)) if (other.definition === definition && looksOf(other) === wanted) return true;
      return false;
    },
    steps,
  });
}

/** What a reader sees of an op, but for names: two ops that look the same here show the same. */
function looksOf(op: Operation): string {
  const types = [...op.operands, ...op.results].map(({ type }) => typeText(type));
  const attributes = op.properties.map((attribute) => attribute && attributeText(attribute));
  const bodies = op.regions.map((region) => region.blocks.some(holdsMore));
  return [usedResults(op), new Set(op.operands).size, ...bodies, ...types, ...attributes].join();
}

const usedResults = (op: Operation): number => op.results.filter(({ hasUses }) => hasUses).length;

/** Whether something stands in a block besides what ends it. */
const holdsMore = ({ firstOp }: Block): boolean => firstOp !== null && !firstOp.hasTrait("Terminator");

/** How much there is to read, and what a reader would miss: operands told apart, results in use, bodies that do something, a cast that casts. */
function costOf(module: Operation, op: Operation): number {
  const text = printOperation(module);
  const unusual = text.match(/\b(?:i1|i8|i64|f16|bf16|f64|index)\b/g)?.length ?? 0;
  const alike = op.operandCount - new Set(op.operands).size;
  const unused = op.resultCount - usedResults(op);
  const absent = op.definition.results.length > 0 && op.resultCount === 0 ? 1 : 0;
  const hidden = text.includes(op.name.slice(op.name.indexOf(".") + 1)) ? 0 : 1;
  const empty = op.regions.filter((region) => !region.blocks.some(holdsMore)).length;
  const [operand, result] = [op.operands[0], op.results[0]];
  const idle = operand !== undefined && operand.type === result?.type && op.operandCount === 1 ? 1 : 0;
  return 50 * idle + text.length + 4 * unusual + 60 * alike + 30 * unused + 80 * absent + 60 * empty + 200 * hidden;
}

/** Types that say least: two dimensions at most, with extents that could be told apart. */
function isPlain(type: Type): boolean {
  if (!isShaped(type)) return type.kind !== "integer" || [1, 8, 32, 64].includes(type.width);
  const { shape } = type;
  if (type.kind === "memref" && type.memorySpace !== undefined) return false;
  return shape.length > 0 && shape.length < 3 && shape.every((extent) => extent === DYNAMIC || extent > 1) && isPlain(type.element); // prettier-ignore
}

/** Plain types of 32 bits, indices and conditions. */
function isUsual(type: Type): boolean {
  if (!isPlain(type)) return false;
  const scalar = isShaped(type) ? type.element : type;
  if (scalar.kind === "integer") return scalar.width === 32 || (scalar.width === 1 && scalar === type);
  return scalar.kind !== "float" || scalar.name === "f32";
}
