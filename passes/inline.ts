// inline: the bodies of callees take the place of calls, callees first; recursion stays. Callables that are not public and not used go.
import { cloneOp } from "../ir/core/clone.ts";
import { errorAt } from "../ir/core/diagnostic.ts";
import type { Operation } from "../ir/core/operation.ts";
import { symbolName, symbolReferences, symbolVisibility } from "../ir/core/symbol-table.ts";
import { walk } from "../ir/core/walk.ts";
import { CallableOpInterface } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { applyPatternsGreedily } from "../ir/rewrite/greedy.ts";
import { PatternSet } from "../ir/rewrite/pattern-set.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { callArguments, callComponents, callSitesIn, type CallSite } from "../ir/analysis/call-graph.ts";
import { SymbolTables } from "../ir/core/symbol-tables.ts";
import { canonicalizationPatterns } from "./canonicalize.ts";

const BRANCH = "cf.br";

/** Why the call cannot be inlined, or undefined. */
function whyNotInlined({ op, callee }: CallSite): string | undefined {
  const body = CallableOpInterface.of(callee)?.(callee);
  if (body === undefined) return "the callee has no body";
  if (op.attribute("no_inline") !== undefined || callee.attribute("no_inline") !== undefined)
    return "it is marked no_inline";
  const formal = body.entry.arguments.map(({ type }) => type);
  const args = callArguments(op);
  if (formal.length !== args.length || formal.some((type, i) => type !== args[i]?.type)) {
    return "the arguments do not have the types that the callee takes";
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

/** Puts a copy of the callee's body in place of the call. */
function inlineCall({ op, callee }: CallSite, rewriter: Rewriter): void {
  const copy = cloneOp(callee);
  const body = CallableOpInterface.of(copy)?.(copy);
  const block = op.parentBlock;
  if (body === undefined || block === null) throw new Error("the call or its callee is gone");
  const caller = op.location;
  const args = callArguments(op);
  for (const inner of walk(copy)) inner.location = { kind: "callsite", callee: inner.location, caller };
  if (body.blocks.length === 1) {
    const end = body.entry.terminator;
    rewriter.inlineBlockBefore(body.entry, op, args);
    const values = end.operands;
    rewriter.eraseOp(end);
    rewriter.replaceOp(op, values);
    return;
  }
  const region = block.parentRegion;
  if (region === null) throw new Error("the call is in no region");
  const rest = rewriter.splitBlock(block, op);
  const results = op.results.map(({ type }) => rest.addArgument(type, op.location));
  rewriter.replaceOp(op, results);
  const [entry, ...others] = [...body.blocks];
  rewriter.inlineRegionBefore(body, region, rest);
  for (const inlined of [entry, ...others]) {
    const end = inlined?.terminator;
    if (end === undefined || !isReturn(end)) continue;
    rewriter.setBefore(end);
    rewriter.create(BRANCH, { operands: end.operands, successors: [rest] }, end.location);
    rewriter.eraseOp(end);
  }
  if (entry !== undefined) rewriter.mergeBlocks(entry, block, args);
}

/** Ends the callable: has no successors and hands values back (an `unreachable` would not have ReturnLike). */
function isReturn(end: Operation): boolean {
  return end.hasTrait("ReturnLike") && end.successors.length === 0;
}

/** The names that any reference inside `root` contains, each as often as it is there. */
function* mentionedNames(root: Operation): IterableIterator<string> {
  for (const op of walk(root)) {
    for (const [, attribute] of op.allAttributes) {
      for (const reference of symbolReferences(attribute)) {
        yield reference.root;
        yield* reference.nested;
      }
    }
  }
}

/** Erases callables inside `root` that are not public and that no op names, until none is left. */
function eraseUnusedCallables(root: Operation, rewriter: Rewriter): void {
  const mentions = new Map<string, number>();
  for (const name of mentionedNames(root)) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  const callables = new Map<string, Operation[]>();
  for (const op of walk(root)) {
    const name = symbolName(op);
    if (name === undefined || op === root || symbolVisibility(op) === "public") continue;
    if (CallableOpInterface.of(op)?.(op) === undefined) continue;
    const namesakes = callables.get(name);
    if (namesakes === undefined) callables.set(name, [op]);
    else namesakes.push(op);
  }
  const unused = [...callables.keys()].filter((name) => !mentions.has(name));
  for (let name = unused.pop(); name !== undefined; name = unused.pop()) {
    for (const op of callables.get(name) ?? []) {
      // It went with another that held it.
      if (!op.isWithin(root)) continue;
      for (const inside of mentionedNames(op)) {
        const left = (mentions.get(inside) ?? 0) - 1;
        mentions.set(inside, left);
        if (left === 0) unused.push(inside);
      }
      rewriter.eraseOp(op);
    }
  }
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
    const rewriter = new Rewriter(context, listener);
    const patterns = new PatternSet(canonicalizationPatterns(context));
    const refused = (site: CallSite, reason: string): void =>
      listener?.matchRefused?.({ name: "inline" }, site.op, reason);
    const recursive = new Set<Operation>();
    // No symbol comes or goes until the end.
    const symbols = new SymbolTables();
    for (const component of callComponents(root, symbols)) {
      const mutual = new Set(component);
      for (let iteration = 1, again = true; again; iteration++) {
        again = false;
        for (const caller of component) {
          for (const site of callSitesIn(caller, symbols)) {
            if (mutual.has(site.callee)) recursive.add(site.callee);
            const reason = recursive.has(site.callee)
              ? "the callee is recursive"
              : (whyNotInlined(site) ?? whyNotProfitable(caller, site, options["inlining-threshold"]));
            if (reason === undefined) {
              const args = { Callee: symbolName(site.callee) ?? "" };
              context.remarks?.({ kind: "passed", category: "inline", name: "inline", op: site.op, args });
              inlineCall(site, rewriter);
              again = iteration < options["max-iterations"];
            } else refused(site, reason);
          }
          if (canonicalized.has(caller.name) || options["default-pipeline"] === "canonicalize")
            applyPatternsGreedily(caller, patterns, { listener });
        }
      }
    }
    eraseUnusedCallables(root, rewriter);
  },
});
