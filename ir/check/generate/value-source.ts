// What making one op asks of the program around it.
import type { Region } from "../../core/block.ts";
import type { Context } from "../../core/context.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { RandomSource } from "../random-source.ts";
import type { OperationPlan } from "./plans.ts";

/** What solving asks of the program: values and types. */
export interface ValueSource {
  readonly context: Context;
  readonly random: RandomSource;
  readonly avoidsUndefinedBehavior: boolean;
  readonly poolTypes: readonly Type[];
  /** Scalars of all kinds, more of them than one program uses. */
  readonly scalarTypes: readonly Type[];
  /** A value in scope that is accepted. */
  find(accepts: (type: Type) => boolean): Value | undefined;
  /** A constant; undefined for types that have none. */
  newConstant(type: Type): Value | undefined;
  /** A value in scope, a constant or a new argument; undefined where there can be none. */
  available(type: Type): Value | undefined;
  /** A region of an op whose terminator hands over values of these types, or of types that it chooses. */
  yieldingRegion(plan: OperationPlan, types: readonly Type[] | undefined): YieldingRegion;
}

export interface YieldingRegion {
  readonly region: Region;
  readonly types: readonly Type[];
}

/** Types of the variables of an op's constraints. */
export type Bindings = Map<string, Type>;
