// The verifier: structure, types and traits of every op, then regions, dominance and symbols, in MLIR's order.
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { SymbolTables } from "../core/symbol-tables.ts";
import { traverse } from "../core/walk.ts";
import { checkTable, type CheckTable } from "./definition-checks.ts";
import { explainOperation, explainSymbols } from "./explain.ts";
import { verifyBlocksAfter, verifyBlocksBefore, verifyBranchesLast } from "./verify-blocks.ts";
import { verifyUses } from "./verify-dominance.ts";
import { verifyOperation, verifyUnregistered } from "./verify-operation.ts";
import { verifySymbolTable } from "./verify-symbols.ts";

/**
 * What is wrong with an op and everything inside it; nothing when the list is empty. What is inside an op that is wrong is not
 * looked at, nor are an op's regions as a whole when something inside is wrong; all the rest is.
 */
export function verify(root: Operation): Diagnostic[] {
  const verifier = new Verifier(root.context);
  verifier.tree(root);
  return verifier.diagnostics;
}

const isIsolated = (op: Operation): boolean => op.regions.length > 0 && op.hasTrait("IsolatedFromAbove");

class Verifier {
  readonly diagnostics: Diagnostic[] = [];
  readonly #checks: CheckTable;
  /** Ops with symbols to look up, whose table has not ended yet. */
  readonly #symbolUsers: Operation[] = [];
  readonly #symbols = new SymbolTables();

  constructor(context: Context) {
    this.#checks = checkTable(context);
  }

  readonly #report = (diagnostic: Diagnostic | undefined): void => {
    if (diagnostic !== undefined) this.diagnostics.push({ category: "semantic", ...diagnostic });
  };

  /** An op and what is inside. Isolated ops inside are trees of their own, after all else of the op that holds them. */
  tree(root: Operation): void {
    const { diagnostics } = this;
    const before = diagnostics.length;
    const isolated: Operation[] = [];
    /** For each op with regions that is open: how many diagnostics and symbol users there were before it. */
    const marks: number[] = [];
    traverse(
      root,
      (op) => {
        if (op.previous === null && op !== root) this.#report(verifyBranchesLast(op));
        if (op.regions.length === 0) {
          this.#operation(op);
          return true;
        }
        if (op !== root && isIsolated(op)) {
          isolated.push(op);
          return false;
        }
        marks.push(this.#symbolUsers.length, diagnostics.length);
        return this.#operation(op) && verifyBlocksBefore(op, this.#report);
      },
      (op) => {
        if (op.regions.length === 0 || (op !== root && isIsolated(op))) return;
        const errors = marks.pop() ?? 0;
        const users = marks.pop() ?? 0;
        const inside: Operation[] = [];
        for (let last = isolated.at(-1); last?.parentOp === op; last = isolated.at(-1)) {
          inside.push(last);
          isolated.pop();
        }
        while (inside.length > 0) this.tree(inside.pop() ?? op);
        this.#regions(op, errors, users);
      },
    );
    if (diagnostics.length === before && root.regions.length > 0) verifyUses(root, this.#report);
  }

  #operation(op: Operation): boolean {
    const problem = verifyOperation(op, this.#checks);
    if (problem !== undefined) {
      this.#report(explainOperation(op, problem));
      return false;
    }
    if (op.regions.length === 0) {
      const { registered, verifyRegions } = op.definition;
      if (!registered) this.#report(verifyUnregistered(op));
      else if (verifyRegions !== undefined) this.#report(verifyRegions(op));
    }
    if (op.definition.verifySymbols !== undefined) this.#symbolUsers.push(op);
    return true;
  }

  /** The end of an op: `errors` diagnostics and `users` symbol users came before it. */
  #regions(op: Operation, errors: number, users: number): void {
    if (this.diagnostics.length === errors) verifyBlocksAfter(op, this.#report);
    const isTable = op.hasTrait("SymbolTable");
    const inside = isTable ? this.#symbolUsers.splice(users) : [];
    if (this.diagnostics.length > errors) return;
    this.#report(op.definition.registered ? op.definition.verifyRegions?.(op) : verifyUnregistered(op));
    if (!isTable) return;
    verifySymbolTable(op, this.#report);
    for (const user of inside) {
      const problem = user.definition.verifySymbols?.(user, this.#symbols);
      this.#report(problem && explainSymbols(user, problem));
    }
  }
}
