// Turns what a format has read into the parts of an operation: resolves operands, infers types, adds segment sizes.
import { denseArrayAttr } from "../../core/attribute-constructors.ts";
import type { Attribute } from "../../core/attributes.ts";
import type { Block, Region } from "../../core/block.ts";
import type { OperandDefinition, OperationParts } from "../../core/definition.ts";
import { groupSizes, splitBySizes, variableCount } from "../../core/element-groups.ts";
import { i32 } from "../../core/type-constructors.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { OpParser, UnresolvedOperand } from "../../syntax/parser-interface.ts";
import { inferTypes, type InferencePlan } from "./infer-types.ts";
import type { FormatState } from "./parse-state.ts";
import type { FormatSubject } from "./subject.ts";

/** Makes the parts of an operation of what has been read. */
export type Finish = (p: OpParser, state: FormatState) => OperationParts;

const noProperties: (Attribute | undefined)[] = [];
const noOperands: readonly Value[] = [];
const noTypes: readonly Type[] = [];
const noRegions: readonly Region[] = [];
const noSuccessors: readonly Block[] = [];

export function compileFinish(subject: FormatSubject, plan: InferencePlan): Finish {
  const { traits } = subject;
  const severalOperands = variableCount(subject.operands) > 1 && !(traits?.has("SameVariadicOperandSize") ?? false);
  const severalResults = variableCount(subject.results) > 1 && !(traits?.has("SameVariadicResultSize") ?? false);
  const hasProperties = subject.properties.length > 0;
  const hasRegions = subject.regions.length > 0;
  const hasSuccessors = subject.successors.length > 0;
  // What has closures stands in functions of its own: they cost even where they are not made.
  return (p, state) => {
    if (state.allOperands !== undefined || state.allOperandTypes !== undefined) spreadOperands(p, state, subject);
    if (state.allResultTypes !== undefined) spreadResultTypes(state, state.allResultTypes, subject);
    inferTypes(plan, subject, state, p);
    const operands = resolveOperands(p, state, subject);
    if (severalOperands && state.allOperands === undefined) addOperandSegments(p, state, subject);
    if (severalResults && state.allResultTypes === undefined) addResultSegments(p, state, subject);
    const regions = hasRegions ? regionsOf(p, state, subject) : noRegions;
    return {
      operands,
      resultTypes: resultTypes(p, state, subject, operands, regions),
      propertySlots: hasProperties ? propertiesOf(p, state, subject) : noProperties,
      attributes: state.attributes,
      regions,
      successors: hasSuccessors ? successorsOf(state, subject) : noSuccessors,
    };
  };
}

/** Group sizes of a list that was read as a whole, when they can be told. */
function sizesOf(
  definitions: readonly OperandDefinition[],
  count: number,
  kind: "Operand" | "Result",
  state: FormatState,
  subject: FormatSubject,
): readonly number[] | string {
  const slot = subject.properties.findIndex(({ name }) => name === `${kind.toLowerCase()}SegmentSizes`);
  return groupSizes(
    definitions,
    count,
    state.propertySlots[slot],
    subject.traits?.has(`SameVariadic${kind}Size`) ?? false,
  );
}

/** Gives each operand its part of `operands` and `type(operands)`. */
function spreadOperands(p: OpParser, state: FormatState, subject: FormatSubject): void {
  const { operands: definitions } = subject;
  const { allOperands, allOperandTypes } = state;
  if (allOperands !== undefined) {
    const at = allOperands[0]?.position ?? state.start;
    const sizes = sizesOf(definitions, allOperands.length, "Operand", state, subject);
    if (typeof sizes === "string") p.error(`'${subject.name}' op ${sizes}`, at);
    splitBySizes(allOperands, sizes).forEach((group, index) => {
      state.setOperandList(index, group, group[0]?.position ?? at);
    });
  }
  if (allOperandTypes !== undefined) {
    const groups = definitions.map((_, index): readonly UnresolvedOperand[] => state.operandLists[index] ?? []);
    const count = groups.reduce((sum, group) => sum + group.length, 0);
    if (count !== allOperandTypes.length) {
      p.error(
        `number of operands and types do not match: got ${count} operands and ${allOperandTypes.length} types`,
        groups.flat()[0]?.position,
      );
    }
    splitBySizes(
      allOperandTypes,
      groups.map((group) => group.length),
    ).forEach((types, index) => (state.typeLists[index] = types));
  }
}

/** Gives each result its part of `type(results)`, where that can be told: operand types may follow from it. */
function spreadResultTypes(state: FormatState, all: readonly Type[], subject: FormatSubject): void {
  const sizes = sizesOf(subject.results, all.length, "Result", state, subject);
  if (typeof sizes === "string") return;
  splitBySizes(all, sizes).forEach((types, index) => (state.typeLists[subject.operands.length + index] = types));
}

