// pipeline: symbol-dce
// -----
// private symbols that nothing names go
func.func private @dead() {
  return
}
func.func private @declared() -> i32
func.func @live() {
  return
}
// -----
// nested symbols of the outermost table go, public ones stay
func.func nested @dead() {
  return
}
func.func @live() {
  return
}
// -----
// a chain of names from a public symbol stays
func.func @f() {
  call @g() : () -> ()
  return
}
func.func private @g() {
  call @h() : () -> ()
  return
}
func.func private @h() {
  return
}
// -----
// a chain of names from a dead symbol goes
func.func @f() {
  return
}
func.func private @g() {
  call @h() : () -> ()
  return
}
func.func private @h() {
  return
}
// -----
// symbols that name only each other go, and so does one that names itself
func.func private @a() {
  call @b() : () -> ()
  return
}
func.func private @b() {
  call @a() : () -> ()
  return
}
func.func private @c() {
  call @c() : () -> ()
  return
}
// -----
// what an op outside of symbols names stays
func.func private @g() {
  return
}
"other.op"() {callee = @g} : () -> ()
// -----
// names inside arrays and dictionaries
func.func private @a() {
  return
}
func.func private @b() {
  return
}
func.func private @c() {
  return
}
func.func @f() attributes {other.names = [@a, {x = @b}]} {
  return
}
// -----
// globals
memref.global "private" @dead : memref<4xf32>
memref.global "private" constant @live : memref<4xf32> = dense<1.0>
memref.global @open : memref<4xf32>
func.func @f() -> memref<4xf32> {
  %0 = memref.get_global @live : memref<4xf32>
  return %0 : memref<4xf32>
}
// -----
// a function as a constant
func.func private @g() {
  return
}
func.func private @h() {
  return
}
func.func @f() -> (() -> ()) {
  %0 = constant @g : () -> ()
  return %0 : () -> ()
}
// -----
// tables in tables: a public module keeps its public and nested symbols
module @inner {
  func.func private @dead() {
    return
  }
  func.func nested @named() {
    return
  }
  func.func @open() {
    return
  }
}
"other.op"() {callee = @inner::@named} : () -> ()
// -----
// a nested symbol that nothing names from outside
module @inner {
  func.func nested @f() {
    return
  }
  func.func @g() {
    return
  }
}
// -----
// a private module that nothing names goes with all in it
module @inner attributes {sym_visibility = "private"} {
  func.func @f() {
    return
  }
}
// -----
// of a private module that is named, its public symbols stay and its nested ones go
module @inner attributes {sym_visibility = "private"} {
  func.func @f() {
    return
  }
  func.func nested @g() {
    return
  }
  func.func nested @h() {
    return
  }
}
"other.op"() {callee = @inner::@h} : () -> ()
// -----
// a module without a name
module {
  func.func private @dead() {
    return
  }
  func.func nested @g() {
    return
  }
  func.func @f() {
    return
  }
}
// -----
// three tables deep
module @a {
  module @b {
    func.func nested @f() {
      call @g() : () -> ()
      return
    }
    func.func private @g() {
      return
    }
    func.func private @h() {
      return
    }
  }
}
"other.op"() {callee = @a::@b::@f} : () -> ()
// -----
// a name in one table does not keep its namesake in another
func.func private @g() {
  return
}
module @inner {
  func.func private @g() {
    return
  }
  func.func @f() {
    call @g() : () -> ()
    return
  }
}
// -----
// names that the types of a function hold keep nothing, its attributes do
func.func private @g() {
  return
}
func.func private @k(%a: i32 {other.by = @g}) {
  return
}
func.func @f(%a: i32 {other.by = @k}) {
  return
}
// -----
// dead code names as well as live code
func.func private @g() {
  return
}
func.func @f() {
  return
^bb1:
  call @g() : () -> ()
  return
}
// -----
// gpu modules and kernels
module attributes {gpu.container_module} {
  gpu.module @kernels {
    gpu.func @k() kernel {
      gpu.return
    }
    func.func private @dead() {
      return
    }
  }
}
// -----
// an op of an unknown dialect with one region may be a table
func.func private @dead()
func.func @b() {
  "foo.in"() ({
    "foo.x"() : () -> ()
  }) : () -> ()
  return
}
// -----
// one with two regions is none, nor is one inside a dead symbol
func.func private @dead()
func.func private @user() {
  "foo.table"() ({
    "foo.x"() : () -> ()
  }) : () -> ()
  return
}
func.func @a() {
  "foo.two"() ({
    "foo.x"() : () -> ()
  }, {
  }) : () -> ()
  return
}
