// Regions and successors: `$region`, `regions`, `$successor`, `successors`.
import type { Block, Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { RegionPrintOptions } from "../../syntax/printer-interface.ts";
import type { Directive, Scope } from "./directive.ts";
import { regionReader, successorReader } from "./element-access.ts";

/** One item, or a comma-separated list of them, if the first stands here. */
function listIfPresent<T extends object>(
  p: OpParser,
  optional: () => T | undefined,
  next: () => T,
  several: boolean,
): T[] {
  const first = optional();
  if (first === undefined) return [];
  const items = [first];
  while (several && p.accept(",")) items.push(next());
  return items;
}

function printRegions(regions: (op: Operation) => readonly Region[], scope: Scope): Directive["print"] {
  const space = scope.spacing.element();
  const implicit = scope.subject.interfaces?.get("ImplicitTerminator") !== undefined;
  const options: RegionPrintOptions = { terminators: implicit ? "unless-bare" : true };
  return (op, p) => {
    if (space) p.text(" ");
    p.list(regions(op), (region) => {
      p.region(region, options);
    });
  };
}

const parseRegions = (p: OpParser, several: boolean): Region[] =>
  listIfPresent(
    p,
    () => p.optionalRegion(),
    () => p.region(),
    several,
  );

export function compileRegion(index: number, scope: Scope): Directive {
  const arity = scope.subject.regions[index]?.arity;
  return {
    print: printRegions(regionReader(scope.subject, index), scope),
    parse: (p, state) => {
      state.regionLists[index] = arity === "one" ? [p.region()] : parseRegions(p, arity === "variadic");
    },
    parseIfPresent: (p, state) => {
      const regions = parseRegions(p, arity === "variadic");
      if (regions.length > 0) state.regionLists[index] = regions;
      return regions.length > 0;
    },
  };
}

/** All regions; given to the one element that varies in number, or one by one. */
export function compileRegions(scope: Scope): Directive {
  return {
    print: printRegions((op) => op.regions, scope),
    parse: (p, state) => {
      const at = p.position();
      distribute(p, parseRegions(p, true), scope.subject.regions, state.regionLists, "regions", at);
    },
  };
}

const parseSuccessors = (p: OpParser, several: boolean): Block[] =>
  listIfPresent(
    p,
    () => p.optionalSuccessor(),
    () => p.successor(),
    several,
  );

function printSuccessors(successors: (op: Operation) => readonly Block[], scope: Scope): Directive["print"] {
  const space = scope.spacing.element();
  return (op, p) => {
    if (space) p.text(" ");
    p.list(successors(op), (block) => {
      p.block(block);
    });
  };
}

export function compileSuccessor(index: number, scope: Scope): Directive {
  const arity = scope.subject.successors[index]?.arity;
  return {
    print: printSuccessors(successorReader(scope.subject, index), scope),
    parse: (p, state) => {
      state.successorLists[index] = arity === "one" ? [p.successor()] : parseSuccessors(p, arity === "variadic");
    },
    parseIfPresent: (p, state) => {
      const blocks = parseSuccessors(p, arity === "variadic");
      state.successorLists[index] = blocks;
      return blocks.length > 0;
    },
  };
}

export function compileSuccessors(scope: Scope): Directive {
  return {
    print: printSuccessors((op) => op.successors, scope),
    parse: (p, state) => {
      const at = p.position();
      distribute(p, parseSuccessors(p, true), scope.subject.successors, state.successorLists, "successors", at);
    },
  };
}

/** Splits a list over definitions of which at most one varies in number. */
function distribute<T>(
  p: OpParser,
  items: readonly T[],
  definitions: readonly { readonly arity: string }[],
  lists: (readonly T[] | undefined)[],
  what: string,
  at: number,
): void {
  const varying = definitions.filter(({ arity }) => arity !== "one").length;
  const extra = items.length - (definitions.length - varying);
  if (extra < 0 || (varying === 0 && extra > 0))
    p.error(`expected ${definitions.length} ${what}, but found ${items.length}`, at);
  let start = 0;
  definitions.forEach(({ arity }, index) => {
    lists[index] = items.slice(start, (start += arity === "one" ? 1 : extra));
  });
}
