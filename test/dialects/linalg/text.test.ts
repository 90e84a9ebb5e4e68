import { describe } from "@jest/globals";
import { testRoundTrips } from "../../support/round-trip.ts";

describe("linalg", () => {
  testRoundTrips(import.meta.url, ["ops.mlir", "named.mlir"]);
});
