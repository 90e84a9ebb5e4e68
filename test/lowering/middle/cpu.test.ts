// The middle of the compiler for a CPU.
import { checkPrograms } from "./check-programs.ts";
import { programs } from "./programs/index.ts";

checkPrograms("cpu", programs);
