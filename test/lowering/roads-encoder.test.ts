// The transformer block down the CPU's pipeline.
import { checkRoads } from "../support/check-road.ts";
import { roads } from "../support/roads.ts";

checkRoads(roads.filter(({ model }) => model === "encoder_block"));
