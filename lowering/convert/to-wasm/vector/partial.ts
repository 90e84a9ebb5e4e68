// Functions that load or store those lanes of a chunk that a mask has on: called at the edges of buffers, once a chunk.
import { symbolRefAttr } from "../../../../ir/core/attribute-constructors.ts";
import { i32 } from "../../../../ir/core/type-constructors.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { CallOp } from "../../../../dialects/wasm/index.ts";
import { chunkType, elementNamed, lanesPerChunk, type Element } from "../element.ts";
import type { Emitter } from "../emitter.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import type { Place } from "../memory/addresses.ts";
import { loadLane, loadRun, storeLane, storeRun } from "./chunk-access.ts";

/** Where the lanes are: the first one, and the bytes from each to the next (an i32). */
export interface LaneRow {
  readonly first: Value;
  readonly stride: Value;
}

/** Whether all lanes of a chunk are on and lie one after the other. */
function isWhole(e: Emitter, element: Element, stride: Value, mask: Value): Value {
  const all = 2 ** lanesPerChunk(element) - 1;
  const on = e.op("i32.and", [e.op("i32x4.bitmask", [mask]), e.i32(all)]);
  return e.op("i32.and", [e.op("i32.eq", [on, e.i32(all)]), e.op("i32.eq", [stride, e.i32(element.bytes)])]);
}

function eachLane(
  e: Emitter,
  element: Element,
  { first, stride }: LaneRow,
  mask: Value,
  visit: (on: Value, place: Place, lane: number) => void,
): void {
  for (let lane = 0; lane < lanesPerChunk(element); lane++) {
    const on = e.op("i32x4.extract_lane", [mask], { lane });
    const address =
      lane === 0 ? first : e.op("i32.add", [first, lane === 1 ? stride : e.op("i32.mul", [stride, e.i32(lane)])]);
    visit(on, { address, offset: 0 }, lane);
  }
}

/** The lanes that the mask (i32x4) has on; the others hold those of `padding`. */
export function loadMasked(f: FunctionLowering, element: Element, row: LaneRow, mask: Value, padding: Value): Value {
  const { context } = f.module;
  const chunk = chunkType(context, element);
  const maskChunk = chunkType(context, elementNamed("i1"));
  const name = f.module.helper(
    `load_${element.kind}_lanes`,
    [i32(context), i32(context), maskChunk, chunk],
    [chunk],
    (e, [first, stride, on, pad]) => {
      if (first === undefined || stride === undefined || on === undefined || pad === undefined)
        throw new Error("four parameters");
      return e.if(
        isWhole(e, element, stride, on),
        [chunk],
        () => [loadRun(e, element, { address: first, offset: 0 }, lanesPerChunk(element))],
        () => {
          let loaded = pad;
          eachLane(e, element, { first, stride }, on, (isOn, place, lane) => {
            const before = loaded;
            const [after] = e.if(
              isOn,
              [chunk],
              () => [loadLane(e, element, place, before, lane)],
              () => [before],
            );
            if (after !== undefined) loaded = after;
          });
          return [loaded];
        },
      );
    },
  );
  const callee = symbolRefAttr(context, name);
  const operands = [row.first, row.stride, mask, padding];
  const [result] = CallOp.build(f.emitter.builder, { callee, operands, resultTypes: [chunk] }).results;
  if (result === undefined) throw new Error("a load has a result");
  return result;
}

/** Stores the lanes that the mask (i32x4) has on. */
export function storeMasked(f: FunctionLowering, element: Element, row: LaneRow, mask: Value, value: Value): void {
  const { context } = f.module;
  const chunk = chunkType(context, element);
  const maskChunk = chunkType(context, elementNamed("i1"));
  const name = f.module.helper(
    `store_${element.kind}_lanes`,
    [i32(context), i32(context), maskChunk, chunk],
    [],
    (e, [first, stride, on, held]) => {
      if (first === undefined || stride === undefined || on === undefined || held === undefined)
        throw new Error("four parameters");
      e.if(
        isWhole(e, element, stride, on),
        [],
        () => {
          storeRun(e, element, { address: first, offset: 0 }, held, lanesPerChunk(element));
          return [];
        },
        () => {
          eachLane(e, element, { first, stride }, on, (isOn, place, lane) => {
            e.if(isOn, [], () => {
              storeLane(e, element, place, held, lane);
              return [];
            });
          });
          return [];
        },
      );
      return [];
    },
  );
  const callee = symbolRefAttr(context, name);
  CallOp.build(f.emitter.builder, { callee, operands: [row.first, row.stride, mask, value], resultTypes: [] });
}
