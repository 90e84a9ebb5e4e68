// What most small files have: no more of the command line than its main file is loaded for it.
func.func @double(%x: i32) -> i32 {
  %sum = arith.addi %x, %x : i32
  return %sum : i32
}
