// Steps that make functions and other symbols fewer: erased with all that refers to them, or left as declarations.
import type { Operation } from "../../core/operation.ts";
import { stringAttr } from "../../core/attribute-constructors.ts";
import { SYMBOL_VISIBILITY, symbolName, symbolReferences } from "../../core/symbol-table.ts";
import { walk } from "../../core/walk.ts";
import { visibleOps } from "../visible-ops.ts";
import { CallableOpInterface } from "../../define/op-interfaces.ts";
import { emptyRegion } from "./region-edits.ts";
import { anything, eraseWithStandIns } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

const symbolsOf = (module: Operation): Operation[] =>
  visibleOps(module).filter((op) => op !== module && symbolName(op) !== undefined);

/** The ops that refer to each symbol, by the name at the root of the reference. */
function usersByName(module: Operation): Map<string, Set<Operation>> {
  const users = new Map<string, Set<Operation>>();
  for (const op of walk(module)) {
    for (const [, attribute] of op.allAttributes) {
      for (const { root } of symbolReferences(attribute)) {
        const known = users.get(root);
        if (known === undefined) users.set(root, new Set([op]));
        else known.add(op);
      }
    }
  }
  return users;
}

const noUsers: ReadonlySet<Operation> = new Set();

export const dropSymbols: Step = {
  name: "drop symbols",
  summary: "a function or other symbol goes, with the calls of it",
  edits: (module) => {
    const users = usersByName(module);
    return symbolsOf(module).map((op): Edit => {
      const mine = users.get(symbolName(op) ?? "") ?? noUsers;
      return () => {
        if (!op.isWithin(module)) return false;
        for (const user of mine) {
          if (!user.isWithin(module) || user.isWithin(op) || symbolName(user) !== undefined) continue;
          if (!user.hasTrait("Terminator")) eraseWithStandIns(user, anything);
        }
        op.erase();
        return true;
      };
    });
  },
};

export const dropBodies: Step = {
  name: "make functions declarations",
  summary: "a function loses its body",
  edits: (module) =>
    symbolsOf(module).flatMap((op): Edit[] => {
      const body = CallableOpInterface.of(op)?.(op);
      if (body === undefined) return [];
      return [
        () => {
          if (!op.isWithin(module) || body.isEmpty) return false;
          emptyRegion(body);
          if (op.definition.propertySlots.has(SYMBOL_VISIBILITY))
            op.setAttribute(SYMBOL_VISIBILITY, stringAttr(op.context, "private"));
          return true;
        },
      ];
    }),
};
