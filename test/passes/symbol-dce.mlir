// RUN: terrace-opt %s --allow-unregistered-dialect --symbol-dce --verify-diagnostics

module {
  func.func private @dead()
  // expected-error@+1 {{operation contains potentially unknown symbol table}}
  func.func @b() {
    scf.execute_region {
      "foo.in"() ({ "foo.x"() : () -> () }) : () -> ()
      scf.yield
    }
    return
  }
  // expected-error@+1 {{operation contains potentially unknown symbol table}}
  "foo.top"() ({ "foo.x"() : () -> () }) : () -> ()
}
