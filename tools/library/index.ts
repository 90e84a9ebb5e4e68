// What `import ... from "terrace"` gives: the public interface, re-exported. It stays free of `node:` imports, because
// it is for browsers as well. A dialect's own definitions are at "terrace/dialects/NAME".

// --- starting points -------------------------------------------------------------------------------------------------------
export { createTerraceContext } from "./context.ts";
export { readModule, type ReadResult } from "./read-module.ts";
export { runPasses, type RunPassesOptions, type RunPassesResult } from "./run-passes.ts";

// --- the IR: context, operations, values, blocks, symbols ------------------------------------------------------------------
export { Context } from "../../ir/core/context.ts";
export { Operation } from "../../ir/core/operation.ts";
export { OpOperand, Value } from "../../ir/core/value.ts";
export { Block, Region } from "../../ir/core/block.ts";
export { OpBuilder } from "../../ir/core/builder.ts";
export { cloneOp, IRMapping } from "../../ir/core/clone.ts";
export { opsNamed, walk, walkBlocks, walkPostOrder } from "../../ir/core/walk.ts";
export {
  fileLocation, filePosition, fileRange, fusedLocation, locationName, unknownLocation, type FileLocation, type Location,
} from "../../ir/core/location.ts"; // prettier-ignore
export {
  ResourceTable,
  type ExternalResources,
  type ResourceBlob,
  type ResourceValue,
} from "../../ir/core/resources.ts";
export {
  DiagnosticList, errorAt, type Diagnostic, type DiagnosticSink, type Severity,
} from "../../ir/core/diagnostic.ts"; // prettier-ignore
export {
  lookupSymbolIn, nearestSymbolTable, renameSymbol, resolveSymbol, symbolName, symbolUsers, symbolVisibility, uniqueSymbolName,
} from "../../ir/core/symbol-table.ts"; // prettier-ignore
export { Journal } from "../../ir/core/journal.ts";
export type {
  Arity, AttributeDefinition, DialectDefinition, FoldResult, InferInput, OpDefinition, OperationParts, TypeConstraint, TypeDefinition,
} from "../../ir/core/definition.ts"; // prettier-ignore

// --- types, attributes, affine maps ----------------------------------------------------------------------------------------
export {
  bitWidth, byteWidth, DYNAMIC, elementCount, elementTypeOf, isIntegerOrIndex, isShaped, isStaticShape, representationOf,
  type ComplexType, type DialectType, type FloatName, type FloatType, type FunctionType, type IndexType, type IntegerType,
  type MemRefType, type NoneType, type OpaqueType, type RankedTensorType, type ShapedType, type Signedness, type TupleType, type Type,
  type UnrankedMemRefType, type UnrankedTensorType, type VectorType,
} from "../../ir/core/types.ts"; // prettier-ignore
export {
  complexType, dialectType, f32, f64, floatType, functionType, i1, i32, i64, i8, indexType, integerType, memrefType, noneType,
  tensorType, tupleType, unrankedMemrefType, unrankedTensorType, vectorType, withElementType, withShape,
} from "../../ir/core/type-constructors.ts"; // prettier-ignore
export type {
  AffineMapAttr, ArrayAttr, Attribute, AttributeKind, DenseArrayAttr, DenseElementsAttr, DenseResourceAttr,
  DenseStringElementsAttr, DialectAttr, DictionaryAttr, DistinctAttr, FloatAttr, IntegerAttr, IntegerSetAttr, LocationAttr,
  OpaqueAttr, SparseElementsAttr, StridedLayoutAttr, StringAttr, SymbolRefAttr, TypeAttr, UnitAttr,
} from "../../ir/core/attributes.ts"; // prettier-ignore
export {
  affineMapAttr, arrayAttr, boolAttr, denseArrayAttr, denseElementsAttr, denseFloatArrayAttr, denseResourceAttr,
  denseStringElementsAttr, dialectAttr, dictionaryAttr, distinctAttr, floatAttr, floatAttrFromBits, i64ArrayAttr, i64Attr,
  indexAttr, integerAttr, integerSetAttr, locationAttr, sparseElementsAttr, stridedLayoutAttr, stringAttr, symbolRefAttr,
  typeAttr, unitAttr,
} from "../../ir/core/attribute-constructors.ts"; // prettier-ignore
export { isIdentityLayout, layoutOf, rowMajorStrides, type StridedLayout } from "../../ir/core/strided-layout.ts";
export { AffineMap, IntegerSet } from "../../ir/affine/map.ts";
export {
  affineAdd, affineBinary, affineConstant, affineDim, affineMul, affineSymbol, type AffineExpr,
} from "../../ir/affine/expr.ts"; // prettier-ignore

