// Wrong rules on linalg and affine: indexing maps composed or kept wrongly, bodies, divisions by constants.
import { AddIOp } from "../../../dialects/arith/index.ts";
import { ApplyOp, MaxOp, MinOp } from "../../../dialects/affine/index.ts";
import { FillOp, GenericOp, IndexOp, linalgOp, TransposeOp, YieldOp } from "../../../dialects/linalg/index.ts";
import { affineBinary, affineConstant, affineDim, isBinary } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import { affineMapAttr, arrayAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { cloneOp, IRMapping } from "../../../ir/core/clone.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { isRewritten, markRewritten, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "linalg", "tensor"] as const;
const maps = "#id = affine_map<(d0, d1) -> (d0, d1)>\n#tr = affine_map<(d0, d1) -> (d1, d0)>\n";
const main = (body: string): string => `${maps}func.func @main(%x: i8, %y: i8) -> tensor<2x2xi8> {
  %q = tensor.from_elements %x, %y, %x, %x : tensor<2x2xi8>
  %o = tensor.from_elements %y, %y, %x, %y : tensor<2x2xi8>
  %e = tensor.from_elements %x, %x, %x, %x : tensor<2x2xi8>
${body}
  return %r : tensor<2x2xi8>
}
`;
const generic = (
  name: string,
  input: string,
  inMap: string,
  outMap: string,
  body: string,
): string => `  ${name} = linalg.generic
    {indexing_maps = [${inMap}, ${outMap}], iterator_types = ["parallel", "parallel"]}
    ins(${input} : tensor<2x2xi8>) outs(%e : tensor<2x2xi8>) {
  ^bb0(%a: i8, %b: i8):
${body}
  } -> tensor<2x2xi8>`;

/** Moves the body of an elementwise producer in front of the consumer's, reading through `map`. */
function fuse(op: Operation, producer: Operation, input: number, map: AffineMap, rewriter: Rewriter): boolean {
  const [consumer, source] = [linalgOp(op), linalgOp(producer)];
  if (consumer === undefined || source === undefined || source.inputs.length !== 1) return false;
  const made = cloneOp(op);
  rewriter.insert(made);
  const body = made.region().entry;
  const argument = body.arguments[input];
  const value = source.inputs[0];
  const first = body.firstOp;
  const given = source.body.arguments[0];
  if (argument === undefined || value === undefined || given === undefined || first === null) return false;
  const mapping = new IRMapping().map(given, argument);
  const computed = [...source.body.ops()].filter((inner) => inner !== source.body.terminator);
  rewriter.at(
    (b) => b.setBefore(first),
    () => computed.forEach((inner) => rewriter.clone(inner, mapping)),
  );
  const result = mapping.value(source.body.terminator.operand(0));
  const kept = new Set(body.arguments);
  for (const use of [...argument.uses()])
    if (!computed.some((inner) => mapping.value(inner.result()).definingOp === use.owner) && !kept.has(result))
      use.set(result);
  made.setOperand(input, value);
  made.setAttribute(
    "indexing_maps",
    arrayAttr(
      op.context,
      consumer.maps.map((old, i) => affineMapAttr(op.context, i === input ? map : old)),
    ),
  );
  rewriter.replaceOp(op, made.results);
  return true;
}

/** The producer of an input that is an elementwise generic of one input and one result. */
function elementwiseProducer(op: Operation): { readonly producer: Operation; readonly input: number } | undefined {
  const consumer = linalgOp(op);
  const inputs = consumer?.inputs ?? [];
  for (const [input, value] of inputs.entries()) {
    const source = linalgOp(value.definingOp);
    if (source === undefined || source.op.name !== GenericOp.name || source.inputs.length !== 1) continue;
    const out = source.body.arguments[1];
    if (source.op.resultCount !== 1 || source.iterators.some((kind) => kind !== "parallel") || out?.hasUses !== false)
      continue;
    if (value.type !== source.inputs[0]?.type || consumer?.maps[input]?.dims !== source.maps[0]?.dims) continue;
    return { producer: source.op, input };
  }
  return undefined;
}

const apply = (map: string): string =>
  returning("%i: index", `  %r = affine.apply affine_map<(d0) -> (${map})>(%i)`, "%r", "index");

export const structuredRules: readonly WrongRule[] = [
  {
    name: "generic of a generic => one, that reads through the producer's map alone",
    mistake: "index",
    source: "llvm/llvm-project#149843",
    dialects,
    leftOps: 6,
    pattern: pattern("generic(generic) => fused, the write's map forgotten", GenericOp, ({ op }, rewriter) => {
      const found = elementwiseProducer(op);
      const source = linalgOp(found?.producer);
      const [read, written] = source?.maps ?? [];
      if (
        found === undefined ||
        read === undefined ||
        written === undefined ||
        written.isIdentity ||
        !written.isPermutation
      )
        return refuse("no input comes from a producer that writes in another order");
      return fuse(op, found.producer, found.input, read, rewriter) ? true : refuse("the bodies do not fit");
    }),
    witness: {
      text: main(
        [
          generic("%t", "%q", "#id", "#tr", "    %s = arith.addi %a, %a : i8\n    linalg.yield %s : i8"),
          generic("%r", "%t", "#id", "#id", "    %s = arith.addi %a, %a : i8\n    linalg.yield %s : i8"),
        ].join("\n"),
      ),
      args: [1, 2],
    },
  },
  {
    name: "generic of a generic with linalg.index => one, whose index is not mapped",
    mistake: "index",
    source: "iree-org/iree#8116",
    dialects,
    leftOps: 8,
    pattern: pattern("generic(generic with linalg.index) => fused", GenericOp, ({ op }, rewriter) => {
      const found = elementwiseProducer(op);
      const [source, consumer] = [linalgOp(found?.producer), linalgOp(op)];
      const through = found === undefined ? undefined : consumer?.maps[found.input];
      const [read, written] = source?.maps ?? [];
      if (
        found === undefined ||
        source === undefined ||
        through === undefined ||
        read === undefined ||
        written === undefined
      )
        return refuse("no input comes from an elementwise generic");
      if (!written.isPermutation || !through.isPermutation || through.isIdentity) return refuse("nothing moves");
      if (![...source.body.ops()].some((inner) => inner.name === IndexOp.name)) return refuse("it asks for no index");
      const map = read.compose(written.inversePermutation()).compose(through);
      return fuse(op, found.producer, found.input, map, rewriter) ? true : refuse("the bodies do not fit");
    }),
    witness: {
      text: main(
        [
          generic(
            "%t",
            "%q",
            "#id",
            "#id",
            `    %i = linalg.index 0 : index
    %n = arith.index_cast %i : index to i8
    %s = arith.addi %a, %n : i8
    linalg.yield %s : i8`,
          ),
          generic("%r", "%t", "#tr", "#id", "    %s = arith.addi %a, %a : i8\n    linalg.yield %s : i8"),
        ].join("\n"),
      ),
      args: [1, 2],
    },
  },
  {
    name: "transpose of a transpose => transpose by the permutations in the wrong order",
    mistake: "operand order",
    source: "llvm/llvm-project#75658",
    dialects,
    leftOps: 3,
    pattern: pattern(
      "transpose(transpose t, p), q => transpose t, q o p",
      TransposeOp,
      ({ op, input, permutation }, rewriter) => {
        const inner = TransposeOp.match(input.definingOp);
        if (inner === undefined) return refuse("its input is no transposition");
        const wrong = inner.permutation.map((d) => permutation[d] ?? d);
        const right = permutation.map((d) => inner.permutation[d] ?? d);
        if (wrong.every((d, i) => d === right[i])) return refuse("the permutations commute");
        rewriter.modifyInPlace(op, () => {
          op.setOperand(0, inner.input);
          op.setAttribute("permutation", i64ArrayAttr(op.context, wrong));
        });
        return true;
      },
    ),
    witness: {
      text: `func.func @main(%x: i8, %y: i8) -> tensor<2x2x2xi8> {
        %q = tensor.from_elements %x, %y, %x, %x, %y, %x, %x, %x : tensor<2x2x2xi8>
        %e = tensor.from_elements %x, %x, %x, %x, %x, %x, %x, %x : tensor<2x2x2xi8>
        %t = linalg.transpose ins(%q : tensor<2x2x2xi8>) outs(%e : tensor<2x2x2xi8>) permutation = [1, 2, 0]
        %r = linalg.transpose ins(%t : tensor<2x2x2xi8>) outs(%e : tensor<2x2x2xi8>) permutation = [1, 0, 2]
        return %r : tensor<2x2x2xi8>
      }`,
      args: [1, 2],
    },
  },
  {
    name: "generic that yields its input's element under any map => the input",
    mistake: "guard",
    dialects,
    leftOps: 4,
    pattern: pattern("generic that yields its input => the input", GenericOp, ({ op }, rewriter) => {
      const view = linalgOp(op);
      const end = view?.body.firstOp;
      if (view === undefined || end === null || end !== view.body.lastOp || op.resultCount !== 1)
        return refuse("the body computes something");
      const [value] = end?.operands ?? [];
      const source = value?.ownerBlock === view.body ? op.operand(value.index) : undefined;
      if (source?.type !== op.result().type) return refuse("it yields something else");
      rewriter.replaceOp(op, source);
      return true;
    }),
    witness: { text: main(generic("%r", "%q", "#tr", "#id", "    linalg.yield %a : i8")), args: [1, 2] },
  },
  {
    name: "generic whose output is its first value => read without it",
    mistake: "effect",
    dialects,
    leftOps: 5,
    pattern: pattern(
      "generic that accumulates in its init => in a fill of the input's first value",
      GenericOp,
      ({ op }, rewriter) => {
        const view = linalgOp(op);
        const [out] = view?.body.arguments.slice(view.inputs.length) ?? [];
        const [input, init] = [view?.inputs[0], view?.inits[0]];
        if (out === undefined || !out.hasUses || input?.type !== init?.type || input === undefined || input === init)
          return refuse("it does not read its init");
        rewriter.setOperand(op, view?.inputs.length ?? 0, input);
        return true;
      },
    ),
    witness: {
      text: main(generic("%r", "%o", "#id", "#id", "    %s = arith.addi %a, %b : i8\n    linalg.yield %s : i8")),
      args: [1, 2],
    },
  },
  {
    name: "fill of a value => the destination",
    mistake: "effect",
    dialects,
    leftOps: 2,
    pattern: pattern("fill of a tensor => what is filled", FillOp, ({ op }, rewriter) => {
      const init = op.operand(1);
      if (op.resultCount !== 1) return refuse("it fills a buffer");
      rewriter.replaceOp(op, init);
      return true;
    }),
    witness: {
      text: main("  %r = linalg.fill ins(%y : i8) outs(%e : tensor<2x2xi8>) -> tensor<2x2xi8>"),
      args: [1, 2],
    },
  },
  {
    name: "yield in a generic of a sum => of its first summand",
    mistake: "guard",
    dialects,
    leftOps: 5,
    pattern: pattern("linalg.yield x + y => linalg.yield x", YieldOp, ({ op }, rewriter) => {
      const sum = AddIOp.match(op.operandCount === 1 ? op.operand(0).definingOp : null);
      if (sum === undefined || sum.op.parentBlock !== op.parentBlock) return refuse("it yields no sum");
      rewriter.setOperand(op, 0, sum.lhs);
      return true;
    }),
    witness: {
      text: main(generic("%r", "%q", "#id", "#id", "    %s = arith.addi %a, %a : i8\n    linalg.yield %s : i8")),
      args: [1, 2],
    },
  },
  {
    name: "(x floordiv c) mod c => x mod c",
    mistake: "guard",
    source: "llvm/llvm-project#119245",
    dialects: ["affine"],
    leftOps: 1,
    pattern: pattern("apply (x floordiv c) mod c => apply -(x floordiv c) * c", ApplyOp, ({ op, map }, rewriter) => {
      const [result] = map.results;
      if (result?.kind !== "mod" || result.lhs.kind !== "floordiv" || result.rhs.kind !== "constant")
        return refuse("it is no remainder of a quotient");
      const { lhs: quotient, rhs: divisor } = result;
      if (quotient.rhs.kind !== "constant" || quotient.rhs.value !== divisor.value)
        return refuse("the divisors differ");
      const again = affineBinary("floordiv", quotient, divisor);
      const made = affineBinary("mul", again, affineConstant(-divisor.value));
      rewriter.modifyInPlace(op, () =>
        op.setAttribute("map", affineMapAttr(op.context, new AffineMap(map.dims, map.symbols, [made]))),
      );
      return true;
    }),
    witness: { text: apply("(d0 floordiv 8) mod 8"), args: [17] },
  },
  {
    name: "x - (x floordiv a) * b => x mod b",
    mistake: "guard",
    source: "tensorflow/mlir#84",
    dialects: ["affine"],
    leftOps: 1,
    pattern: pattern("apply x - (x floordiv a) * b => apply x mod b", ApplyOp, ({ op, map }, rewriter) => {
      const [sum] = map.results;
      if (sum?.kind !== "add" || sum.rhs.kind !== "mul" || sum.rhs.rhs.kind !== "constant" || sum.rhs.rhs.value >= 0)
        return refuse("it subtracts no product");
      if (sum.rhs.lhs.kind !== "floordiv" || sum.lhs.kind !== "dim" || sum.rhs.lhs.lhs.kind !== "dim")
        return refuse("it subtracts no quotient");
      if (sum.lhs.position !== sum.rhs.lhs.lhs.position) return refuse("it divides something else");
      const made = affineBinary("mod", sum.lhs, affineConstant(-sum.rhs.rhs.value));
      rewriter.modifyInPlace(op, () =>
        op.setAttribute("map", affineMapAttr(op.context, new AffineMap(map.dims, map.symbols, [made]))),
      );
      return true;
    }),
    witness: { text: apply("d0 - (d0 floordiv 3) * 2"), args: [5] },
  },
  {
    name: "x ceildiv c => x floordiv c + 1",
    mistake: "boundary",
    dialects: ["affine"],
    leftOps: 1,
    pattern: pattern("apply x ceildiv c => apply x floordiv c + 1", ApplyOp, ({ op, map }, rewriter) => {
      const [result] = map.results;
      if (result?.kind !== "ceildiv") return refuse("it does not divide upwards");
      const made = affineBinary("add", affineBinary("floordiv", result.lhs, result.rhs), affineConstant(1));
      rewriter.modifyInPlace(op, () =>
        op.setAttribute("map", affineMapAttr(op.context, new AffineMap(map.dims, map.symbols, [made]))),
      );
      return true;
    }),
    witness: { text: apply("d0 ceildiv 4"), args: [8] },
  },
  {
    name: "apply of a map in two dimensions => with its operands exchanged",
    mistake: "operand order",
    dialects: ["affine"],
    leftOps: 1,
    pattern: pattern("apply f(x, y) => apply f(y, x)", ApplyOp, ({ op, map, mapOperands }, rewriter) => {
      const [x, y] = mapOperands;
      const [result] = map.results;
      if (map.dims !== 2 || map.symbols !== 0 || x === undefined || y === undefined || x === y)
        return refuse("not two dims");
      if (result === undefined || !isBinary(result) || isRewritten(op)) return refuse("it computes nothing");
      const swapped = new AffineMap(2, 0, [affineDim(1), affineDim(0)]);
      const symmetric = map.compose(swapped).key === map.key;
      if (symmetric || (result.kind === "add" && result.lhs.kind === "dim" && result.rhs.kind === "dim"))
        return refuse("it is symmetric");
      rewriter.modifyInPlace(op, () => markRewritten(op).setOperands([y, x]));
      return true;
    }),
    witness: {
      text: returning(
        "%i: index, %j: index",
        "  %r = affine.apply affine_map<(d0, d1) -> (d0 + d1 * 2)>(%i, %j)",
        "%r",
        "index",
      ),
      args: [1, 2],
    },
  },
  {
    name: "affine.min => affine.max",
    mistake: "predicate",
    dialects: ["affine"],
    leftOps: 1,
    pattern: pattern("min of a map => max of it", MinOp, ({ op, map, operands }, rewriter) => {
      if (map.results.length < 2) return refuse("it has one result");
      rewriter.replaceOp(op, MaxOp.build(rewriter, { map, operands }).result);
      return true;
    }),
    witness: {
      text: returning("%i: index", "  %r = affine.min affine_map<(d0) -> (d0, 4)>(%i)", "%r", "index"),
      args: [1],
    },
  },
];
