// simt-dot-products: four multiply-adds of bytes become one dp4a on packed words.
//
//   %s1 = mad_lo_s32 %a0, %b0, %s0; ... ; %s4 = mad_lo_s32 %a3, %b3, %s3      where every factor is a load of a signed byte
//   => %s4 = dp4a_s32 %a, %b, %s0      a: one load where its bytes are neighbours in an aligned word, else packed
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { opsNamed, walkBlocks } from "../../../ir/core/walk.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { isMemoryEffectFree } from "../../../ir/analysis/effects.ts";
import { constant, instruction } from "../../../dialects/simt/index.ts";
import { alignmentOf } from "./alignment.ts";

const LENGTH = 4;
const byteLoads = new Set(["simt.ld_shared_s8", "simt.ld_global_s8"]);

export const simtDotProducts = definePass({
  name: "simt-dot-products",
  summary: "Joins multiply-adds of signed bytes to dot products of four.",
  description: "Exact: sums wrap, in any order.",
  dependentDialects: ["simt"],
  run: (root) => {
    for (const kernel of opsNamed(root, "simt.kernel")) for (const block of walkBlocks(kernel)) joinProducts(block);
  },
});

const isByte = (value: Value): boolean => value.definingOp !== null && byteLoads.has(value.definingOp.name);
const isProduct = (op: Operation | null): op is Operation =>
  op?.name === "simt.mad_lo_s32" && isByte(op.operand(0)) && isByte(op.operand(1));

/** Multiply-adds that each add to the one before, of which only the next uses the sum. */
function chainFrom(first: Operation): readonly Operation[] {
  const chain = [first];
  for (let last = first; chain.length < LENGTH;) {
    const [user, ...others] = last.result().users();
    if (
      user === undefined ||
      others.length > 0 ||
      !isProduct(user) ||
      user.parentBlock !== first.parentBlock ||
      user.operand(2) !== last.result()
    )
      break;
    chain.push(user);
    last = user;
  }
  return chain;
}

function joinProducts(block: Block): void {
  const words = new Words();
  for (const op of [...block.ops()]) {
    if (op.parentBlock !== block || !isProduct(op)) continue;
    const chain = chainFrom(op);
    if (chain.length < LENGTH) continue;
    const last = chain.at(-1)!;
    const [a, b] = [0, 1].map((side) => words.word(chain.map((product) => product.operand(side)), op)); // prettier-ignore
    if (a === undefined || b === undefined) continue;
    const sum = instruction(OpBuilder.before(last), "dp4a.s32", [a, b, op.operand(2)]);
    last.result().replaceAllUsesWith(sum);
    for (const product of [...chain].reverse()) product.erase();
  }
  words.eraseUnused();
}

const offsetOf = (op: Operation): number => {
  const offset = op.attribute("offset");
  return offset?.kind === "integer" ? Number(offset.value) : 0;
};

/** Whether the loads read the bytes of one aligned word, in order, with no write between them. */
function isWord(loads: readonly Operation[]): boolean {
  const [first] = loads;
  if (first === undefined || first.name !== "simt.ld_shared_s8") return false;
  const start = offsetOf(first);
  if (start % LENGTH !== 0 || alignmentOf(first.operand(0)) % LENGTH !== 0) return false;
  const inOrder = loads.every(
    (load, i) =>
      load.name === first.name &&
      load.parentBlock === first.parentBlock &&
      load.operand(0) === first.operand(0) &&
      offsetOf(load) === start + i,
  );
  return inOrder && !isWrittenBetween(loads);
}

function isWrittenBetween(loads: readonly Operation[]): boolean {
  const sorted = [...loads].sort((a, b) => (a === b ? 0 : a.isBeforeInBlock(b) ? -1 : 1));
  const last = sorted.at(-1);
  for (let op = sorted[0]?.next ?? null; op !== null && op !== last; op = op.next) {
    if (!isMemoryEffectFree(op) && !op.name.startsWith("simt.ld_")) return true;
  }
  return false;
}

/** Four bytes as words, each made once for a block. */
class Words {
  readonly #made: { readonly bytes: readonly Value[]; readonly word: Value }[] = [];
  readonly #bytes = new Set<Operation>();

  /** The word, in front of `user` or earlier. */
  word(bytes: readonly Value[], user: Operation): Value {
    const known = this.#made.find((entry) => entry.bytes.every((value, i) => value === bytes[i]));
    if (known !== undefined) return known.word;
    const loads = bytes.flatMap((value) => value.definingOp ?? []);
    loads.forEach((load) => this.#bytes.add(load));
    const word = isWord(loads) ? this.#loaded(loads) : packed(bytes, latest(loads, user));
    this.#made.push({ bytes, word });
    return word;
  }

  #loaded(loads: readonly Operation[]): Value {
    const first = loads.reduce((earliest, op) => (op.isBeforeInBlock(earliest) ? op : earliest));
    return instruction(OpBuilder.before(first), "ld.shared.s32", [loads[0]!.operand(0)], {
      offset: offsetOf(loads[0]!),
    });
  }

  eraseUnused(): void {
    for (const load of this.#bytes) if (!load.hasResultUses) load.erase();
  }
}

/** After the last of the loads that is in the user's block. */
function latest(loads: readonly Operation[], user: Operation): OpBuilder {
  const here = loads.filter((load) => load.parentBlock === user.parentBlock);
  const last = here.reduce<Operation | undefined>(
    (late, op) => (late === undefined || late.isBeforeInBlock(op) ? op : late),
    undefined,
  );
  return last === undefined
    ? new OpBuilder(user.context).setToStart(user.parentBlock!)
    : new OpBuilder(user.context).setAfter(last);
}

/** Each byte into its place over the first one's sign. */
function packed(bytes: readonly Value[], builder: OpBuilder): Value {
  const type = i32(builder.context);
  const width = constant(builder, type, 8);
  return bytes
    .slice(1)
    .reduce(
      (word, byte, i) => instruction(builder, "bfi.b32", [byte, word, constant(builder, type, 8 * (i + 1)), width]),
      bytes[0]!,
    );
}
