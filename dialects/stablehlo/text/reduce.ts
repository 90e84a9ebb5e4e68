// The text of a reduction: `(%x init: %c), ... applies stablehlo.add across dimensions = [1] : types`, or with `reducer(...) {...}`.
import { i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { OperationParts } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import type { CustomAssembly } from "../../../ir/define/define-op.ts";
import type { OpParser, UnresolvedOperand } from "../../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../../ir/syntax/printer-interface.ts";

/** The one commutative op of the body that takes its two arguments in order and is returned, without attributes. */
export function compactBody(op: Operation): Operation | undefined {
  const block = op.region().blocks.length === 1 ? op.region().entry : undefined;
  const inner = block?.firstOp;
  if (
    block === undefined ||
    inner === null ||
    inner === undefined ||
    block.arguments.length !== 2 ||
    inner.next !== block.lastOp
  )
    return undefined;
  const [type] = block.arguments.map((argument) => argument.type);
  const fits =
    inner.definition.dialect === "stablehlo" &&
    inner.hasTrait("Commutative") &&
    inner.operandCount === 2 &&
    inner.resultCount === 1;
  if (!fits || inner.allAttributes.length > 0 || inner.regions.length > 0) return undefined;
  const inOrder = inner.operands.every((value, i) => value === block.arguments[i]) && inner.result().type === type;
  const end = block.lastOp;
  return inOrder && end?.operandCount === 1 && end.operand(0) === inner.result() ? inner : undefined;
}

function print(op: Operation, p: OpPrinter): void {
  const operands = op.operands;
  const count = operands.length / 2;
  p.list(operands.slice(0, count).entries(), ([i, input]) => {
    p.text("(");
    p.value(input);
    p.text(" init: ");
    const init = operands[count + i];
    if (init !== undefined) p.value(init);
    p.text(")");
  });
  const compact = compactBody(op);
  if (compact !== undefined) p.text(` applies ${compact.name}`);
  const dimensions = op.attribute("dimensions");
  p.text(` across dimensions = [${dimensions?.kind === "dense_array" ? dimensions.values.join(", ") : ""}]`);
  p.attrDict(op, { elide: ["dimensions"] });
  p.text(" : ");
  p.functionalType(
    operands.map((value) => value.type),
    op.results.map((value) => value.type),
  );
  if (compact !== undefined) return;
  p.newline();
  p.text(" reducer");
  const args = op.region().entry.arguments;
  for (let i = 0; i < count; i++) {
    p.text(i === 0 ? "(" : " (");
    p.list([args[i], args[count + i]], (argument) => {
      if (argument !== undefined) p.argument(argument);
    });
    p.text(")");
  }
  p.text("  ");
  p.region(op.region(), { entryArguments: false });
}

function parse(p: OpParser): OperationParts {
  const at = p.position();
  const inputs: UnresolvedOperand[] = [];
  const inits: UnresolvedOperand[] = [];
  do {
    p.expect("(");
    inputs.push(p.operand());
    p.expect("init");
    p.expect(":");
    inits.push(p.operand());
    p.expect(")");
  } while (p.accept(","));
  const innerAt = p.position();
  const inner = p.accept("applies") ? p.keyword("operation name") : undefined;
  p.expect("across");
  p.expect("dimensions");
  p.expect("=");
  const dimensions = i64ArrayAttr(
    p.context,
    p.commaList("[", "]", () => p.integer()),
  );
  const attributes = p.optionalAttrDict();
  p.expect(":");
  const type = p.functionType();
  const operands = p.resolveAll([...inputs, ...inits], type.inputs, at);
  const region =
    inner === undefined ? parseReducer(p, inputs.length) : compactRegion(p, inner, operands[0]?.type, innerAt);
  return { operands, resultTypes: type.results, properties: { dimensions }, attributes, regions: [region] };
}

/** `reducer(%a: t, %b: t) (%c: u, %d: u) {...}`: the pairs give the accumulators, then the elements. */
function parseReducer(p: OpParser, count: number) {
  p.expect("reducer");
  const pairs = Array.from({ length: count }, () => {
    const at = p.position();
    const [left, right, ...more] = p.commaList("(", ")", () => p.argument({ type: "required" }));
    if (left === undefined || right === undefined || more.length > 0) p.error("expected a pair of arguments", at);
    return [left, right] as const;
  });
  const args = [0, 1].flatMap((side) => pairs.map((pair) => pair[side === 0 ? 0 : 1]));
  return p.region(args.flatMap(({ name, type, location }) => (type === undefined ? [] : [{ name, type, location }])));
}

/** The region that `applies op` stands for. */
function compactRegion(p: OpParser, name: string, operandType: ReturnType<OpParser["type"]> | undefined, at: number) {
  if (operandType?.kind !== "tensor") return p.error("expected a ranked tensor", at);
  const definition = p.context.ops.get(name);
  if (definition === undefined || definition.operands.length !== 2 || definition.results.length !== 1)
    p.error(`'${name}' is not an operation of two operands`, at);
  const type = tensorType([], operandType.element);
  const region = p.emptyRegion();
  const block = region.addBlock([type, type]);
  const builder = OpBuilder.atEnd(p.context, block);
  builder.location = p.location;
  const inner = builder.create(name, { operands: block.arguments, resultTypes: [type] });
  builder.create("stablehlo.return", { operands: inner.results });
  return region;
}

export const reduceSyntax: CustomAssembly = { print, parse };
