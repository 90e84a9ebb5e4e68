// Every vector op, over shapes that fill chunks and that do not: interpreter, interpreter as WebAssembly, and WebAssembly give the same bytes.
import { describe, expect, test } from "@jest/globals";
import { inputsFor, threeWays } from "./three-ways.ts";

interface Operand {
  readonly shape: readonly number[];
  readonly element: string;
}

const vector = ({ shape, element }: Operand): string => `vector<${[...shape, element].join("x")}>`;
const memref = ({ shape, element }: Operand): string => `memref<${[...shape, element].join("x")}>`;

/** A function that reads whole vectors %0, %1, ..., runs `body`, and writes %r. */
function program(operands: readonly Operand[], result: Operand, body: string): string {
  const zeros = operands.map(
    ({ element }, i) =>
      `    %p${i} = arith.constant ${element.startsWith("f") ? "0.0" : element === "i1" ? "false" : "0"}${element === "i1" ? "" : ` : ${element}`}`,
  );
  const reads = operands.map((operand, i) => {
    const indices = operand.shape.map(() => "%c0").join(", ");
    const bounds = operand.shape.length === 0 ? "" : ` {in_bounds = [${operand.shape.map(() => "true").join(", ")}]}`;
    return `    %${i} = vector.transfer_read %a${i}[${indices}], %p${i}${bounds} : ${memref(operand)}, ${vector(operand)}`;
  });
  const out = operands.length;
  const indices = result.shape.map(() => "%c0").join(", ");
  const bounds = result.shape.length === 0 ? "" : ` {in_bounds = [${result.shape.map(() => "true").join(", ")}]}`;
  return `
  func.func @main(${[...operands, result].map((operand, i) => `%a${i}: ${memref(operand)}`).join(", ")}) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c3 = arith.constant 3 : index
${[...zeros, ...reads].join("\n")}
${body}
    vector.transfer_write %r, %a${out}[${indices}]${bounds} : ${vector(result)}, ${memref(result)}
    return
  }`;
}

async function same(text: string, seed = 1): Promise<void> {
  const { before, converted, native } = await threeWays(text, inputsFor(text, seed));
  expect(converted).toEqual(before);
  expect(native).toEqual(before);
}

const shapes: readonly (readonly number[])[] = [
  [1],
  [3],
  [4],
  [5],
  [8],
  [17],
  [2, 1],
  [2, 3],
  [3, 4],
  [2, 5],
  [2, 17],
  [2, 2, 3],
  [2, 1, 8],
];

