// Locations: `loc("file":1:2)`, ranges, names, call sites, fused ones with metadata, aliases.
import { fileLocation, fileRange, fusedLocation, unknownLocation, type Location } from "../core/location.ts";
import { Token } from "./lexer.ts";
import type { TextParser } from "./text-parser.ts";

/** From `loc` to its closing parenthesis, in an attribute. */
export function parseLocation(p: TextParser): Location {
  p.expect("loc");
  p.expect("(", "in location");
  const location = parseLocationBody(p);
  p.expect(")", "in location");
  return location;
}

/** After an op or an argument, where an alias may be defined later in the file. */
export function parseTrailingLocation(p: TextParser): Location {
  if (p.lexer.text.charCodeAt(p.lexer.end + 1) !== 35) return parseLocation(p);
  p.expect("loc");
  p.expect("(", "in location");
  const at = p.position();
  const alias = p.lexer.kind === Token.hashId ? plainAlias(p) : undefined;
  const location = alias === undefined ? parseLocationBody(p) : p.trailingLocationAlias(alias, at);
  p.expect(")", "in location");
  return location;
}

/** The name of `#alias`, which is consumed; `#dialect.name` and `#dialect<...>` are none. */
function plainAlias(p: TextParser): string | undefined {
  const { spelling, text, end } = p.lexer;
  if (spelling.includes(".") || text.charCodeAt(end) === 60) return undefined;
  p.lexer.advance();
  return spelling.slice(1);
}

/** What stands in `loc(...)`; aliases in here are defined before it. */
function parseLocationBody(p: TextParser): Location {
  // An alias counts as deep as it is.
  if (p.lexer.kind === Token.hashId) return parseOneLocation(p);
  p.enter();
  const location = parseOneLocation(p);
  p.leave();
  return location;
}

function parseOneLocation(p: TextParser): Location {
  if (p.lexer.kind === Token.hashId) {
    const at = p.position();
    const alias = plainAlias(p);
    if (alias !== undefined) return p.locationAlias(alias, at);
    const attribute = p.attribute();
    if (attribute.kind === "location") return attribute.location;
    p.mistake("expected location attribute", at);
    return unknownLocation;
  }
  const text = p.lexer.kind === Token.string ? p.readOnce(p.locationStrings, p.lexer.end, string) : undefined;
  if (text !== undefined) return parseFileOrName(p, text);
  if (p.accept("unknown")) return unknownLocation;
  if (p.accept("callsite")) return parseCallSite(p);
  if (p.accept("fused")) return parseFused(p);
  return p.error("expected location instance");
}

const string = (p: TextParser): string => p.string();

function parseCallSite(p: TextParser): Location {
  p.expect("(", "in callsite location");
  const callee = parseLocationBody(p);
  p.expect("at", "in callsite location");
  const caller = parseLocationBody(p);
  p.expect(")", "in callsite location");
  return { kind: "callsite", callee, caller };
}

function parseFused(p: TextParser): Location {
  let metadata;
  if (p.acceptCode(60)) {
    metadata = p.attribute();
    p.expect(">", "after fused location metadata");
  }
  return fusedLocation(
    p.commaList("[", "]", () => parseLocationBody(p)),
    metadata,
  );
}

/** Lines and columns are 32 bits. */
function number(p: TextParser, what: "line" | "column"): number {
  const at = p.position();
  const value = p.lexer.kind === Token.integer ? p.unsigned(what) : p.error(expectedNumber(what));
  if (value > 0xffffffff) p.mistake(expectedNumber(what), at);
  return value;
}

const expectedNumber = (what: string): string => `expected integer ${what} number in FileLineColRange`;

/** `"f"`, `"f"(inner)`, `"f":line`, `"f":line:column`, and ranges `... to endLine:endColumn`, `... to :endColumn`. */
function parseFileOrName(p: TextParser, text: string): Location {
  if (p.acceptCode(58)) {
    const file = text === "" ? "-" : text;
    const line = number(p, "line");
    if (!p.acceptCode(58)) return fileLocation(file, line, 0);
    const column = number(p, "column");
    if (!p.accept("to")) return fileLocation(file, line, column);
    const endLine = p.lexer.kind === Token.integer ? number(p, "line") : line;
    p.expect(":", "in FileLineColRange");
    return fileRange(file, line, column, endLine, number(p, "column"));
  }
  if (p.acceptCode(40)) {
    const inner = parseLocationBody(p);
    p.expect(")", "after child location of NameLoc");
    return inner.kind === "unknown" ? { kind: "name", name: text } : { kind: "name", name: text, inner };
  }
  return { kind: "name", name: text };
}
