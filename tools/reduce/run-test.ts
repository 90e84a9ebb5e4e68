// Runs a test on a candidate: a process of its own, with all that it starts ended when its time is over or nobody waits for it.
import { spawn } from "node:child_process";
import { errorCode, errorMessage } from "../command/failure.ts";
import type { InterestingWhen } from "./options.ts";
import type { TestCommand } from "./test-command.ts";

export type TestOutcome =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "timeout" }
  /** It could not be started. */
  | { readonly kind: "failed"; readonly reason: string };

export interface RunTestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Gets what the test writes. */
  readonly onOutput?: ((text: string) => void) | undefined;
}

export function runTest(command: TestCommand, path: string, options: RunTestOptions): Promise<TestOutcome> {
  const { timeoutMs, signal, onOutput } = options;
  const stream = onOutput === undefined ? "ignore" : "pipe";
  return new Promise((resolve) => {
    // A group of its own, so that a shell's children end with it.
    const child = spawn(command.program, command.args(path), { stdio: ["ignore", stream, stream], detached: true });
    let isLate = false;
    const kill = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch (error) {
        if (errorCode(error) !== "ESRCH") throw error;
      }
    };
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener("abort", kill, { once: true });
    const finish = (outcome: TestOutcome): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", kill);
      resolve(outcome);
    };
    for (const output of [child.stdout, child.stderr])
      output?.setEncoding("utf8").on("data", (text) => onOutput?.(String(text)));
    child.on("error", (error) => finish({ kind: "failed", reason: errorMessage(error) }));
    const ended = (code: number | null, by: string | null): void => {
      if (isLate) finish({ kind: "timeout" });
      else if (code === null) finish({ kind: "signal", signal: by ?? "" });
      else finish({ kind: "exit", code });
    };
    if (onOutput === undefined) child.on("exit", ended);
    else child.on("close", ended);
    if (signal?.aborted === true) kill();
  });
}

/** Codes from here on are a shell's for signals, and what an abort gives elsewhere. */
const FIRST_SIGNAL_CODE = 128;

export function isInteresting(outcome: TestOutcome, when: InterestingWhen): boolean {
  switch (when) {
    case "zero":
      return outcome.kind === "exit" && outcome.code === 0;
    case "nonzero":
      return outcome.kind === "signal" || (outcome.kind === "exit" && outcome.code !== 0);
    case "crash":
      return outcome.kind === "signal" || (outcome.kind === "exit" && outcome.code >= FIRST_SIGNAL_CODE);
    case "timeout":
      return outcome.kind === "timeout";
  }
}

/** What the test did, in words. */
export function outcomeText(outcome: TestOutcome, timeoutMs: number): string {
  switch (outcome.kind) {
    case "exit":
      return `it exits with ${outcome.code}`;
    case "signal":
      return `it is ended by ${outcome.signal}`;
    case "timeout":
      return `it runs for more than ${timeoutMs / 1000} s`;
    case "failed":
      return `it cannot be started: ${outcome.reason}`;
  }
}
