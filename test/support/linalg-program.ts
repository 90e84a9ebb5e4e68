// Programs on tensors as text: named tensors, and one method a kind of linalg op.

export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly element: string;
}

const tensorText = ({ shape, element }: Pick<Tensor, "shape" | "element">): string =>
  `tensor<${[...shape, element].join("x")}>`;

const isFloat = (element: string): boolean => /^(f|bf)/.test(element);
const loopList = (loops: readonly number[]): string => loops.map((loop) => `d${loop}`).join(", ");
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** An operand of a structured op: the results of its indexing map, as text over d0, d1... */
export interface Operand {
  readonly tensor: Tensor;
  readonly map: string;
}

export interface Structured {
  readonly inputs: readonly Operand[];
  readonly outputs: readonly Operand[];
  readonly iterators: readonly ("parallel" | "reduction")[];
  /** Lines of the body and the names of what it yields, from the names of its arguments. */
  readonly body: (args: readonly string[], body: Body) => readonly string[];
}

/** The lines of a body, one op a line. */
export class Body {
  readonly lines: string[] = [];
  readonly #fresh: () => string;

  constructor(fresh: () => string) {
    this.#fresh = fresh;
  }

  /** `%n = text` */
  add(text: string): string {
    const name = this.#fresh();
    this.lines.push(`${name} = ${text}`);
    return name;
  }

  /** `%n = op a, b : element` */
  op(name: string, operands: readonly string[], element: string): string {
    return this.add(`${name} ${operands.join(", ")} : ${element}`);
  }

  constant(value: string, element: string): string {
    return this.add(`arith.constant ${value} : ${element}`);
  }

  /** `add`, `sub`, `mul`, `max`, `min` of two elements. */
  binary(kind: BinaryKind, a: string, b: string, element: string): string {
    return this.op(binaryName(kind, element), [a, b], element);
  }
}

export type BinaryKind = "add" | "sub" | "mul" | "max" | "min";

function binaryName(kind: BinaryKind, element: string): string {
  const suffix = {
    add: "addi",
    sub: "subi",
    mul: "muli",
    max: element === "i1" ? "maxui" : "maxsi",
    min: element === "i1" ? "minui" : "minsi",
  };
  const floats = { add: "addf", sub: "subf", mul: "mulf", max: "maximumf", min: "minimumf" };
  return `arith.${(isFloat(element) ? floats : suffix)[kind]}`;
}

/** The element that a reduction starts from. */
function neutral(kind: BinaryKind, element: string): string {
  const width = Number(/\d+/.exec(element)?.[0] ?? 32);
  if (isFloat(element)) {
    const infinity = { f32: "7F800000", f64: "7FF0000000000000", f16: "7C00", bf16: "7F80" }[element] ?? "7F800000";
    if (kind === "max")
      return `0x${(BigInt(`0x${infinity}`) | (1n << BigInt(infinity.length * 4 - 1))).toString(16).toUpperCase()}`;
    return kind === "min" ? `0x${infinity}` : kind === "mul" ? "1.0" : "0.0";
  }
  if (element === "i1") return kind === "min" || kind === "mul" ? "true" : "false";
  if (kind === "max") return String(-(2n ** BigInt(width - 1)));
  return kind === "min" ? String(2n ** BigInt(width - 1) - 1n) : kind === "mul" ? "1" : "0";
}

/** A function `@main` under construction. */
export class LinalgProgram {
  readonly #args: Tensor[] = [];
  readonly #lines: string[] = [];
  #next = 0;

  #fresh = (): string => `%v${this.#next++}`;

  arg(shape: readonly number[], element = "f32"): Tensor {
    const tensor = { name: `%arg${this.#args.length}`, shape, element };
    this.#args.push(tensor);
    return tensor;
  }

  /** A line of its own: `%n = text`, of this type. */
  define(text: string, shape: readonly number[], element: string): Tensor {
    const name = this.#fresh();
    this.#lines.push(`${name} = ${text}`);
    return { name, shape, element };
  }

  /** A scalar: `%n = text`. */
  scalar(text: string): string {
    const name = this.#fresh();
    this.#lines.push(`${name} = ${text}`);
    return name;
  }

