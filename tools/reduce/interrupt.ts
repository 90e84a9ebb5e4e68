// Ctrl-C during a command that has something to show for what it did: the first one asks it to end, a second one ends the process.

export interface Interrupt {
  readonly signal: AbortSignal;
  /** The process's own again. */
  readonly release: () => void;
}

export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  return {
    signal: controller.signal,
    release: () => {
      process.off("SIGINT", abort);
      process.off("SIGTERM", abort);
    },
  };
}
