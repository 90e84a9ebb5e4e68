import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../../../ir/core/operation.ts";
import { parseModule, parseAttribute, parseType } from "../../../ir/syntax/parser.ts";
import { attributeText, printOperation, typeText } from "../../../ir/syntax/printer.ts";
import { TokenType, toyContext, unit } from "./toy-dialect.ts";

function parse(text: string): Operation {
  const { module, diagnostics } = parseModule(text, toyContext());
  if (module === undefined) throw new Error(JSON.stringify(diagnostics));
  return module;
}

const canonical = `module {
  toy.func @f attributes {x.y} {
    %c = "toy.constant"() <{label = "c"}> : () -> i32
    %c_0 = "toy.constant"() <{label = "c"}> : () -> i32
    %0 = add %c, %c_0 : i32
    %1 = add %0, %0 {mode = "saturate"} : i32
    loop %iv: index {
      %2 = toy.add %1, %1 : i32
      toy.loop %iv_1: index {
        "x.use"(%iv, %iv_1, %2) : (index, index, i32) -> ()
      }
    }
    end
  }
  toy.func @"a b" {
    end {a}
  }
}`;

describe("custom forms", () => {
  test("print what they read; namespaces, implied terminators and defaults are filled in and left out again", () => {
    const module = parse(canonical);
    expect(printOperation(module)).toBe(canonical);
    const generic = printOperation(module, { generic: true });
    expect(generic).toContain('%2 = "toy.add"(%0, %1) <{mode = "wrap"}> : (i32, i32) -> i32');
    expect(generic.match(/"toy.end"\(\)/g)).toHaveLength(4);
    expect(printOperation(parse(generic))).toBe(canonical);
  });

  test("a file that is not one module is wrapped into one", () => {
    const module = parse("toy.func @f { end }\ntoy.func @g { end }");
    expect(module.name).toBe("builtin.module");
    expect([...module.region().entry.ops()].map((op) => op.name)).toEqual(["toy.func", "toy.func"]);
  });

  test("names in {} that are properties become properties", () => {
    const op = parse('%0 = "toy.constant"() {label = "v", other} : () -> i32').region().entry.firstOp;
    expect(op?.properties.map((property) => property?.kind)).toEqual(["string"]);
    expect(op?.discardable.map(([name]) => name)).toEqual(["other"]);
  });
});

describe("types and attributes of dialects", () => {
  test("registered ones are structured, in both forms", () => {
    const context = toyContext();
    expect(parseType("!toy.token", context).value).toBe(TokenType.get(context));
    expect(parseType("!toy<token>", context).value).toBe(TokenType.get(context));
    expect(typeText(TokenType.get(context))).toBe("!toy.token");
    expect(parseAttribute("#toy.unit<fast>", context).value).toBe(unit(context, "fast"));
    expect(parseAttribute("#toy<unit<fast>>", context).value).toBe(unit(context, "fast"));
    expect(attributeText(unit(context, "fast"))).toBe("#toy.unit<fast>");
  });

  test("unknown ones of a registered dialect are refused with the nearest name", () => {
    const [diagnostic] = parseType("!toy.tokn", toyContext()).diagnostics;
    expect(diagnostic?.message).toBe("unknown type 'tokn' in dialect 'toy'");
    expect(diagnostic?.hint).toBe("did you mean '!toy.token'?");
    expect(parseAttribute("#other.x", toyContext(false)).diagnostics[0]?.message).toBe(
      "'#other.x' is of dialect 'other', which is not registered",
    );
  });

  test("equal types and attributes are one object", () => {
    const context = toyContext();
    const same = (a: string, b: string): void => {
      expect(parseAttribute(a, context).value).toBe(parseAttribute(b, context).value);
    };
    same("dense<[1, 1]> : tensor<2xi32>", "dense<1> : tensor<2xi32>");
    same('dense<"0x0100000002000000"> : tensor<2xi32>', "dense<[1, 2]> : tensor<2xi32>");
    same("255 : i8", "-1 : i8");
    same("{b = 1, a}", "{a = unit, b = 1 : i64}");
    same("tensor<0x4xf32>", "tensor<0x4xf32>");
  });
});
