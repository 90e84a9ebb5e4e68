// A jest reporter that says at the end of a run when the comparisons with mlir-opt were left out, and how to run them.
export default class SkipNotice {
  onRunComplete() {
    if (process.env.TERRACE_MLIR_OPT) return;
    process.stderr.write(
      "Skipped: test/mlir-opt (comparisons with MLIR's own mlir-opt). " +
        "To run them: TERRACE_MLIR_OPT=mlir-opt-22 npm run test:mlir (Debian package mlir-22-tools).\n",
    );
  }
}