  /** `contents` as in `dense<contents>`. */
  constant(contents: string, shape: readonly number[], element = "f32"): Tensor {
    return this.define(`arith.constant dense<${contents}> : ${tensorText({ shape, element })}`, shape, element);
  }

  empty(shape: readonly number[], element = "f32"): Tensor {
    return this.define(`tensor.empty() : ${tensorText({ shape, element })}`, shape, element);
  }

  fill(value: string, shape: readonly number[], element = "f32"): Tensor {
    const scalar = this.scalar(`arith.constant ${value}${/^(true|false)$/.test(value) ? "" : ` : ${element}`}`);
    const init = this.empty(shape, element);
    const type = tensorText(init);
    return this.define(
      `linalg.fill ins(${scalar} : ${element}) outs(${init.name} : ${type}) -> ${type}`,
      shape,
      element,
    );
  }

  zero(shape: readonly number[], element = "f32"): Tensor {
    return this.fill(neutral("add", element), shape, element);
  }

  /** A named op `linalg.name`, or one with attributes in its name. */
  named(name: string, inputs: readonly Tensor[], out: Tensor): Tensor {
    const list = (tensors: readonly Tensor[]): string =>
      `${tensors.map((t) => t.name).join(", ")} : ${tensors.map(tensorText).join(", ")}`;
    return this.define(
      `linalg.${name} ins(${list(inputs)}) outs(${list([out])}) -> ${tensorText(out)}`,
      out.shape,
      out.element,
    );
  }

  generic({ inputs, outputs, iterators, body }: Structured): Tensor[] {
    const lines = new Body(this.#fresh);
    const operands = [...inputs, ...outputs];
    const args = operands.map(() => this.#fresh());
    const yielded = body(args, lines);
    const dims = loopList(range(iterators.length));
    const maps = operands.map(({ map }) => `affine_map<(${dims}) -> (${map})>`).join(", ");
    const list = (of: readonly Operand[]): string =>
      `${of.map((o) => o.tensor.name).join(", ")} : ${of.map((o) => tensorText(o.tensor)).join(", ")}`;
    const ins = inputs.length === 0 ? "" : ` ins(${list(inputs)})`;
    const types = outputs.map((o) => o.tensor.element).join(", ");
    const results = outputs.map((o) => tensorText(o.tensor));
    const name = this.#fresh();
    this.#lines.push(
      `${name}${outputs.length > 1 ? `:${outputs.length}` : ""} = linalg.generic {indexing_maps = [${maps}], iterator_types = [${iterators.map((kind) => `"${kind}"`).join(", ")}]}${ins} outs(${list(outputs)}) {`,
      `^bb0(${operands.map((o, i) => `${args[i]}: ${o.tensor.element}`).join(", ")}):`,
      ...lines.lines,
      `linalg.yield ${yielded.join(", ")} : ${types}`,
      `} -> ${results.length > 1 ? `(${results.join(", ")})` : results.join("")}`,
    );
    return outputs.map(({ tensor }, i) => ({ ...tensor, name: outputs.length > 1 ? `${name}#${i}` : name }));
  }

  /** One generic with one output into an empty tensor. */
  #one(structured: Omit<Structured, "outputs">, shape: readonly number[], element: string, map: string): Tensor {
    const out = this.empty(shape, element);
    return this.generic({ ...structured, outputs: [{ tensor: out, map }] })[0] ?? out;
  }

  /** Element by element, over tensors of one shape. */
  map(inputs: readonly Tensor[], body: Structured["body"], element = inputs[0]?.element ?? "f32"): Tensor {
    const shape = inputs[0]?.shape ?? [];
    const map = loopList(range(shape.length));
    const iterators = shape.map(() => "parallel" as const);
    return this.#one({ inputs: inputs.map((tensor) => ({ tensor, map })), iterators, body }, shape, element, map);
  }

  unary(op: string, x: Tensor): Tensor {
    return this.map([x], ([a = ""], b) => [b.op(op, [a], x.element)]);
  }

  binary(kind: BinaryKind, x: Tensor, y: Tensor): Tensor {
    return this.map([x, y], ([a = "", c = ""], b) => [b.binary(kind, a, c, x.element)]);
  }

