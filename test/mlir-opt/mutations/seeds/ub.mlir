// Every op of ub: the modules that are mutated.
func.func @poison(%c: i1) -> i32 {
  %0 = ub.poison : i32
  %1 = ub.poison : vector<4xf32>
  %2 = ub.poison : tensor<?xindex>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  ub.unreachable
^bb2:
  return %0 : i32
}
