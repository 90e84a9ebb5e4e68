// Structured control: lanes that leave a loop or a branch wait at its end.
import { Region, type Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { ForOp, IfOp, WhileOp } from "../../../dialects/scf/index.ts";
import * as simt from "../../../dialects/simt/index.ts";
import type { KernelCode, Rule } from "./kernel-code.ts";
import { fits32, isConstant, type Linear, type Range } from "./linear.ts";
import { registerOf, registerType } from "./register.ts";

const refuseCarried = (op: Operation): string | undefined =>
  op.results.every(({ type }) => registerOf(type) !== undefined) ? undefined : "it carries what no register holds";

function newRegion(code: KernelCode, values: readonly Value[]): Region {
  const region = new Region(code.emitter.context);
  region.addBlock(values.map((value) => value.type));
  return region;
}

const yieldedBy = (code: KernelCode, block: Block): Value[] =>
  block.terminator.operands.map((value) => code.get(value));

function setAll(code: KernelCode, values: readonly Value[], registers: readonly Value[]): void {
  values.forEach((value, i) => {
    code.set(value, registers[i]!);
  });
}

/**
 *     if lower < upper { loop (iv = lower, carried = inits) { ...; next = iv + step; continue_if next < upper, next, yielded } } else { inits }
 *
 * The test in front is left out where it is known to hold.
 */
const forLoop: Rule = {
  refuse: (op) => refuseCarried(op),
  lower: (op, code) => {
    const view = ForOp.match(op)!;
    const { emitter } = code;
    const isIndex = view.lowerBound.type.kind === "index";
    const bounds = [view.lowerBound, view.upperBound, view.step];
    const [lower, upper, step] = bounds.map((value) => (isIndex ? code.index(value) : undefined));
    const narrow = isIndex
      ? fits32(lower!) && fits32(upper!) && fits32({ low: 0, high: upper!.high + step!.high })
      : registerOf(view.lowerBound.type) === "i32";
    const register = (value: Value, linear: Linear | undefined): Value =>
      linear === undefined ? code.get(value) : narrow ? emitter.sum32(linear) : emitter.sum64(linear);
    const start = register(view.lowerBound, lower);
    const limit = register(view.upperBound, upper);
    const stride = register(view.step, step);
    const unsigned = op.attribute("unsignedCmp") !== undefined;
    const test: simt.InstructionName = `setp.lt.${unsigned ? "u" : "s"}${narrow ? 32 : 64}`;
    const inits = view.initArgs.map((value) => code.get(value));
    const body = view.region.entry;

    const loop = (): readonly Value[] => {
      const region = newRegion(code, [start, ...inits]);
      const { entry } = region;
      const [iv, ...carried] = entry.arguments;
      if (iv === undefined) throw new Error("a loop has an induction variable");
      emitter.within(entry, () => {
        if (isIndex)
          code.setTerm(body.arguments[0]!, iv, narrow ? ivRange(lower!, upper!) : { low: -Infinity, high: Infinity });
        else code.set(body.arguments[0]!, iv);
        setAll(code, body.arguments.slice(1), carried);
        code.lowerBody(body);
        const values = yieldedBy(code, body);
        const next = emitter.emit(narrow ? "add.s32" : "add.s64", [iv, stride]);
        const condition = emitter.emit(test, [next, limit]);
        simt.ContinueIfOp.build(emitter.builder, { condition, values: [next, ...values] });
      });
      const made = simt.LoopOp.build(emitter.builder, { inits: [start, ...inits], body: region, resultTypes: entry.arguments.map(({ type }) => type) }); // prettier-ignore
      return made.op.results.slice(1);
    };

    const runs = isIndex && isConstant(lower!) && isConstant(upper!) && lower!.constant < upper!.constant;
    const results = runs
      ? loop()
      : branch(code, emitter.shared(test, [start, limit]), loop, inits.length === 0 ? undefined : () => inits);
    setAll(code, op.results, results);
  },
};

const ivRange = (lower: Linear, upper: Linear): Range => ({
  low: lower.low,
  high: Math.max(lower.low, upper.high - 1),
});

/** `simt.if` with what its branches give. */
function branch(
  code: KernelCode,
  condition: Value,
  then: () => readonly Value[],
  otherwise: (() => readonly Value[]) | undefined,
): readonly Value[] {
  const { emitter } = code;
  const fill = (body: () => readonly Value[]): { readonly region: Region; readonly values: readonly Value[] } => {
    const region = newRegion(code, []);
    const values = emitter.within(region.entry, () => {
      const given = body();
      simt.YieldOp.build(emitter.builder, { values: given });
      return given;
    });
    return { region, values };
  };
  const first = fill(then);
  const second = otherwise === undefined ? undefined : fill(otherwise);
  const made = simt.IfOp.build(emitter.builder, {
    condition,
    then: first.region,
    else: second?.region ?? new Region(emitter.context),
    resultTypes: first.values.map(({ type }) => type),
  });
  return made.op.results;
}

const ifBranch: Rule = {
  refuse: (op) => refuseCarried(op),
  lower: (op, code) => {
    const { condition, thenRegion, elseRegion } = IfOp.match(op)!;
    const run = (block: Block) => (): readonly Value[] => {
      code.lowerBody(block);
      return yieldedBy(code, block);
    };
    const results = branch(
      code,
      code.get(condition),
      run(thenRegion.entry),
      elseRegion.isEmpty ? undefined : run(elseRegion.entry),
    );
    setAll(code, op.results, results);
  },
};

const whileLoop: Rule = {
  refuse: (op) =>
    refuseCarried(op) ??
    (op.operands.every(({ type }) => registerOf(type) !== undefined) ? undefined : "it carries what no register holds"),
  lower: (op, code) => {
    const view = WhileOp.match(op)!;
    const { emitter } = code;
    const inits = view.inits.map((value) => code.get(value));
    const [before, after] = [view.before.entry, view.after.entry];
    const first = newRegion(code, inits);
    emitter.within(first.entry, () => {
      setAll(code, before.arguments, first.entry.arguments);
      code.lowerBody(before);
      const [condition, ...values] = yieldedBy(code, before);
      if (condition === undefined) throw new Error("a loop has a condition");
      simt.ConditionOp.build(emitter.builder, { condition, values });
    });
    const passed = op.results.map(({ type }) => registerType(type));
    const second = new Region(emitter.context);
    second.addBlock(passed);
    emitter.within(second.entry, () => {
      setAll(code, after.arguments, second.entry.arguments);
      code.lowerBody(after);
      simt.YieldOp.build(emitter.builder, { values: yieldedBy(code, after) });
    });
    const made = simt.WhileOp.build(emitter.builder, { inits, before: first, after: second, resultTypes: passed });
    setAll(code, op.results, made.op.results);
  },
};

/** Terminators are made with the op around them. */
const terminator: Rule = { lower: () => undefined };

export const controlRules: Readonly<Record<string, Rule>> = {
  "scf.for": forLoop,
  "scf.if": ifBranch,
  "scf.while": whileLoop,
  "scf.yield": terminator,
  "scf.condition": terminator,
  "gpu.return": terminator,
};
