// inline: the bodies of callees take the place of calls, callees first, simplified before and after. A callable whose last call goes, goes.
import { errorAt } from "../ir/core/diagnostic.ts";
import type { Operation } from "../ir/core/operation.ts";
import { symbolName } from "../ir/core/symbol-table.ts";
import { SymbolTables } from "../ir/core/symbol-tables.ts";
import { walk } from "../ir/core/walk.ts";
import { CallableUses } from "../ir/analysis/callable-uses.ts";
import {
  callableBody, callArguments, callComponents, callGraph, callSitesIn, type CallGraph, type CallSite,
} from "../ir/analysis/call-graph.ts"; // prettier-ignore
import { isTerminator } from "../ir/analysis/effects.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { applyPatternsGreedily } from "../ir/rewrite/greedy.ts";
import { BRANCH, inlineCall } from "../ir/rewrite/inline-call.ts";
import type { Listener } from "../ir/rewrite/listener.ts";
import { PatternSet } from "../ir/rewrite/pattern-set.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { canonicalizationPatterns } from "./canonicalize.ts";

/** Why the call cannot be inlined, or undefined. */
function whyNotInlined({ op, caller, callee }: CallSite, graph: CallGraph): string | undefined {
  const body = callableBody(callee);
  if (body === undefined) return "the callee has no body";
  if (isTerminator(op)) return "a call that ends its block is not supported";
  const targets = graph.get(callee);
  if (targets?.has(callee) === true || targets?.has(caller) === true || op.isWithin(callee))
    return "the callee is recursive";
  if (op.attribute("no_inline") !== undefined || callee.attribute("no_inline") !== undefined)
    return "it is marked no_inline";
  const formal = body.entry.arguments;
  const args = callArguments(op);
  if (formal.length !== args.length || formal.some(({ type }, i) => type !== args[i]?.type)) {
    return "the arguments do not have the types that the callee takes";
  }
  if (op.context.allowUnregisteredDialects) {
    for (const { name, definition } of walk(callee))
      if (!definition.registered) return `nothing is known of '${name}' in the callee`;
  }
  if (body.blocks.length === 1) return undefined;
  if (!op.context.ops.has(BRANCH))
    return `a callee of several blocks needs '${BRANCH}', whose dialect is not registered`;
  const around = op.parentOp;
  const single =
    around === null ||
    around.hasTrait("SingleBlock") ||
    around.definition.regions.some(({ blocks }) => blocks !== "any");
  return single ? "a callee of several blocks does not fit into a region of one" : undefined;
}

/** The threshold at which size does not matter: the greatest unsigned number, as in MLIR. */
const always = 0xffff_ffff;

/** Why the callee is too large to be inlined, or undefined. */
function whyNotProfitable(caller: Operation, { callee }: CallSite, threshold: number): string | undefined {
  if (threshold === always) return undefined;
  const inside = (op: Operation): number => [...walk(op)].length - 1;
  const ratio = Math.floor((inside(callee) * 100) / Math.max(1, inside(caller)));
  return threshold > 0 && ratio <= threshold ? undefined : `the callee has ${ratio} % of the caller's ops`;
}

/** Which callees a call came out of: those whose bodies brought it. */
interface History {
  readonly callee: Operation;
  readonly before: History | undefined;
}

function includes(history: History | undefined, callee: Operation): boolean {
  for (let at = history; at !== undefined; at = at.before) if (at.callee === callee) return true;
  return false;
}

class Inliner {
  readonly graph: CallGraph;
  readonly uses: CallableUses;
  /** No symbol comes or goes until the end. */
  readonly #symbols = new SymbolTables();
  readonly #root: Operation;
  readonly #rewriter: Rewriter;
  readonly #threshold: number;
  readonly #dead = new Set<Operation>();

