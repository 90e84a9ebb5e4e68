import { describe } from "@jest/globals";
import { testRoundTrips } from "../../support/round-trip.ts";

describe("bufferization", () => {
  testRoundTrips(import.meta.url, ["ops.mlir"]);
});
