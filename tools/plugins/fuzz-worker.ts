// What a worker of `terrace fuzz` starts from where there are plugins: it loads them, then does slices.
import { workerData } from "piscina";
import { runSlice } from "../fuzz/slice.ts";
import { sharedRegistry } from "../library/context.ts";
import { loadPlugins } from "./load-plugins.ts";
import type { NamedPlugin } from "./named-plugins.ts";

const given: unknown = workerData;
if (!isNamed(given)) throw new Error("a worker is told which plugins to load");
const problem = await loadPlugins(given, sharedRegistry());
if (problem !== undefined) throw new Error(problem.failure);

/** The pool hands over the plugins that the process has loaded. */
function isNamed(value: unknown): value is readonly NamedPlugin[] {
  return Array.isArray(value);
}

export default runSlice;
