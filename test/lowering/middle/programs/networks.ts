// Parts of networks, and a whole one: several ops that share kernels, or must not.
import { addRow, attention, convolution, maxPool, encoder } from "./parts.ts";
import { program, type Programs } from "./program.ts";

export const networks: Programs = {
  "matmul, bias, relu": program((p) => [
    p.relu(addRow(p, p.contract("mk,kn->mn", p.arg([33, 17]), p.arg([17, 45])), p.arg([45]))),
  ]),
  "matmul then softmax": program((p) => [p.softmax(p.contract("mk,kn->mn", p.arg([19, 27]), p.arg([27, 37])))]),
  "matmul of a softmax": program((p) => [p.contract("mk,kn->mn", p.softmax(p.arg([19, 27])), p.arg([27, 37]))]),
  mlp: program((p) => {
    const x = p.arg([9, 64]);
    const hidden = p.relu(addRow(p, p.contract("mk,kn->mn", x, p.arg([64, 32])), p.arg([32])));
    return [addRow(p, p.contract("mk,kn->mn", hidden, p.arg([32, 10])), p.arg([10]))];
  }),
  "mlp of constants": program((p) => {
    const x = p.arg([5, 4]);
    const w = p.constant("[[1.0, 2.0, 3.0], [-1.0, 0.5, 0.0], [0.25, 4.0, -2.0], [1.0, 1.0, 1.0]]", [4, 3]);
    return [p.relu(addRow(p, p.contract("mk,kn->mn", x, w), p.constant("[1.0, -1.0, 0.5]", [3])))];
  }),
  attention: program((p) => [attention(p, [2, 4, 32, 16])]),
  "ragged attention": program((p) => [attention(p, [1, 3, 13, 5])]),
  "convolution, bias, relu, max pool": program((p) => {
    const y = convolution(p, { input: [1, 8, 8, 1], filter: [3, 3, 1, 4], low: 1, high: 1 });
    return [maxPool(p, p.relu(addRow(p, y, p.arg([4]))), 2, 2)];
  }),
  "residual sum": program((p) => {
    const x = p.arg([19, 33]);
    return [p.binary("add", x, p.contract("mk,kn->mn", x, p.arg([33, 33])))];
  }),
  "two matmuls in a row": program((p) => [
    p.contract("mk,kn->mn", p.contract("mk,kn->mn", p.arg([9, 17]), p.arg([17, 21])), p.arg([21, 33])),
  ]),
  "two matmuls summed": program((p) => {
    const x = p.arg([9, 17]);
    return [p.binary("add", p.contract("mk,kn->mn", x, p.arg([17, 21])), p.contract("mk,kn->mn", x, p.arg([17, 21])))];
  }),
  "an encoder block": program((p) => [encoder(p, 12, 16, 2)]),
};
