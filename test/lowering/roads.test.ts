// Every small model down every pipeline (the transformer block is in a file of its own, so that two workers share the work).
import { checkRoads } from "../support/check-road.ts";
import { roads } from "../support/roads.ts";

checkRoads(roads.filter(({ model }) => model !== "encoder_block"));
