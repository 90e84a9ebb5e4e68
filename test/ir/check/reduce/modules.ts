// Modules for the tests of the shrinker, and what is asked of them.
import type { Context } from "../../../../ir/core/context.ts";
import { visibleOps } from "../../../../ir/check/visible-ops.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { walkPreOrder } from "../../../../ir/core/walk.ts";
import { createContext } from "../../../../ir/plugin/registry.ts";
import { parseWith, registry } from "../../../support/stages.ts";

/** A module of a context of its own, in which any op may stand. */
export function read(text: string, context: Context = freshContext()): Operation {
  return parseWith(context, text);
}

export function freshContext(): Context {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  return context;
}

/** The ops of these names, all of them there. */
export const has =
  (...names: readonly string[]) =>
  (module: Operation): boolean => {
    const found = new Set(walkPreOrder(module).map(({ name }) => name));
    return names.every((name) => found.has(name));
  };

/** Ops that the text shows, without the module itself. */
export const countOps = (module: Operation): number => visibleOps(module).length - 1;

export const find = (module: Operation, name: string): Operation | undefined =>
  walkPreOrder(module).find((op) => op.name === name);
