// The middle of the compiler for GPUs: the preset, and one with little shared memory. All programs: test/conformance/middle.test.ts.
import { checkPrograms, named } from "./check-programs.ts";
import { programs } from "./programs/index.ts";

const some = [
  "ragged softmax",
  "ragged layernorm",
  "matmul, bias, relu",
  "ragged attention",
  "strided convolution",
  "mlp",
];

checkPrograms("gpu", named(programs, some.slice(0, 4)));
checkPrograms("gpu8k", named(programs, some));