  constructor(root: Operation, threshold: number, listener: Listener | undefined) {
    this.#root = root;
    this.graph = callGraph(root, this.#symbols);
    this.uses = new CallableUses(root, this.graph, this.#symbols);
    this.#rewriter = new Rewriter(root.context, listener);
    this.#threshold = threshold;
  }

  /** Whether other callables are inside: simplifying could take them away. */
  holdsCallables(callable: Operation): boolean {
    for (const target of this.graph.get(callable) ?? [])
      if (target !== callable && target.isWithin(callable)) return true;
    return false;
  }

  /** Inlines what can be of the calls in callables of one component, which loses those that are dead. Returns whether there was any. */
  inlineCallsOf(component: Operation[]): boolean {
    const sites: (CallSite & { readonly history?: History })[] = [];
    for (const callable of component) {
      if (this.uses.isDead(callable)) this.#dead.add(callable);
      else sites.push(...callSitesIn(blocksOf(callable), callable, this.#symbols, false));
    }
    let inlinedAny = false;
    // Calls that came with a body follow.
    for (const site of sites) {
      const { op, caller, callee } = site;
      if (this.#dead.has(caller)) continue;
      const reason = includes(site.history, callee)
        ? "the call came out of the callee itself"
        : (whyNotInlined(site, this.graph) ?? whyNotProfitable(caller, site, this.#threshold));
      if (reason !== undefined) {
        this.#rewriter.listener?.matchRefused?.({ name: "inline" }, op, reason);
        continue;
      }
      const args = { Callee: symbolName(callee) ?? "" };
      op.context.remarks?.({ kind: "passed", category: "inline", name: "inline", op, args });
      const inPlace = this.uses.isUsedOnce(callee);
      this.uses.inlined(op, caller, callee);
      const history: History = { callee, before: site.history };
      const brought = inlineCall(site, this.#rewriter, inPlace);
      for (const call of callSitesIn(brought, caller, this.#symbols, true)) sites.push({ ...call, history });
      inlinedAny = true;
      if (!inPlace) continue;
      this.uses.erase(callee);
      this.#dead.add(callee);
    }
    for (const callable of [...component])
      if (this.#dead.has(callable)) component.splice(component.indexOf(callable), 1);
    return inlinedAny;
  }

  eraseDead(): void {
    // One may have gone with another that held it.
    for (const callable of this.#dead) if (callable.isWithin(this.#root)) this.#rewriter.eraseOp(callable);
  }
}

const blocksOf = (callable: Operation): Iterable<Operation>[] =>
  callableBody(callable)?.blocks.map((block) => block.ops()) ?? [];

export const inlinePass = definePass({
  name: "inline",
  className: "Inliner",
  summary: "Inline function calls",
  description:
    "Callees are finished, and simplified by the default pipeline, before they are inlined. A call of a function that calls " +
    "itself, directly or through others, stays.",
  options: {
    "default-pipeline": {
      type: "enum",
      values: ["canonicalize", ""],
      default: "canonicalize",
      description: "What simplifies a callable before it is inlined: canonicalize, or nothing",
    },
    "inlining-threshold": {
      type: "int",
      default: always,
      minimum: 0,
      description: "How many ops a callee may have, in percent of the caller's, to be inlined",
    },
    "max-iterations": {
      type: "int",
      default: 4,
      minimum: 0,
      description: "How often calls that inlining and simplifying brought up are inlined in turn",
    },
    "op-pipelines": {
      type: "string-list",
      default: [],
      description: "What simplifies callables of one op, in place of the default: func.func(canonicalize)",
    },
  },
  run: (root, { options, context, listener, fail }) => {
    if (!root.hasTrait("SymbolTable")) {
      const message = `'${root.name}' op  was scheduled to run under the inliner, but does not define a symbol table`;
      fail(errorAt(root.location, message));
      return;
    }
    const canonicalized = new Set<string>();
    for (const text of options["op-pipelines"]) {
      const [, op, pipeline] = /^([\w.]+)\((canonicalize)?\)$/.exec(text) ?? [];
      if (op === undefined) {
        fail(errorAt(root.location, `inline: '${text}' is not supported as a pipeline; it is OP(canonicalize)`));
        return;
      }
      // As in MLIR, a pipeline without passes stands for the default.
      if (pipeline !== undefined) canonicalized.add(op);
    }
    const patterns = new PatternSet(canonicalizationPatterns(context));
    const isSimplified = (callable: Operation): boolean =>
      (canonicalized.has(callable.name) || options["default-pipeline"] === "canonicalize") &&
      callable.hasTrait("IsolatedFromAbove");
    const inliner = new Inliner(root, options["inlining-threshold"], listener);
    for (const component of callComponents(inliner.graph)) {
      for (let iteration = 1, again = true; again; iteration++) {
        for (const callable of component) {
          if (!isSimplified(callable) || inliner.holdsCallables(callable)) continue;
          if (applyPatternsGreedily(callable, patterns, { listener }).changed) inliner.uses.recompute(callable);
        }
        again = inliner.inlineCallsOf(component) && iteration < options["max-iterations"];
      }
    }
    inliner.eraseDead();
  },
});
