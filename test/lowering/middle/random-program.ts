// Random programs on tensors, from choices that fast-check makes and shrinks. All numbers are small and whole, so that every order of
// evaluation gives the same results.
import type * as FastCheck from "../../support/fast-check.ts";
import { LinalgProgram, type BinaryKind, type Tensor } from "../../support/linalg-program.ts";

export interface Step {
  readonly kind: (typeof kinds)[number];
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

export interface ProgramChoices {
  readonly element: "f32" | "i32" | "f64" | "i8";
  readonly shapes: readonly (readonly number[])[];
  readonly steps: readonly Step[];
  readonly results: number;
}

const kinds = [
  "binary", "unary", "reduce", "broadcast", "transpose", "contract", "slice", "pad", "concat", "insert", "reshape", "centre", "pool",
  "update", "fill",
] as const; // prettier-ignore

const extents = [1, 2, 3, 5, 7, 8, 13, 16, 17, 20, 33] as const;
const reductions: readonly BinaryKind[] = ["add", "max", "min"];
const binaries: readonly BinaryKind[] = ["add", "sub", "mul", "max", "min"];
const mostElements = 2000;

/** Choices for a program of up to `steps` steps. */
export function programChoices(fc: typeof FastCheck, steps: number): FastCheck.Arbitrary<ProgramChoices> {
  return fc.record({
    element: fc.constantFrom("f32", "f32", "f32", "i32", "f64", "i8"),
    shapes: fc.array(fc.array(fc.constantFrom(...extents), { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        a: fc.nat({ max: 1000 }),
        b: fc.nat({ max: 1000 }),
        n: fc.nat({ max: 1000 }),
      }),
      { minLength: 1, maxLength: steps },
    ),
    results: fc.integer({ min: 1, max: 3 }),
  });
}

const count = (shape: readonly number[]): number => shape.reduce((n, extent) => n * extent, 1);

/** The program that the choices stand for; a step that does not fit its operands gives none. */
export function randomProgram({ element, shapes, steps, results }: ProgramChoices): string {
  const p = new LinalgProgram();
  const pool: Tensor[] = shapes
    .map((shape) => (count(shape) > mostElements ? shape.slice(0, 2) : shape))
    .map((shape) => p.arg(shape, element));
  const pick = (n: number): Tensor => pool[n % pool.length] ?? p.arg([3], element);
  for (const step of steps) {
    const x = pick(pool.length - 1 - (step.a % Math.min(pool.length, 4)));
    const made = makeStep(p, step, x, pool);
    if (made !== undefined && count(made.shape) <= mostElements && made.shape.length <= 4) pool.push(made);
  }
  const given = pool.slice(-results);
  return p.text(...given);
}

/** Element by element, the outcome kept between -8 and 8. */
function clamped(p: LinalgProgram, inputs: readonly Tensor[], kind: BinaryKind): Tensor {
  const element = inputs[0]?.element ?? "f32";
  const literal = (n: number): string => (element.startsWith("f") ? `${n}.0` : String(n));
  return p.map(inputs, ([a = "", b = ""], body) => {
    const value = body.binary(kind, a, inputs.length > 1 ? b : a, element);
    const high = body.binary("min", value, body.constant(literal(8), element), element);
    return [body.binary("max", high, body.constant(literal(-8), element), element)];
  });
}

function makeStep(p: LinalgProgram, { kind, b, n }: Step, x: Tensor, pool: readonly Tensor[]): Tensor | undefined {
  const rank = x.shape.length;
  const dims = x.shape.map((_, d) => d);
  const extent = (i: number): number => extents[i % extents.length] ?? 1;
  const binary = binaries[n % binaries.length] ?? "add";
  const subset = dims.filter((d) => ((n + 1) >> d) & 1);
  switch (kind) {
    case "binary": {
      const others = pool.filter((t) => t.shape.join() === x.shape.join());
      return clamped(p, [x, others[b % others.length] ?? x], binary);
    }
    case "unary":
      return clamped(p, [x], binary);
    case "reduce": {
      if (subset.length === 0) return undefined;
      const reduced = p.reduce(reductions[b % reductions.length] ?? "add", x, subset);
      return clamped(p, [reduced], "add");
    }
    case "broadcast": {
      const at = b % (rank + 1);
      const shape = x.shape.toSpliced(at, 0, extent(n));
      return rank < 4 && count(shape) <= mostElements ? p.broadcast(x, shape, [at]) : undefined;
    }
    case "transpose":
      return p.transpose(x, n % 2 === 0 ? dims.toReversed() : [...dims.slice(1), ...dims.slice(0, 1)]);
    case "contract":
      return contractStep(p, x, b, n, pool);
    case "slice": {
      const sizes = x.shape.map((e) => Math.max(1, e - (n % 4)));
      const offsets = x.shape.map((e, d) => Math.min(b % 3, e - sizes[d]!));
      return rank > 0 ? p.slice(x, offsets, sizes) : undefined;
    }
    case "pad": {
      const low = dims.map((d) => (b + d) % 3);
      const high = dims.map((d) => (n + d) % 2);
      return rank > 0 ? p.pad(x, low, high, x.element.startsWith("f") ? "1.0" : "1") : undefined;
    }
    case "concat":
      return rank > 0 ? p.concat([x, clamped(p, [x], "add"), x], n % rank) : undefined;
    case "insert": {
      const smaller = x.shape.map((e) => Math.max(1, e - 1));
      const part = p.slice(
        clamped(p, [x], "add"),
        x.shape.map(() => 0),
        smaller,
      );
      return rank > 0
        ? p.insert(
            part,
            x,
            x.shape.map((e, d) => (b % 2) * (e - (smaller[d] ?? e))),
          )
        : undefined;
    }
    case "reshape":
      if (rank >= 2 && n % 2 === 0) {
        const joined = [(x.shape[0] ?? 1) * (x.shape[1] ?? 1), ...x.shape.slice(2)];
        return p.reshape(x, joined, [[0, 1], ...dims.slice(2).map((d) => [d])]);
      }
      return rank > 0 ? p.reshape(x, [1, ...x.shape], [[0, 1], ...dims.slice(1).map((d) => [d + 1])]) : undefined;
    case "centre": {
      if (subset.length === 0) return undefined;
      return clamped(p, [x, p.broadcast(p.reduce("max", x, subset), x.shape, subset)], "sub");
    }
    case "pool": {
      const [h = 1, w = 1] = x.shape;
      if (rank !== 2 || h < 2 || w < 2) return undefined;
      const stride = 1 + (n % 2);
      const shape = [Math.floor((h - 2) / stride) + 1, Math.floor((w - 2) / stride) + 1];
      const [result] = p.generic({
        inputs: [
          { tensor: x, map: `d0 * ${stride} + d2, d1 * ${stride} + d3` },
          { tensor: p.empty([2, 2], x.element), map: "d2, d3" },
        ],
        outputs: [{ tensor: p.zero(shape, x.element), map: "d0, d1" }],
        iterators: ["parallel", "parallel", "reduction", "reduction"],
        body: ([v = "", , acc = ""], body) => [body.binary("max", acc, v, x.element)],
      });
      return result;
    }
    case "update": {
      const map = dims.map((d) => `d${d}`).join(", ");
      const [result] = p.generic({
        inputs: [{ tensor: clamped(p, [x], "add"), map }],
        outputs: [{ tensor: x, map }],
        iterators: dims.map(() => "parallel"),
        body: ([v = "", old = ""], body) => [body.binary(n % 2 === 0 ? "max" : "sub", old, v, x.element)],
      });
      return result && clamped(p, [result], "max");
    }
    case "fill":
      return p.fill(x.element.startsWith("f") ? `${n % 5}.0` : String(n % 5), x.shape, x.element);
  }
}

/** A matrix product with a new argument, or with a value of the pool. */
function contractStep(p: LinalgProgram, x: Tensor, b: number, n: number, pool: readonly Tensor[]): Tensor | undefined {
  const rank = x.shape.length;
  if (rank === 0 || rank > 3) return undefined;
  const depth = x.shape[rank - 1] ?? 1;
  const columns = extents[b % extents.length] ?? 1;
  const letters = "abc".slice(0, rank - 1);
  const left = `${letters}k`;
  const [shape, right, out] = [
    [[depth, columns], "kn", `${letters}n`] as const,
    [[columns, depth], "nk", `${letters}n`] as const,
    [[depth, columns], "kn", `n${letters}`] as const,
    [[depth], "k", letters] as const,
    [[...x.shape.slice(0, -1), columns, depth], `${letters}nk`, `${letters}n`] as const,
    [[...x.shape.slice(0, -1), depth], `${letters}k`, letters] as const,
  ][n % 6] ?? [[depth, columns], "kn", `${letters}n`];
  if (count(shape) > mostElements) return undefined;
  const present = pool.find((t) => t.shape.join() === shape.join());
  const other = present !== undefined && n % 3 !== 0 ? present : p.arg(shape, x.element);
  const product = p.contract(`${left},${right}->${out}`, x, other);
  return clamped(p, [product], "min");
}
