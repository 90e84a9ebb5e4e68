// The files that tests get: each text is tested once, in a folder that is gone at the end.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InterestingWhen } from "./options.ts";
import { isInteresting, runTest, type RunTestOptions, type TestOutcome } from "./run-test.ts";
import type { TestCommand } from "./test-command.ts";

export interface CandidateOptions {
  readonly command: TestCommand;
  readonly when: InterestingWhen;
  readonly timeoutMs: number;
}

export class Candidates {
  readonly #folder = mkdtempSync(join(tmpdir(), "terrace-reduce-"));
  readonly #options: CandidateOptions;
  readonly #refused = new Set<string>();
  #number = 0;
  /** Tests that were run. */
  tests = 0;

  constructor(options: CandidateOptions) {
    this.#options = options;
  }

  /** Runs the test on a text. */
  async outcome(text: string, options: Partial<RunTestOptions> = {}): Promise<TestOutcome> {
    const { command, timeoutMs } = this.#options;
    const file = join(this.#folder, `${this.#number++}.mlir`);
    writeFileSync(file, text);
    this.tests++;
    try {
      return await runTest(command, file, { timeoutMs, ...options });
    } finally {
      rmSync(file, { force: true });
    }
  }

  async isInteresting(text: string, signal: AbortSignal): Promise<boolean> {
    if (this.#refused.has(text)) return false;
    const good = isInteresting(await this.outcome(text, { signal }), this.#options.when);
    // A test that was ended has not said anything.
    if (!good && !signal.aborted) this.#refused.add(text);
    return good && !signal.aborted;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