// --- text and verification -------------------------------------------------------------------------------------------------
export {
  parseAttribute, parseModule, parseType, type ParseResult, type PartResult,
} from "../../ir/syntax/parser.ts"; // prettier-ignore
export { attributeText, printOperation, typeText, type PrintOptions } from "../../ir/syntax/printer.ts";
export { renderDiagnostic, type Source } from "../../ir/syntax/render.ts";
export type { AttributeParser, OpParser } from "../../ir/syntax/parser-interface.ts";
export type { AttributePrinter, OpPrinter } from "../../ir/syntax/printer-interface.ts";
export { verify } from "../../ir/analysis/verify.ts";

// --- analyses --------------------------------------------------------------------------------------------------------------
export { Dominance } from "../../ir/analysis/dominance.ts";
export {
  effectsOf, isDead, isMemoryEffectFree, isPure, isSpeculatable, isTerminator, wouldBeDead,
} from "../../ir/analysis/effects.ts"; // prettier-ignore
export { AnalysisManager, defineAnalysis, type Analysis, type Preserved } from "../../ir/analysis/analysis-manager.ts";
export { DataFlowSolver, type DataFlowAnalysis, type ProgramPoint } from "../../ir/analysis/data-flow/solver.ts";
export { SparseForwardAnalysis } from "../../ir/analysis/data-flow/sparse-forward.ts";
export { SparseBackwardAnalysis } from "../../ir/analysis/data-flow/sparse-backward.ts";
export { DenseForwardAnalysis } from "../../ir/analysis/data-flow/dense-forward.ts";
export { DenseBackwardAnalysis } from "../../ir/analysis/data-flow/dense-backward.ts";
export { LastWriterAnalysis, lastWriterAnalysis } from "../../ir/analysis/data-flow/last-writers.ts";
export { NextAccessAnalysis, nextAccessAnalysis } from "../../ir/analysis/data-flow/next-accesses.ts";
export { LivenessAnalysis, livenessAnalysis } from "../../ir/analysis/data-flow/liveness.ts";
export { LocalAliasAnalysis, localAliasAnalysis, type AliasResult } from "../../ir/analysis/local-alias.ts";
export { BlockLiveness, blockLivenessAnalysis } from "../../ir/analysis/block-liveness.ts";
export { DeadCodeAnalysis } from "../../ir/analysis/data-flow/dead-code.ts";
export { ConstantPropagation } from "../../ir/analysis/data-flow/constant-propagation.ts";
export { IntegerRangeAnalysis } from "../../ir/analysis/data-flow/integer-ranges.ts";

