// Folders and patterns of arith and math, one situation a function.
func.func @f0(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.addi %x, %c0 : i32
  return %r : i32
}
func.func @f1(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.subi %x, %c0 : i32
  return %r : i32
}
func.func @f2(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.muli %x, %c0 : i32
  return %r : i32
}
func.func @f3(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.divui %x, %c0 : i32
  return %r : i32
}
func.func @f4(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.divsi %x, %c0 : i32
  return %r : i32
}
func.func @f5(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.ceildivui %x, %c0 : i32
  return %r : i32
}
func.func @f6(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.ceildivsi %x, %c0 : i32
  return %r : i32
}
func.func @f7(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.floordivsi %x, %c0 : i32
  return %r : i32
}
func.func @f8(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.remui %x, %c0 : i32
  return %r : i32
}
func.func @f9(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.remsi %x, %c0 : i32
  return %r : i32
}
func.func @f10(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.andi %x, %c0 : i32
  return %r : i32
}
func.func @f11(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.ori %x, %c0 : i32
  return %r : i32
}
func.func @f12(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.xori %x, %c0 : i32
  return %r : i32
}
func.func @f13(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.shli %x, %c0 : i32
  return %r : i32
}
func.func @f14(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.shrui %x, %c0 : i32
  return %r : i32
}
func.func @f15(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.shrsi %x, %c0 : i32
  return %r : i32
}
func.func @f16(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.maxsi %x, %c0 : i32
  return %r : i32
}
func.func @f17(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.maxui %x, %c0 : i32
  return %r : i32
}
func.func @f18(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.minsi %x, %c0 : i32
  return %r : i32
}
func.func @f19(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : i32
  %r = arith.minui %x, %c0 : i32
  return %r : i32
}
func.func @f20(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f21(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f22(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f23(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f24(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f25(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f26(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.addi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f27(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f28(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f29(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f30(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f31(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f32(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f33(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.subi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f34(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f35(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f36(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f37(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f38(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f39(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f40(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.muli %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f41(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f42(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f43(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f44(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f45(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f46(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f47(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.andi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f48(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f49(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f50(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f51(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f52(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f53(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f54(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.ori %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f55(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f56(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f57(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f58(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f59(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f60(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f61(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.xori %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f62(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f63(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f64(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f65(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f66(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f67(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f68(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divui %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f69(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f70(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f71(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f72(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f73(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f74(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f75(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.divsi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f76(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f77(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f78(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f79(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f80(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f81(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f82(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shli %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f83(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f84(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f85(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f86(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f87(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f88(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f89(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrui %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f90(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f91(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f92(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f93(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f94(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f95(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f96(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.shrsi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f97(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f98(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f99(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f100(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f101(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f102(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f103(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.maxsi %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f104(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.addi %s, %c7 : i32
  return %r : i32
}
func.func @f105(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.subi %s, %c7 : i32
  return %r : i32
}
func.func @f106(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.muli %s, %c7 : i32
  return %r : i32
}
func.func @f107(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.andi %s, %c7 : i32
  return %r : i32
}
func.func @f108(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.ori %s, %c7 : i32
  return %r : i32
}
func.func @f109(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.xori %s, %c7 : i32
  return %r : i32
}
func.func @f110(%x: i32) -> (i32) {
  %c7 = arith.constant 7 : i32
  %c5 = arith.constant 5 : i32
  %s = arith.minui %x, %c5 : i32
  %r = arith.shli %s, %c7 : i32
  return %r : i32
}
func.func @f111(%b: i8) -> (i64) {
  %s = arith.extui %b : i8 to i32
  %r = arith.extui %s : i32 to i64
  return %r : i64
}
func.func @f112(%b: i8) -> (i64) {
  %s = arith.extui %b : i8 to i32
  %r = arith.extsi %s : i32 to i64
  return %r : i64
}
func.func @f113(%b: i8) -> (i8) {
  %s = arith.extui %b : i8 to i32
  %r = arith.trunci %s : i32 to i8
  return %r : i8
}
func.func @f114(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.andi %s, %s2 : i32
  return %r : i32
}
func.func @f115(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.andi %s, %s2 : i32
  return %r : i32
}
func.func @f116(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.ori %s, %s2 : i32
  return %r : i32
}
func.func @f117(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.ori %s, %s2 : i32
  return %r : i32
}
func.func @f118(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.xori %s, %s2 : i32
  return %r : i32
}
func.func @f119(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.xori %s, %s2 : i32
  return %r : i32
}
func.func @f120(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.addi %s, %s2 : i32
  return %r : i32
}
func.func @f121(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.addi %s, %s2 : i32
  return %r : i32
}
func.func @f122(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.muli %s, %s2 : i32
  return %r : i32
}
func.func @f123(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.muli %s, %s2 : i32
  return %r : i32
}
func.func @f124(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.cmpi eq, %s, %s2 : i32
  return %r : i1
}
func.func @f125(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.cmpi eq, %s, %s2 : i32
  return %r : i1
}
func.func @f126(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.cmpi slt, %s, %s2 : i32
  return %r : i1
}
func.func @f127(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.cmpi slt, %s, %s2 : i32
  return %r : i1
}
func.func @f128(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.cmpi ult, %s, %s2 : i32
  return %r : i1
}
func.func @f129(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.cmpi ult, %s, %s2 : i32
  return %r : i1
}
func.func @f130(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.maxsi %s, %s2 : i32
  return %r : i32
}
func.func @f131(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.maxsi %s, %s2 : i32
  return %r : i32
}
func.func @f132(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %b1 : i8 to i32
  %r = arith.maxui %s, %s2 : i32
  return %r : i32
}
func.func @f133(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extui %b : i8 to i32
  %s2 = arith.extui %bb : i8 to i32
  %r = arith.maxui %s, %s2 : i32
  return %r : i32
}
func.func @f134(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi eq, %s, %c0 : i32
  return %r : i1
}
func.func @f135(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi ne, %s, %c0 : i32
  return %r : i1
}
func.func @f136(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi slt, %s, %c0 : i32
  return %r : i1
}
func.func @f137(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi ugt, %s, %c0 : i32
  return %r : i1
}
func.func @f138(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi sge, %s, %c0 : i32
  return %r : i1
}
func.func @f139(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extui %c : i1 to i32
  %r = arith.cmpi ult, %s, %c0 : i32
  return %r : i1
}
func.func @f140(%x: i32) -> (index) {
  %s = arith.extui %x : i32 to i64
  %r = arith.index_cast %s : i64 to index
  return %r : index
}
func.func @f141(%x: i32) -> (index) {
  %s = arith.extui %x : i32 to i64
  %r = arith.index_castui %s : i64 to index
  return %r : index
}
func.func @f142(%x: i32) -> (f32) {
  %s = arith.extui %x : i32 to i64
  %r = arith.sitofp %s : i64 to f32
  return %r : f32
}
func.func @f143(%x: i32) -> (f32) {
  %s = arith.extui %x : i32 to i64
  %r = arith.uitofp %s : i64 to f32
  return %r : f32
}
func.func @f144(%b: i8) -> (i64) {
  %s = arith.extsi %b : i8 to i32
  %r = arith.extui %s : i32 to i64
  return %r : i64
}
func.func @f145(%b: i8) -> (i64) {
  %s = arith.extsi %b : i8 to i32
  %r = arith.extsi %s : i32 to i64
  return %r : i64
}
func.func @f146(%b: i8) -> (i8) {
  %s = arith.extsi %b : i8 to i32
  %r = arith.trunci %s : i32 to i8
  return %r : i8
}
func.func @f147(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.andi %s, %s2 : i32
  return %r : i32
}
func.func @f148(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.andi %s, %s2 : i32
  return %r : i32
}
func.func @f149(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.ori %s, %s2 : i32
  return %r : i32
}
func.func @f150(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.ori %s, %s2 : i32
  return %r : i32
}
func.func @f151(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.xori %s, %s2 : i32
  return %r : i32
}
func.func @f152(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.xori %s, %s2 : i32
  return %r : i32
}
func.func @f153(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.addi %s, %s2 : i32
  return %r : i32
}
func.func @f154(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.addi %s, %s2 : i32
  return %r : i32
}
func.func @f155(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.muli %s, %s2 : i32
  return %r : i32
}
func.func @f156(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.muli %s, %s2 : i32
  return %r : i32
}
func.func @f157(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.cmpi eq, %s, %s2 : i32
  return %r : i1
}
func.func @f158(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.cmpi eq, %s, %s2 : i32
  return %r : i1
}
func.func @f159(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.cmpi slt, %s, %s2 : i32
  return %r : i1
}
func.func @f160(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.cmpi slt, %s, %s2 : i32
  return %r : i1
}
func.func @f161(%b: i8) -> (i1) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.cmpi ult, %s, %s2 : i32
  return %r : i1
}
func.func @f162(%w: i64, %b: i8) -> (i1) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.cmpi ult, %s, %s2 : i32
  return %r : i1
}
func.func @f163(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.maxsi %s, %s2 : i32
  return %r : i32
}
func.func @f164(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.maxsi %s, %s2 : i32
  return %r : i32
}
func.func @f165(%b: i8) -> (i32) {
  %b1 = arith.constant 1 : i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %b1 : i8 to i32
  %r = arith.maxui %s, %s2 : i32
  return %r : i32
}
func.func @f166(%w: i64, %b: i8) -> (i32) {
  %bb = arith.trunci %w : i64 to i8
  %s = arith.extsi %b : i8 to i32
  %s2 = arith.extsi %bb : i8 to i32
  %r = arith.maxui %s, %s2 : i32
  return %r : i32
}
func.func @f167(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi eq, %s, %c0 : i32
  return %r : i1
}
func.func @f168(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi ne, %s, %c0 : i32
  return %r : i1
}
func.func @f169(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi slt, %s, %c0 : i32
  return %r : i1
}
func.func @f170(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi ugt, %s, %c0 : i32
  return %r : i1
}
func.func @f171(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi sge, %s, %c0 : i32
  return %r : i1
}
func.func @f172(%c: i1) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.extsi %c : i1 to i32
  %r = arith.cmpi ult, %s, %c0 : i32
  return %r : i1
}
func.func @f173(%x: i32) -> (index) {
  %s = arith.extsi %x : i32 to i64
  %r = arith.index_cast %s : i64 to index
  return %r : index
}
func.func @f174(%x: i32) -> (index) {
  %s = arith.extsi %x : i32 to i64
  %r = arith.index_castui %s : i64 to index
  return %r : index
}
func.func @f175(%x: i32) -> (f32) {
  %s = arith.extsi %x : i32 to i64
  %r = arith.sitofp %s : i64 to f32
  return %r : f32
}
func.func @f176(%x: i32) -> (f32) {
  %s = arith.extsi %x : i32 to i64
  %r = arith.uitofp %s : i64 to f32
  return %r : f32
}
func.func @f177(%w: i64) -> (i8) {
  %s = arith.trunci %w : i64 to i32
  %r = arith.trunci %s : i32 to i8
  return %r : i8
}
func.func @f178(%w: i64) -> (i64) {
  %s = arith.trunci %w : i64 to i32
  %r = arith.extsi %s : i32 to i64
  return %r : i64
}
func.func @f179(%w: i64) -> (i32) {
  %w32 = arith.constant 32 : i64
  %s = arith.shrui %w, %w32 : i64
  %r = arith.trunci %s : i64 to i32
  return %r : i32
}
func.func @f180(%w: i64) -> (i32) {
  %w32 = arith.constant 32 : i64
  %s = arith.shrsi %w, %w32 : i64
  %r = arith.trunci %s : i64 to i32
  return %r : i32
}
func.func @f181(%x: i32) -> (i32) {
  %s = arith.index_cast %x : i32 to index
  %r = arith.index_cast %s : index to i32
  return %r : i32
}
func.func @f182(%x: i32) -> (i32) {
  %s = arith.index_castui %x : i32 to index
  %r = arith.index_castui %s : index to i32
  return %r : i32
}
func.func @f183(%x: i32) -> (i1) {
  %r = arith.cmpi eq, %x, %x : i32
  return %r : i1
}
func.func @f184(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi eq, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f185(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi eq, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f186(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi eq, %s, %s2 : index
  return %r : i1
}
func.func @f187(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi eq, %s, %c0 : i32
  return %r : i1
}
func.func @f188(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi eq, %x, %min : i32
  return %r : i1
}
func.func @f189(%x: i32) -> (i1) {
  %r = arith.cmpi ne, %x, %x : i32
  return %r : i1
}
func.func @f190(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi ne, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f191(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi ne, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f192(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi ne, %s, %s2 : index
  return %r : i1
}
func.func @f193(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi ne, %s, %c0 : i32
  return %r : i1
}
func.func @f194(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi ne, %x, %min : i32
  return %r : i1
}
func.func @f195(%x: i32) -> (i1) {
  %r = arith.cmpi slt, %x, %x : i32
  return %r : i1
}
func.func @f196(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi slt, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f197(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi slt, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f198(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi slt, %s, %s2 : index
  return %r : i1
}
func.func @f199(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi slt, %s, %c0 : i32
  return %r : i1
}
func.func @f200(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi slt, %x, %min : i32
  return %r : i1
}
func.func @f201(%x: i32) -> (i1) {
  %r = arith.cmpi sle, %x, %x : i32
  return %r : i1
}
func.func @f202(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi sle, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f203(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi sle, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f204(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi sle, %s, %s2 : index
  return %r : i1
}
func.func @f205(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi sle, %s, %c0 : i32
  return %r : i1
}
func.func @f206(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi sle, %x, %min : i32
  return %r : i1
}
func.func @f207(%x: i32) -> (i1) {
  %r = arith.cmpi sgt, %x, %x : i32
  return %r : i1
}
func.func @f208(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi sgt, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f209(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi sgt, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f210(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi sgt, %s, %s2 : index
  return %r : i1
}
func.func @f211(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi sgt, %s, %c0 : i32
  return %r : i1
}
func.func @f212(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi sgt, %x, %min : i32
  return %r : i1
}
func.func @f213(%x: i32) -> (i1) {
  %r = arith.cmpi sge, %x, %x : i32
  return %r : i1
}
func.func @f214(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi sge, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f215(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi sge, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f216(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi sge, %s, %s2 : index
  return %r : i1
}
func.func @f217(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi sge, %s, %c0 : i32
  return %r : i1
}
func.func @f218(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi sge, %x, %min : i32
  return %r : i1
}
func.func @f219(%x: i32) -> (i1) {
  %r = arith.cmpi ult, %x, %x : i32
  return %r : i1
}
func.func @f220(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi ult, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f221(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi ult, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f222(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi ult, %s, %s2 : index
  return %r : i1
}
func.func @f223(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi ult, %s, %c0 : i32
  return %r : i1
}
func.func @f224(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi ult, %x, %min : i32
  return %r : i1
}
func.func @f225(%x: i32) -> (i1) {
  %r = arith.cmpi ule, %x, %x : i32
  return %r : i1
}
func.func @f226(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi ule, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f227(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi ule, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f228(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi ule, %s, %s2 : index
  return %r : i1
}
func.func @f229(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi ule, %s, %c0 : i32
  return %r : i1
}
func.func @f230(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi ule, %x, %min : i32
  return %r : i1
}
func.func @f231(%x: i32) -> (i1) {
  %r = arith.cmpi ugt, %x, %x : i32
  return %r : i1
}
func.func @f232(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi ugt, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f233(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi ugt, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f234(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi ugt, %s, %s2 : index
  return %r : i1
}
func.func @f235(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi ugt, %s, %c0 : i32
  return %r : i1
}
func.func @f236(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi ugt, %x, %min : i32
  return %r : i1
}
func.func @f237(%x: i32) -> (i1) {
  %r = arith.cmpi uge, %x, %x : i32
  return %r : i1
}
func.func @f238(%x: i32, %y: i32) -> (i1) {
  %true = arith.constant true
  %s = arith.cmpi uge, %x, %y : i32
  %r = arith.xori %s, %true : i1
  return %r : i1
}
func.func @f239(%x: i32, %y: i32) -> (i32) {
  %s = arith.cmpi uge, %x, %y : i32
  %r = arith.select %s, %x, %y : i32
  return %r : i32
}
func.func @f240(%x: i32, %y: i32) -> (i1) {
  %s = arith.index_cast %x : i32 to index
  %s2 = arith.index_cast %y : i32 to index
  %r = arith.cmpi uge, %s, %s2 : index
  return %r : i1
}
func.func @f241(%x: i32, %y: i32) -> (i1) {
  %c0 = arith.constant 0 : i32
  %s = arith.subi %x, %y : i32
  %r = arith.cmpi uge, %s, %c0 : i32
  return %r : i1
}
func.func @f242(%x: i32) -> (i1) {
  %min = arith.constant -2147483648 : i32
  %s = arith.bitcast %x : i32 to f32
  %r = arith.cmpi uge, %x, %min : i32
  return %r : i1
}
func.func @f243(%c: i1) -> (i1) {
  %true = arith.constant true
  %false = arith.constant false
  %r = arith.select %c, %true, %false : i1
  return %r : i1
}
func.func @f244(%x: i32, %y: i32, %c: i1) -> (i32) {
  %true = arith.constant true
  %n = arith.xori %c, %true : i1
  %r = arith.select %n, %x, %y : i32
  return %r : i32
}
func.func @f245(%x: i32, %y: i32, %z: i32, %c: i1) -> (i32) {
  %s = arith.select %c, %x, %y : i32
  %r = arith.select %c, %s, %z : i32
  return %r : i32
}
func.func @f246(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxsi %x, %y : i32
  %r = arith.maxsi %s, %y : i32
  return %r : i32
}
func.func @f247(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxsi %x, %y : i32
  %r = arith.minsi %s, %y : i32
  return %r : i32
}
func.func @f248(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxsi %x, %y : i32
  %r = arith.maxui %s, %y : i32
  return %r : i32
}
func.func @f249(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxsi %x, %y : i32
  %r = arith.minui %s, %y : i32
  return %r : i32
}
func.func @f250(%x: i32, %y: i32) -> (i32) {
  %s = arith.minsi %x, %y : i32
  %r = arith.maxsi %s, %y : i32
  return %r : i32
}
func.func @f251(%x: i32, %y: i32) -> (i32) {
  %s = arith.minsi %x, %y : i32
  %r = arith.minsi %s, %y : i32
  return %r : i32
}
func.func @f252(%x: i32, %y: i32) -> (i32) {
  %s = arith.minsi %x, %y : i32
  %r = arith.maxui %s, %y : i32
  return %r : i32
}
func.func @f253(%x: i32, %y: i32) -> (i32) {
  %s = arith.minsi %x, %y : i32
  %r = arith.minui %s, %y : i32
  return %r : i32
}
func.func @f254(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxui %x, %y : i32
  %r = arith.maxsi %s, %y : i32
  return %r : i32
}
func.func @f255(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxui %x, %y : i32
  %r = arith.minsi %s, %y : i32
  return %r : i32
}
func.func @f256(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxui %x, %y : i32
  %r = arith.maxui %s, %y : i32
  return %r : i32
}
func.func @f257(%x: i32, %y: i32) -> (i32) {
  %s = arith.maxui %x, %y : i32
  %r = arith.minui %s, %y : i32
  return %r : i32
}
func.func @f258(%x: i32, %y: i32) -> (i32) {
  %s = arith.minui %x, %y : i32
  %r = arith.maxsi %s, %y : i32
  return %r : i32
}
func.func @f259(%x: i32, %y: i32) -> (i32) {
  %s = arith.minui %x, %y : i32
  %r = arith.minsi %s, %y : i32
  return %r : i32
}
func.func @f260(%x: i32, %y: i32) -> (i32) {
  %s = arith.minui %x, %y : i32
  %r = arith.maxui %s, %y : i32
  return %r : i32
}
func.func @f261(%x: i32, %y: i32) -> (i32) {
  %s = arith.minui %x, %y : i32
  %r = arith.minui %s, %y : i32
  return %r : i32
}
func.func @f262(%x: i32, %y: i32) -> (i32) {
  %s = arith.addi %x, %y : i32
  %s2 = arith.addi %y, %x : i32
  %r = arith.subi %s, %s2 : i32
  return %r : i32
}
func.func @f263(%x: i32) -> (i32, i1) {
  %c0 = arith.constant 0 : i32
  %r:2 = arith.addui_extended %x, %c0 : i32, i1
  return %r#0, %r#1 : i32, i1
}
func.func @f264(%x: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %r:2 = arith.mulsi_extended %x, %c0 : i32
  return %r#0, %r#1 : i32, i32
}
func.func @f265(%x: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %r:2 = arith.mului_extended %x, %c0 : i32
  return %r#0, %r#1 : i32, i32
}
func.func @f266(%x: i32, %y: i32) -> (i32) {
  %xe = arith.extsi %x : i32 to i64
  %ye = arith.extsi %y : i32 to i64
  %m = arith.muli %xe, %ye : i64
  %k = arith.constant 32 : i64
  %h = arith.shrsi %m, %k : i64
  %r = arith.trunci %h : i64 to i32
  return %r : i32
}
func.func @f267(%x: i32, %y: i32) -> (i32) {
  %xe = arith.extui %x : i32 to i64
  %ye = arith.extui %y : i32 to i64
  %m = arith.muli %xe, %ye : i64
  %k = arith.constant 32 : i64
  %h = arith.shrui %m, %k : i64
  %r = arith.trunci %h : i64 to i32
  return %r : i32
}
func.func @f268(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.addf %x, %c0 : f32
  return %r : f32
}
func.func @f269(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.addf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f270(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.addf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f271(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.addf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f272(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.addf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f273(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.addf %nx, %ny : f32
  return %r : f32
}
func.func @f274(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.addf %nx, %y : f32
  return %r : f32
}
func.func @f275(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.addf %x, %c2 : f32
  %r = arith.addf %s, %c3 : f32
  return %r : f32
}
func.func @f276(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.addf %x, %c2 fastmath<reassoc> : f32
  %r = arith.addf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f277(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.addf %x, %c2 fastmath<fast> : f32
  %r = arith.addf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f278(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.addf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f279(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.subf %x, %c0 : f32
  return %r : f32
}
func.func @f280(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.subf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f281(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.subf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f282(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.subf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f283(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.subf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f284(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.subf %nx, %ny : f32
  return %r : f32
}
func.func @f285(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.subf %nx, %y : f32
  return %r : f32
}
func.func @f286(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.subf %x, %c2 : f32
  %r = arith.subf %s, %c3 : f32
  return %r : f32
}
func.func @f287(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.subf %x, %c2 fastmath<reassoc> : f32
  %r = arith.subf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f288(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.subf %x, %c2 fastmath<fast> : f32
  %r = arith.subf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f289(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.subf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f290(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.mulf %x, %c0 : f32
  return %r : f32
}
func.func @f291(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.mulf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f292(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.mulf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f293(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.mulf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f294(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.mulf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f295(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.mulf %nx, %ny : f32
  return %r : f32
}
func.func @f296(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.mulf %nx, %y : f32
  return %r : f32
}
func.func @f297(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.mulf %x, %c2 : f32
  %r = arith.mulf %s, %c3 : f32
  return %r : f32
}
func.func @f298(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.mulf %x, %c2 fastmath<reassoc> : f32
  %r = arith.mulf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f299(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.mulf %x, %c2 fastmath<fast> : f32
  %r = arith.mulf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f300(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.mulf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f301(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.divf %x, %c0 : f32
  return %r : f32
}
func.func @f302(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.divf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f303(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.divf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f304(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.divf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f305(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.divf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f306(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.divf %nx, %ny : f32
  return %r : f32
}
func.func @f307(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.divf %nx, %y : f32
  return %r : f32
}
func.func @f308(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.divf %x, %c2 : f32
  %r = arith.divf %s, %c3 : f32
  return %r : f32
}
func.func @f309(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.divf %x, %c2 fastmath<reassoc> : f32
  %r = arith.divf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f310(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.divf %x, %c2 fastmath<fast> : f32
  %r = arith.divf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f311(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.divf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f312(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.remf %x, %c0 : f32
  return %r : f32
}
func.func @f313(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.remf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f314(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.remf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f315(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.remf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f316(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.remf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f317(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.remf %nx, %ny : f32
  return %r : f32
}
func.func @f318(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.remf %nx, %y : f32
  return %r : f32
}
func.func @f319(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.remf %x, %c2 : f32
  %r = arith.remf %s, %c3 : f32
  return %r : f32
}
func.func @f320(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.remf %x, %c2 fastmath<reassoc> : f32
  %r = arith.remf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f321(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.remf %x, %c2 fastmath<fast> : f32
  %r = arith.remf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f322(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.remf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f323(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maximumf %x, %c0 : f32
  return %r : f32
}
func.func @f324(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maximumf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f325(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maximumf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f326(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maximumf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f327(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maximumf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f328(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.maximumf %nx, %ny : f32
  return %r : f32
}
func.func @f329(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.maximumf %nx, %y : f32
  return %r : f32
}
func.func @f330(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maximumf %x, %c2 : f32
  %r = arith.maximumf %s, %c3 : f32
  return %r : f32
}
func.func @f331(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maximumf %x, %c2 fastmath<reassoc> : f32
  %r = arith.maximumf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f332(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maximumf %x, %c2 fastmath<fast> : f32
  %r = arith.maximumf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f333(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.maximumf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f334(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minimumf %x, %c0 : f32
  return %r : f32
}
func.func @f335(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minimumf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f336(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minimumf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f337(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minimumf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f338(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minimumf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f339(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.minimumf %nx, %ny : f32
  return %r : f32
}
func.func @f340(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.minimumf %nx, %y : f32
  return %r : f32
}
func.func @f341(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minimumf %x, %c2 : f32
  %r = arith.minimumf %s, %c3 : f32
  return %r : f32
}
func.func @f342(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minimumf %x, %c2 fastmath<reassoc> : f32
  %r = arith.minimumf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f343(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minimumf %x, %c2 fastmath<fast> : f32
  %r = arith.minimumf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f344(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.minimumf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f345(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maxnumf %x, %c0 : f32
  return %r : f32
}
func.func @f346(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maxnumf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f347(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maxnumf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f348(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maxnumf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f349(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.maxnumf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f350(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.maxnumf %nx, %ny : f32
  return %r : f32
}
func.func @f351(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.maxnumf %nx, %y : f32
  return %r : f32
}
func.func @f352(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maxnumf %x, %c2 : f32
  %r = arith.maxnumf %s, %c3 : f32
  return %r : f32
}
func.func @f353(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maxnumf %x, %c2 fastmath<reassoc> : f32
  %r = arith.maxnumf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f354(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.maxnumf %x, %c2 fastmath<fast> : f32
  %r = arith.maxnumf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f355(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.maxnumf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f356(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minnumf %x, %c0 : f32
  return %r : f32
}
func.func @f357(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minnumf %x, %c0 fastmath<nnan> : f32
  return %r : f32
}
func.func @f358(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minnumf %x, %c0 fastmath<nsz> : f32
  return %r : f32
}
func.func @f359(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minnumf %x, %c0 fastmath<nnan,nsz> : f32
  return %r : f32
}
func.func @f360(%x: f32) -> (f32) {
  %c0 = arith.constant 0.0 : f32
  %r = arith.minnumf %x, %c0 fastmath<fast> : f32
  return %r : f32
}
func.func @f361(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %r = arith.minnumf %nx, %ny : f32
  return %r : f32
}
func.func @f362(%x: f32, %y: f32) -> (f32) {
  %nx = arith.negf %x : f32
  %r = arith.minnumf %nx, %y : f32
  return %r : f32
}
func.func @f363(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minnumf %x, %c2 : f32
  %r = arith.minnumf %s, %c3 : f32
  return %r : f32
}
func.func @f364(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minnumf %x, %c2 fastmath<reassoc> : f32
  %r = arith.minnumf %s, %c3 fastmath<reassoc> : f32
  return %r : f32
}
func.func @f365(%x: f32) -> (f32) {
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %s = arith.minnumf %x, %c2 fastmath<fast> : f32
  %r = arith.minnumf %s, %c3 fastmath<fast> : f32
  return %r : f32
}
func.func @f366(%x: f32) -> (f32) {
  %p = arith.constant 0.5 : f32
  %r = arith.minnumf %x, %p fastmath<arcp> : f32
  return %r : f32
}
func.func @f367(%x: f32) -> (f32) {
  %s = arith.negf %x : f32
  %r = arith.negf %s : f32
  return %r : f32
}
func.func @f368(%x: f32) -> (i1) {
  %r = arith.cmpf oeq, %x, %x : f32
  return %r : i1
}
func.func @f369(%x: f32) -> (i1) {
  %r = arith.cmpf oeq, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f370(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf oeq, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f371(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf oeq, %s, %k : f32
  return %r : i1
}
func.func @f372(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf oeq, %s, %k : f32
  return %r : i1
}
func.func @f373(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf oeq, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f374(%x: f32) -> (i1) {
  %r = arith.cmpf ogt, %x, %x : f32
  return %r : i1
}
func.func @f375(%x: f32) -> (i1) {
  %r = arith.cmpf ogt, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f376(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ogt, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f377(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ogt, %s, %k : f32
  return %r : i1
}
func.func @f378(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ogt, %s, %k : f32
  return %r : i1
}
func.func @f379(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ogt, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f380(%x: f32) -> (i1) {
  %r = arith.cmpf oge, %x, %x : f32
  return %r : i1
}
func.func @f381(%x: f32) -> (i1) {
  %r = arith.cmpf oge, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f382(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf oge, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f383(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf oge, %s, %k : f32
  return %r : i1
}
func.func @f384(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf oge, %s, %k : f32
  return %r : i1
}
func.func @f385(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf oge, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f386(%x: f32) -> (i1) {
  %r = arith.cmpf olt, %x, %x : f32
  return %r : i1
}
func.func @f387(%x: f32) -> (i1) {
  %r = arith.cmpf olt, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f388(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf olt, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f389(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf olt, %s, %k : f32
  return %r : i1
}
func.func @f390(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf olt, %s, %k : f32
  return %r : i1
}
func.func @f391(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf olt, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f392(%x: f32) -> (i1) {
  %r = arith.cmpf ole, %x, %x : f32
  return %r : i1
}
func.func @f393(%x: f32) -> (i1) {
  %r = arith.cmpf ole, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f394(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ole, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f395(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ole, %s, %k : f32
  return %r : i1
}
func.func @f396(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ole, %s, %k : f32
  return %r : i1
}
func.func @f397(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ole, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f398(%x: f32) -> (i1) {
  %r = arith.cmpf one, %x, %x : f32
  return %r : i1
}
func.func @f399(%x: f32) -> (i1) {
  %r = arith.cmpf one, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f400(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf one, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f401(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf one, %s, %k : f32
  return %r : i1
}
func.func @f402(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf one, %s, %k : f32
  return %r : i1
}
func.func @f403(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf one, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f404(%x: f32) -> (i1) {
  %r = arith.cmpf ord, %x, %x : f32
  return %r : i1
}
func.func @f405(%x: f32) -> (i1) {
  %r = arith.cmpf ord, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f406(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ord, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f407(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ord, %s, %k : f32
  return %r : i1
}
func.func @f408(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ord, %s, %k : f32
  return %r : i1
}
func.func @f409(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ord, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f410(%x: f32) -> (i1) {
  %r = arith.cmpf ueq, %x, %x : f32
  return %r : i1
}
func.func @f411(%x: f32) -> (i1) {
  %r = arith.cmpf ueq, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f412(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ueq, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f413(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ueq, %s, %k : f32
  return %r : i1
}
func.func @f414(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ueq, %s, %k : f32
  return %r : i1
}
func.func @f415(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ueq, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f416(%x: f32) -> (i1) {
  %r = arith.cmpf ugt, %x, %x : f32
  return %r : i1
}
func.func @f417(%x: f32) -> (i1) {
  %r = arith.cmpf ugt, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f418(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ugt, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f419(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ugt, %s, %k : f32
  return %r : i1
}
func.func @f420(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ugt, %s, %k : f32
  return %r : i1
}
func.func @f421(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ugt, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f422(%x: f32) -> (i1) {
  %r = arith.cmpf uge, %x, %x : f32
  return %r : i1
}
func.func @f423(%x: f32) -> (i1) {
  %r = arith.cmpf uge, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f424(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf uge, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f425(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf uge, %s, %k : f32
  return %r : i1
}
func.func @f426(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf uge, %s, %k : f32
  return %r : i1
}
func.func @f427(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf uge, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f428(%x: f32) -> (i1) {
  %r = arith.cmpf ult, %x, %x : f32
  return %r : i1
}
func.func @f429(%x: f32) -> (i1) {
  %r = arith.cmpf ult, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f430(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ult, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f431(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ult, %s, %k : f32
  return %r : i1
}
func.func @f432(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ult, %s, %k : f32
  return %r : i1
}
func.func @f433(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ult, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f434(%x: f32) -> (i1) {
  %r = arith.cmpf ule, %x, %x : f32
  return %r : i1
}
func.func @f435(%x: f32) -> (i1) {
  %r = arith.cmpf ule, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f436(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf ule, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f437(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ule, %s, %k : f32
  return %r : i1
}
func.func @f438(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf ule, %s, %k : f32
  return %r : i1
}
func.func @f439(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf ule, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f440(%x: f32) -> (i1) {
  %r = arith.cmpf une, %x, %x : f32
  return %r : i1
}
func.func @f441(%x: f32) -> (i1) {
  %r = arith.cmpf une, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f442(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf une, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f443(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf une, %s, %k : f32
  return %r : i1
}
func.func @f444(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf une, %s, %k : f32
  return %r : i1
}
func.func @f445(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf une, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f446(%x: f32) -> (i1) {
  %r = arith.cmpf uno, %x, %x : f32
  return %r : i1
}
func.func @f447(%x: f32) -> (i1) {
  %r = arith.cmpf uno, %x, %x fastmath<nnan> : f32
  return %r : i1
}
func.func @f448(%x: f32, %y: f32) -> (i1) {
  %t = arith.constant true
  %s = arith.cmpf uno, %x, %y : f32
  %r = arith.xori %s, %t : i1
  return %r : i1
}
func.func @f449(%i: i32) -> (i1) {
  %s = arith.sitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf uno, %s, %k : f32
  return %r : i1
}
func.func @f450(%i: i32) -> (i1) {
  %s = arith.uitofp %i : i32 to f32
  %k = arith.constant 2.0 : f32
  %r = arith.cmpf uno, %s, %k : f32
  return %r : i1
}
func.func @f451(%x: f32, %y: f32) -> (f32) {
  %s = arith.cmpf uno, %x, %y : f32
  %r = arith.select %s, %x, %y : f32
  return %r : f32
}
func.func @f452(%x: f32) -> (f32) {
  %s = arith.extf %x : f32 to f64
  %r = arith.truncf %s : f64 to f32
  return %r : f32
}
func.func @f453(%x: f32) -> (f16) {
  %s = arith.extf %x fastmath<contract> : f32 to f64
  %r = arith.truncf %s fastmath<contract> : f64 to f16
  return %r : f16
}
func.func @f454(%h: f16) -> (f64) {
  %s = arith.extf %h fastmath<contract> : f16 to f32
  %r = arith.extf %s fastmath<contract> : f32 to f64
  return %r : f64
}
func.func @f455(%h: f16) -> (f64) {
  %s = arith.extf %h : f16 to f32
  %r = arith.extf %s : f32 to f64
  return %r : f64
}
func.func @f456(%d: f64) -> (f16) {
  %s = arith.truncf %d : f64 to f32
  %r = arith.truncf %s : f32 to f16
  return %r : f16
}
func.func @f457(%d: f64) -> (f16) {
  %s = arith.truncf %d fastmath<contract> : f64 to f32
  %r = arith.truncf %s fastmath<contract> : f32 to f16
  return %r : f16
}
func.func @f458(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f64
  %r = arith.truncf %s : f64 to f32
  return %r : f32
}
func.func @f459(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f64
  %r = arith.truncf %s fastmath<contract> : f64 to f32
  return %r : f32
}
func.func @f460(%i: i32) -> (f32) {
  %s = arith.uitofp %i : i32 to f64
  %r = arith.truncf %s fastmath<contract> : f64 to f32
  return %r : f32
}
func.func @f461(%i: i32) -> (i32) {
  %s = arith.sitofp %i : i32 to f32
  %r = arith.fptosi %s : f32 to i32
  return %r : i32
}
func.func @f462(%x: f32) -> (f32) {
  %s = arith.bitcast %x : f32 to i32
  %r = arith.bitcast %s : i32 to f32
  return %r : f32
}
func.func @f463(%x: f32) -> (f32) {
  %s = arith.bitcast %x : f32 to f32
  %r = arith.addf %s, %x : f32
  return %r : f32
}
func.func @f464() -> (vector<2xi32>) {
  %dd = arith.constant dense<[1.0, 2.0]> : vector<2xf32>
  %r = arith.bitcast %dd : vector<2xf32> to vector<2xi32>
  return %r : vector<2xi32>
}
func.func @f465() -> (vector<2xf64>) {
  %dd = arith.constant dense<[1.0, 2.0]> : vector<2xf32>
  %r = arith.extf %dd : vector<2xf32> to vector<2xf64>
  return %r : vector<2xf64>
}
func.func @f466() -> (vector<2xf16>) {
  %dd = arith.constant dense<[1.0, 2.1]> : vector<2xf32>
  %r = arith.truncf %dd : vector<2xf32> to vector<2xf16>
  return %r : vector<2xf16>
}
func.func @f467() -> (vector<2xf16>) {
  %dd = arith.constant dense<[1, 2]> : vector<2xi32>
  %r = arith.sitofp %dd : vector<2xi32> to vector<2xf16>
  return %r : vector<2xf16>
}
func.func @f468() -> (vector<2xi16>) {
  %dd = arith.constant dense<[1.0, 2.1]> : vector<2xf32>
  %r = arith.fptosi %dd : vector<2xf32> to vector<2xi16>
  return %r : vector<2xi16>
}
func.func @f469() -> (tensor<2xindex>) {
  %dd = arith.constant dense<[1, -2]> : tensor<2xi32>
  %r = arith.index_cast %dd : tensor<2xi32> to tensor<2xindex>
  return %r : tensor<2xindex>
}
func.func @f470(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.ceil %s : f32
  return %r : f32
}
func.func @f471(%x: f32) -> (f32) {
  %s = math.ceil %x : f32
  %r = math.ceil %s : f32
  return %r : f32
}
func.func @f472(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.floor %s : f32
  return %r : f32
}
func.func @f473(%x: f32) -> (f32) {
  %s = math.floor %x : f32
  %r = math.floor %s : f32
  return %r : f32
}
func.func @f474(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.round %s : f32
  return %r : f32
}
func.func @f475(%x: f32) -> (f32) {
  %s = math.round %x : f32
  %r = math.round %s : f32
  return %r : f32
}
func.func @f476(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.roundeven %s : f32
  return %r : f32
}
func.func @f477(%x: f32) -> (f32) {
  %s = math.roundeven %x : f32
  %r = math.roundeven %s : f32
  return %r : f32
}
func.func @f478(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.trunc %s : f32
  return %r : f32
}
func.func @f479(%x: f32) -> (f32) {
  %s = math.trunc %x : f32
  %r = math.trunc %s : f32
  return %r : f32
}
func.func @f480(%i: i32) -> (f32) {
  %s = arith.sitofp %i : i32 to f32
  %r = math.absf %s : f32
  return %r : f32
}
func.func @f481(%x: f32) -> (f32) {
  %s = math.absf %x : f32
  %r = math.absf %s : f32
  return %r : f32
}
func.func @f482(%x: f32) -> (f32) {
  %s = arith.negf %x : f32
  %r = math.absf %s : f32
  return %r : f32
}
func.func @f483(%x: f32) -> (f32) {
  %k = arith.constant 0.0 : f32
  %r = math.powf %x, %k : f32
  return %r : f32
}
func.func @f484(%x: f32) -> (f32) {
  %k = arith.constant 0 : i32
  %r = math.fpowi %x, %k : f32, i32
  return %r : f32
}
func.func @f485(%i: i32) -> (i32) {
  %k = arith.constant 0 : i32
  %r = math.ipowi %i, %k : i32
  return %r : i32
}
func.func @f486(%x: f32) -> (f32) {
  %s = math.exp %x : f32
  %r = math.log %s : f32
  return %r : f32
}
func.func @f487(%x: f32) -> (f32) {
  %s = math.sqrt %x : f32
  %r = arith.mulf %s, %s : f32
  return %r : f32
}
func.func @f488(%x: f32, %y: f32) -> (f32) {
  %c1 = arith.constant 1.0 : f32
  %r = math.fma %x, %c1, %y : f32
  return %r : f32
}
func.func @f489(%x: f32) -> (f32) {
  %r = math.copysign %x, %x : f32
  return %r : f32
}
func.func @f490(%x: f32, %y: f32) -> (f32) {
  %r = math.clampf %x to [%y, %y] : f32
  return %r : f32
}
