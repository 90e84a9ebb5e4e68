// Writes the table of facts about upstream's ops, `upstream-ops.json`, from MLIR's .td files.
//
//     node test/facts/extract.mjs --include=DIR [--tblgen=llvm-tblgen-22] > test/facts/upstream-ops.json
//
// DIR is the include directory of MLIR 22's development files (Debian: libmlir-22-dev, /usr/lib/llvm-22/include), or MLIR_INCLUDE in
// the environment. The generator is any TableGen of LLVM 22 that has `--dump-json`. Only facts are taken: names, arity, defaults, traits.
import { execFileSync } from "node:child_process";
import { argv, env, stdout, stderr, exit } from "node:process";

const option = (name) =>
  argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? env[`MLIR_${name.toUpperCase()}`];
const include = option("include");
const tblgen = option("tblgen") ?? "llvm-tblgen-22";
if (include === undefined) {
  stderr.write("usage: node test/facts/extract.mjs --include=DIR [--tblgen=PROGRAM]\n");
  exit(2);
}

/** The file with each dialect's ops. */
const files = {
  builtin: "IR/BuiltinOps.td",
  func: "Dialect/Func/IR/FuncOps.td",
  arith: "Dialect/Arith/IR/ArithOps.td",
  math: "Dialect/Math/IR/MathOps.td",
  complex: "Dialect/Complex/IR/ComplexOps.td",
  cf: "Dialect/ControlFlow/IR/ControlFlowOps.td",
  scf: "Dialect/SCF/IR/SCFOps.td",
  ub: "Dialect/UB/IR/UBOps.td",
  index: "Dialect/Index/IR/IndexOps.td",
  tensor: "Dialect/Tensor/IR/TensorOps.td",
};

const arity = (superclasses) =>
  superclasses.includes("Variadic") ||
  superclasses.includes("VariadicRegion") ||
  superclasses.includes("VariadicSuccessor")
    ? "variadic"
    : superclasses.includes("Optional")
      ? "optional"
      : "one";

function factsOf(records, op) {
  const record = (reference) => records[reference.def];
  const named = (dag) => dag.args.map(([reference, name]) => [name, record(reference)]);
  const elements = (list) =>
    Object.fromEntries(list.map(([name, { "!superclasses": classes }], i) => [name ?? `#${i}`, arity(classes)]));
  const inputs = named(op.arguments);
  const isAttribute = ([, { "!superclasses": classes }]) => classes.includes("Attr") || classes.includes("Property");
  const presence = (spec) =>
    spec.isOptional === 1 ||
    spec["!superclasses"].includes("OptionalProp") ||
    spec["!superclasses"].includes("UnitProp")
      ? "optional"
      : (spec.defaultValue ?? "") !== ""
        ? "default"
        : "required";
  const traits = new Set();
  const visit = (reference) => {
    const trait = record(reference);
    if (trait["!superclasses"].includes("TraitList")) trait.traits.forEach(visit);
    else if (trait["!superclasses"].includes("SideEffectsTraitBase")) {
      traits.add(trait["!anonymous"] ? "MemoryEffects" : trait["!name"]);
    } else traits.add(traitName(trait, records));
    (trait.dependentTraits ?? []).forEach(visit);
  };
  op.traits.forEach(visit);
  return {
    operands: elements(inputs.filter((input) => !isAttribute(input))),
    properties: Object.fromEntries(inputs.filter(isAttribute).map(([name, spec]) => [name, presence(spec)])),
    results: elements(named(op.results)),
    regions: elements(named(op.regions)),
    successors: elements(named(op.successors)),
    traits: [...traits].filter((name) => name !== undefined).sort(),
    folder: op.hasFolder === 1,
    canonicalizer: op.hasCanonicalizer === 1 || op.hasCanonicalizeMethod === 1,
    verifier: op.hasVerifier === 1 || op.hasRegionVerifier === 1,
    syntax: op.hasCustomAssemblyFormat === 1 || (op.assemblyFormat ?? "") !== "",
  };
}

/** C++'s name of a trait or an interface, with its parameters; undefined for a bare predicate. */
function traitName(trait) {
  if (trait.cppInterfaceName !== undefined) return trait.cppInterfaceName;
  if (trait.trait !== undefined) return trait.trait.replace(/::Impl$/, "");
  return trait["!anonymous"] ? undefined : trait["!name"];
}

const table = {};
for (const [dialect, file] of Object.entries(files)) {
  const path = `${include}/mlir/${file}`;
  const text = execFileSync(tblgen, ["--dump-json", "-I", include, path], { maxBuffer: 2 ** 30, encoding: "utf8" });
  const records = JSON.parse(text);
  for (const name of records["!instanceof"].Op) {
    const op = records[name];
    if (records[op.opDialect.def].name !== dialect) continue;
    table[`${dialect}.${op.opName}`] = { class: name.slice(name.indexOf("_") + 1), ...factsOf(records, op) };
  }
}
const lines = Object.keys(table).sort().map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(table[name])}`); // prettier-ignore
stdout.write(`{\n${lines.join(",\n")}\n}\n`);