// --- definitions -----------------------------------------------------------------------------------------------------------
export {
  anyRegion, defineOp, maybeEmptyRegion, singleBlockRegion, variadicRegions,
  type BuildArguments, type CustomAssembly, type OpSpec, type OpView, type RegionSpec, type TypedOpDefinition,
} from "../../ir/define/define-op.ts"; // prettier-ignore
export {
  defineAttribute,
  defineDialect,
  defineType,
  type TypedTypeDefinition,
} from "../../ir/define/define-dialect.ts";
export {
  defineEnumAttribute, enumProperty, flagsProperty, type EnumAttributeDefinition,
} from "../../ir/define/enum-attribute.ts"; // prettier-ignore
export type { CustomDirective } from "../../ir/define/assembly-format/compile.ts";
export type { Trait } from "../../ir/define/traits.ts";
export {
  AnyComplex, AnyFloat, AnyFunction, AnyInteger, AnyMemRef, anyOf, AnyRankedTensor, AnyShaped, AnyTensor, AnyType, AnyVector, BoolLike,
  derived, exactly, F32, F64, FloatLike, I1, I32, I64, I8, Index, like, memrefOf, optional, SignlessInteger, SignlessIntegerLike,
  SignlessIntegerOrIndex, tensorOf, typeVariable, typeWhere, variadic, vectorOf,
  type ArityConstraint, type ElementSpec,
} from "../../ir/define/constraints.ts"; // prettier-ignore
export {
  AffineMapArrayProperty, AffineMapProperty, AnyAttribute, ArrayProperty, attributeWhere, BoolArrayProperty, BoolProperty, F32Property,
  FunctionTypeProperty, I16Property, I32ArrayProperty, I32Property, I64ArrayProperty, I64AttrArrayProperty, I64Property, IndexProperty,
  integerEnum, optionalProperty, StringArrayProperty, stringEnum, StringProperty, SymbolNameProperty, SymbolRefAttrProperty,
  SymbolRefProperty, TypeProperty, UnitProperty, withDefault, type PropertySpec,
} from "../../ir/define/properties.ts"; // prettier-ignore
export { defineInterface, type InterfaceDefinition, type InterfaceImplementation } from "../../ir/define/interface.ts";
export {
  BlockArgumentNames, BranchOpInterface, CallableOpInterface, CallOpInterface, ConditionallySpeculatable,
  constantOf, ConstantValue, DefaultDialect, DestinationStyleOpInterface, HasParent, ImplicitTerminator, LaunchOpInterface,
  LoopLikeOpInterface, MemoryEffects, type Call, type Launch, type MemoryEffect, type OperandRange,
} from "../../ir/define/op-interfaces.ts"; // prettier-ignore

// --- meanings and the interpreter ------------------------------------------------------------------------------------------
export {
  branch, control, effect, onValues, onValuesAndConstants, scalar, scalars, structured, terminator,
  type BranchChoice, type Computation, type Execution, type Meaning, type ObjectValue, type RegionExit, type RuntimeValue,
  type StructuredDescription,
} from "../../ir/interpret/meaning.ts"; // prettier-ignore
export { abort, undefinedBehavior } from "../../ir/interpret/unwind.ts";
export {
  Interpreter, listUnsupported, type InterpreterOptions, type Outcome, type UnsupportedOp,
} from "../../ir/interpret/interpreter.ts"; // prettier-ignore
export {
  DenseValue, POISON, type ComplexValue, type Poison, type Scalar,
} from "../../ir/interpret/value.ts"; // prettier-ignore
export { elementArray, type ElementArray } from "../../ir/interpret/element-array.ts";
export { PreparedCode } from "../../ir/interpret/compile.ts";
export { Memory, type Allocation, type MemRefValue } from "../../ir/interpret/memory.ts";
export { allocateMemRef, loadElement, storeElement } from "../../ir/interpret/memref.ts";
export {
  attributeOfValue,
  bytesOfValue,
  copyIn,
  copyOut,
  integerScalar,
  valueFromBytes,
  valueOfAttribute,
} from "../../ir/interpret/convert.ts";
export {
  expectBoolean, expectDense, expectIndex, expectInteger, expectMemRef, expectNumber, expectObject, expectScalar,
} from "../../ir/interpret/operand.ts"; // prettier-ignore
export { floatArithmetic, type FloatArithmetic } from "../../ir/interpret/floats.ts";
export { integerArithmetic, type IntegerArithmetic } from "../../ir/interpret/integers.ts";

// --- rewriting -------------------------------------------------------------------------------------------------------------
export { Rewriter, type Replacement } from "../../ir/rewrite/rewriter.ts";
export { pattern, refuse, type Pattern, type Refusal, type RewriteResult } from "../../ir/rewrite/pattern.ts";
export {
  anyConstant, constant, match, rule, val, where, type OpMatcher, type ValueMatcher,
} from "../../ir/rewrite/rule.ts"; // prettier-ignore
export { combineListeners, type Listener } from "../../ir/rewrite/listener.ts";
export { applyPatternsGreedily, type GreedyOptions, type GreedyResult } from "../../ir/rewrite/greedy.ts";
export { applyPatternsOnce } from "../../ir/rewrite/walk-driver.ts";
export { withJournal, type Transaction } from "../../ir/rewrite/journaled.ts";
export {
  analyzeConversion, applyFullConversion, applyPartialConversion, type ConversionAnalysis, type ConversionOptions,
} from "../../ir/rewrite/conversion.ts"; // prettier-ignore
export {
  Adaptor, conversionPattern, unsupported, type ConversionPattern,
} from "../../ir/rewrite/conversion-pattern.ts"; // prettier-ignore
export { ConversionRewriter } from "../../ir/rewrite/conversion-rewriter.ts";
export { ConversionTarget } from "../../ir/rewrite/conversion-target.ts";
export { TypeConverter } from "../../ir/rewrite/type-converter.ts";
export { convertOpTypes, functionTypePattern, typeOnlyPatterns } from "../../ir/rewrite/convert-types.ts";

