// The process that runs named programs down a machine's road and prints, for each, what was wrong (null for nothing).
import { checkPipeline } from "../../support/pipeline.ts";
import { isRoad, onMachine, roads } from "./machines.ts";
import { programs } from "./programs/index.ts";

const [machine = "", ...names] = process.argv.slice(2);
if (!isRoad(machine)) throw new Error(`there is no road '${machine}'`);
const { machine: description, passes } = roads[machine];
const problems: Record<string, string | null> = {};
for (const name of names) {
  try {
    const { refused } = await checkPipeline(onMachine(description, programs[name] ?? ""), passes);
    problems[name] = refused.length === 0 ? null : refused.join("\n");
  } catch (error) {
    problems[name] = error instanceof Error ? error.message : String(error);
  }
}
process.stdout.write(JSON.stringify(problems));
