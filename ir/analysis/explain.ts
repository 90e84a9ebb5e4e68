// What makes a verifier's diagnostic easier to understand: where the operands that it names come from, which symbol may have been
// meant. Worked out only for what is wrong.
import type { Attribute } from "../core/attributes.ts";
import type { Diagnostic, DiagnosticNote } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { resolveSymbol, symbolName } from "../core/symbol-table.ts";
import { typeText } from "../syntax/print-attributes.ts";
import { didYouMean } from "../syntax/near-miss.ts";

/** Adds a note for each operand that the message names by number. */
export function explainOperation(op: Operation, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.notes !== undefined) return diagnostic;
  const numbers = new Set([...diagnostic.message.matchAll(/\boperand #(\d+)/g)].map(([, digits]) => Number(digits)));
  const notes = [...numbers].flatMap((number): DiagnosticNote[] => {
    const value = op.operands[number];
    const location = value?.definingOp?.location ?? value?.argumentLocation;
    if (value === undefined || location === undefined || location === null) return [];
    return [{ location, message: `operand #${number} is defined here, with type '${typeText(value.type)}'` }];
  });
  return notes.length === 0 ? diagnostic : { ...diagnostic, notes };
}

/** Adds the nearest name, where a symbol that the op refers to is not there. */
export function explainSymbols(op: Operation, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.hint !== undefined) return diagnostic;
  for (const [, attribute] of op.allAttributes) {
    const hint = nearSymbol(op, attribute);
    if (hint !== undefined) return { ...diagnostic, hint };
  }
  return diagnostic;
}

function nearSymbol(op: Operation, attribute: Attribute): string | undefined {
  if (attribute.kind === "array") {
    for (const element of attribute.elements) {
      const hint = nearSymbol(op, element);
      if (hint !== undefined) return hint;
    }
    return undefined;
  }
  if (attribute.kind !== "symbol" || resolveSymbol(op, attribute) !== undefined) return undefined;
  return didYouMean(attribute.root, visibleSymbols(op), "@");
}

function visibleSymbols(from: Operation): string[] {
  const names: string[] = [];
  for (let table = from.parentOp; table !== null; table = table.parentOp) {
    const block = table.hasTrait("SymbolTable") ? table.regions[0]?.blocks[0] : undefined;
    for (const op of block?.ops() ?? []) names.push(...[symbolName(op)].filter((name) => name !== undefined));
  }
  return names;
}
