// Programs for the benchmark: valid MLIR of func, arith, scf and tensor of a given size, the same bytes for the same seed.

export interface ProgramOptions {
  /** About how many operations. */
  readonly ops: number;
  readonly seed: number;
  /** A `loc(...)` after every operation of a function's body. */
  readonly locations?: boolean;
}

const scalarTypes = ["i1", "i32", "i64", "index", "f32"] as const;
const tensorTypes = ["tensor<16xf32>", "tensor<?xi32>"] as const;
const types = [...scalarTypes, ...tensorTypes] as const;
type TypeName = (typeof types)[number];

/** The values of each type that can be used. */
type Scope = Record<TypeName, string[]>;

const integerOps = ["addi", "subi", "muli", "andi", "ori", "xori", "maxsi", "minui"];
const floatOps = ["addf", "subf", "mulf", "maximumf", "minnumf"];
const predicates = ["eq", "ne", "slt", "sle", "ugt", "uge"];

/** A pseudo-random number generator (mulberry32): the program depends on nothing but the seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The program's text, in custom syntax. */
export function generateProgram(options: ProgramOptions): string {
  return new ProgramWriter(options).program();
}

class ProgramWriter {
  readonly #random: (below: number) => number;
  readonly #total: number;
  readonly #locations: boolean;
  readonly #lines: string[] = [];
  #ops = 0;
  #names = 0;
  #functions = 0;
  #indent = 0;

  constructor({ ops, seed, locations }: ProgramOptions) {
    this.#random = randomNumbers(seed);
    this.#total = ops;
    this.#locations = locations ?? false;
  }

  program(): string {
    this.#line("module {");
    // One function at least; the module counts as well.
    do this.#function();
    while (this.#ops + 1 < this.#total);
    this.#line("}");
    return `${this.#lines.join("\n")}\n`;
  }

  #line(text: string): void {
    this.#lines.push("  ".repeat(this.#indent) + text);
  }

