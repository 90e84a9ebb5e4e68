// A program's text from the function that builds it.
import { LinalgProgram, type Tensor } from "../../../support/linalg-program.ts";

/** Programs by the names of their tests. */
export type Programs = Readonly<Record<string, string>>;

export const program = (build: (p: LinalgProgram) => readonly Tensor[]): string => {
  const p = new LinalgProgram();
  return p.text(...build(p));
};

export const f32 = "f32";
