// A place in a program that is being generated: what the `generate` of a definition and a planted left side get to work with.
import type { Attribute } from "../../core/attributes.ts";
import type { Block, Region } from "../../core/block.ts";
import type { OpBuilder } from "../../core/builder.ts";
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { OperationParts } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { RandomSource } from "../random-source.ts";
import type { ScenePlan } from "./scene.ts";

/** How a region that an op holds is filled. */
export interface RegionPlan {
  /** Types of the entry block's arguments. */
  readonly argumentTypes?: readonly Type[];
  /** Called with the entry block's arguments before the ops are made. */
  readonly arguments?: (args: readonly Value[]) => void;
  /** About how many ops; by default a share of what is left of the program. */
  readonly operations?: number;
  /** Sees nothing from outside. */
  readonly isolated?: boolean;
  /** Symbols of the module are not seen. */
  readonly hidesSymbols?: boolean;
  /** The name of the op whose region it is, for ops that stand somewhere in such an op only. */
  readonly within?: string;
  /** Only ops that have no effects and no undefined behaviour stand in it. */
  readonly pure?: boolean;
  /** Makes the terminator, at the end of the block, with the values inside in scope. */
  readonly end: (site: GenerationSite, args: readonly Value[]) => void;
}

/** The parts of a random op, and what follows once it stands in its block (a new buffer gets contents). */
export interface GeneratedParts extends OperationParts {
  readonly afterwards?: (op: Operation) => void;
  /** The op's verifier is not asked: it looks at ops around it that are not there yet. */
  readonly isValid?: boolean;
  /** The results are not to be used by other ops. */
  readonly isHidden?: boolean;
}

/** What an op that is asked for must have. */
export interface OperationWish {
  /** The type of one of its results. */
  readonly resultType?: Type | undefined;
  /** A value that it takes where it can: `find`, `type` and `available` give it and its type to the first who can use it. */
  readonly operand?: Value | undefined;
}

export interface GenerationSite {
  readonly context: Context;
  readonly random: RandomSource;
  /** Stands where the next op goes. */
  readonly builder: OpBuilder;
  /** The program must be free of undefined behaviour and of poison. */
  readonly avoidsUndefinedBehavior: boolean;
  /** The program is to be run: ops that cannot be are thrown away. */
  readonly isRunnable: boolean;
  /** The values in scope, oldest first. */
  readonly values: readonly Value[];
  /** An existing value of the type, or a new constant; where a type has no constants, a new argument of the function. */
  value(type: Type): Value;
  /** As `value`, or undefined where there can be none. */
  available(type: Type): Value | undefined;
  /** An argument of the function around, or a new one: what a run is given, as it is. */
  argument(type: Type): Value | undefined;
  /** A value to hand out of a region: by preference one that nothing uses yet. */
  handOut(type: Type): Value;
  /** Types of up to `most` values to hand out of the region here, by preference of values that nothing uses yet. */
  typesToHandOut(most: number): readonly Type[];
  /** An existing value of the type, if there is one. */
  existing(type: Type): Value | undefined;
  /** An existing value whose type is accepted; recent ones are likelier. */
  find(accepts: (type: Type) => boolean): Value | undefined;
  /** A type that this program uses and that is accepted. */
  type(accepts: (type: Type) => boolean): Type | undefined;
  /** A constant op of an attribute; undefined where no dialect at hand makes one. */
  constant(attribute: Attribute, type: Type): Value | undefined;
  /** A constant attribute of a type, biased to the boundaries; undefined for types that have none. */
  constantAttribute(type: Type): Attribute | undefined;
  /** A constant of an integer or index type (of its splat for vectors and tensors). */
  integer(type: Type, value: number | bigint): Value;
  /** An integer or index that is at least 0 and below `limit`, which is at least 1. */
  below(type: Type, limit: number): Value;
  /** Whether a value is known to be at least 0 and below this. */
  limitOf(value: Value): number | undefined;
  /** Says that a value is at least 0 and below `limit`. */
  setLimit(value: Value, limit: number): void;
  /** Says of conditions, of which each trip of a loop uses up the first, that only later ones may take their places: so it goes on to end. */
  setCountdown(conditions: readonly Value[]): void;
  /**
   * A random op of this definition where the builder stands, of whatever dialect; undefined where none can be made. Its results are not
   * offered to the rest of the program.
   */
  operation(definition: OpDefinition, wish?: OperationWish): Operation | undefined;
  /**
   * Runs `body` with the builder at the end of a block that is no part of the program, with two arguments of each of the program's types
   * in scope and nothing else. What is made there does not count.
   */
  aside(body: (block: Block) => void): void;
  /** As `aside` in another program over the same dialects, whose random numbers are those of the seed. */
  apart<T>(seed: number, avoidsUndefinedBehavior: boolean, body: (site: GenerationSite) => T): T;
  /** An op in whose region a few ops stand that have to do with each other, where the builder stands; see `inlineScene`. */
  scene(plan: ScenePlan): Operation;
  /** A region with one block of random ops. */
  region(plan: RegionPlan): Region;
  /** A region of several blocks that branch to each other; its blocks end in `end`. */
  blocks(plan: RegionPlan): Region;
  /** What every dynamic extent is in a program that avoids undefined behaviour. */
  readonly dynamicExtent: number;
  /** Adds results of an op made through the builder to the values in scope. */
  offer(value: Value): void;
  /** Whether a region that was made `within` an op of this name encloses this place. */
  isWithin(name: string): boolean;
  /** How many ops enclose this place. */
  readonly depth: number;
  /** Whether ops here may refer to symbols of the module. */
  readonly seesSymbols: boolean;
  /** Functions that may be called from here. */
  readonly callables: readonly Operation[];
  /** A name that no symbol of the program has. */
  symbolName(stem: string): string;
  /** The module's block: where symbols go. */
  readonly moduleBlock: Block;
}

/** What `DialectDefinition.generation` may give: how generated programs are put together with this dialect's ops. */
export interface DialectGeneration {
  /** Functions that hold code. */
  readonly functions?: FunctionGeneration;
  /** Ends the block with a branch to one of these targets: by the condition to the first or second, where it is given. */
  readonly branch?: (site: GenerationSite, targets: readonly BlockTarget[], condition?: Value) => boolean;
  /** An integer or index brought into [0, limit), by ops of this dialect. */
  readonly clamp?: (builder: OpBuilder, value: Value, limit: number) => Value | undefined;
}

/** A block and the values of its arguments. */
export interface BlockTarget {
  readonly block: Block;
  readonly operands: readonly Value[];
}

export interface FunctionGeneration {
  /** The function with this body, detached. */
  readonly make: (
    context: Context,
    name: string,
    inputs: readonly Type[],
    results: readonly Type[],
    body: Region,
    isPrivate: boolean,
  ) => Operation;
  /** The qualified name of the op that returns values. */
  readonly returns: string;
}
