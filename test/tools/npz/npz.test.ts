// The `.npz` reader against files that numpy wrote, against its own writer, and against damaged files.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import { zipSync } from "fflate";
import { writeNpy } from "../../../tools/npz/npy.ts";
import { layoutOf, type NumpyType } from "../../../tools/npz/numpy-type.ts";
import { readNpz, writeNpz, type NpyArray } from "../../../tools/npz/npz.ts";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

function arraysOf(bytes: Uint8Array): Map<string, NpyArray> {
  const result = readNpz(bytes);
  if ("error" in result) throw new Error(result.error);
  return result.arrays;
}

function errorOf(bytes: Uint8Array): string {
  const result = readNpz(bytes);
  return "error" in result ? result.error : "no error";
}

const describeAll = (arrays: ReadonlyMap<string, NpyArray>): string[] =>
  [...arrays].map(([name, array]) => `${name} ${array.dtype} ${array.shape.join()} ${hex(array)}`);
const hex = (array: NpyArray | undefined): string => Buffer.from(array?.data ?? []).toString("hex");
const float32 = (array: NpyArray | undefined): number[] => [...new Float32Array(array!.data.buffer)];
const int32 = (array: NpyArray | undefined): number[] => [...new Int32Array(array!.data.buffer)];

describe("what numpy writes", () => {
  test.each(["stored.npz", "deflated.npz"])("%s: every type", (name) => {
    const arrays = arraysOf(fixture(name));
    expect(hex(arrays.get("bool"))).toBe("010001");
    expect(hex(arrays.get("i1"))).toBe("80007f");
    expect(hex(arrays.get("i2"))).toBe("00800100");
    expect(arrays.get("i4")?.shape).toEqual([2, 2]);
    expect(int32(arrays.get("i4"))).toEqual([-1, 2, 3, -2147483648]);
    expect(hex(arrays.get("i8"))).toBe("0000000000000080ffffffffffffff7f");
    expect(hex(arrays.get("u1"))).toBe("00ff");
    expect(hex(arrays.get("u2"))).toBe("ffff0100");
    expect(hex(arrays.get("u4"))).toBe("ffffffff01000000");
    expect(hex(arrays.get("u8"))).toBe("ffffffffffffffff0100000000000000");
    expect(hex(arrays.get("f2"))).toBe("003e0080007c");
    expect(arrays.get("f4")?.shape).toEqual([2, 3]);
    expect(float32(arrays.get("f4"))).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
    expect([...new Float64Array(arrays.get("f8")!.data.buffer)]).toEqual([0.1, -1e300]);
    expect(float32(arrays.get("c8"))).toEqual([1, 2, -3.5, -4]);
    expect([...new Float64Array(arrays.get("c16")!.data.buffer)]).toEqual([1, 2]);
    expect(hex(arrays.get("V2"))).toBe("803f00c0");
    for (const [name, array] of arrays) if (name !== "zeros") expect(array.dtype).toBe(name);
  });

  test("a well compressed array", () => {
    const zeros = arraysOf(fixture("deflated.npz")).get("zeros");
    expect(zeros?.shape).toEqual([64, 64]);
    expect(float32(zeros)).toEqual(new Array(4096).fill(0));
  });

  test("scalars, empty arrays, Fortran order, big-endian elements", () => {
    const arrays = arraysOf(fixture("layout.npz"));
    expect(arrays.get("fortran")?.shape).toEqual([2, 3, 4]);
    expect(int32(arrays.get("fortran"))).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(arrays.get("scalar")).toMatchObject({ shape: [], dtype: "i4" });
    expect(int32(arrays.get("scalar"))).toEqual([7]);
    expect([...new Float64Array(arrays.get("scalar_f8")!.data.buffer)]).toEqual([2.5]);
    expect(arrays.get("empty")).toEqual({ shape: [0, 3], dtype: "f4", data: new Uint8Array() });
    expect(arrays.get("fortran_empty")).toEqual({ shape: [0, 3], dtype: "f4", data: new Uint8Array() });
    expect(hex(arrays.get("big_i2"))).toBe("0100feff");
    expect(float32(arrays.get("big_f4"))).toEqual([1.5, -2]);
    expect([...new Float64Array(arrays.get("big_f8")!.data.buffer)]).toEqual([0.1]);
    expect(float32(arrays.get("big_c8"))).toEqual([1, 2, 3, -4]);
    expect(hex(arrays.get("big_i8"))).toBe("feffffffffffffff");
    expect([...new Uint16Array(arrays.get("big_fortran")!.data.buffer)]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("npy versions 1, 2 and 3, and a zip64 local header", () => {
    const arrays = arraysOf(fixture("versions.npz"));
    expect([...arrays.keys()]).toEqual(["v1", "v2", "v3"]);
    for (const array of arrays.values()) expect(int32(array)).toEqual([1, 2, 3]);
  });
});

describe("what is refused, by name", () => {
  test.each([
    ["objects.npz", "array 'x' cannot be read: element type '|O' (Python objects) is not supported"],
    ["strings.npz", "array 'x' cannot be read: element type '<U2' (strings) is not supported"],
    ["records.npz", "array 'x' has a structured element type, which is not supported"],
    ["longdouble.npz", "array 'x' cannot be read: element type '<f16' (a float of this size) is not supported"],
    ["single.npy", "this is a single .npy array, not an .npz archive"],
  ])("%s", (name, message) => {
    expect(errorOf(fixture(name))).toBe(message);
  });

  test("files that are no archives", () => {
    expect(errorOf(new Uint8Array())).toBe("the file is empty");
    const text = new TextEncoder().encode("module {}\n".repeat(10));
    expect(errorOf(text)).toBe("not a readable .npz archive: it is not a zip archive");
  });

  test("a forged size is not allocated", () => {
    const bytes = new Uint8Array(fixture("deflated.npz"));
    const view = new DataView(bytes.buffer);
    view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 0xfffffff0, true);
    expect(errorOf(bytes)).toMatch(/entry 'bool.npy' is corrupt \(its size cannot be 4294967280\)/);
  });

  const withHeader = (dict: string, elements = 0): Uint8Array => {
    const npy = writeNpy({ shape: [elements], dtype: "u1", data: new Uint8Array(elements) });
    npy.fill(32, 10, npy.length - elements - 1);
    npy.set(new TextEncoder().encode(dict), 10);
    return zipSync({ "x.npy": npy });
  };

  test.each([
    [
      "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000000,), }",
      /impossible shape: \(1000000000000000\)/,
    ],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000), }", /holds 0 bytes .* need 4000000000/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", /'shape' must hold integers from 0/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': 3}", /'shape' must be a tuple/],
    ["{'descr': '<f4', 'fortran_order': 0, 'shape': (0,)}", /'fortran_order' must be True or False/],
    ["{'fortran_order': False, 'shape': (0,)}", /'descr' must be a string/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (0,), 'more': 1}", /unknown key 'more'/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (0,)", /expected '}' at character/],
    ["__import__('os')", /expected a value at character 0/],
    ["((((((((((((((((((((", /expected less nesting/],
    ["{'descr': 'float', 'fortran_order': False, 'shape': (0,)}", /element type 'float'/],
  ])("header %s", (dict, message) => {
    expect(errorOf(withHeader(dict))).toMatch(message);
  });

  test("a header with Python 2's long integers and double quotes is read", () => {
    const arrays = arraysOf(withHeader(`{"descr": "|u1", 'shape': (2L,), 'fortran_order': True}`, 2));
    expect(arrays.get("x")).toEqual({ shape: [2], dtype: "u1", data: new Uint8Array(2) });
  });

  test.each(["stored.npz", "deflated.npz"])("%s cut short anywhere is an error", (name) => {
    const bytes = fixture(name);
    for (let length = 0; length < bytes.length; length += 7)
      expect(errorOf(bytes.subarray(0, length))).toMatch(/empty|truncated|not a zip archive/);
  });

  test.each(["stored.npz", "deflated.npz", "layout.npz", "versions.npz"])(
    "%s with one damaged byte never throws",
    (name) => {
      const bytes = fixture(name);
      const good = new Set(describeAll(arraysOf(bytes)));
      const names = [...arraysOf(bytes).keys()].join("").length;
      let refused = 0;
      let renamed = 0;
      for (let at = 0; at < bytes.length; at++) {
        const damaged = new Uint8Array(bytes);
        damaged[at]! ^= 0xff;
        const result = readNpz(damaged);
        if ("error" in result) refused++;
        // What is not noticed must not matter: an array that is read is the one that was written, its name (unchecked in zip) aside.
        else for (const line of describeAll(result.arrays)) if (!good.has(line)) renamed++;
      }
      expect(refused).toBeGreaterThan(bytes.length / 2);
      expect(renamed).toBeLessThanOrEqual(names);
    },
  );
});

test("what is written is read back, and is the same bytes every time", () => {
  const dtypes = Object.keys(layoutOf) as NumpyType[];
  const array = fc
    .tuple(fc.array(fc.nat(4), { maxLength: 4 }), fc.constantFrom(...dtypes), fc.infiniteStream(fc.nat(255)))
    .map(([shape, dtype, stream]): NpyArray => {
      const size = shape.reduce((product, extent) => product * extent, layoutOf[dtype].size);
      const data = new Uint8Array(size).map(() => Number(stream.next().value) & (dtype === "bool" ? 1 : 255));
      return { shape, dtype, data };
    });
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, array), { maxLength: 4 }), (entries) => {
      const arrays = new Map(entries);
      const bytes = writeNpz(arrays);
      expect(arraysOf(bytes)).toEqual(arrays);
      expect(writeNpz(arrays)).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});