  /** A line that ends an operation. */
  #op(text: string): void {
    this.#ops++;
    this.#line(text + this.#location());
  }

  #location(): string {
    return this.#locations ? ` loc("model.py":${this.#random(2000) + 1}:${this.#random(80) + 1})` : "";
  }

  /** A new value of the type, which the text before it defines. */
  #define(scope: Scope, type: TypeName, text: string): string {
    const name = `%v${this.#names++}`;
    this.#op(`${name} = ${text}`);
    scope[type].push(name);
    return name;
  }

  /** A value of the type: mostly a late one. */
  #use(scope: Scope, type: TypeName): string {
    const values = scope[type];
    const near = Math.min(values.length, 12);
    const at = this.#random(4) === 0 ? this.#random(values.length) : values.length - 1 - this.#random(near);
    const value = values[at];
    if (value === undefined) throw new Error(`no value of type ${type}`);
    return value;
  }

  #function(): void {
    const id = this.#functions++;
    this.#names = 0;
    const args = types.map((type, i) => `%a${i}: ${type}`).join(", ");
    this.#indent = 1;
    this.#line(`func.func @f${id}(${args}) -> (i32, f32) {`);
    this.#indent++;
    const scope: Scope = { i1: [], i32: [], i64: [], index: [], f32: [], "tensor<16xf32>": [], "tensor<?xi32>": [] };
    types.forEach((type, i) => scope[type].push(`%a${i}`));
    const until = Math.min(this.#ops + 60 + this.#random(240), this.#total - 3);
    while (this.#ops < until) this.#statement(scope, 0, id);
    this.#op(`return ${this.#use(scope, "i32")}, ${this.#use(scope, "f32")} : i32, f32`);
    this.#indent--;
    this.#op("}");
  }

  /** One operation, or one with regions and all that is in it. */
  #statement(scope: Scope, depth: number, id: number): void {
    const kind = this.#random(100);
    if (kind < 6 && depth < 4) this.#for(scope, depth, id);
    else if (kind < 10 && depth < 4) this.#if(scope, depth, id);
    else if (kind < 12 && id > 0) this.#call(scope, id);
    else if (kind < 26) this.#constant(scope);
    else if (kind < 36) this.#tensor(scope);
    else if (kind < 48) this.#comparison(scope);
    else if (kind < 54) this.#cast(scope);
    else this.#arithmetic(scope);
  }

  #arithmetic(scope: Scope): void {
    const type = scalarTypes[1 + this.#random(4)] ?? "i32";
    const list = type === "f32" ? floatOps : integerOps;
    const name = list[this.#random(list.length)] ?? "addi";
    const flags = name === "addi" && this.#random(5) === 0 ? " overflow<nsw>" : "";
    const operands = `${this.#use(scope, type)}, ${this.#use(scope, type)}`;
    this.#define(scope, type, `arith.${name} ${operands}${flags} : ${type}`);
  }

  #constant(scope: Scope): void {
    const type = scalarTypes[1 + this.#random(4)] ?? "i32";
    const value = type === "f32" ? `${this.#random(64)}.${this.#random(2) * 5}` : String(this.#random(32) - 8);
    this.#define(scope, type, `arith.constant ${value} : ${type}`);
  }

  #comparison(scope: Scope): void {
    const type = scalarTypes[1 + this.#random(3)] ?? "i32";
    const predicate = predicates[this.#random(predicates.length)] ?? "eq";
    const operands = `${this.#use(scope, type)}, ${this.#use(scope, type)}`;
    const condition = this.#define(scope, "i1", `arith.cmpi ${predicate}, ${operands} : ${type}`);
    if (this.#random(2) === 0) this.#define(scope, type, `arith.select ${condition}, ${operands} : ${type}`);
  }

  #cast(scope: Scope): void {
    switch (this.#random(4)) {
      case 0:
        return void this.#define(scope, "i64", `arith.extsi ${this.#use(scope, "i32")} : i32 to i64`);
      case 1:
        return void this.#define(scope, "i32", `arith.trunci ${this.#use(scope, "i64")} : i64 to i32`);
      case 2:
        return void this.#define(scope, "index", `arith.index_cast ${this.#use(scope, "i32")} : i32 to index`);
      default:
        return void this.#define(scope, "f32", `arith.sitofp ${this.#use(scope, "i32")} : i32 to f32`);
    }
  }

  #tensor(scope: Scope): void {
    const at = this.#use(scope, "index");
    const [fixed, dynamic] = tensorTypes;
    switch (this.#random(5)) {
      case 0:
        return void this.#define(scope, "f32", `tensor.extract ${this.#use(scope, fixed)}[${at}] : ${fixed}`);
      case 1: {
        const value = this.#use(scope, "f32");
        return void this.#define(
          scope,
          fixed,
          `tensor.insert ${value} into ${this.#use(scope, fixed)}[${at}] : ${fixed}`,
        );
      }
      case 2:
        return void this.#define(scope, "i32", `tensor.extract ${this.#use(scope, dynamic)}[${at}] : ${dynamic}`);
      case 3:
        return void this.#define(scope, dynamic, `tensor.empty(${at}) : ${dynamic}`);
      default:
        return void this.#define(scope, "index", `tensor.dim ${this.#use(scope, dynamic)}, ${at} : ${dynamic}`);
    }
  }

  #call(scope: Scope, id: number): void {
    const args = types.map((type) => this.#use(scope, type)).join(", ");
    const name = `%v${this.#names++}`;
    this.#op(`${name}:2 = func.call @f${this.#random(id)}(${args}) : (${types.join(", ")}) -> (i32, f32)`);
    scope.i32.push(`${name}#0`);
    scope.f32.push(`${name}#1`);
  }

  #for(scope: Scope, depth: number, id: number): void {
    const [name, carried, induction] = [this.#names++, this.#names++, this.#names++];
    const bounds = `${this.#use(scope, "index")} to ${this.#use(scope, "index")} step ${this.#use(scope, "index")}`;
    const start = this.#use(scope, "i32");
    this.#line(`%v${name} = scf.for %v${induction} = ${bounds} iter_args(%v${carried} = ${start}) -> (i32) {`);
    const inner = this.#inner(scope);
    inner.index.push(`%v${induction}`);
    inner.i32.push(`%v${carried}`);
    this.#block(inner, depth, id);
    this.#op("}");
    scope.i32.push(`%v${name}`);
  }

  #if(scope: Scope, depth: number, id: number): void {
    const name = this.#names++;
    this.#line(`%v${name} = scf.if ${this.#use(scope, "i1")} -> (i32) {`);
    this.#block(this.#inner(scope), depth, id);
    this.#line("} else {");
    this.#block(this.#inner(scope), depth, id);
    this.#op("}");
    scope.i32.push(`%v${name}`);
  }

  /** What is seen from inside a region, without copying all that is seen outside. */
  #inner(scope: Scope): Scope {
    const seen = (type: TypeName): string[] => scope[type].slice(-16);
    return {
      i1: seen("i1"),
      i32: seen("i32"),
      i64: seen("i64"),
      index: seen("index"),
      f32: seen("f32"),
      "tensor<16xf32>": seen("tensor<16xf32>"),
      "tensor<?xi32>": seen("tensor<?xi32>"),
    };
  }

  #block(inner: Scope, depth: number, id: number): void {
    this.#indent++;
    for (let left = 1 + this.#random(6); left > 0; left--) this.#statement(inner, depth + 1, id);
    this.#op(`scf.yield ${this.#use(inner, "i32")} : i32`);
    this.#indent--;
  }
}
