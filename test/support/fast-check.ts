// fast-check with one seed for all runs, so that a run of the tests can be repeated. TERRACE_SEED=N tries another.
import { configureGlobal } from "fast-check";

configureGlobal({ seed: Number(process.env["TERRACE_SEED"] ?? 20_261_123) });

export * from "fast-check";
export { default } from "fast-check";
