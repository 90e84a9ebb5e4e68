// All shrinking steps, those that take most away first.
import { dropAttributes } from "./drop-attributes.ts";
import {
  dropForArguments,
  dropForConstants,
  dropForEarliest,
  dropForFreshConstants,
  dropOperations,
} from "./drop-operations.ts";
import { dropCarriedValues, dropOperands } from "./drop-operands.ts";
import { dropRegions } from "./drop-regions.ts";
import { dropArguments, dropFunctionResults } from "./drop-signature.ts";
import { dropBodies, dropSymbols } from "./drop-symbols.ts";
import { narrowAllTypes, narrowConnectedTypes } from "./narrow-types.ts";
import { replaceOperands } from "./replace-operands.ts";
import {
  cutBranches,
  decideBranches,
  dropBlockArguments,
  dropSuccessors,
  mergeBlocks,
  threadBranches,
} from "./simplify-blocks.ts";
import { simplestAttributes, simplifyAttributes } from "./simplify-attributes.ts";
import type { Step } from "./step.ts";
import { emptyRegions, hoistOperations, unwrapRegions } from "./unwrap-regions.ts";

export const allSteps: readonly Step[] = [
  dropSymbols,
  dropBodies,
  cutBranches,
  dropOperations,
  decideBranches,
  dropSuccessors,
  threadBranches,
  mergeBlocks,
  unwrapRegions,
  emptyRegions,
  dropRegions,
  hoistOperations,
  dropForEarliest,
  dropForArguments,
  dropForConstants,
  dropForFreshConstants,
  dropBlockArguments,
  dropFunctionResults,
  dropArguments,
  dropOperands,
  dropCarriedValues,
  dropAttributes,
  narrowAllTypes,
  simplestAttributes,
  replaceOperands,
  narrowConnectedTypes,
  simplifyAttributes,
];