  /** `x` with `dims` of the shape that it lacks. */
  broadcast(x: Tensor, shape: readonly number[], dims: readonly number[]): Tensor {
    const present = range(shape.length).filter((d) => !dims.includes(d));
    const iterators = shape.map(() => "parallel" as const);
    return this.#one(
      { inputs: [{ tensor: x, map: loopList(present) }], iterators, body: ([a = ""]) => [a] },
      shape,
      x.element,
      loopList(range(shape.length)),
    );
  }

  transpose(x: Tensor, permutation: readonly number[]): Tensor {
    const shape = permutation.map((d) => x.shape[d] ?? 1);
    const read = x.shape.map((_, d) => permutation.indexOf(d));
    const iterators = shape.map(() => "parallel" as const);
    return this.#one(
      { inputs: [{ tensor: x, map: loopList(read) }], iterators, body: ([a = ""]) => [a] },
      shape,
      x.element,
      loopList(range(shape.length)),
    );
  }

  /** Reduces over `dims`, keeping the others in order. */
  reduce(kind: BinaryKind, x: Tensor, dims: readonly number[]): Tensor {
    const kept = range(x.shape.length).filter((d) => !dims.includes(d));
    const init = this.fill(
      neutral(kind, x.element),
      kept.map((d) => x.shape[d] ?? 1),
      x.element,
    );
    const [result = init] = this.generic({
      inputs: [{ tensor: x, map: loopList(range(x.shape.length)) }],
      outputs: [{ tensor: init, map: loopList(kept) }],
      iterators: x.shape.map((_, d) => (dims.includes(d) ? "reduction" : "parallel")),
      body: ([a = "", acc = ""], b) => [b.binary(kind, acc, a, x.element)],
    });
    return result;
  }

  /** An einsum, `mk,kn->mn`: letters are loops; those that the result lacks are summed over. */
  contract(spec: string, a: Tensor, b: Tensor, acc?: Tensor, element = acc?.element ?? a.element): Tensor {
    const [left = "", right = "", out = ""] = spec.split(/,|->/);
    const letters = [...new Set([...out, ...left, ...right])];
    const extent = (letter: string): number =>
      (left.includes(letter) ? a.shape[left.indexOf(letter)] : b.shape[right.indexOf(letter)]) ?? 1;
    const map = (word: string): string => loopList([...word].map((letter) => letters.indexOf(letter)));
    const init = acc ?? this.zero([...out].map(extent), element);
    const widen = (body: Body, value: string, from: string): string => {
      if (from === element) return value;
      const cast = isFloat(element) ? (isFloat(from) ? "extf" : "sitofp") : "extsi";
      return body.add(`arith.${cast} ${value} : ${from} to ${element}`);
    };
    const [result = init] = this.generic({
      inputs: [
        { tensor: a, map: map(left) },
        { tensor: b, map: map(right) },
      ],
      outputs: [{ tensor: init, map: map(out) }],
      iterators: letters.map((letter) => (out.includes(letter) ? "parallel" : "reduction")),
      body: ([x = "", y = "", sum = ""], body) => {
        const product = body.binary("mul", widen(body, x, a.element), widen(body, y, b.element), element);
        return [body.binary("add", sum, product, element)];
      },
    });
    return result;
  }

  /** Softmax over the last dimension. */
  softmax(x: Tensor): Tensor {
    const last = x.shape.length - 1;
    const top = this.broadcast(this.reduce("max", x, [last]), x.shape, [last]);
    const e = this.unary("math.exp", this.binary("sub", x, top));
    const sum = this.broadcast(this.reduce("add", e, [last]), x.shape, [last]);
    return this.map([e, sum], ([a = "", b = ""], body) => [body.op("arith.divf", [a, b], x.element)]);
  }

  /** Layer normalisation over the last dimension, with scale and shift of its extent. */
  layernorm(x: Tensor, scale: Tensor, shift: Tensor): Tensor {
    const last = x.shape.length - 1;
    const others = range(last);
    const count = x.shape[last] ?? 1;
    const divide = (t: Tensor): Tensor =>
      this.map([t], ([a = ""], b) => [b.op("arith.divf", [a, b.constant(`${count}.0`, "f32")], "f32")]);
    const mean = this.broadcast(divide(this.reduce("add", x, [last])), x.shape, [last]);
    const centred = this.binary("sub", x, mean);
    const variance = divide(this.reduce("add", this.binary("mul", centred, centred), [last]));
    const inverse = this.map([variance], ([a = ""], b) => [
      b.op("math.rsqrt", [b.op("arith.addf", [a, b.constant("1.0e-5", "f32")], "f32")], "f32"),
    ]);
    const normal = this.binary("mul", centred, this.broadcast(inverse, x.shape, [last]));
    const scaled = this.binary("mul", normal, this.broadcast(scale, x.shape, others));
    return this.binary("add", scaled, this.broadcast(shift, x.shape, others));
  }

  relu(x: Tensor): Tensor {
    return this.map([x], ([a = ""], b) => [b.op("arith.maximumf", [a, b.constant("0.0", x.element)], x.element)]);
  }

  /** The tensor in another shape, by tensor.expand_shape or collapse_shape with this reassociation. */
  reshape(x: Tensor, shape: readonly number[], reassociation: readonly (readonly number[])[]): Tensor {
    const groups = `[${reassociation.map((group) => `[${group.join(", ")}]`).join(", ")}]`;
    const target = { shape, element: x.element };
    const expands = shape.length > x.shape.length;
    const output = expands ? ` output_shape [${shape.join(", ")}]` : "";
    return this.define(
      `tensor.${expands ? "expand" : "collapse"}_shape ${x.name} ${groups}${output} : ${tensorText(x)} into ${tensorText(target)}`,
      shape,
      x.element,
    );
  }

  /** The tensor with `value` around it. */
  pad(x: Tensor, low: readonly number[], high: readonly number[], value: string): Tensor {
    const scalar = this.scalar(`arith.constant ${value} : ${x.element}`);
    const shape = x.shape.map((extent, d) => extent + (low[d] ?? 0) + (high[d] ?? 0));
    const indices = x.shape.map((_, d) => `%i${this.#next}_${d}: index`).join(", ");
    return this.define(
      `tensor.pad ${x.name} low[${low.join(", ")}] high[${high.join(", ")}] {\n^bb0(${indices}):\ntensor.yield ${scalar} : ${x.element}\n} : ${tensorText(x)} to ${tensorText({ shape, element: x.element })}`,
      shape,
      x.element,
    );
  }

  slice(x: Tensor, offsets: readonly number[], sizes: readonly number[], strides = sizes.map(() => 1)): Tensor {
    const where = [offsets, sizes, strides].map((list) => `[${list.join(", ")}]`).join(" ");
    const type = tensorText({ shape: sizes, element: x.element });
    return this.define(`tensor.extract_slice ${x.name}${where} : ${tensorText(x)} to ${type}`, sizes, x.element);
  }

  insert(x: Tensor, into: Tensor, offsets: readonly number[], strides = offsets.map(() => 1)): Tensor {
    const where = [offsets, x.shape, strides].map((list) => `[${list.join(", ")}]`).join(" ");
    return this.define(
      `tensor.insert_slice ${x.name} into ${into.name}${where} : ${tensorText(x)} into ${tensorText(into)}`,
      into.shape,
      into.element,
    );
  }

  concat(inputs: readonly Tensor[], dim: number): Tensor {
    const [first] = inputs;
    const element = first?.element ?? "f32";
    const shape = (first?.shape ?? []).map((extent, d) =>
      d === dim ? inputs.reduce((sum, t) => sum + (t.shape[d] ?? 0), 0) : extent,
    );
    const types = inputs.map(tensorText).join(", ");
    return this.define(
      `tensor.concat dim(${dim}) ${inputs.map((t) => t.name).join(", ")} : (${types}) -> ${tensorText({ shape, element })}`,
      shape,
      element,
    );
  }

  /** The module that returns `results`. */
  text(...results: readonly Tensor[]): string {
    const args = this.#args.map((t) => `${t.name}: ${tensorText(t)}`).join(", ");
    const types = results.map(tensorText).join(", ");
    const names = results.map((t) => t.name).join(", ");
    return `func.func @main(${args}) -> (${types}) {\n${this.#lines.join("\n")}\nreturn ${names} : ${types}\n}\n`;
  }
}
