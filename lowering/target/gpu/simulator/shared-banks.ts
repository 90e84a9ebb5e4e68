// Bank conflicts of shared memory: wavefronts of one warp access.
import type { GpuMachine } from "../../../machine/schema.ts";
import { WARP, type Access } from "../../../../dialects/simt/index.ts";

export interface BankCost {
  readonly wavefronts: number;
  /** Phases with an active lane: what the access would take without conflicts. */
  readonly ideal: number;
}

/**
 * wavefronts = sum over phases of max over banks of distinct words. A phase serves `phase_bytes`: 32 lanes of up to 4 bytes, 16 of 8, 8 of
 * 16. Lanes on one word share it, but atomics take turns.
 */
export function bankCounter({ smem }: GpuMachine): (at: Int32Array, mask: number, access: Access) => BankCost {
  const { banks, bank_bytes: bankBytes, phase_bytes: phaseBytes } = smem;
  const wordsOf = new Int32Array(banks * WARP * 4);
  const counts = new Int32Array(banks);
  return (at, mask, { bytes, kind }) => {
    const lanes = Math.min(WARP, Math.floor(phaseBytes / Math.max(bytes, bankBytes)));
    const words = Math.max(1, bytes / bankBytes);
    let wavefronts = 0;
    let ideal = 0;
    for (let first = 0; first < WARP; first += lanes) {
      counts.fill(0);
      let most = 0;
      for (let lane = first; lane < first + lanes; lane++) {
        if (((mask >>> lane) & 1) === 0) continue;
        const word0 = Math.floor(at[lane]! / bankBytes);
        for (let word = word0; word < word0 + words; word++) {
          const bank = word % banks;
          const from = bank * WARP * 4;
          const count = counts[bank]!;
          let i = from;
          if (kind === "atomic") i = from + count;
          else while (i < from + count && wordsOf[i] !== word) i++;
          if (i < from + count) continue;
          wordsOf[i] = word;
          counts[bank] = count + 1;
          if (count + 1 > most) most = count + 1;
        }
      }
      wavefronts += most;
      if (most > 0) ideal++;
    }
    return { wavefronts, ideal };
  };
}
