// Locations: `loc("file":1:2)`, names, callsites, fused ones, aliases. Of a file range the start is kept; fused metadata is read and dropped.
import { unknownLocation, type Location } from "../core/location.ts";
import { Token } from "./lexer.ts";
import type { TextParser } from "./text-parser.ts";

/** From `loc` to its closing parenthesis. */
export function parseLocation(p: TextParser): Location {
  p.expect("loc");
  p.expect("(", "in location");
  const location = parseLocationBody(p);
  p.expect(")", "in location");
  return location;
}

function parseLocationBody(p: TextParser): Location {
  p.enter();
  const location = parseOneLocation(p);
  p.leave();
  return location;
}

function parseOneLocation(p: TextParser): Location {
  const at = p.position();
  if (p.lexer.kind === Token.hashId) {
    const name = p.lexer.spelling.slice(1);
    p.lexer.advance();
    return p.locationAlias(name, at);
  }
  const text = p.optionalString();
  if (text !== undefined) return parseFileOrName(p, text);
  if (p.accept("unknown")) return unknownLocation;
  if (p.accept("callsite")) {
    p.expect("(", "in callsite location");
    const callee = parseLocationBody(p);
    p.expect("at", "in callsite location");
    const caller = parseLocationBody(p);
    p.expect(")", "in callsite location");
    return { kind: "callsite", callee, caller };
  }
  if (p.accept("fused")) {
    if (p.acceptCode(60)) {
      p.attribute();
      p.expect(">", "after fused location metadata");
    }
    return fusedLocation(p.commaList("[", "]", () => parseLocationBody(p)));
  }
  if (p.accept("loc")) {
    p.expect("(");
    const inner = parseLocationBody(p);
    p.expect(")");
    return inner;
  }
  return p.error("expected location instance");
}

/** As MLIR makes it: without unknown parts and repetitions; of one part, that part. */
function fusedLocation(parts: readonly Location[]): Location {
  const seen = new Map<string, Location>();
  for (const part of parts.flatMap((part) => (part.kind === "fused" ? part.locations : [part]))) {
    if (part.kind !== "unknown") seen.set(JSON.stringify(part), part);
  }
  const [only, ...more] = seen.values();
  if (only === undefined) return unknownLocation;
  return more.length === 0 ? only : { kind: "fused", locations: [...seen.values()] };
}

function parseFileOrName(p: TextParser, text: string): Location {
  if (p.acceptCode(58)) {
    const line = p.unsigned("integer line number in FileLineColRange");
    let column = 0;
    if (p.acceptCode(58)) column = p.unsigned("integer column number in FileLineColRange");
    if (p.accept("to")) {
      if (p.lexer.kind === Token.integer) p.lexer.advance();
      if (p.acceptCode(58)) p.unsigned("integer column number in FileLineColRange");
    }
    return { kind: "file", file: text, line, column };
  }
  if (p.acceptCode(40)) {
    const inner = parseLocationBody(p);
    p.expect(")", "after child location of NameLoc");
    return inner.kind === "unknown" ? { kind: "name", name: text } : { kind: "name", name: text, inner };
  }
  return { kind: "name", name: text };
}
