import { expect, test } from "@jest/globals";
import { DebugCounters } from "../../../ir/pass/debug-counter.ts";

/** Which of ten actions are taken. */
function taken(text: string): string {
  const counters = new DebugCounters();
  expect(counters.read(text)).toBeUndefined();
  return Array.from({ length: 10 }, () => (counters.handler("tag") ? "x" : ".")).join("");
}

test.each([
  ["", "xxxxxxxxxx"],
  ["tag-skip=3", "...xxxxxxx"],
  ["tag-count=2", "xx........"],
  ["tag-skip=3,tag-count=2", "...xx....."],
  ["tag-count=0", ".........."],
  ["tag-skip=-1,tag-count=0", "xxxxxxxxxx"],
  ["other-count=0", "xxxxxxxxxx"],
])("%s", (text, expected) => {
  expect(taken(text)).toBe(expected);
});
