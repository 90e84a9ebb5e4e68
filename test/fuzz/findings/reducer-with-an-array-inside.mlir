// A reducer that works on an array became a tensor.extract without indices: it is refused, with the reason.
// RUN: terrace opt %s --stablehlo-legalize-to-linalg --verify-diagnostics

func.func @main(%a: tensor<3x4xf32>, %b: tensor<2xf32>, %zero: tensor<f32>) -> tensor<3xf32> {
  // expected-error @below {{failed to legalize operation 'stablehlo.reduce' that was explicitly marked illegal}}
  // expected-note @below {{its region has a value of type 'tensor<2xf32>', which is no scalar}}
  %r = "stablehlo.reduce"(%a, %zero) <{dimensions = array<i64: 1>}> ({
  ^bb0(%x: tensor<f32>, %y: tensor<f32>):
    %unused = stablehlo.add %b, %b : tensor<2xf32>
    %s = stablehlo.add %x, %y : tensor<f32>
    stablehlo.return %s : tensor<f32>
  }) : (tensor<3x4xf32>, tensor<f32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}
