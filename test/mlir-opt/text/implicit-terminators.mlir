func.func @implicit(%c: i1, %i: index, %t: tensor<4xf32>) {
  scf.if %c { }
  scf.if %c { } else { }
  scf.for %j = %i to %i step %i { }
  scf.parallel (%a) = (%i) to (%i) step (%i) { }
  scf.while : () -> () { scf.condition(%c) } do { scf.yield }
  scf.execute_region { scf.yield }
  scf.index_switch %i case 1 { scf.yield } default { scf.yield }
  return
}
