public import CellInterpreter
public import SwiftLens

extension Tensor: HostObject {}
extension TensorIndexOperation: HostObject {}
extension DType: HostObject {}
extension Device: HostObject {}

extension HostLibrary {
    /// Tensors: making, indexing, computing.
    func bindTensors() {
        bindTensorTypes()
        bindTensorInitialisers()
        bindTensorCreation()
        bindTensorProperties()
        bindTensorIndexing()
        bindTensorSelection()
        bindTensorArithmetic()
        bindTensorComparison()
        bindScalarChoices()
        bindNumbersAsTensors()
        bindTensorFunctions()
        bindTensorReductions()
        bindTensorSorting()
        bindTensorShapes()
        bindTensorProducts()
        bindRandomNumbers()
        bindTensorText()
        bindFurtherTensorFunctions()
    }

    private func bindTensorTypes() {
        type(
            "Tensor", Tensor.self,
            doc: "Numbers along any count of axes, with value semantics: Float32, Int or Bool, row-major.",
            conforms: ["TensorIndex", "ModelInput", "TokenChoice"], describe: { $0.description })
        type(
            "TensorIndexOperation", TensorIndexOperation.self,
            doc: "An index that has no literal of its own: `.ellipsis`, `.newAxis`, `.stride(from:to:by:)`.",
            conforms: ["TensorIndex"])
        type(
            "DType", DType.self, doc: "The kind of number in a tensor: `.float32`, `.int64` or `.bool`.",
            describe: { $0.description })
        type("Device", Device.self, doc: "Where numbers are computed.", describe: { $0.description })
        conformance(
            "TensorIndex", of: "Int", "[Int]", "Range<Int>", "ClosedRange<Int>", "PartialRangeFrom<Int>",
            "PartialRangeUpTo<Int>", "PartialRangeThrough<Int>")
        conformance("TensorScalar", of: "Int", "Double", "Float", "Bool")
        bindDTypes()
    }

    private func bindDTypes() {
        let dtypes: [(String, String, DType)] = [
            ("float32", "Numbers with a fraction, 4 bytes each.", .float32),
            ("int64", "Integers, 8 bytes each.", .int64),
            ("bool", "True or false, 1 byte each.", .bool),
        ]
        for (name, sentence, dtype) in dtypes {
            declare("/// \(sentence)\nstatic let \(name): DType", on: "DType") { dtype }
        }
        declare("/// All kinds.\nstatic var allCases: [DType]", on: "DType") { DType.allCases }
        declare("/// The bytes of one element: `DType.int64.byteCount` is 8.\nvar byteCount: Int", on: "DType") {
            (dtype: DType) in dtype.byteCount
        }
        declare("/// The name: `float32`.\nvar rawValue: String", on: "DType") { (dtype: DType) in dtype.rawValue }
        declare("/// The name: `float32`.\nvar description: String", on: "DType") { (dtype: DType) in dtype.description
        }
        declare("/// The processor.\nstatic let cpu: Device", on: "Device") { Device.cpu }
        declare("/// The device in use: `Device.current` is the processor.\nstatic var current: Device", on: "Device") {
            Device.current
        }
        declare("/// The name: `cpu`.\nvar description: String", on: "Device") { (device: Device) in device.description
        }
    }
}
