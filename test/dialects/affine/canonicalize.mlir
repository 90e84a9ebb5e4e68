func.func @a(%a: index, %b: index, %n: index) -> (index, index, index, index, index, index, index) {
  %c4 = arith.constant 4 : index
  %0 = affine.apply affine_map<(d0) -> (d0 * 4)>(%a)
  %1 = affine.apply affine_map<(d0, d1) -> (d0 + d1)>(%0, %b)
  %2 = affine.apply affine_map<(d0, d1) -> (d0 + d1)>(%a, %c4)
  %3 = affine.apply affine_map<(d0, d1)[s0] -> (d0 + d0 + s0)>(%a, %b)[%n]
  %4 = affine.min affine_map<(d0)[s0] -> (d0, s0, 8)>(%0)[%c4]
  %5 = affine.min affine_map<(d0) -> (-d0 + 10, 8)>(%0)
  %6 = affine.apply affine_map<(d0, d1) -> (d0 - d1)>(%a, %a)
  %7 = affine.min affine_map<(d0)[s0] -> (d0, s0)>(%a)[%a]
  return %1, %2, %3, %4, %5, %6, %7 : index, index, index, index, index, index, index
}
