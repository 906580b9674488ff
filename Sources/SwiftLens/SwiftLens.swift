// The library product: everything a cell can say, for a compiled program, under one import.
@_exported public import CircuitAnalysis
@_exported public import DataFiles
@_exported public import Datasets
@_exported public import Display
@_exported public import FileSafety
@_exported public import GGUF
@_exported public import TorchFiles
@_exported public import HookedTransformers
@_exported public import Hooks
@_exported public import Interventions
@_exported public import Plots
@_exported public import PretrainedModels
@_exported public import Safetensors
@_exported public import TensorCore
@_exported public import Tokenizers
