import { describe, expect, test } from "@jest/globals";
import {
  affineAdd,
  affineBinary,
  affineConstant,
  affineDim,
  affineMul,
  affineSymbol,
} from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import { affineMapAttr, stridedLayoutAttr, stringAttr } from "../../../ir/core/attribute-constructors.ts";
import { Context } from "../../../ir/core/context.ts";
import { f32, floatType, i1, i32, indexType, memrefType } from "../../../ir/core/type-constructors.ts";
import { layoutOf } from "../../../ir/core/strided-layout.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import { copyIn, copyOut } from "../../../ir/interpret/convert.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import {
  allocateMemRef,
  hasDistinctElements,
  isContiguous,
  loadElement,
  reinterpret,
  storeElement,
  subview,
} from "../../../ir/interpret/memref.ts";
import { Unwind } from "../../../ir/interpret/unwind.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";

const context = new Context();
const f = f32(context);

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Unwind) return error.reason;
    throw error;
  }
  return "no undefined behaviour";
}

describe("layouts of memref types", () => {
  const mapLayout = (map: AffineMap) => ({ layout: affineMapAttr(context, map) });
  const [d0, d1] = [affineDim(0), affineDim(1)];

  test("identity, strided, permuted, linear; others are none", () => {
    expect(layoutOf(memrefType([2, 3, 4], f))).toEqual({ offset: 0, strides: [12, 4, 1] });
    expect(layoutOf(memrefType([DYNAMIC, DYNAMIC, 4], f))).toEqual({ offset: 0, strides: [DYNAMIC, 4, 1] });
    expect(layoutOf(memrefType([2, 3], f, { layout: stridedLayoutAttr(context, [1, 2], 5) }))).toEqual({
      offset: 5,
      strides: [1, 2],
    });
    expect(layoutOf(memrefType([2, 3], f, mapLayout(AffineMap.projection(2, [1, 0]))))).toEqual({
      offset: 0,
      strides: [1, 2],
    });
    const linear = affineAdd(affineAdd(affineMul(d0, affineConstant(8)), d1), affineConstant(3));
    expect(layoutOf(memrefType([2, 3], f, mapLayout(new AffineMap(2, 0, [linear]))))).toEqual({
      offset: 3,
      strides: [8, 1],
    });
    const dynamic = affineAdd(affineMul(d0, affineSymbol(1)), affineAdd(d1, affineSymbol(0)));
    expect(layoutOf(memrefType([2, 3], f, mapLayout(new AffineMap(2, 2, [dynamic]))))).toEqual({
      offset: DYNAMIC,
      strides: [DYNAMIC, 1],
    });
    const tiled = new AffineMap(2, 0, [
      affineBinary("floordiv", d0, affineConstant(2)),
      d1,
      affineBinary("mod", d0, affineConstant(2)),
    ]);
    expect(layoutOf(memrefType([4, 3], f, mapLayout(tiled)))).toBeUndefined();
  });
});

describe("buffers and views", () => {
  test("a buffer in a named space, with the room that its layout reaches", () => {
    const type = memrefType([2, 3], i32(context), {
      layout: stridedLayoutAttr(context, [4, 1], 1),
      memorySpace: stringAttr(context, "shared"),
    });
    const buffer = allocateMemRef(new Memory(), type)!;
    expect(buffer.allocation).toMatchObject({ bytes: (1 + 4 + 2 + 1) * 4, space: "shared" });
  });

  test("subviews of subviews address the same elements", () => {
    const memory = new Memory();
    const buffer = allocateMemRef(memory, memrefType([6, 6], i32(context)))!;
    copyOut(
      memory,
      buffer,
      new DenseValue(
        [6, 6],
        i32(context),
        Int32Array.from({ length: 36 }, (_, i) => i),
      ),
    );
    const view = subview(buffer, [1, 0], [3, 3], [2, 2]);
    expect([...copyIn(memory, view).data]).toEqual([6, 8, 10, 18, 20, 22, 30, 32, 34]);
    const column = subview(view, [0, 1], [3, 1], [1, 1], [0]);
    expect(column.sizes).toEqual([3]);
    expect([...copyIn(memory, column).data]).toEqual([8, 20, 32]);
    storeElement(memory, column, [1], -1);
    expect(loadElement(memory, buffer, [3, 2])).toBe(-1);
    expect(isContiguous(view)).toBe(false);
    expect(isContiguous(subview(buffer, [2, 0], [2, 6], [1, 1]))).toBe(true);
    expect(reasonOf(() => subview(buffer, [4, 0], [2, 1], [2, 1]))).toMatch(/leaves extent 6 in dimension 0/);
    expect(subview(buffer, [6, 0], [0, 1], [1, 1]).sizes).toEqual([0, 1]);
  });

  test("a reinterpreted view is held against its allocation", () => {
    const memory = new Memory();
    const buffer = allocateMemRef(memory, memrefType([4], i32(context), {}), { label: "b" })!;
    const wide = reinterpret(buffer, 0, [5], [1]);
    expect(loadElement(memory, wide, [3])).toBe(POISON);
    expect(reasonOf(() => loadElement(memory, wide, [4]))).toBe(
      "access at byte 16 is outside of buffer 'b' of 16 bytes",
    );
    expect(reasonOf(() => copyIn(memory, wide))).toMatch(/outside of buffer 'b'/);
    expect(hasDistinctElements(reinterpret(buffer, 0, [2, 2], [0, 1]))).toBe(false);
    expect(hasDistinctElements(reinterpret(buffer, 0, [2, 2], [1, 1]))).toBe(false);
    expect(hasDistinctElements(reinterpret(buffer, 0, [2, 2], [1, 2]))).toBe(true);
  });

  test("copies keep values and poison for every kind of element", () => {
    const memory = new Memory();
    for (const element of [
      f,
      floatType(context, "bf16"),
      floatType(context, "f8E4M3FN"),
      i1(context),
      indexType(context),
    ]) {
      const buffer = allocateMemRef(memory, memrefType([3], element))!;
      const value = DenseValue.zeros([3], element);
      [1, 0, 1].forEach((x, i) => value.set(i, x));
      value.set(1, POISON);
      copyOut(memory, buffer, value);
      const back = copyIn(memory, buffer);
      expect([0, 1, 2].map((i) => back.get(i))).toEqual([1, POISON, 1]);
    }
  });
});
