import { describe } from "@jest/globals";
import { testRoundTrips } from "../../support/round-trip.ts";

describe("memref", () => {
  testRoundTrips(import.meta.url, ["ops.mlir", "views.mlir"]);
});
