// Products of matrices and vectors, and einsums that can be seen as such.
import { program, type Programs } from "./program.ts";

export const contractions: Programs = {
  matmul: program((p) => [p.contract("mk,kn->mn", p.arg([37, 29]), p.arg([29, 70]))]),
  "matmul of multiples": program((p) => [p.contract("mk,kn->mn", p.arg([32, 16]), p.arg([16, 64]))]),
  "matmul of A transposed": program((p) => [p.contract("km,kn->mn", p.arg([9, 37]), p.arg([9, 21]))]),
  "matmul of B transposed": program((p) => [p.contract("mk,nk->mn", p.arg([37, 9]), p.arg([21, 9]))]),
  "matmul of both transposed": program((p) => [p.contract("km,nk->mn", p.arg([9, 37]), p.arg([21, 9]))]),
  "matmul into a transposed result": program((p) => [p.contract("mk,kn->nm", p.arg([37, 9]), p.arg([9, 21]))]),
  "matmul, accumulating": program((p) => [p.contract("mk,kn->mn", p.arg([17, 9]), p.arg([9, 21]), p.arg([17, 21]))]),
  "matmul, one by one by one": program((p) => [p.contract("mk,kn->mn", p.arg([1, 1]), p.arg([1, 1]))]),
  "matmul of one row": program((p) => [p.contract("mk,kn->mn", p.arg([1, 33]), p.arg([33, 47]))]),
  "matmul of one column": program((p) => [p.contract("mk,kn->mn", p.arg([47, 33]), p.arg([33, 1]))]),
  "matmul with depth 1": program((p) => [p.contract("mk,kn->mn", p.arg([7, 1]), p.arg([1, 9]))]),
  "batch matmul": program((p) => [p.contract("bmk,bkn->bmn", p.arg([3, 17, 9]), p.arg([3, 9, 21]))]),
  "batch of batch matmul": program((p) => [p.contract("abmk,abkn->abmn", p.arg([2, 3, 7, 9]), p.arg([2, 3, 9, 5]))]),
  "batch matmul with the batch in the middle": program((p) => [
    p.contract("mbk,kbn->bmn", p.arg([7, 3, 9]), p.arg([9, 3, 5])),
  ]),
  "matrix by vector": program((p) => [p.contract("mk,k->m", p.arg([37, 29]), p.arg([29]))]),
  "vector by matrix": program((p) => [p.contract("k,kn->n", p.arg([29]), p.arg([29, 37]))]),
  "dot product": program((p) => [p.contract("k,k->", p.arg([70]), p.arg([70]))]),
  "outer product": program((p) => [p.contract("mk,nk->mn", p.arg([13, 1]), p.arg([17, 1]))]),
  "contraction over two dimensions": program((p) => [p.contract("mkl,kln->mn", p.arg([7, 3, 5]), p.arg([3, 5, 9]))]),
  "contraction to rank 0 from matrices": program((p) => [p.contract("mk,mk->", p.arg([7, 5]), p.arg([7, 5]))]),
  "contraction with many rows": program((p) => [p.contract("abk,kcd->abcd", p.arg([3, 5, 7]), p.arg([7, 2, 9]))]),
  "matmul of a tensor with itself": program((p) => {
    const x = p.arg([17, 17]);
    return [p.contract("mk,kn->mn", x, x)];
  }),
  "sum of squares": program((p) => {
    const x = p.arg([17, 33]);
    return [p.contract("mk,mk->m", x, x)];
  }),
  "batch of matrix by vector": program((p) => [p.contract("bmk,bk->bm", p.arg([3, 17, 9]), p.arg([3, 9]))]),
  "a product with a constant broadcast": program((p) => {
    const row = p.broadcast(p.arg([9]), [17, 9], [0]);
    return [p.contract("mk,kn->mn", row, p.arg([9, 5]))];
  }),
  "matmul of a transposition": program((p) => [
    p.contract("mk,kn->mn", p.transpose(p.arg([9, 17]), [1, 0]), p.arg([9, 21])),
  ]),
  "transposition of a matmul": program((p) => [
    p.transpose(p.contract("mk,kn->mn", p.arg([9, 17]), p.arg([17, 21])), [1, 0]),
  ]),
};
