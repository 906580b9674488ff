public import CellInterpreter
public import SwiftLens

extension Tensor: HostObject {}
extension TensorIndexOperation: HostObject {}
extension DType: HostObject {}
extension Device: HostObject {}

extension WholeRange: TensorIndex {
    /// `...` between the brackets is a whole axis, as `0...` is.
    public var tensorIndex: TensorIndexOperation { (0...).tensorIndex }
}

extension HostLibrary {
    /// Tensors: making, indexing, computing.
    func bindTensors() {
        type(
            "Tensor", Tensor.self,
            doc: "Numbers along any count of axes, with value semantics: Float32, Int or Bool, row-major.",
            conforms: ["TensorIndex", "ModelInput"], describe: { $0.description })
        type(
            "TensorIndexOperation", TensorIndexOperation.self,
            doc: "An index that has no literal of its own: `.ellipsis`, `.newAxis`, `.stride(from:to:by:)`.",
            conforms: ["TensorIndex"])
        type("DType", DType.self, doc: "The kind of number in a tensor: `.float32`, `.int64` or `.bool`.", describe: { $0.description })
        type("Device", Device.self, doc: "Where numbers are computed.", describe: { $0.description })
        conformance(
            "TensorIndex", of: "Int", "[Int]", "Range<Int>", "ClosedRange<Int>", "PartialRangeFrom<Int>",
            "PartialRangeUpTo<Int>", "PartialRangeThrough<Int>", "UnboundedRange")
        bindTensorCreation()
        bindTensorProperties()
        bindTensorIndexing()
        bindTensorArithmetic()
        bindTensorFunctions()
        bindTensorReductions()
        bindTensorShapes()
        bindTensorProducts()
        bindRandomNumbers()
        bindTensorFiles()
    }
}