// --- histories and explanations ----------------------------------------------------------------------------------------------
export { HistoryRecorder, type RecorderOptions } from "../../ir/history/recorder.ts";
export { History } from "../../ir/history/history.ts";
export { DamagedHistory, readHistories, type Lines } from "../../ir/history/history-text.ts";
export { historyLine, type HistoryStart, type HistoryStep } from "../../ir/history/steps.ts";
export { changesBetween, type SnapshotChanges } from "../../ir/history/changes.ts";
export type { OpSnapshot } from "../../ir/history/snapshot.ts";
export { snapshotText } from "../../ir/history/snapshot-text.ts";
export { Provenance, type Attempt, type Interest, type Origin } from "../../ir/explain/provenance.ts";
export { explain, explanationText, type Explanation } from "../../ir/explain/explanation.ts";
export { readSelector, sourceNames, type ResultNames, type Selector } from "../../ir/explain/selector.ts";

// --- passes and pipelines --------------------------------------------------------------------------------------------------
export { definePass, type PassDefinition, type PassRun, type PassSpec } from "../../ir/pass/define-pass.ts";
export type { OptionSpec, OptionSpecs, OptionValues } from "../../ir/pass/options.ts";
export {
  buildPipelineText, opPipeline, passInstance, pipelineDiagnostics,
  type BuildOptions, type BuildResult, type OpPipeline, type PassInstance, type PipelineError,
} from "../../ir/pass/build-pipeline.ts"; // prettier-ignore
export { PassManager, type PassManagerOptions, type PassResult } from "../../ir/pass/pass-manager.ts";
export { PassRegistry, type NamedPipeline } from "../../ir/pass/pass-registry.ts";
export type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
export { passTiming, type PassTime, type PassTiming } from "../../ir/pass/timing.ts";
export { passStatistics, type PassStatistics } from "../../ir/pass/statistics.ts";
export { DebugCounters } from "../../ir/pass/debug-counter.ts";

// --- plugins and what is built in ------------------------------------------------------------------------------------------
export type { Attachment } from "../../ir/core/attachments.ts";
export { definePlugin, type Plugin, type PluginSpec } from "../../ir/plugin/define-plugin.ts";
export { checkPlugin, type PluginCheck } from "../../ir/plugin/plugin-schema.ts";
export { createContext, loadPlugin, Registry } from "../../ir/plugin/registry.ts";
export { TERRACE_VERSION } from "../../ir/plugin/version.ts";
export { builtinPlugin, builtinRegistry } from "../../lowering/builtin-plugin.ts";

// --- machines, and running a program on them -------------------------------------------------------------------------------
export {
  machineKinds, machineSchema, parseMachine, parseMachineText,
  type CpuMachine, type GpuMachine, type Machine, type MachineResult, type SystolicMachine,
} from "../../lowering/machine/schema.ts"; // prettier-ignore
export { findPreset, presetNames, presets, type PresetName } from "../../lowering/machine/presets/index.ts";
export { deriveMachine } from "../../lowering/machine/variant.ts";
export { MACHINE_ATTRIBUTE, machineOf, setMachine } from "../../lowering/machine/module-machine.ts";
export { callEntry, entrySignature, findEntry, type EntryOutcome } from "../../lowering/entry.ts";
export { interpreterFor } from "../../lowering/interpret.ts";
export {
  compileProgram, type Compiled, type CompileOutcome, type CompileRequest,
} from "../../lowering/target/compile.ts"; // prettier-ignore
export { isTarget, targetNames, type Target } from "../../lowering/target/targets.ts";
export type { Executable, MachineReport, RunOutcome, RunSettings } from "../../lowering/target/executable.ts";
