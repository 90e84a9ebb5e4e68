// Outputs: whole or as they were; devices, pipes and links are what they were.
import { describe, expect, test } from "@jest/globals";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { isFailure } from "../../tools/command/failure.ts";
import { OutputFile, writeOutput } from "../../tools/command/output-file.ts";
import { runTerrace } from "../support/command.ts";
import { workplace } from "../support/workplace.ts";

const place = workplace();
const onPosix = process.platform === "win32" ? test.skip : test;

function opened(name: string): OutputFile {
  const file = OutputFile.open(name);
  if (isFailure(file)) throw new Error(file.failure);
  return file;
}

describe("an output file", () => {
  test("is as it was until it is closed", () => {
    const name = place.file("a.txt", "before");
    const file = opened(name);
    file.write("é".repeat(1 << 20));
    file.write(new Uint8Array([33]));
    expect(readFileSync(name, "utf8")).toBe("before");
    expect(file.close()).toBeUndefined();
    expect(readFileSync(name, "utf8")).toBe(`${"é".repeat(1 << 20)}!`);
  });

  onPosix("keeps its mode, and stays where a link points at it", () => {
    const target = place.file("target.txt", "before");
    chmodSync(target, 0o600);
    symlinkSync(target, place.path("link.txt"));
    expect(writeOutput(place.path("link.txt"), ["after"])).toBeUndefined();
    expect(lstatSync(place.path("link.txt")).isSymbolicLink()).toBe(true);
    expect([readFileSync(target, "utf8"), statSync(target).mode & 0o777]).toEqual(["after", 0o600]);
  });

  onPosix("is written directly where it is a device", async () => {
    const input = place.file("f.mlir", "func.func @f() {\n  return\n}\n");
    const flags = ["--canonicalize", "--mlir-history=/dev/null", "-o", "/dev/null"];
    expect(await runTerrace(["opt", input, ...flags])).toMatchObject({ code: 0, stderr: "" });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("is refused where a directory is in its place, or its directory is missing", () => {
    mkdirSync(place.path("directory"));
    const refused = (name: string): string | undefined => writeOutput(place.path(name), ["text"])?.failure;
    expect(refused("directory")).toMatch(/cannot write '.*directory': it is a directory/);
    expect(refused("missing/a.txt")).toMatch(/cannot write '.*a.txt': no such file or directory/);
  });

  test("leaves nothing beside it when it cannot be put in its place", () => {
    mkdirSync(place.path("late"));
    const file = opened(place.path("late/a.txt"));
    mkdirSync(place.path("late/a.txt"));
    writeFileSync(place.path("late/a.txt/b"), "");
    expect(file.close()?.failure).toMatch(/cannot write '.*a.txt'/);
    expect(readdirSync(place.path("late"))).toEqual(["a.txt"]);
  });
});
