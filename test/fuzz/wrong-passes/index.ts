// All wrong passes and conversions that are written down.
import { wrongBranchPasses } from "./branch-passes.ts";
import { wrongConversions } from "./conversions.ts";
import { wrongMemoryPasses } from "./memory-passes.ts";
import type { WrongPass } from "./wrong-pass.ts";

export const wrongPasses: readonly WrongPass[] = [...wrongMemoryPasses, ...wrongBranchPasses, ...wrongConversions];