describe("elementwise", () => {
  const floats = [
    "arith.addf",
    "arith.subf",
    "arith.mulf",
    "arith.divf",
    "arith.maximumf",
    "arith.minimumf",
    "arith.maxnumf",
    "arith.minnumf",
    "math.copysign",
  ];
  const integers = ["addi", "subi", "muli", "andi", "ori", "xori", "minsi", "minui", "maxsi", "maxui"];
  test.each(shapes)("on floats, %p %p %p", async (...shape) => {
    for (const element of ["f32", "f64"]) {
      const operand = { shape, element };
      const type = vector(operand);
      const lines = floats.map((name, i) => `    %x${i + 1} = ${name} %x${i}, %1 : ${type}`);
      const unary = ["arith.negf", "math.absf", "math.ceil", "math.floor", "math.trunc", "math.roundeven"].map(
        (name, i) => `    %y${i + 1} = ${name} %y${i} : ${type}`,
      );
      const body = [
        `    %x0 = arith.addf %0, %1 : ${type}`,
        ...lines,
        `    %y0 = arith.mulf %x${floats.length}, %x3 : ${type}`,
        ...unary,
        `    %r = arith.addf %x4, %y6 : ${type}`,
      ];
      await same(program([operand, operand], operand, body.join("\n")));
    }
  });
  test.each(shapes)("on integers, %p %p %p", async (...shape) => {
    for (const element of ["i1", "i8", "i16", "i32", "i64", "index"]) {
      const operand = { shape, element };
      const type = vector(operand);
      const lines = integers.map(
        (name, i) => `    %x${i + 1} = arith.${name} %x${i}, ${i % 2 === 0 ? "%1" : "%0"} : ${type}`,
      );
      await same(
        program(
          [operand, operand],
          operand,
          [
            `    %x0 = arith.addi %0, %1 : ${type}`,
            ...lines,
            `    %r = arith.addi %x${integers.length}, %x3 : ${type}`,
          ].join("\n"),
        ),
      );
    }
  });
  test.each(shapes)("shifts and divisions, %p %p %p", async (...shape) => {
    for (const element of ["i8", "i16", "i32", "i64"]) {
      const operand = { shape, element };
      const type = vector(operand);
      const body = `
    %two = arith.constant dense<2> : ${type}
    %seven = arith.constant dense<7> : ${type}
    %amount = arith.andi %1, %seven : ${type}
    %s0 = arith.shli %0, %two : ${type}
    %s1 = arith.shrsi %s0, %amount : ${type}
    %s2 = arith.shrui %0, %two : ${type}
    %s3 = arith.shli %s2, %amount : ${type}
    %odd = arith.ori %amount, %two : ${type}
    %d0 = arith.divsi %0, %odd : ${type}
    %d1 = arith.divui %s3, %odd : ${type}
    %d2 = arith.remsi %0, %odd : ${type}
    %d3 = arith.remui %0, %odd : ${type}
    %d4 = arith.floordivsi %0, %odd : ${type}
    %d5 = arith.ceildivsi %0, %odd : ${type}
    %d6 = math.absi %0 : ${type}
    %t0 = arith.xori %s1, %d0 : ${type}
    %t1 = arith.addi %t0, %d1 : ${type}
    %t2 = arith.addi %t1, %d2 : ${type}
    %t3 = arith.xori %t2, %d3 : ${type}
    %t4 = arith.addi %t3, %d4 : ${type}
    %t5 = arith.subi %t4, %d5 : ${type}
    %r = arith.addi %t5, %d6 : ${type}`;
      await same(program([operand, operand], operand, body));
    }
  });
  test.each(shapes)("comparisons and select, %p %p %p", async (...shape) => {
    for (const [element, predicates, op] of [
      [
        "f32",
        [
          "oeq",
          "ogt",
          "oge",
          "olt",
          "ole",
          "one",
          "ord",
          "ueq",
          "ugt",
          "uge",
          "ult",
          "ule",
          "une",
          "uno",
          "true",
          "false",
        ],
        "cmpf",
      ],
      ["f64", ["olt", "uge", "one"], "cmpf"],
      ["i1", ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"], "cmpi"],
      ["i8", ["eq", "slt", "ult", "uge"], "cmpi"],
      ["i32", ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"], "cmpi"],
      ["i64", ["eq", "slt", "ult", "sge"], "cmpi"],
    ] as const) {
      const operand = { shape, element };
      const type = vector(operand);
      const tests = predicates.map(
        (predicate, i) => `
    %c_${i} = arith.${op} ${predicate}, %0, %1 : ${type}
    %x${i + 1} = arith.select %c_${i}, %x${i}, %1 : ${vector({ shape, element: "i1" })}, ${type}
    %m${i + 1} = arith.xori %m${i}, %c_${i} : ${vector({ shape, element: "i1" })}`,
      );
      const start = `    %c_s = arith.${op} ${predicates[0]}, %1, %0 : ${type}
    %m0 = arith.andi %c_s, %c_s : ${vector({ shape, element: "i1" })}
    %x0 = arith.select %m0, %0, %1 : ${vector({ shape, element: "i1" })}, ${type}`;
      await same(
        program(
          [operand, operand],
          operand,
          [
            start,
            ...tests,
            `    %r = arith.select %m${predicates.length}, %x${predicates.length}, %0 : ${vector({ shape, element: "i1" })}, ${type}`,
          ].join("\n"),
        ),
      );
    }
  });
});

describe("casts", () => {
  const casts: readonly (readonly [string, string, string])[] = [
    ["extsi", "i8", "i32"], ["extsi", "i8", "i16"], ["extsi", "i1", "i8"], ["extsi", "i32", "i64"], ["extsi", "i8", "i64"], ["extui", "i8", "i32"],
    ["extui", "i1", "i32"], ["extui", "i16", "i64"], ["trunci", "i32", "i8"], ["trunci", "i64", "i32"], ["trunci", "i64", "i16"], ["trunci", "i32", "i1"],
    ["sitofp", "i32", "f32"], ["sitofp", "i8", "f32"], ["sitofp", "i1", "f32"], ["uitofp", "i8", "f32"], ["uitofp", "i1", "f64"], ["sitofp", "i32", "f64"],
    ["sitofp", "i64", "f32"], ["sitofp", "i64", "f64"], ["fptosi", "f32", "i32"], ["fptosi", "f32", "i8"], ["fptosi", "f64", "i32"], ["fptosi", "f64", "i64"],
    ["fptosi", "f32", "i64"], ["extf", "f32", "f64"], ["truncf", "f64", "f32"], ["bitcast", "f32", "i32"], ["bitcast", "i64", "f64"],
    ["index_cast", "i32", "index"], ["index_cast", "index", "i32"], ["index_cast", "i8", "index"], ["index_castui", "i8", "index"],
  ]; // prettier-ignore
  test.each(casts)("%s from %s to %s", async (name, from, to) => {
    for (const shape of [[1], [3], [5], [8], [2, 5]]) {
      const [source, target] = [
        { shape, element: from },
        { shape, element: to },
      ];
      await same(program([source], target, `    %r = arith.${name} %0 : ${vector(source)} to ${vector(target)}`));
    }
  });
});

describe("shape", () => {
  test.each(["f32", "f64", "i8", "i1"])("broadcast, transpose, shape_cast, slices of %s", async (element) => {
    const of = (...shape: number[]): Operand => ({ shape, element });
    const cases: readonly (readonly [Operand[], Operand, string])[] = [
      [[of(5)], of(3, 5), "vector.broadcast %0 : $0 to $r"],
      [[of(3, 1)], of(3, 6), "vector.broadcast %0 : $0 to $r"],
      [[of(1)], of(2, 3, 5), "vector.broadcast %0 : $0 to $r"],
      [[of(1, 4)], of(2, 4), "vector.broadcast %0 : $0 to $r"],
      [[of(3, 5)], of(5, 3), "vector.transpose %0, [1, 0] : $0 to $r"],
      [[of(4, 4)], of(4, 4), "vector.transpose %0, [1, 0] : $0 to $r"],
      [[of(2, 3, 5)], of(3, 5, 2), "vector.transpose %0, [1, 2, 0] : $0 to $r"],
      [[of(2, 6)], of(3, 4), "vector.shape_cast %0 : $0 to $r"],
      [[of(17)], of(1, 17), "vector.shape_cast %0 : $0 to $r"],
      [[of(2, 4)], of(8), "vector.shape_cast %0 : $0 to $r"],
      [[of(3, 5)], of(5), "vector.extract %0[2] : $r from $0"],
      [
        [of(4, 6)],
        of(2, 3),
        "vector.extract_strided_slice %0 {offsets = [1, 2], sizes = [2, 3], strides = [1, 1]} : $0 to $r",
      ],
      [
        [of(2, 3), of(4, 6)],
        of(4, 6),
        "vector.insert_strided_slice %0, %1 {offsets = [1, 2], strides = [1, 1]} : $0 into $1",
      ],
      [[of(5), of(3, 5)], of(3, 5), "vector.insert %0, %1[1] : $0 into $1"],
      [[of(5), of(3)], of(4), "vector.shuffle %0, %1 [7, 0, 5, 4] : $0, $1"],
    ];
    for (const [operands, result, line] of cases) {
      const text = line
        .replaceAll("$r", vector(result))
        .replace(/\$(\d)/g, (_, i: string) => vector(operands[Number(i)] ?? result));
      await same(program(operands, result, `    %r = ${text}`));
    }
    const source = of(3, 5);
    await same(
      program(
        [source, of(7)],
        source,
        `
    %s = vector.extract %0[1, 3] : ${element} from ${vector(source)}
    %t = vector.insert %s, %0[2, 4] : ${element} into ${vector(source)}
    %u = vector.extract %1[6] : ${element} from ${vector(of(7))}
    %v = vector.broadcast %u : ${element} to ${vector(of(5))}
    %r = vector.insert %v, %t[0] : ${vector(of(5))} into ${vector(source)}`,
      ),
    );
  });
  test("rank 0", async () => {
    const scalar = { shape: [], element: "f32" };
    await same(
      program([scalar], { shape: [3], element: "f32" }, `    %r = vector.broadcast %0 : vector<f32> to vector<3xf32>`),
    );
  });
});

describe("masks", () => {
  test.each([[5], [8], [3, 5], [2, 2, 3]])("create_mask, constant_mask, step on %p %p %p", async (...shape) => {
    const element = { shape, element: "f32" };
    const sizes = { shape: [3], element: "index" };
    const mask = vector({ shape, element: "i1" });
    const operands = shape.map((_, d) => `%n${d}`).join(", ");
    const body = `
${[0, 1, 2].map((d) => `    %n${d} = vector.extract %1[${d}] : index from vector<3xindex>`).join("\n")}
    %m = vector.create_mask ${operands} : ${mask}
    %k = vector.constant_mask [${shape.map((extent) => Math.ceil(extent / 2)).join(", ")}] : ${mask}
    %e = arith.xori %m, %k : ${mask}
    %zero = arith.constant dense<0.0> : ${vector(element)}
    %s = vector.step : vector<${shape.at(-1) ?? 1}xindex>
    %si = arith.index_cast %s : vector<${shape.at(-1) ?? 1}xindex> to vector<${shape.at(-1) ?? 1}xi32>
    %sf = arith.sitofp %si : vector<${shape.at(-1) ?? 1}xi32> to vector<${shape.at(-1) ?? 1}xf32>
    %sb = vector.broadcast %sf : vector<${shape.at(-1) ?? 1}xf32> to ${vector(element)}
    %x = arith.addf %0, %sb : ${vector(element)}
    %r = arith.select %e, %x, %zero : ${mask}, ${vector(element)}`;
    for (let seed = 1; seed < 6; seed++) await same(program([element, sizes], element, body), seed);
  });
});

describe("reductions", () => {
  const kinds = {
    f32: ["add", "mul", "minimumf", "maximumf", "minnumf", "maxnumf"],
    i32: ["add", "mul", "minsi", "maxsi", "minui", "maxui", "and", "or", "xor"],
    i8: ["add", "maxsi"],
    f64: ["add"],
    i64: ["add", "maxui"],
  };
  test.each(Object.entries(kinds))("on %s", async (element, list) => {
    const cases: readonly (readonly [number[], number[]])[] = [
      [[5], [0]], [[3, 5], [1]], [[3, 5], [0]], [[3, 8], [0]], [[2, 3, 5], [1]], [[2, 3, 5], [0, 2]], [[2, 3, 4], [0, 1]], [[1, 17], [1]], [[4, 1], [0]],
    ]; // prettier-ignore
    for (const kind of list) {
      for (const [shape, dims] of cases) {
        const source = { shape, element };
        const kept = shape.filter((_, d) => !dims.includes(d));
        if (kept.length === 0) {
          const body = `
    %s = vector.extract %1[0] : ${element} from vector<1x${element}>
    %t = vector.multi_reduction <${kind}>, %0, %s [${dims.join(", ")}] : ${vector(source)} to ${element}
    %u = vector.reduction <${kind}>, %0, %t : ${vector(source)} into ${element}
    %v = vector.reduction <${kind}>, %0 : ${vector(source)} into ${element}
    %r = vector.from_elements %t, %u, %v : vector<3x${element}>`;
          await same(program([source, { shape: [1], element }], { shape: [3], element }, body));
        } else {
          const acc = { shape: kept, element };
          await same(
            program(
              [source, acc],
              acc,
              `    %r = vector.multi_reduction <${kind}>, %0, %1 [${dims.join(", ")}] : ${vector(source)} to ${vector(acc)}`,
            ),
          );
        }
      }
    }
  });
});

describe("contractions", () => {
  const iterators = (text: string): string =>
    [...text].map((c) => `"${c === "p" ? "parallel" : "reduction"}"`).join(", ");
  const cases: readonly (readonly [string, string, string, string, number[], number[], number[]])[] = [
    ["(m,n,k)->(m,k)", "(m,n,k)->(k,n)", "(m,n,k)->(m,n)", "ppr", [4, 1], [1, 8], [4, 8]],
    ["(m,n,k)->(m,k)", "(m,n,k)->(k,n)", "(m,n,k)->(m,n)", "ppr", [3, 5], [5, 7], [3, 7]],
    ["(m,n,k)->(m,k)", "(m,n,k)->(n,k)", "(m,n,k)->(m,n)", "ppr", [3, 4], [6, 4], [3, 6]],
    ["(m,n,k)->(k,m)", "(m,n,k)->(k,n)", "(m,n,k)->(m,n)", "ppr", [3, 5], [3, 4], [5, 4]],
    ["(m,n,k)->(m,k)", "(m,n,k)->(k,n)", "(m,n,k)->(n,m)", "ppr", [3, 2], [2, 5], [5, 3]],
    ["(b,m,n,k)->(b,m,k)", "(b,m,n,k)->(b,k,n)", "(b,m,n,k)->(b,m,n)", "pppr", [2, 2, 3], [2, 3, 5], [2, 2, 5]],
    ["(m,k)->(m,k)", "(m,k)->(k)", "(m,k)->(m)", "pr", [5, 3], [3], [5]],
    ["(n,k)->(k)", "(n,k)->(k,n)", "(n,k)->(n)", "pr", [3], [3, 9], [9]],
    ["(c,k)->(k,c)", "(c,k)->(k,c)", "(c,k)->(c)", "pr", [3, 6], [3, 6], [6]],
    ["(m,n,k,l)->(m,k,l)", "(m,n,k,l)->(l,k,n)", "(m,n,k,l)->(m,n)", "pprr", [2, 2, 3], [3, 2, 5], [2, 5]],
  ];
  test.each(cases)("%s, %s -> %s", async (a, b, c, kinds, lhs, rhs, acc) => {
    for (const [narrow, wide] of [
      ["f32", "f32"],
      ["i8", "i32"],
      ["i32", "i32"],
      ["f64", "f64"],
      ["i16", "i64"],
      ["f32", "f64"],
    ] as const) {
      const operands = [
        { shape: lhs, element: narrow },
        { shape: rhs, element: narrow },
        { shape: acc, element: wide },
      ];
      const [x, y, z] = operands.map(vector);
      const maps = [a, b, c].map((map) => `affine_map<${map}>`).join(", ");
      const body = `    %r = vector.contract {indexing_maps = [${maps}], iterator_types = [${iterators(kinds)}], kind = #vector.kind<add>} %0, %1, %2 : ${x ?? ""}, ${y ?? ""} into ${z ?? ""}`;
      await same(program(operands, { shape: acc, element: wide }, body));
    }
  });
  test("to a scalar, and an outer product", async () => {
    const body = `
    %s = vector.extract %2[0] : f32 from vector<1xf32>
    %t = vector.contract {indexing_maps = [affine_map<(k)->(k)>, affine_map<(k)->(k)>, affine_map<(k)->()>], iterator_types = ["reduction"], kind = #vector.kind<add>} %0, %1, %s : vector<7xf32>, vector<7xf32> into f32
    %o = vector.outerproduct %0, %1 : vector<7xf32>, vector<7xf32>
    %b = vector.broadcast %t : f32 to vector<7x7xf32>
    %r = vector.outerproduct %1, %0, %b {kind = #vector.kind<add>} : vector<7xf32>, vector<7xf32>`;
    await same(
      program(
        [
          { shape: [7], element: "f32" },
          { shape: [7], element: "f32" },
          { shape: [1], element: "f32" },
        ],
        { shape: [7, 7], element: "f32" },
        body,
      ),
    );
  });
});

test("vector.fma, bitcast, math on vectors and masks of 64-bit lanes", async () => {
  const f = { shape: [2, 5], element: "f32" };
  const i = { shape: [2, 5], element: "i32" };
  await same(
    program(
      [f, f],
      i,
      `    %x = arith.mulf %0, %1 : ${vector(f)}\n    %r = vector.bitcast %x : ${vector(f)} to ${vector(i)}`,
    ),
  );
});
