// Which model goes down which pipeline, to which machine.
export interface Road {
  readonly model: string;
  readonly pipeline: string;
  readonly machine: string;
}

export const roads: readonly Road[] = [
  { model: "mlp_digits", pipeline: "terrace-cpu", machine: "cpu" },
  { model: "mlp_digits", pipeline: "terrace-gpu", machine: "gpu" },
  { model: "mlp_digits", pipeline: "terrace-systolic", machine: "systolic" },
  { model: "matmul_i8", pipeline: "terrace-cpu", machine: "cpu" },
  { model: "matmul_i8", pipeline: "terrace-gpu", machine: "gpu" },
  { model: "matmul_i8", pipeline: "terrace-systolic", machine: "systolic-int8" },
  { model: "cnn_digits", pipeline: "terrace-cpu", machine: "cpu" },
  { model: "encoder_block", pipeline: "terrace-cpu", machine: "cpu" },
];