function resolveOperands(p: OpParser, state: FormatState, subject: FormatSubject): readonly Value[] {
  const { operandLists, typeLists } = state;
  const count = operandLists.length;
  for (let index = 0; index < count; index++) {
    if (operandLists[index]?.length !== 1 || typeLists[index]?.length !== 1) return resolveGroups(p, state, subject);
  }
  // Lists that are made at once have no room to spare.
  switch (count) {
    case 0:
      return noOperands;
    case 1:
      return [resolveOne(p, state, 0)];
    case 2:
      return [resolveOne(p, state, 0), resolveOne(p, state, 1)];
    case 3:
      return [resolveOne(p, state, 0), resolveOne(p, state, 1), resolveOne(p, state, 2)];
    default:
      return resolveGroups(p, state, subject);
  }
}

const resolveOne = (p: OpParser, { operandLists, typeLists }: FormatState, index: number): Value =>
  p.resolve(operandLists[index]![0]!, typeLists[index]![0]!);

function resolveGroups(p: OpParser, state: FormatState, subject: FormatSubject): readonly Value[] {
  const values: Value[] = [];
  const { operandLists, typeLists } = state;
  for (let index = 0; index < operandLists.length; index++) {
    const operands = operandLists[index];
    if (operands === undefined || operands.length === 0) continue;
    const types = typeLists[index];
    if (types === undefined)
      p.error(`the type of operand '${subject.operands[index]?.name ?? ""}' cannot be inferred`, operands[0]?.position);
    values.push(...p.resolveAll(operands, types, state.operandPositions[index]));
  }
  return values;
}

/** Sizes of the groups as they were read; a text that shows all in one list has them in its dictionary. */
function addOperandSegments(p: OpParser, state: FormatState, subject: FormatSubject): void {
  const sizes = subject.operands.map((_, index) => state.operandLists[index]?.length ?? 0);
  addSegmentSizes(p, state, subject, "operandSegmentSizes", sizes);
}

function addResultSegments(p: OpParser, state: FormatState, subject: FormatSubject): void {
  const { operands, results } = subject;
  const sizes = results.map((_, index) => state.typeLists[operands.length + index]?.length ?? 0);
  addSegmentSizes(p, state, subject, "resultSegmentSizes", sizes);
}

function addSegmentSizes(
  p: OpParser,
  state: FormatState,
  subject: FormatSubject,
  name: string,
  sizes: readonly number[],
): void {
  const slot = subject.properties.findIndex((property) => property.name === name);
  if (slot >= 0) state.propertySlots[slot] = denseArrayAttr(i32(p.context), sizes.map(BigInt));
}

/** Most ops have no property in their text, and share the defaults. */
function propertiesOf(p: OpParser, state: FormatState, subject: FormatSubject): (Attribute | undefined)[] {
  const slots = state.propertySlots;
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== undefined) return state.takeProperties();
  return p.context.defaultProperties(subject.properties);
}

const successorsOf = (state: FormatState, subject: FormatSubject): Block[] =>
  subject.successors.flatMap((_, index) => state.successorLists[index] ?? []);

/** An absent region that the definition has once is one without blocks. */
function regionsOf(p: OpParser, state: FormatState, subject: FormatSubject): Region[] {
  return subject.regions.flatMap(
    ({ arity }, index) => state.regionLists[index] ?? (arity === "one" ? [p.emptyRegion()] : []),
  );
}

function resultTypes(
  p: OpParser,
  state: FormatState,
  subject: FormatSubject,
  operands: readonly Value[],
  regions: readonly Region[],
): readonly Type[] {
  if (state.allResultTypes !== undefined) return state.allResultTypes;
  const only = state.typeLists[subject.operands.length];
  if (subject.results.length === 1 && only !== undefined) return only;
  return subject.results.length === 0 ? noTypes : inferResultTypes(p, state, subject, operands, regions);
}

function inferResultTypes(
  p: OpParser,
  state: FormatState,
  subject: FormatSubject,
  operands: readonly Value[],
  regions: readonly Region[],
): readonly Type[] {
  const lists = subject.results.map(
    ({ arity }, index) => state.typeLists[subject.operands.length + index] ?? (arity === "one" ? undefined : []),
  );
  const isShown = (index: number): boolean => state.typeLists[subject.operands.length + index] !== undefined;
  if (subject.results.every((_, index) => isShown(index))) return lists.flatMap((list) => list ?? []);
  const properties = subject.properties.map(
    ({ defaultValue }, slot) => state.propertySlots[slot] ?? defaultValue?.(p.context),
  );
  const inferred = subject.inferResultTypes?.({ context: p.context, operands, properties, regions });
  if (inferred !== undefined) {
    // Types that the text shows stand, for the verifier to compare.
    if (inferred.length !== subject.results.length) return inferred;
    return inferred.map((type, index) => lists[index]?.[0] ?? type);
  }
  const missing = subject.results.find((_, index) => lists[index] === undefined);
  if (missing !== undefined || subject.inferResultTypes !== undefined) {
    p.error(`the type of result '${missing?.name ?? ""}' of '${subject.name}' cannot be inferred`, state.start);
  }
  return lists.flatMap((list) => list ?? []);
}
