// What the simulator offers.
export type { GlobalCounts, InstructionCounts, SharedCounts, TrafficCounts } from "./counters.ts";
export { occupancyOf, launchProblem, type KernelNeeds, type Occupancy } from "./occupancy.ts";
export { registersPerThread } from "./registers.ts";
export { totalReport, type LaunchReport, type TotalReport } from "./report.ts";
export { GpuSimulator, simulateLaunch, type SimulationOptions, type SimulationOutcome } from "./simulate.ts";
