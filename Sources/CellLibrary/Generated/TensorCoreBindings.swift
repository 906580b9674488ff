// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/TensorCore; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension Adam: HostObject {}
extension AdamW: HostObject {}
extension DType: HostObject {}
extension Device: HostObject {}
extension FactoredMatrix: HostObject {}
extension GradientError: HostObject {}
extension LBFGS: HostObject {}
extension LBFGS.LineSearch: HostObject {}
extension SGD: HostObject {}
extension Tensor: HostObject {}
extension TensorError: HostObject {}
extension TensorIndexOperation: HostObject {}

extension HostLibrary {
    /// What TensorCore offers to cells.
    func bindTensorCore() {
        bindTensorCore_Adam()
        bindTensorCore_AdamW()
        bindTensorCore_DType()
        bindTensorCore_Device()
        bindTensorCore_Einsum()
        bindTensorCore_FactoredMatrix_Decomposition()
        bindTensorCore_FactoredMatrix_Indexing()
        bindTensorCore_FactoredMatrix_Products()
        bindTensorCore_FactoredMatrix()
        bindTensorCore_GradientError()
        bindTensorCore_LBFGS()
        bindTensorCore_Losses()
        bindTensorCore_SGD()
        bindTensorCore_Tensor_Arithmetic()
        bindTensorCore_Tensor_Axes()
        bindTensorCore_Tensor_Broadcasting()
        bindTensorCore_Tensor_CSV()
        bindTensorCore_Tensor_Closeness()
        bindTensorCore_Tensor_Comparison()
        bindTensorCore_Tensor_Conversion()
        bindTensorCore_Tensor_Creation()
        bindTensorCore_Tensor_Description()
        bindTensorCore_Tensor_Elementwise()
        bindTensorCore_Tensor_Indexing()
        bindTensorCore_Tensor_JSON()
        bindTensorCore_Tensor_MatrixMultiply()
        bindTensorCore_Tensor_Numbers()
        bindTensorCore_Tensor_Powers()
        bindTensorCore_Tensor_Products()
        bindTensorCore_Tensor_Random()
        bindTensorCore_Tensor_Recording()
        bindTensorCore_Tensor_Reductions()
        bindTensorCore_Tensor_Reshaping()
        bindTensorCore_Tensor_Rounding()
        bindTensorCore_Tensor_ScalarArithmetic()
        bindTensorCore_Tensor_ScalarComparison()
        bindTensorCore_Tensor_ScalarSelecting()
        bindTensorCore_Tensor_Selecting()
        bindTensorCore_Tensor_Softmax()
        bindTensorCore_Tensor_Sorting()
        bindTensorCore_Tensor_Splitting()
        bindTensorCore_Tensor_Statistics()
        bindTensorCore_Tensor_Truth()
        bindTensorCore_Tensor()
        bindTensorCore_TensorError_Description()
        bindTensorCore_TensorError()
        bindTensorCore_TensorIndex()
        bindTensorCore_ValueAndGradient()
    }

    private func bindTensorCore_Adam() {
        type(
            "Adam", Adam.self,
            doc: """
            Steps along the mean gradient over the root of the mean square, as PyTorch's `Adam`, with its defaults.

            ```swift
            var adam = Adam(lr: 2e-3)
            for _ in 0..<300 { try adam.step(&a) { a in loss(a) } }
            ```
            Kingma and Ba (2015). `weightDecay` adds that share of each number to its gradient; `AdamW` shrinks the number itself.
            """)
        bind(
            "init", on: "Adam",
            """
            /// An optimizer that has not made a step: `Adam(lr: 0.01, betas: (0.9, 0.99))`.
            ///
            /// What PyTorch refuses is an error, and so is NaN: `Adam(lr: -1)`.
            init(lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0)
            """
        ) { call in
            let value0 = try call.value(0, as: Double.self)
            let value1 = try (call.value(1, as: HostPair<Double, Double>.self).first, call.value(1, as: HostPair<Double, Double>.self).second)
            let value2 = try call.value(2, as: Double.self)
            let value3 = try call.value(3, as: Double.self)
            return Adam(lr: value0, betas: value1, eps: value2, weightDecay: value3).toCell()
        }
        bind(
            "step", on: "Adam",
            """
            /// Evaluates the loss of some tensors and changes them once: `try adam.step(&list) { t in (t[0] * t[1]).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: Adam.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: [Tensor].self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: [Tensor]) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "step", on: "Adam",
            """
            /// Evaluates the loss of a tensor and changes it once: `try adam.step(&a) { a in (a * a).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: Adam.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: Tensor.self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindTensorCore_AdamW() {
        type(
            "AdamW", AdamW.self,
            doc: """
            `Adam` whose weight decay shrinks the numbers themselves, as PyTorch's `AdamW`, with its defaults.

            ```swift
            var adam = AdamW(lr: 2e-3, weightDecay: 0)
            try adam.step(&a) { a in loss(a) }
            ```
            Loshchilov and Hutter (2019).
            """)
        bind(
            "init", on: "AdamW",
            """
            /// An optimizer that has not made a step: `AdamW(lr: 0.01)`.
            ///
            /// What PyTorch refuses is an error, and so is NaN: `AdamW(lr: -1)`.
            init(lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0.01)
            """
        ) { call in
            let value0 = try call.value(0, as: Double.self)
            let value1 = try (call.value(1, as: HostPair<Double, Double>.self).first, call.value(1, as: HostPair<Double, Double>.self).second)
            let value2 = try call.value(2, as: Double.self)
            let value3 = try call.value(3, as: Double.self)
            return AdamW(lr: value0, betas: value1, eps: value2, weightDecay: value3).toCell()
        }
        bind(
            "step", on: "AdamW",
            """
            /// Evaluates the loss of some tensors and changes them once: `try adam.step(&list) { t in (t[0] * t[1]).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: AdamW.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: [Tensor].self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: [Tensor]) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "step", on: "AdamW",
            """
            /// Evaluates the loss of a tensor and changes it once: `try adam.step(&a) { a in (a * a).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: AdamW.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: Tensor.self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindTensorCore_DType() {
        type(
            "DType", DType.self,
            doc: """
            The type of a tensor's elements.
            """,
            describe: { $0.description })
        bind(
            "allCases", on: "DType",
            """
            /// All cases, in their order: `DType.allCases`.
            static var allCases: [DType]
            """
        ) { _ in
            DType.allCases.toCell()
        }
        bind(
            "rawValue", on: "DType",
            """
            /// The text that stands for it: `DType.float32.rawValue` is `"float32"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: DType.self).rawValue.toCell()
        }
        bind(
            "init", on: "DType",
            """
            /// What a text stands for, nil when there is none: `DType(rawValue: "float32")`.
            init?(rawValue: String)
            """
        ) { call in
            try DType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "float32", on: "DType",
            """
            /// Numbers with a fraction, 4 bytes each.
            static let float32: DType
            """
        ) { _ in
            DType.float32.toCell()
        }
        bind(
            "int64", on: "DType",
            """
            /// Integers, 8 bytes each.
            static let int64: DType
            """
        ) { _ in
            DType.int64.toCell()
        }
        bind(
            "bool", on: "DType",
            """
            /// True or false, 1 byte each.
            static let bool: DType
            """
        ) { _ in
            DType.bool.toCell()
        }
        bind(
            "byteCount", on: "DType",
            """
            /// How many bytes one element takes.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: DType.self).byteCount.toCell()
        }
        bind(
            "description", on: "DType",
            """
            /// Its name, as PyTorch writes it: `float32`.
            var description: String
            """
        ) { call in
            try call.value(0, as: DType.self).description.toCell()
        }
    }

    private func bindTensorCore_Device() {
        type(
            "Device", Device.self,
            doc: """
            Where numbers are computed. There is one choice today: the processor, through OpenBLAS.

            ```swift
            print(Device.current)        // cpu
            ```
            """,
            describe: { $0.description })
        bind(
            "rawValue", on: "Device",
            """
            /// The text that stands for it: `Device.cpu.rawValue` is `"cpu"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: Device.self).rawValue.toCell()
        }
        bind(
            "init", on: "Device",
            """
            /// What a text stands for, nil when there is none: `Device(rawValue: "cpu")`.
            init?(rawValue: String)
            """
        ) { call in
            try Device(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "cpu", on: "Device",
            """
            /// The processor.
            static let cpu: Device
            """
        ) { _ in
            Device.cpu.toCell()
        }
        bind(
            "current", on: "Device",
            """
            /// The device in use.
            static var current: Device
            """
        ) { _ in
            Device.current.toCell()
        }
        bind(
            "description", on: "Device",
            """
            /// The name: `cpu`.
            var description: String
            """
        ) { call in
            try call.value(0, as: Device.self).description.toCell()
        }
    }

    private func bindTensorCore_Einsum() {
        bind(
            "einsum",
            """
            /// Products and sums over named axes, as NumPy's and PyTorch's `einsum`, with einops's axis words.
            ///
            /// ```swift
            /// let out = einsum("b p h d, h d m -> b p m", z, model.W_O[0])
            /// let same = einsum("bphd,hdm->bpm", z, model.W_O[0])
            /// ```
            /// Axes that the right side does not name are summed over; a name twice in one term takes the diagonal;
            /// `...` stands for leading axes that are broadcast. The result is float32.
            func einsum(_ pattern: String, _ tensors: Tensor...) -> Tensor
            """
        ) { call in
            try einsum(call.value(0, as: String.self), call.value(1, as: [Tensor].self)).toCell()
        }
        bind(
            "einsum",
            """
            /// The same with the tensors in a list: `einsum("i j, j k -> i k", [a, b])`.
            func einsum(_ pattern: String, _ tensors: [Tensor]) -> Tensor
            """
        ) { call in
            try einsum(call.value(0, as: String.self), call.value(1, as: [Tensor].self)).toCell()
        }
    }

    private func bindTensorCore_FactoredMatrix_Decomposition() {
        bind(
            "svd", on: "FactoredMatrix",
            """
            /// The singular value decomposition U · diag(S) · Vᵀ: U [..., l, k], S [..., k] falling, V [..., r, k], k = min(l,
            /// m, r).
            ///
            /// ```swift
            /// let (u, s, v) = try model.OV[9, 6].svd()
            /// ```
            /// In each column of V the component of largest magnitude is positive, so that the answer does not depend on the
            /// machine.
            /// V is what TransformerLens calls `Vh`.
            /// - Throws: `TensorError.noConvergence` for matrices that hold NaN or infinities.
            func svd() throws -> (U: Tensor, S: Tensor, V: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: FactoredMatrix.self).svd()
            return .tuple([result.0.toCell(), result.1.toCell(), result.2.toCell()])
        }
        bind(
            "eigenvalues", on: "FactoredMatrix",
            """
            /// The eigenvalues of B · A, which are those of the product but for zeros: [..., m], largest magnitude first.
            ///
            /// ```swift
            /// let (real, imaginary) = try model.OV[5, 1].eigenvalues()
            /// let copying = (real.sum() / (real * real + imaginary * imaginary).sqrt().sum()).item()
            /// ```
            /// - Throws: `TensorError.shapeMismatch` where the product is not square.
            func eigenvalues() throws -> (real: Tensor, imaginary: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: FactoredMatrix.self).eigenvalues()
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "norm", on: "FactoredMatrix",
            """
            /// The Frobenius norm of each matrix of the stack: `model.OV.norm()` is [layer, head].
            func norm() -> Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).norm().toCell()
        }
        bind(
            "makeEven", on: "FactoredMatrix",
            """
            /// The same product with factors of equal weight, U · √S and √S · Vᵀ: `try ov.makeEven()`.
            func makeEven() throws -> FactoredMatrix
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).makeEven().toCell()
        }
        bind(
            "collapseL", on: "FactoredMatrix",
            """
            /// The product without its orthogonal left factor, S · Vᵀ [..., k, r]: `try ov.collapseL()`.
            func collapseL() throws -> Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).collapseL().toCell()
        }
        bind(
            "collapseR", on: "FactoredMatrix",
            """
            /// The product without its orthogonal right factor, U · S [..., l, k]: `try ov.collapseR()`.
            func collapseR() throws -> Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).collapseR().toCell()
        }
    }

    private func bindTensorCore_FactoredMatrix_Indexing() {
        bind(
            "subscript", on: "FactoredMatrix",
            """
            /// The same with indices in a list: `model.OV[indices: [.pick(5), .pick(1)]]`.
            subscript(indices indices: [TensorIndexOperation]) -> FactoredMatrix
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self)[indices: call.value(1, as: [TensorIndexOperation].self)].toCell()
        }
    }

    private func bindTensorCore_FactoredMatrix_Products() {
        bind(
            "matmul", on: "FactoredMatrix",
            """
            /// The product with a matrix [..., r, n] on the right; the narrower factor absorbs it.
            ///
            /// ```swift
            /// let logits = ov.matmul(model.W_U)
            /// ```
            func matmul(_ right: Tensor) -> FactoredMatrix
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).matmul(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "matmul", on: "FactoredMatrix",
            """
            /// The product with another factored matrix, through the narrower of the two.
            ///
            /// ```swift
            /// let composed = model.OV[0, 7].matmul(model.QK[5, 1])
            /// ```
            func matmul(_ right: FactoredMatrix) -> FactoredMatrix
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).matmul(call.value(1, as: FactoredMatrix.self)).toCell()
        }
        bind(
            "*", on: "FactoredMatrix",
            """
            /// Every element times `factor`: `ov * 2`.
            static func * (matrix: FactoredMatrix, factor: any TensorScalar) -> FactoredMatrix
            """
        ) { call in
            try (call.value(0, as: FactoredMatrix.self) * call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "*", on: "FactoredMatrix",
            """
            /// Every element times `factor`: `2 * ov`.
            static func * (factor: any TensorScalar, matrix: FactoredMatrix) -> FactoredMatrix
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value * call.value(1, as: FactoredMatrix.self)).toCell()
        }
        bind(
            "matmul", on: "Tensor",
            """
            /// The product with a factored matrix on the right, which stays factored.
            ///
            /// ```swift
            /// let circuit = model.W_E.matmul(model.OV[5, 1]).matmul(model.W_U)
            /// ```
            func matmul(_ right: FactoredMatrix) -> FactoredMatrix
            """
        ) { call in
            try call.value(0, as: Tensor.self).matmul(call.value(1, as: FactoredMatrix.self)).toCell()
        }
    }

    private func bindTensorCore_FactoredMatrix() {
        type(
            "FactoredMatrix", FactoredMatrix.self,
            doc: """
            A large matrix of low rank, kept as the product A · B of two narrow ones: the circuits of attention heads.

            ```swift
            let ov = model.OV[5, 1]                                        // W_V · W_O of head L5H1, [d_model, d_model]
            let circuit = model.W_E.matmul(ov).matmul(model.W_U)           // [d_vocab, d_vocab], never multiplied out
            let (u, s, v) = try ov.svd()
            ```
            Norms, singular values and eigenvalues are found without making the large product, in double precision. Axes before
            the last two are a stack of matrices. Shapes that do not go together are reported as with tensors.
            """,
            describe: { $0.description })
        bind(
            "A", on: "FactoredMatrix",
            """
            /// The left factor [..., l, m]: `ov.A`.
            let A: Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).A.toCell()
        }
        bind(
            "B", on: "FactoredMatrix",
            """
            /// The right factor [..., m, r]: `ov.B`.
            let B: Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).B.toCell()
        }
        bind(
            "init", on: "FactoredMatrix",
            """
            /// The product of `A` [..., l, m] and `B` [..., m, r]; the axes before are stretched to fit.
            ///
            /// `FactoredMatrix(model.W_V[9, 6], model.W_O[9, 6])`
            init(_ A: Tensor, _ B: Tensor)
            """
        ) { call in
            try FactoredMatrix(call.value(0, as: Tensor.self), call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "shape", on: "FactoredMatrix",
            """
            /// The shape of the product [..., l, r]: `model.OV.shape`.
            var shape: [Int]
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).shape.toCell()
        }
        bind(
            "ndim", on: "FactoredMatrix",
            """
            /// The number of axes of the product: `model.OV.ndim` is 4.
            var ndim: Int
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).ndim.toCell()
        }
        bind(
            "AB", on: "FactoredMatrix",
            """
            /// The product multiplied out [..., l, r]: `ov.AB`.
            var AB: Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).AB.toCell()
        }
        bind(
            "BA", on: "FactoredMatrix",
            """
            /// The product the other way round, [..., m, m] for square circuits: its eigenvalues other than 0 are those of AB.
            ///
            /// `ov.BA`
            var BA: Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).BA.toCell()
        }
        bind(
            "pair", on: "FactoredMatrix",
            """
            /// Both factors: `let (a, b) = ov.pair`.
            var pair: (A: Tensor, B: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: FactoredMatrix.self).pair
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "T", on: "FactoredMatrix",
            """
            /// Rows and columns exchanged: `model.QK[5, 1].T`.
            var T: FactoredMatrix
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).T.toCell()
        }
        bind(
            "ldim", on: "FactoredMatrix",
            """
            /// How many rows the product has: `model.OV.ldim` is d_model.
            var ldim: Int
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).ldim.toCell()
        }
        bind(
            "mdim", on: "FactoredMatrix",
            """
            /// The length of the axis between the factors, the most that the rank can be: `model.OV.mdim` is d_head.
            var mdim: Int
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).mdim.toCell()
        }
        bind(
            "rdim", on: "FactoredMatrix",
            """
            /// How many columns the product has: `model.OV.rdim` is d_model.
            var rdim: Int
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).rdim.toCell()
        }
        bind(
            "corner", on: "FactoredMatrix",
            """
            /// The first `k` rows and columns of the product, to look at: `ov.corner()`.
            func corner(_ k: Int = 3) -> Tensor
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).corner(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "FactoredMatrix",
            """
            /// The value as it prints: `factoredMatrix.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: FactoredMatrix.self).description.toCell()
        }
    }

    private func bindTensorCore_GradientError() {
        type(
            "GradientError", GradientError.self,
            doc: """
            What can be wrong with a gradient that was asked for, as facts; `description` puts them in words.
            """,
            describe: { $0.description })
        bind(
            "noRule", on: "GradientError",
            """
            /// An operation that nobody has said the derivative of.
            static func noRule(operation: String) -> GradientError
            """
        ) { call in
            try GradientError.noRule(operation: call.value(0, as: String.self)).toCell()
        }
        bind(
            "notOneNumber", on: "GradientError",
            """
            /// What is to be differentiated is more than one number.
            static func notOneNumber(shape: [Int]) -> GradientError
            """
        ) { call in
            try GradientError.notOneNumber(shape: call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "notANumber", on: "GradientError",
            """
            /// What is to be differentiated is NaN.
            static let notANumber: GradientError
            """
        ) { _ in
            GradientError.notANumber.toCell()
        }
        bind(
            "diverged", on: "GradientError",
            """
            /// What an optimizer is to make smaller is NaN where its steps have led.
            static func diverged(optimizer: String, steps: Int) -> GradientError
            """
        ) { call in
            try GradientError.diverged(optimizer: call.value(0, as: String.self), steps: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "doesNotDepend", on: "GradientError",
            """
            /// What is to be differentiated does not follow from what it is to be differentiated by.
            static let doesNotDepend: GradientError
            """
        ) { _ in
            GradientError.doesNotDepend.toCell()
        }
        bind(
            "unusedInput", on: "GradientError",
            """
            /// One of several inputs takes no part in the result.
            static func unusedInput(number: Int, count: Int) -> GradientError
            """
        ) { call in
            try GradientError.unusedInput(number: call.value(0, as: Int.self), count: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badType", on: "GradientError",
            """
            /// An input that is not of fractions.
            static func badType(_ value: DType) -> GradientError
            """
        ) { call in
            try GradientError.badType(call.value(0, as: DType.self)).toCell()
        }
        bind(
            "nested", on: "GradientError",
            """
            /// Tensors of two closures that are differentiated, one in the other.
            static func nested(operation: String) -> GradientError
            """
        ) { call in
            try GradientError.nested(operation: call.value(0, as: String.self)).toCell()
        }
        bind(
            "description", on: "GradientError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: GradientError.self).description.toCell()
        }
    }

    private func bindTensorCore_LBFGS() {
        type(
            "LBFGS", LBFGS.self,
            doc: """
            Steps that learn how the loss bends, as PyTorch's `LBFGS`, with its defaults: one step is up to `maxIter` of them.

            ```swift
            var lbfgs = LBFGS(maxIter: 100, lineSearch: .strongWolfe)
            try lbfgs.step(&a) { a in loss(a) }               // as far as it gets in 100 iterations
            ```
            It evaluates the loss several times a step, and expects the same loss for the same numbers. Nocedal and Wright (2006).
            """)
        type(
            "LBFGS.LineSearch", LBFGS.LineSearch.self,
            doc: """
            How the length of each iteration's step is found.
            """)
        bind(
            "none", on: "LBFGS.LineSearch",
            """
            /// `lr` times what the loss's bend says, unchecked: PyTorch's default.
            static let none: LBFGS.LineSearch
            """
        ) { _ in
            LBFGS.LineSearch.none.toCell()
        }
        bind(
            "strongWolfe", on: "LBFGS.LineSearch",
            """
            /// A length that lowers the loss and flattens its slope. It never makes the loss larger.
            static let strongWolfe: LBFGS.LineSearch
            """
        ) { _ in
            LBFGS.LineSearch.strongWolfe.toCell()
        }
        bind(
            "init", on: "LBFGS",
            """
            /// An optimizer that has not made a step: `LBFGS(maxIter: 100, lineSearch: .strongWolfe)`.
            ///
            /// What PyTorch refuses is an error, and so is NaN: `LBFGS(lr: -1)`.
            /// - Parameters:
            ///   - maxEval: the most evaluations of the loss in a step; 1¼ of `maxIter` unless given.
            ///   - toleranceGrad: how small the largest derivative has to be to stop.
            ///   - toleranceChange: how small a change of the numbers or the loss has to be to stop.
            init(lr: Double = 1, maxIter: Int = 20, maxEval: Int? = nil, toleranceGrad: Double = 1e-7, toleranceChange: Double = 1e-9, historySize: Int = 100, lineSearch: LBFGS.LineSearch = .none)
            """
        ) { call in
            let value0 = try call.value(0, as: Double.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int?.self)
            let value3 = try call.value(3, as: Double.self)
            let value4 = try call.value(4, as: Double.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: LBFGS.LineSearch.self)
            return LBFGS(
                lr: value0, maxIter: value1, maxEval: value2, toleranceGrad: value3, toleranceChange: value4, 
                historySize: value5, lineSearch: value6).toCell()
        }
        bind(
            "step", on: "LBFGS",
            """
            /// Lowers the loss of some tensors: `try lbfgs.step(&list) { t in (t[0] * t[1]).sum() }`.
            /// - Returns: the loss at the beginning.
            /// - Throws: `GradientError`; what the closure throws. What was found so far is kept then.
            mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: LBFGS.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: [Tensor].self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: [Tensor]) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "step", on: "LBFGS",
            """
            /// Lowers the loss of a tensor: `try lbfgs.step(&a) { a in (a * a).sum() }`.
            /// - Returns: the loss at the beginning.
            /// - Throws: `GradientError`; what the closure throws. What was found so far is kept then.
            mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: LBFGS.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: Tensor.self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindTensorCore_Losses() {
        bind(
            "crossEntropy",
            """
            /// −log of the probability of each target by its row of logits, averaged: PyTorch's `cross_entropy`.
            ///
            /// ```swift
            /// let loss = crossEntropy(logits[0..., -1], answers)          // [batch, d_vocab] and [batch]
            /// ```
            /// - Parameters:
            ///   - logits: [..., class]
            ///   - targets: integers, of the shape of `logits` without its last axis.
            func crossEntropy(_ logits: Tensor, _ targets: Tensor) -> Tensor
            """
        ) { call in
            try crossEntropy(call.value(0, as: Tensor.self), call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "klDivergence",
            """
            /// Σ p · (log p − log q) along the last axis, in nats, of the distributions that two sets of logits stand for, averaged over
            /// the others: how far `logits` is from `reference`.
            ///
            /// ```swift
            /// let loss = klDivergence(fullLogits[0..., -1], logits[0..., -1])        // both [batch, d_vocab]
            /// ```
            /// PyTorch's `kl_div(q, p, log_target=True, reduction="batchmean")` of their `log_softmax`, with axes in front averaged.
            func klDivergence(_ reference: Tensor, _ logits: Tensor) -> Tensor
            """
        ) { call in
            try klDivergence(call.value(0, as: Tensor.self), call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_SGD() {
        type(
            "SGD", SGD.self,
            doc: """
            Steps against the gradient, with momentum where it is asked for, as PyTorch's `SGD`, with its defaults.

            ```swift
            var sgd = SGD(lr: 0.1, momentum: 0.9)
            try sgd.step(&a) { a in loss(a) }
            ```
            """)
        bind(
            "init", on: "SGD",
            """
            /// An optimizer that has not made a step: `SGD(lr: 0.1)`.
            ///
            /// What PyTorch refuses is an error, and so is NaN: `SGD(lr: -1)`.
            init(lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, weightDecay: Double = 0, nesterov: Bool = false)
            """
        ) { call in
            let value0 = try call.value(0, as: Double.self)
            let value1 = try call.value(1, as: Double.self)
            let value2 = try call.value(2, as: Double.self)
            let value3 = try call.value(3, as: Double.self)
            let value4 = try call.value(4, as: Bool.self)
            return SGD(
                lr: value0, momentum: value1, dampening: value2, weightDecay: value3, nesterov: value4).toCell()
        }
        bind(
            "step", on: "SGD",
            """
            /// Evaluates the loss of some tensors and changes them once: `try sgd.step(&list) { t in (t[0] * t[1]).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: SGD.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: [Tensor].self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: [Tensor]) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "step", on: "SGD",
            """
            /// Evaluates the loss of a tensor and changes it once: `try sgd.step(&a) { a in (a * a).sum() }`.
            /// - Returns: the loss before the change.
            /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
            mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            var value0 = try call.take(0, as: SGD.self)
            defer { call.put(value0, 0) }
            var value1 = try call.take(1, as: Tensor.self)
            defer { call.put(value1, 1) }
            let function2 = try call.value(2, as: CellFunction.self)
            return try value0.step(
                &value1, { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindTensorCore_Tensor_Arithmetic() {
        bind(
            "+", on: "Tensor",
            """
            /// The sum of two tensors, element by element, with broadcasting. Of two masks it is a mask, as in PyTorch.
            ///
            /// `a + b`
            static func + (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) + call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "-", on: "Tensor",
            """
            /// The difference of two tensors, element by element, with broadcasting: `a - b`.
            static func - (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) - call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "*", on: "Tensor",
            """
            /// The product of two tensors, element by element, with broadcasting. Of two masks it is a mask, as in PyTorch.
            ///
            /// `a * b`
            static func * (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) * call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "/", on: "Tensor",
            """
            /// The quotient of two tensors, element by element, with broadcasting; always float32: `a / b`.
            static func / (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) / call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "%", on: "Tensor",
            """
            /// The remainder with the sign of the divisor, as in Python: `positions % 2`.
            static func % (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) % call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "-", on: "Tensor",
            """
            /// The negative of every element: `-t`.
            static prefix func - (a: Tensor) -> Tensor
            """
        ) { call in
            try (-call.value(0, as: Tensor.self)).toCell()
        }
        bind(
            "+=", on: "Tensor",
            """
            /// The sum at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a += b`.
            static func += (a: inout Tensor, b: Tensor)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 += call.value(1, as: Tensor.self)
            return .void
        }
        bind(
            "-=", on: "Tensor",
            """
            /// The difference at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a -= b`.
            static func -= (a: inout Tensor, b: Tensor)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 -= call.value(1, as: Tensor.self)
            return .void
        }
        bind(
            "*=", on: "Tensor",
            """
            /// The product at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a *= b`.
            static func *= (a: inout Tensor, b: Tensor)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 *= call.value(1, as: Tensor.self)
            return .void
        }
        bind(
            "/=", on: "Tensor",
            """
            /// The quotient at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a /= b`.
            static func /= (a: inout Tensor, b: Tensor)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 /= call.value(1, as: Tensor.self)
            return .void
        }
        bind(
            "%=", on: "Tensor",
            """
            /// The remainder at every place, with the sign of the right side: `a %= b`.
            static func %= (a: inout Tensor, b: Tensor)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 %= call.value(1, as: Tensor.self)
            return .void
        }
    }

    private func bindTensorCore_Tensor_Axes() {
        bind(
            "transposed", on: "Tensor",
            """
            /// With two axes exchanged: `scores.transposed(-1, -2)`.
            func transposed(_ first: Int, _ second: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).transposed(call.value(1, as: Int.self), call.value(2, as: Int.self)).toCell()
        }
        bind(
            "transposed", on: "Tensor",
            """
            /// The transposed matrix: the last two axes exchanged.
            ///
            /// `t.transposed()` of [8, 15, 12] is [8, 12, 15].
            func transposed() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).transposed().toCell()
        }
        bind(
            "T", on: "Tensor",
            """
            /// The transposed matrix, as PyTorch's `.T`.
            var T: Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).T.toCell()
        }
        bind(
            "permuted", on: "Tensor",
            """
            /// With the axes in another order: axis i of the result is axis `axes[i]` of this tensor.
            ///
            /// `t.permuted([2, 0, 1])` of [8, 15, 12] is [12, 8, 15].
            func permuted(_ axes: [Int]) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).permuted(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "permuted", on: "Tensor",
            """
            /// With the axes in another order: `z.permuted(0, 2, 1, 3)`.
            func permuted(_ axes: Int...) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).permuted(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "repeated", on: "Tensor",
            """
            /// With each axis repeated: `row.repeated([4, 1])`, PyTorch's `repeat`. More counts than axes add axes in front.
            func repeated(_ counts: [Int]) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).repeated(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "flipped", on: "Tensor",
            """
            /// With the order along an axis reversed: `t.flipped(dim: 0)`, of the same shape.
            func flipped(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).flipped(dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "stack", on: "Tensor",
            """
            /// Tensors of one shape set side by side along a new axis.
            ///
            /// ```swift
            /// let resid = Tensor.stack(layers.map { cache["resid_post", $0] })      // [layer, batch, position, d_model]
            /// ```
            static func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor
            """
        ) { call in
            try Tensor.stack(call.value(0, as: [Tensor].self), dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "cat", on: "Tensor",
            """
            /// Tensors joined end to end along an axis; the other lengths must agree.
            ///
            /// `Tensor.cat([a, b], dim: 1)` of [2, 3] and [2, 4] is [2, 7].
            static func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor
            """
        ) { call in
            try Tensor.cat(call.value(0, as: [Tensor].self), dim: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Broadcasting() {
        bind(
            "broadcast", on: "Tensor",
            """
            /// The same values stretched to `shape`: axes are matched from the end, and a length of 1 stretches.
            ///
            /// ```swift
            /// mean.broadcast(to: z.shape)
            /// ```
            func broadcast(to shape: [Int]) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).broadcast(to: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "expanded", on: "Tensor",
            """
            /// The same values stretched to `shape`; -1 keeps an axis as it is. PyTorch's `expand`.
            ///
            /// `t.expanded([8, -1])` of [1, 15] is [8, 15].
            func expanded(_ shape: [Int]) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).expanded(call.value(1, as: [Int].self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_CSV() {
        bind(
            "toCSV", on: "Tensor",
            """
            /// The elements as comma-separated text, which spreadsheets and pandas read.
            ///
            /// ```swift
            /// let text = try patchedHeads.toCSV()                                     // a line per layer
            /// let text = try effects.toCSV(rowLabels: labels, columnLabels: ["effect"])
            /// ```
            /// Two axes are lines and columns; one axis is a line per element. With more, each line holds the indices and the
            /// value,
            /// under the header `axis0,axis1,axis2,value`. A tensor without columns gives no lines but those of its labels.
            /// - Parameters:
            ///   - rowLabels: the first cell of each line; for one or two axes only.
            ///   - columnLabels: a header; for one or two axes only.
            /// - Throws: `TensorError/badArgument(operation:argument:value:expected:)` for labels that are not as many as
            ///   the lines or columns.
            func toCSV(rowLabels: [String]? = nil, columnLabels: [String]? = nil) throws -> String
            """
        ) { call in
            try call.value(0, as: Tensor.self).toCSV(
                rowLabels: call.value(1, as: [String]?.self), columnLabels: call.value(2, as: [String]?.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Closeness() {
        bind(
            "allClose", on: "Tensor",
            """
            /// Whether shapes agree and every |a − b| ≤ atol + rtol · |b|, as PyTorch's `allclose`. NaN is close to nothing.
            ///
            /// `a.allClose(b, atol: 1e-4)`
            func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool
            """
        ) { call in
            try call.value(0, as: Tensor.self).allClose(
                call.value(1, as: Tensor.self), rtol: call.value(2, as: Double.self), 
                atol: call.value(3, as: Double.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Comparison() {
        bind(
            ".<", on: "Tensor",
            """
            /// A mask of where the left side is smaller, with broadcasting: `a .< b`.
            static func .< (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .< call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".<=", on: "Tensor",
            """
            /// A mask of where the left side is smaller or equal, with broadcasting: `a .<= b`.
            static func .<= (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .<= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".>", on: "Tensor",
            """
            /// A mask of where the left side is larger, with broadcasting: `a .> b`.
            static func .> (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .> call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".>=", on: "Tensor",
            """
            /// A mask of where the left side is larger or equal, with broadcasting: `a .>= b`.
            static func .>= (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .>= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".==", on: "Tensor",
            """
            /// A mask of where the left side is equal, with broadcasting: `a .== b`.
            static func .== (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .== call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".!=", on: "Tensor",
            """
            /// A mask of where the left side is different, with broadcasting: `a .!= b`.
            static func .!= (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .!= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".&", on: "Tensor",
            """
            /// A mask of where both are true: `a .& b`.
            static func .& (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .& call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".|", on: "Tensor",
            """
            /// A mask of where at least one is true: `a .| b`.
            static func .| (a: Tensor, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .| call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".!", on: "Tensor",
            """
            /// A mask of where this one is false: `.!mask`.
            static prefix func .! (a: Tensor) -> Tensor
            """
        ) { call in
            try (.!call.value(0, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Conversion() {
        bind(
            "asType", on: "Tensor",
            """
            /// The same values as another type.
            ///
            /// ```swift
            /// let tokens = Tensor([[1.0, 2.0]]).asType(.int64)
            /// ```
            /// To int64, fractions are cut off towards zero and NaN becomes 0; to bool, everything but 0 is true.
            func asType(_ dtype: DType) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).asType(call.value(1, as: DType.self)).toCell()
        }
        bind(
            "item", on: "Tensor",
            """
            /// The one element as a number.
            ///
            /// ```swift
            /// let loss = losses.mean().item()
            /// ```
            func item() -> Double
            """
        ) { call in
            try call.value(0, as: Tensor.self).item().toCell()
        }
        bind(
            "toArray", on: "Tensor",
            """
            /// All elements in row-major order as `Float`.
            ///
            /// Where there is no memory for them, or they are stopped, that is reported and the array is empty.
            ///
            /// `t.toArray().map { Double($0) }` of [2, 3] has 6.
            func toArray() -> [Float]
            """
        ) { call in
            try call.value(0, as: Tensor.self).toArray().toCell()
        }
        bind(
            "toIntArray", on: "Tensor",
            """
            /// All elements in row-major order as `Int`.
            ///
            /// Where there is no memory for them, or they are stopped, that is reported and the array is empty.
            ///
            /// `tokens[0].toIntArray()`
            func toIntArray() -> [Int]
            """
        ) { call in
            try call.value(0, as: Tensor.self).toIntArray().toCell()
        }
    }

    private func bindTensorCore_Tensor_Creation() {
        bind(
            "init", on: "Tensor",
            """
            /// A tensor of integers of `shape` with the given values in row-major order.
            ///
            /// `Tensor([1, 2, 3, 4], shape: [2, 2])` is [2, 2].
            init(_ values: [Int], shape: [Int])
            """
        ) { call in
            try Tensor(call.value(0, as: [Int].self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor of `shape` with the given values in row-major order.
            ///
            /// ```swift
            /// Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
            /// ```
            init(_ values: [Float], shape: [Int])
            """
        ) { call in
            try Tensor(call.value(0, as: [Float].self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "zeros", on: "Tensor",
            """
            /// A tensor of zeros.
            ///
            /// ```swift
            /// var patched = Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads])
            /// ```
            static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor
            """
        ) { call in
            try Tensor.zeros(call.value(0, as: [Int].self), dtype: call.value(1, as: DType.self)).toCell()
        }
        bind(
            "ones", on: "Tensor",
            """
            /// A tensor of ones: `Tensor.ones([2, 3])` is [2, 3].
            static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor
            """
        ) { call in
            try Tensor.ones(call.value(0, as: [Int].self), dtype: call.value(1, as: DType.self)).toCell()
        }
        bind(
            "full", on: "Tensor",
            """
            /// A tensor of one value everywhere: `Tensor.full([2, 3], 0.5)`.
            static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor
            """
        ) { call in
            try Tensor.full(
                call.value(0, as: [Int].self), call.value(1, as: Double.self), dtype: call.value(2, as: DType.self)).toCell()
        }
        bind(
            "zerosLike", on: "Tensor",
            """
            /// Zeros in the shape and type of another tensor: `Tensor.zerosLike(map)`.
            static func zerosLike(_ other: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.zerosLike(call.value(0, as: Tensor.self)).toCell()
        }
        bind(
            "onesLike", on: "Tensor",
            """
            /// Ones in the shape and type of another tensor: `Tensor.onesLike(map)`.
            static func onesLike(_ other: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.onesLike(call.value(0, as: Tensor.self)).toCell()
        }
        bind(
            "arange", on: "Tensor",
            """
            /// The integers 0, 1, … up to but without `end`: `Tensor.arange(5)` is [5].
            static func arange(_ end: Int) -> Tensor
            """
        ) { call in
            try Tensor.arange(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "arange", on: "Tensor",
            """
            /// The integers from `start` up to but without `end`, `step` apart: `Tensor.arange(2, 10, step: 2)` is [4].
            static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor
            """
        ) { call in
            try Tensor.arange(
                call.value(0, as: Int.self), call.value(1, as: Int.self), step: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "linspace", on: "Tensor",
            """
            /// `steps` numbers from `start` to `end`, both included, evenly spaced: `Tensor.linspace(0, 1, steps: 5)` is [5].
            static func linspace(_ start: Double, _ end: Double, steps: Int) -> Tensor
            """
        ) { call in
            try Tensor.linspace(
                call.value(0, as: Double.self), call.value(1, as: Double.self), steps: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "eye", on: "Tensor",
            """
            /// The identity matrix of shape [n, n]: `Tensor.eye(3)` is [3, 3].
            static func eye(_ n: Int) -> Tensor
            """
        ) { call in
            try Tensor.eye(call.value(0, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Description() {
        bind(
            "description", on: "Tensor",
            """
            /// The values as PyTorch shows them, rounded to four places, long axes shortened, under the shape.
            ///
            /// ```
            /// Tensor [2, 3] float32
            /// [[ 0.1000,  2.0000,  3.5000],
            ///  [-1.0000,  0.0000,  1.0000]]
            /// ```
            ///
            /// `t.description`
            var description: String
            """
        ) { call in
            try call.value(0, as: Tensor.self).description.toCell()
        }
        bind(
            "htmlTable", on: "Tensor",
            """
            /// The values as an HTML table; with more than two axes, one table after the other: `t.htmlTable`.
            var htmlTable: String
            """
        ) { call in
            try call.value(0, as: Tensor.self).htmlTable.toCell()
        }
    }

    private func bindTensorCore_Tensor_Elementwise() {
        bind(
            "abs", on: "Tensor",
            """
            /// The absolute value of every element: `t.abs()`, of the same shape.
            func abs() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).abs().toCell()
        }
        bind(
            "exp", on: "Tensor",
            """
            /// e to the power of every element: `t.exp()`, of the same shape.
            func exp() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).exp().toCell()
        }
        bind(
            "log", on: "Tensor",
            """
            /// The natural logarithm of every element: `t.log()`, of the same shape.
            func log() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).log().toCell()
        }
        bind(
            "sqrt", on: "Tensor",
            """
            /// The square root of every element: `t.sqrt()`, of the same shape.
            func sqrt() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sqrt().toCell()
        }
        bind(
            "tanh", on: "Tensor",
            """
            /// The hyperbolic tangent of every element: `t.tanh()`, of the same shape.
            func tanh() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).tanh().toCell()
        }
        bind(
            "sin", on: "Tensor",
            """
            /// The sine of every element: `t.sin()`, of the same shape.
            func sin() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sin().toCell()
        }
        bind(
            "cos", on: "Tensor",
            """
            /// The cosine of every element: `t.cos()`, of the same shape.
            func cos() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).cos().toCell()
        }
        bind(
            "sigmoid", on: "Tensor",
            """
            /// 1 / (1 + e⁻ˣ) of every element: `t.sigmoid()`, of the same shape.
            func sigmoid() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sigmoid().toCell()
        }
        bind(
            "relu", on: "Tensor",
            """
            /// max(x, 0) of every element: `t.relu()`, of the same shape.
            func relu() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).relu().toCell()
        }
        bind(
            "gelu", on: "Tensor",
            """
            /// GELU of every element, by the error function: `t.gelu()`, of the same shape.
            func gelu() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).gelu().toCell()
        }
        bind(
            "silu", on: "Tensor",
            """
            /// x · sigmoid(x) of every element: `t.silu()`, of the same shape.
            func silu() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).silu().toCell()
        }
        bind(
            "clip", on: "Tensor",
            """
            /// Every element held between two bounds, either of which may be left out; NaN stays. Integers stay integers where the
            /// bounds are whole numbers.
            ///
            /// ```swift
            /// probabilities.clip(min: 1e-6).log()
            /// ```
            func clip(min low: Double? = nil, max high: Double? = nil) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).clip(min: call.value(1, as: Double?.self), max: call.value(2, as: Double?.self)).toCell()
        }
        bind(
            "maximum", on: "Tensor",
            """
            /// The larger of two tensors, element by element, with broadcasting; NaN where either is: `Tensor.maximum(a, b)`.
            static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.maximum(call.value(0, as: Tensor.self), call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "minimum", on: "Tensor",
            """
            /// The smaller of two tensors, element by element, with broadcasting; NaN where either is: `Tensor.minimum(a, b)`.
            static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.minimum(call.value(0, as: Tensor.self), call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Indexing() {
        bind(
            "subscript", on: "Tensor",
            """
            /// The same with the indices in a list, for callers that put them together at run time.
            ///
            /// `t[indices: [.ellipsis, .pick(-1)]]` of [8, 15] is [8].
            subscript(indices indices: [TensorIndexOperation]) -> Tensor { get set }
            """
        ) { call in
            try call.value(0, as: Tensor.self)[indices: call.value(1, as: [TensorIndexOperation].self)].toCell()
        } set: { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0[indices: call.value(1, as: [TensorIndexOperation].self)] = call.value(2, as: Tensor.self)
        }
    }

    private func bindTensorCore_Tensor_JSON() {
        bind(
            "toJSON", on: "Tensor",
            """
            /// The elements as nested JSON arrays.
            ///
            /// ```swift
            /// Tensor([[1, 2], [3, 4]]).toJSON()        // "[[1,2],[3,4]]"
            /// ```
            /// JSON has no NaN and no infinities: they become `null`. Of very many empty lists nothing but `[]` is left.
            func toJSON() -> String
            """
        ) { call in
            try call.value(0, as: Tensor.self).toJSON().toCell()
        }
    }

    private func bindTensorCore_Tensor_MatrixMultiply() {
        bind(
            "matmul", on: "Tensor",
            """
            /// The matrix product, as PyTorch's `matmul`.
            ///
            /// ```swift
            /// let result = z.matmul(model.W_O[layer])      // [batch, head, position, d_head] × [head, d_head, d_model]
            /// ```
            /// The last two axes are the matrices, those before are stretched to fit; a tensor with one axis is a row on the left
            /// and a column on the right. The result is float32.
            func matmul(_ other: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).matmul(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "dot", on: "Tensor",
            """
            /// The inner product of two tensors with one axis: `a.dot(b)` of [5] and [5] has no axes.
            func dot(_ other: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).dot(call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Numbers() {
        conformance("TensorScalar", of: "Int", "Float", "Double", "Bool")
        bind(
            "init", on: "Tensor",
            """
            /// A single integer, of shape `[]`: `Tensor(3)`.
            init(_ value: Int)
            """
        ) { call in
            try Tensor(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A single truth value, of shape `[]`: `Tensor(true)`.
            init(_ value: Bool)
            """
        ) { call in
            try Tensor(call.value(0, as: Bool.self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with one axis: `Tensor([1.0, 2.0])`. Integers give int64, fractions float32, truth values bool.
            init(_ values: [Int])
            """
        ) { call in
            try Tensor(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with one axis: `Tensor([1.0, 2.0])`. Integers give int64, fractions float32, truth values bool.
            init(_ values: [Bool])
            """
        ) { call in
            try Tensor(call.value(0, as: [Bool].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with one axis: `Tensor([1.0, 2.0])`. Integers give int64, fractions float32, truth values bool.
            init(_ values: [Double])
            """
        ) { call in
            try Tensor(call.value(0, as: [Double].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with one axis: `Tensor([1.0, 2.0])`. Integers give int64, fractions float32, truth values bool.
            init(_ values: [Float])
            """
        ) { call in
            try Tensor(call.value(0, as: [Float].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with two axes: `Tensor([[1, 2], [3, 4]])`.
            init(_ values: [[Int]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[Int]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with two axes: `Tensor([[1, 2], [3, 4]])`.
            init(_ values: [[Bool]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[Bool]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with two axes: `Tensor([[1, 2], [3, 4]])`.
            init(_ values: [[Double]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[Double]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with two axes: `Tensor([[1, 2], [3, 4]])`.
            init(_ values: [[Float]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[Float]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].
            init(_ values: [[[Int]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[Int]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].
            init(_ values: [[[Bool]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[Bool]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].
            init(_ values: [[[Double]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[Double]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].
            init(_ values: [[[Float]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[Float]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].
            init(_ values: [[[[Int]]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[[Int]]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].
            init(_ values: [[[[Bool]]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[[Bool]]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].
            init(_ values: [[[[Double]]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[[Double]]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor with four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].
            init(_ values: [[[[Float]]]])
            """
        ) { call in
            try Tensor(call.value(0, as: [[[[Float]]]].self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A single number, of shape `[]`: `Tensor(0.5)`.
            init(_ value: Double)
            """
        ) { call in
            try Tensor(call.value(0, as: Double.self)).toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A single number, of shape `[]`: `Tensor(Float(0.5))`.
            init(_ value: Float)
            """
        ) { call in
            try Tensor(call.value(0, as: Float.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Powers() {
        bind(
            "pow", on: "Tensor",
            """
            /// Every element to the power of a whole number; of integers, an integer where the exponent is not negative.
            ///
            /// ```swift
            /// Tensor([1, 2, 3]).pow(2)        // [1, 4, 9], int64
            /// ```
            func pow(_ exponent: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).pow(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "pow", on: "Tensor",
            """
            /// Every element to the power of the other tensor's, with broadcasting; of integers, an integer.
            ///
            /// Integers to negative powers are refused, as in PyTorch: convert one side with `asType(.float32)`.
            ///
            /// `t.pow(exponents)`
            func pow(_ exponent: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).pow(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "pow", on: "Tensor",
            """
            /// Every element to the power of `exponent`. To the power of 0.5 it is the square root: NaN of −∞.
            ///
            /// `t.pow(0.5)`, of the same shape.
            func pow(_ exponent: Double) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).pow(call.value(1, as: Double.self)).toCell()
        }
        bind(
            "square", on: "Tensor",
            """
            /// The square of every element; of integers, an integer: `t.square()`, of the same shape.
            func square() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).square().toCell()
        }
        bind(
            "rsqrt", on: "Tensor",
            """
            /// 1 / √x of every element: `t.rsqrt()`, of the same shape.
            func rsqrt() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).rsqrt().toCell()
        }
        bind(
            "reciprocal", on: "Tensor",
            """
            /// 1 / x of every element: `t.reciprocal()`, of the same shape.
            func reciprocal() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).reciprocal().toCell()
        }
        bind(
            "log2", on: "Tensor",
            """
            /// The logarithm to the base 2 of every element: `t.log2()`, of the same shape.
            func log2() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).log2().toCell()
        }
        bind(
            "log10", on: "Tensor",
            """
            /// The logarithm to the base 10 of every element: `t.log10()`, of the same shape.
            func log10() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).log10().toCell()
        }
        bind(
            "log1p", on: "Tensor",
            """
            /// ln(1 + x) of every element, exact for small ones: `t.log1p()`, of the same shape.
            func log1p() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).log1p().toCell()
        }
        bind(
            "erf", on: "Tensor",
            """
            /// The error function of every element: `t.erf()`, of the same shape.
            func erf() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).erf().toCell()
        }
        bind(
            "softplus", on: "Tensor",
            """
            /// ln(1 + eˣ) of every element, a smooth `relu`: `t.softplus()`, of the same shape.
            func softplus() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).softplus().toCell()
        }
    }

    private func bindTensorCore_Tensor_Products() {
        bind(
            "prod", on: "Tensor",
            """
            /// The product of all elements: `t.prod()`.
            func prod() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).prod().toCell()
        }
        bind(
            "prod", on: "Tensor",
            """
            /// The product along an axis; of integers and truth values an integer: `t.prod(dim: -1)` of [8, 15] is [8].
            func prod(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).prod(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "outer", on: "Tensor",
            """
            /// The product of every element of one tensor with every element of the other, both with one axis.
            ///
            /// `a.outer(b)` of [3] and [4] is [3, 4].
            func outer(_ other: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).outer(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "normalized", on: "Tensor",
            """
            /// Divided by the Euclidean norm along an axis, or by `eps` where that is larger.
            ///
            /// ```swift
            /// let directions = model.W_U.T.normalized(dim: -1)
            /// ```
            func normalized(dim: Int, eps: Double = 1e-12) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).normalized(dim: call.value(1, as: Int.self), eps: call.value(2, as: Double.self)).toCell()
        }
        bind(
            "cosineSimilarity", on: "Tensor",
            """
            /// The cosine of the angle between two tensors along an axis, with broadcasting.
            ///
            /// ```swift
            /// residual.cosineSimilarity(direction, dim: -1)        // of [position, d_model] and [d_model]: [position]
            /// ```
            func cosineSimilarity(_ other: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).cosineSimilarity(
                call.value(1, as: Tensor.self), dim: call.value(2, as: Int.self), 
                eps: call.value(3, as: Double.self)).toCell()
        }
        bind(
            "oneHot", on: "Tensor",
            """
            /// For each id a row with 1 at its place and 0 elsewhere: [..., count].
            ///
            /// ```swift
            /// Tensor.oneHot(Tensor([2, 0]), count: 3)      // [[0, 0, 1], [1, 0, 0]]
            /// ```
            static func oneHot(_ ids: Tensor, count: Int) -> Tensor
            """
        ) { call in
            try Tensor.oneHot(call.value(0, as: Tensor.self), count: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Random() {
        bind(
            "manualSeed",
            """
            /// Starts the shared random generator anew, as PyTorch's `manual_seed`.
            ///
            /// ```swift
            /// manualSeed(0)
            /// Tensor.randint(100, 20000, size: [2, 100])      // 1044, 3539, 10733, … as in PyTorch
            /// ```
            func manualSeed(_ seed: Int)
            """
        ) { call in
            try manualSeed(call.value(0, as: Int.self))
            return .void
        }
        bind(
            "randint", on: "Tensor",
            """
            /// Integers in low..<high, the same ones that PyTorch draws on the CPU after the same seed.
            ///
            /// `Tensor.randint(100, 20_000, size: [2, 100])` is [2, 100].
            static func randint(_ low: Int, _ high: Int, size: [Int]) -> Tensor
            """
        ) { call in
            try Tensor.randint(
                call.value(0, as: Int.self), call.value(1, as: Int.self), size: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "randint", on: "Tensor",
            """
            /// Integers in 0..<high: `Tensor.randint(100, size: [2, 5])` is [2, 5].
            static func randint(_ high: Int, size: [Int]) -> Tensor
            """
        ) { call in
            try Tensor.randint(call.value(0, as: Int.self), size: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "rand", on: "Tensor",
            """
            /// Numbers in 0..<1, evenly spread, the same ones that PyTorch draws on the CPU after the same seed.
            ///
            /// `Tensor.rand([2, 3])` is [2, 3].
            static func rand(_ size: [Int]) -> Tensor
            """
        ) { call in
            try Tensor.rand(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "randn", on: "Tensor",
            """
            /// Normally distributed numbers, mean 0 and deviation 1. Repeatable after `manualSeed(_:)`; not PyTorch's numbers.
            ///
            /// `Tensor.randn([2, 3])` is [2, 3].
            static func randn(_ size: [Int]) -> Tensor
            """
        ) { call in
            try Tensor.randn(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "randperm", on: "Tensor",
            """
            /// The numbers 0..<n in random order, the one that PyTorch draws on the CPU after the same seed.
            ///
            /// `Tensor.randperm(5)` is [5].
            static func randperm(_ n: Int) -> Tensor
            """
        ) { call in
            try Tensor.randperm(call.value(0, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Recording() {
        bind(
            "detach", on: "Tensor",
            """
            /// The same elements as a constant: no gradient goes back through it, as PyTorch's `detach`.
            ///
            /// ```swift
            /// let (loss, slope) = try valueAndGradient(at: a) { a in ((a - a.detach()).abs() + a * a).sum() }
            /// ```
            func detach() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).detach().toCell()
        }
    }

    private func bindTensorCore_Tensor_Reductions() {
        bind(
            "sum", on: "Tensor",
            """
            /// The sum of all elements: `t.sum()`, which has no axes.
            func sum() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sum().toCell()
        }
        bind(
            "sum", on: "Tensor",
            """
            /// The sum along an axis: [batch, position] summed over `dim: 0` is [position].
            ///
            /// `t.sum(dim: -1)` of [8, 15, 512] is [8, 15].
            func sum(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sum(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "sum", on: "Tensor",
            """
            /// The sum along several axes: `t.sum(dim: [0, 1])` of [8, 15, 12] is [12].
            func sum(dim: [Int], keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sum(dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "mean", on: "Tensor",
            """
            /// The mean of all elements: `t.mean()`, which has no axes.
            func mean() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).mean().toCell()
        }
        bind(
            "mean", on: "Tensor",
            """
            /// The mean along an axis.
            ///
            /// ```swift
            /// resid.mean(dim: -1, keepdim: true)      // [batch, position, 1]
            /// ```
            func mean(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).mean(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "mean", on: "Tensor",
            """
            /// The mean along several axes: `t.mean(dim: [0, 1])` of [8, 15, 12] is [12].
            func mean(dim: [Int], keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).mean(dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "var", on: "Tensor",
            """
            /// The variance of all elements, divided by n − 1 as in PyTorch unless `unbiased` is false: `t.var()`.
            func `var`(unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).var(unbiased: call.value(1, as: Bool.self)).toCell()
        }
        bind(
            "var", on: "Tensor",
            """
            /// The variance along an axis: `t.var(dim: -1)` of [8, 15, 512] is [8, 15].
            func `var`(dim: Int, keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).var(
                dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self), 
                unbiased: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "var", on: "Tensor",
            """
            /// The variance along several axes: `t.var(dim: [0, 1])` of [8, 15, 12] is [12].
            func `var`(dim: [Int], keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).var(
                dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self), 
                unbiased: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "std", on: "Tensor",
            """
            /// The standard deviation of all elements, divided by n − 1 as in PyTorch unless `unbiased` is false: `t.std()`.
            func std(unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).std(unbiased: call.value(1, as: Bool.self)).toCell()
        }
        bind(
            "std", on: "Tensor",
            """
            /// The standard deviation along an axis: `t.std(dim: -1)` of [8, 15, 512] is [8, 15].
            func std(dim: Int, keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).std(
                dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self), 
                unbiased: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "std", on: "Tensor",
            """
            /// The standard deviation along several axes: `t.std(dim: [0, 1])` of [8, 15, 12] is [12].
            func std(dim: [Int], keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).std(
                dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self), 
                unbiased: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "norm", on: "Tensor",
            """
            /// The Euclidean norm of all elements: `t.norm()`, which has no axes.
            func norm() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).norm().toCell()
        }
        bind(
            "norm", on: "Tensor",
            """
            /// The Euclidean norm along an axis: `t.norm(dim: -1)` of [8, 15, 512] is [8, 15].
            func norm(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).norm(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "max", on: "Tensor",
            """
            /// The largest element: `t.max()`, which has no axes.
            func max() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).max().toCell()
        }
        bind(
            "max", on: "Tensor",
            """
            /// The largest element along an axis; where it lies, `argmax(dim:keepdim:)` says. NaN counts as largest.
            ///
            /// `t.max(dim: -1)` of [8, 15, 512] is [8, 15].
            func max(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).max(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "min", on: "Tensor",
            """
            /// The smallest element: `t.min()`, which has no axes.
            func min() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).min().toCell()
        }
        bind(
            "min", on: "Tensor",
            """
            /// The smallest element along an axis. NaN counts as smallest: `t.min(dim: -1)` of [8, 15, 512] is [8, 15].
            func min(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).min(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "argmax", on: "Tensor",
            """
            /// Where the largest element lies, counted in row-major order: `t.argmax()`, which has no axes.
            func argmax() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).argmax().toCell()
        }
        bind(
            "argmax", on: "Tensor",
            """
            /// Where along an axis the largest element lies; the first of equal ones.
            ///
            /// `t.argmax(dim: -1)` of [8, 15, 512] is [8, 15].
            func argmax(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).argmax(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "argmin", on: "Tensor",
            """
            /// Where the smallest element lies, counted in row-major order: `t.argmin()`, which has no axes.
            func argmin() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).argmin().toCell()
        }
        bind(
            "argmin", on: "Tensor",
            """
            /// Where along an axis the smallest element lies; the first of equal ones.
            ///
            /// `t.argmin(dim: -1)` of [8, 15, 512] is [8, 15].
            func argmin(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).argmin(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "cumsum", on: "Tensor",
            """
            /// The running sum along an axis: `t.cumsum(dim: 0)`, of the same shape.
            func cumsum(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).cumsum(dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "cumprod", on: "Tensor",
            """
            /// The running product along an axis: `t.cumprod(dim: 0)`, of the same shape.
            func cumprod(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).cumprod(dim: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Reshaping() {
        bind(
            "reshaped", on: "Tensor",
            """
            /// The same elements in another shape; one length may be -1, to be worked out from the rest.
            ///
            /// ```swift
            /// z.reshaped([batch, position, -1])       // [batch, position, head · d_head]
            /// ```
            func reshaped(_ shape: [Int]) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).reshaped(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "reshaped", on: "Tensor",
            """
            /// The same elements in another shape: `z.reshaped(2, -1)`.
            func reshaped(_ lengths: Int...) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).reshaped(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "flattened", on: "Tensor",
            """
            /// All elements along one axis: `t.flattened()` of [4, 3] is [12].
            func flattened() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).flattened().toCell()
        }
        bind(
            "flattened", on: "Tensor",
            """
            /// The axes from `start` to `end` merged into one, as PyTorch's `flatten`.
            ///
            /// `t.flattened(1)` of [8, 15, 12] is [8, 180].
            func flattened(_ start: Int, _ end: Int = -1) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).flattened(call.value(1, as: Int.self), call.value(2, as: Int.self)).toCell()
        }
        bind(
            "squeezed", on: "Tensor",
            """
            /// Without the axes of length 1: `t.squeezed()` of [1, 5, 1] is [5].
            func squeezed() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).squeezed().toCell()
        }
        bind(
            "squeezed", on: "Tensor",
            """
            /// Without axis `dim` if its length is 1: `t.squeezed(dim: 0)` of [1, 5, 1] is [5, 1].
            func squeezed(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).squeezed(dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "unsqueezed", on: "Tensor",
            """
            /// With a new axis of length 1 at `dim`; -1 is behind the last: `t.unsqueezed(dim: -1)` of [8, 15] is [8, 15, 1].
            func unsqueezed(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).unsqueezed(dim: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Rounding() {
        bind(
            "round", on: "Tensor",
            """
            /// Every element rounded to the nearest whole number, halves to the even one: `t.round()`, of the same shape.
            func round() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).round().toCell()
        }
        bind(
            "floor", on: "Tensor",
            """
            /// The largest whole number that is not larger than each element: `t.floor()`, of the same shape.
            func floor() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).floor().toCell()
        }
        bind(
            "ceil", on: "Tensor",
            """
            /// The smallest whole number that is not smaller than each element: `t.ceil()`, of the same shape.
            func ceil() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).ceil().toCell()
        }
        bind(
            "trunc", on: "Tensor",
            """
            /// Every element without its fraction: `t.trunc()`, of the same shape.
            func trunc() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).trunc().toCell()
        }
        bind(
            "sign", on: "Tensor",
            """
            /// -1, 0 or 1 for each element, by its sign; NaN gives 0, as in PyTorch: `t.sign()`, of the same shape.
            func sign() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).sign().toCell()
        }
        bind(
            "floorDivided", on: "Tensor",
            """
            /// The quotient rounded down, with broadcasting: of integers an integer. PyTorch's and Python's `//`.
            ///
            /// ```swift
            /// let layers = places.floorDivided(by: Tensor(cfg.nHeads))
            /// ```
            func floorDivided(by other: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).floorDivided(by: call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_ScalarArithmetic() {
        bind(
            "+", on: "Tensor",
            """
            /// The sum of every element and a number: `scores + shift`.
            static func + (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) + call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "+", on: "Tensor",
            """
            /// The sum of a number and every element: `1 + scores`.
            static func + (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value + call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "+=", on: "Tensor",
            """
            /// The sum of every element and a number, in place: `scores += shift`.
            static func += (a: inout Tensor, b: any TensorScalar)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 += call.value(1, as: HostAny<any TensorScalar>.self).value
            return .void
        }
        bind(
            "-", on: "Tensor",
            """
            /// The difference of every element and a number: `scores - threshold`.
            static func - (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) - call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "-", on: "Tensor",
            """
            /// The difference of a number and every element: `1 - scores`.
            static func - (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value - call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "-=", on: "Tensor",
            """
            /// The difference of every element and a number, in place: `scores -= threshold`.
            static func -= (a: inout Tensor, b: any TensorScalar)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 -= call.value(1, as: HostAny<any TensorScalar>.self).value
            return .void
        }
        bind(
            "*", on: "Tensor",
            """
            /// The product of every element and a number: `scores * scale`.
            static func * (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) * call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "*", on: "Tensor",
            """
            /// The product of a number and every element: `2 * scores`.
            static func * (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value * call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "*=", on: "Tensor",
            """
            /// The product of every element and a number, in place: `scores *= scale`.
            static func *= (a: inout Tensor, b: any TensorScalar)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 *= call.value(1, as: HostAny<any TensorScalar>.self).value
            return .void
        }
        bind(
            "/", on: "Tensor",
            """
            /// The quotient of every element and a number; always float32: `scores / count`.
            static func / (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) / call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "/", on: "Tensor",
            """
            /// The quotient of a number and every element; always float32: `1 / scores`.
            static func / (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value / call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "/=", on: "Tensor",
            """
            /// The quotient of every element and a number, in place: `scores /= count`.
            static func /= (a: inout Tensor, b: any TensorScalar)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 /= call.value(1, as: HostAny<any TensorScalar>.self).value
            return .void
        }
        bind(
            "%", on: "Tensor",
            """
            /// The remainder of every element and a number: `positions % period`.
            static func % (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) % call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "%", on: "Tensor",
            """
            /// The remainder of a number and every element: `7 % lengths`.
            static func % (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value % call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "%=", on: "Tensor",
            """
            /// The remainder of every element and a number, in place: `positions %= period`.
            static func %= (a: inout Tensor, b: any TensorScalar)
            """
        ) { call in
            var value0 = try call.take(0, as: Tensor.self)
            defer { call.put(value0, 0) }
            try value0 %= call.value(1, as: HostAny<any TensorScalar>.self).value
            return .void
        }
    }

    private func bindTensorCore_Tensor_ScalarComparison() {
        bind(
            ".<", on: "Tensor",
            """
            /// A mask of which elements are smaller than a number: `scores .< threshold`.
            static func .< (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .< call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".<", on: "Tensor",
            """
            /// A mask of where the number is smaller than the elements: `threshold .< scores`.
            static func .< (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .< call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".<=", on: "Tensor",
            """
            /// A mask of which elements are at most a number: `scores .<= threshold`.
            static func .<= (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .<= call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".<=", on: "Tensor",
            """
            /// A mask of where the number is at most the elements: `threshold .<= scores`.
            static func .<= (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .<= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".>", on: "Tensor",
            """
            /// A mask of which elements are larger than a number: `scores .> threshold`.
            static func .> (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .> call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".>", on: "Tensor",
            """
            /// A mask of where the number is larger than the elements: `threshold .> scores`.
            static func .> (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .> call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".>=", on: "Tensor",
            """
            /// A mask of which elements are at least a number: `scores .>= threshold`.
            static func .>= (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .>= call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".>=", on: "Tensor",
            """
            /// A mask of where the number is at least the elements: `threshold .>= scores`.
            static func .>= (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .>= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".==", on: "Tensor",
            """
            /// A mask of which elements equal a number: `scores .== threshold`.
            static func .== (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .== call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".==", on: "Tensor",
            """
            /// A mask of where the number equals the elements: `threshold .== scores`.
            static func .== (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .== call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".!=", on: "Tensor",
            """
            /// A mask of which elements differ from a number: `scores .!= threshold`.
            static func .!= (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .!= call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".!=", on: "Tensor",
            """
            /// A mask of where the number differs from the elements: `threshold .!= scores`.
            static func .!= (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .!= call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".&", on: "Tensor",
            """
            /// A mask of where both are true, the right side for all elements: `mask .& keepsAll`.
            static func .& (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .& call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".&", on: "Tensor",
            """
            /// A mask of where both are true, the left side for all elements: `keepsAll .& mask`.
            static func .& (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .& call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            ".|", on: "Tensor",
            """
            /// A mask of where one of them is true, the right side for all elements: `mask .| keepsAll`.
            static func .| (a: Tensor, b: any TensorScalar) -> Tensor
            """
        ) { call in
            try (call.value(0, as: Tensor.self) .| call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            ".|", on: "Tensor",
            """
            /// A mask of where one of them is true, the left side for all elements: `keepsAll .| mask`.
            static func .| (a: any TensorScalar, b: Tensor) -> Tensor
            """
        ) { call in
            try (call.value(0, as: HostAny<any TensorScalar>.self).value .| call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "==", on: "Tensor",
            """
            /// Whether this is a tensor without axes that holds just this number: `scores.sum() == 1`.
            static func == (a: Tensor, b: any TensorScalar) -> Bool
            """
        ) { call in
            try (call.value(0, as: Tensor.self) == call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "!=", on: "Tensor",
            """
            /// Whether this is anything but a tensor without axes that holds just this number: `mask.sum() != 0`.
            static func != (a: Tensor, b: any TensorScalar) -> Bool
            """
        ) { call in
            try (call.value(0, as: Tensor.self) != call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
    }

    private func bindTensorCore_Tensor_ScalarSelecting() {
        bind(
            "where", on: "Tensor",
            """
            /// The element where the mask is true, elsewhere the number: `Tensor.where(pattern .> 0.1, pattern, floor)`.
            static func `where`(_ mask: Tensor, _ a: Tensor, _ b: any TensorScalar) -> Tensor
            """
        ) { call in
            try Tensor.where(
                call.value(0, as: Tensor.self), call.value(1, as: Tensor.self), 
                call.value(2, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "where", on: "Tensor",
            """
            /// The number where the mask is true, elsewhere the element: `Tensor.where(isFuture, lowest, scores)`.
            static func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.where(
                call.value(0, as: Tensor.self), call.value(1, as: HostAny<any TensorScalar>.self).value, 
                call.value(2, as: Tensor.self)).toCell()
        }
        bind(
            "where", on: "Tensor",
            """
            /// One number where the mask is true, another elsewhere: `Tensor.where(scores .> 0, high, low)`.
            static func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: any TensorScalar) -> Tensor
            """
        ) { call in
            try Tensor.where(
                call.value(0, as: Tensor.self), call.value(1, as: HostAny<any TensorScalar>.self).value, 
                call.value(2, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "maximum", on: "Tensor",
            """
            /// Every element, but no less than the number: `Tensor.maximum(scores, floor)`.
            static func maximum(_ a: Tensor, _ b: any TensorScalar) -> Tensor
            """
        ) { call in
            try Tensor.maximum(
                call.value(0, as: Tensor.self), call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "maximum", on: "Tensor",
            """
            /// Every element, but no less than the number: `Tensor.maximum(floor, scores)`.
            static func maximum(_ a: any TensorScalar, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.maximum(
                call.value(0, as: HostAny<any TensorScalar>.self).value, call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "minimum", on: "Tensor",
            """
            /// Every element, but no more than the number: `Tensor.minimum(scores, ceiling)`.
            static func minimum(_ a: Tensor, _ b: any TensorScalar) -> Tensor
            """
        ) { call in
            try Tensor.minimum(
                call.value(0, as: Tensor.self), call.value(1, as: HostAny<any TensorScalar>.self).value).toCell()
        }
        bind(
            "minimum", on: "Tensor",
            """
            /// Every element, but no more than the number: `Tensor.minimum(ceiling, scores)`.
            static func minimum(_ a: any TensorScalar, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.minimum(
                call.value(0, as: HostAny<any TensorScalar>.self).value, call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Selecting() {
        bind(
            "where", on: "Tensor",
            """
            /// Where the mask is true the first tensor's elements, elsewhere the second's; all three are stretched to one shape.
            ///
            /// ```swift
            /// let kept = Tensor.where(pattern .> 0.1, pattern, 0)
            /// ```
            static func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor
            """
        ) { call in
            try Tensor.where(
                call.value(0, as: Tensor.self), call.value(1, as: Tensor.self), call.value(2, as: Tensor.self)).toCell()
        }
        bind(
            "gather", on: "Tensor",
            """
            /// Picks along axis `dim` the elements that `index` names, as PyTorch's `gather`.
            ///
            /// ```swift
            /// let answers = finalLogits.gather(dim: -1, index: answerTokens)     // [batch, 2] of [batch, d_vocab]
            /// ```
            /// `index` has as many axes as this tensor, and is nowhere longer than it except along `dim`.
            func gather(dim: Int, index: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).gather(dim: call.value(1, as: Int.self), index: call.value(2, as: Tensor.self)).toCell()
        }
        bind(
            "indexSelect", on: "Tensor",
            """
            /// The given positions along an axis, PyTorch's `index_select`.
            ///
            /// `t.indexSelect(dim: 0, index: rows)` of [8, 5] and [3] is [3, 5].
            func indexSelect(dim: Int, index: Tensor) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).indexSelect(dim: call.value(1, as: Int.self), index: call.value(2, as: Tensor.self)).toCell()
        }
        bind(
            "tril", on: "Tensor",
            """
            /// The matrix with what lies above diagonal `k` set to 0: `Tensor.ones([3, 3]).tril()` is [3, 3].
            func tril(_ k: Int = 0) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).tril(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "triu", on: "Tensor",
            """
            /// The matrix with what lies below diagonal `k` set to 0: `Tensor.ones([3, 3]).triu(1)` is [3, 3].
            func triu(_ k: Int = 0) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).triu(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "diagonal", on: "Tensor",
            """
            /// The diagonal of two axes, the last two unless others are named, as the result's last axis.
            ///
            /// ```swift
            /// pattern.diagonal(offset: 1 - length)      // [batch, head, position]: where an induction head looks
            /// ```
            /// - Parameter offset: which diagonal: above the main one where positive, below it where negative.
            func diagonal(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).diagonal(
                offset: call.value(1, as: Int.self), dim1: call.value(2, as: Int.self), 
                dim2: call.value(3, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Softmax() {
        bind(
            "softmax", on: "Tensor",
            """
            /// Softmax along an axis.
            ///
            /// ```swift
            /// let pattern = scores.softmax(dim: -1)       // [batch, head, position, position]
            /// ```
            /// −∞ gets no weight, and where an axis holds nothing but −∞ the result is 0 rather than NaN.
            func softmax(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).softmax(dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "logSoftmax", on: "Tensor",
            """
            /// The logarithm of the softmax along an axis: `logits.logSoftmax(dim: -1)`, of the same shape.
            func logSoftmax(dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).logSoftmax(dim: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Sorting() {
        bind(
            "sort", on: "Tensor",
            """
            /// The elements in order along an axis, and where each came from. Equal ones keep their order; NaN counts as largest.
            ///
            /// ```swift
            /// let (values, indices) = scores.flattened().sort(descending: true)
            /// ```
            func sort(dim: Int = -1, descending: Bool = false) -> (values: Tensor, indices: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: Tensor.self).sort(dim: call.value(1, as: Int.self), descending: call.value(2, as: Bool.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "argsort", on: "Tensor",
            """
            /// Where the elements in order along an axis come from: `t.argsort(dim: -1)`, of the same shape.
            func argsort(dim: Int = -1, descending: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).argsort(dim: call.value(1, as: Int.self), descending: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "topk", on: "Tensor",
            """
            /// The `k` largest elements along an axis, largest first, and where they are.
            ///
            /// ```swift
            /// let (values, tokens) = finalLogits.topk(5)      // both [batch, 5]
            /// ```
            func topk(_ k: Int, dim: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: Tensor.self).topk(
                call.value(1, as: Int.self), dim: call.value(2, as: Int.self), largest: call.value(3, as: Bool.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindTensorCore_Tensor_Splitting() {
        bind(
            "unbound", on: "Tensor",
            """
            /// The parts along an axis, without it: PyTorch's `unbind`.
            ///
            /// ```swift
            /// for head in pattern.unbound(dim: 0) { … }        // each [position, position]
            /// ```
            func unbound(dim: Int = 0) -> [Tensor]
            """
        ) { call in
            try call.value(0, as: Tensor.self).unbound(dim: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "split", on: "Tensor",
            """
            /// Parts of `size` positions each along an axis; the last may be shorter.
            ///
            /// ```swift
            /// let (first, second) = (tokens.split(100, dim: 1)[0], tokens.split(100, dim: 1)[1])
            /// ```
            func split(_ size: Int, dim: Int = 0) -> [Tensor]
            """
        ) { call in
            try call.value(0, as: Tensor.self).split(call.value(1, as: Int.self), dim: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "rolled", on: "Tensor",
            """
            /// With the positions along an axis moved on by `shift`; what falls off the end comes in at the front.
            ///
            /// ```swift
            /// Tensor([1, 2, 3, 4]).rolled(1, dim: 0)       // [4, 1, 2, 3]
            /// ```
            func rolled(_ shift: Int, dim: Int) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).rolled(call.value(1, as: Int.self), dim: call.value(2, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor_Statistics() {
        bind(
            "max", on: "Tensor",
            """
            /// The largest element along several axes. NaN counts as largest: `t.max(dim: [0, 1])` of [8, 15, 12] is [12].
            func max(dim: [Int], keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).max(dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "min", on: "Tensor",
            """
            /// The smallest element along several axes. NaN counts as smallest: `t.min(dim: [0, 1])` of [8, 15, 12] is [12].
            func min(dim: [Int], keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).min(dim: call.value(1, as: [Int].self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "maxWithIndices", on: "Tensor",
            """
            /// The largest element along an axis and where it lies, as PyTorch's `max(dim)`.
            ///
            /// ```swift
            /// let (best, tokens) = logits.maxWithIndices(dim: -1)
            /// ```
            func maxWithIndices(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: Tensor.self).maxWithIndices(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "minWithIndices", on: "Tensor",
            """
            /// The smallest element along an axis and where it lies, as PyTorch's `min(dim)`: `let (values, indices) = t.minWithIndices(dim: -1)`.
            func minWithIndices(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: Tensor.self).minWithIndices(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "logsumexp", on: "Tensor",
            """
            /// ln Σ eˣ along an axis, without overflow: logits minus it are logarithms of probabilities.
            ///
            /// ```swift
            /// let logProbs = logits - logits.logsumexp(dim: -1, keepdim: true)
            /// ```
            func logsumexp(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).logsumexp(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "median", on: "Tensor",
            """
            /// The middle element along an axis in their order, the lower of two, and where it lies. NaN where there is any.
            ///
            /// ```swift
            /// let (medians, _) = scores.median(dim: -1)
            /// ```
            func median(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor)
            """
        ) { call in
            let result = try call.value(0, as: Tensor.self).median(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "median", on: "Tensor",
            """
            /// The middle of all elements in their order, the lower of two. NaN where there is any, and of nothing.
            ///
            /// `t.median()`
            func median() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).median().toCell()
        }
        bind(
            "quantile", on: "Tensor",
            """
            /// What a share `q` of all elements does not exceed, straight between the two nearest elements.
            ///
            /// ```swift
            /// let bound = scores.quantile(0.95)
            /// ```
            func quantile(_ q: Double) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).quantile(call.value(1, as: Double.self)).toCell()
        }
        bind(
            "quantile", on: "Tensor",
            """
            /// What a share `q` of the elements along an axis does not exceed, straight between the two nearest elements. NaN
            /// where there is any.
            ///
            /// `t.quantile(0.95, dim: -1)` of [8, 15] is [8].
            func quantile(_ q: Double, dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).quantile(
                call.value(1, as: Double.self), dim: call.value(2, as: Int.self), 
                keepdim: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "unique", on: "Tensor",
            """
            /// The distinct elements, in rising order: [count]. Of several NaN all are kept, as in PyTorch.
            ///
            /// `tokens.unique()` is [count].
            func unique() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).unique().toCell()
        }
    }

    private func bindTensorCore_Tensor_Truth() {
        bind(
            "isNaN", on: "Tensor",
            """
            /// A mask of where elements are NaN: `t.isNaN()`, of the same shape.
            func isNaN() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).isNaN().toCell()
        }
        bind(
            "any", on: "Tensor",
            """
            /// Whether any element is true, that is, not 0: `(scores .> 0.5).any()`.
            func any() -> Bool
            """
        ) { call in
            try call.value(0, as: Tensor.self).any().toCell()
        }
        bind(
            "all", on: "Tensor",
            """
            /// Whether all elements are true, that is, not 0: `(scores .> 0.5).all()`.
            func all() -> Bool
            """
        ) { call in
            try call.value(0, as: Tensor.self).all().toCell()
        }
        bind(
            "any", on: "Tensor",
            """
            /// A mask of where any element along an axis is true, that is, not 0.
            ///
            /// ```swift
            /// (pattern .> 0.5).any(dim: -1)       // of [head, position, position]: [head, position]
            /// ```
            func any(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).any(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "all", on: "Tensor",
            """
            /// A mask of where all elements along an axis are true, that is, not 0: `(t .> 0).all(dim: -1)` of [8, 15] is [8].
            func all(dim: Int, keepdim: Bool = false) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).all(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()
        }
        bind(
            "nonzero", on: "Tensor",
            """
            /// Where the elements that aren't 0 lie, a row of indices for each: [count, axis]. Of a mask, where it is true.
            ///
            /// ```swift
            /// let heads = (scores .> 0.4).nonzero()        // [count, 2]: layer and head
            /// ```
            func nonzero() -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).nonzero().toCell()
        }
        bind(
            "maskedFilled", on: "Tensor",
            """
            /// With `value` where the mask is true, with broadcasting.
            ///
            /// ```swift
            /// scores.maskedFilled(Tensor.ones([n, n]).triu(1).asType(.bool), -.infinity)
            /// ```
            func maskedFilled(_ mask: Tensor, _ value: Double) -> Tensor
            """
        ) { call in
            try call.value(0, as: Tensor.self).maskedFilled(call.value(1, as: Tensor.self), call.value(2, as: Double.self)).toCell()
        }
    }

    private func bindTensorCore_Tensor() {
        type(
            "Tensor", Tensor.self,
            doc: """
            An array of numbers with any number of axes, with value semantics.

            ```swift
            let logits = Tensor([[1.0, 2.0], [3.0, 4.0]])      // [2, 2], float32
            let last = logits[0..., -1]                        // [2]
            let centred = logits - logits.mean(dim: -1, keepdim: true)
            ```
            Elements lie in row-major order without gaps. Copies are cheap: memory is shared until one of them is written.
            Operations mean what they mean in PyTorch; a mistake (shapes that don't fit, an index out of range) is reported
            with the operation's name and both shapes.
            """,
            conforms: ["ModelInput", "TensorIndex", "TokenChoice"],
            describe: { $0.description })
        bind(
            "shape", on: "Tensor",
            """
            /// The length of each axis; `[]` for a single number: `logits.shape` is [8, 15, 512].
            let shape: [Int]
            """
        ) { call in
            try call.value(0, as: Tensor.self).shape.toCell()
        }
        bind(
            "dtype", on: "Tensor",
            """
            /// The type of the elements: `tokens.dtype` is int64.
            let dtype: DType
            """
        ) { call in
            try call.value(0, as: Tensor.self).dtype.toCell()
        }
        bind(
            "count", on: "Tensor",
            """
            /// How many elements there are: `t.count` of [8, 15] is 120.
            let count: Int
            """
        ) { call in
            try call.value(0, as: Tensor.self).count.toCell()
        }
        bind(
            "init", on: "Tensor",
            """
            /// A tensor without elements, of shape `[0]`: `Tensor()`.
            init()
            """
        ) { _ in
            Tensor().toCell()
        }
        bind(
            "ndim", on: "Tensor",
            """
            /// How many axes there are: `t.ndim` of [8, 15] is 2.
            var ndim: Int
            """
        ) { call in
            try call.value(0, as: Tensor.self).ndim.toCell()
        }
        bind(
            "byteCount", on: "Tensor",
            """
            /// How many bytes the elements take: `t.byteCount`.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: Tensor.self).byteCount.toCell()
        }
    }

    private func bindTensorCore_TensorError_Description() {
        bind(
            "description", on: "TensorError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: TensorError.self).description.toCell()
        }
    }

    private func bindTensorCore_TensorError() {
        type(
            "TensorError", TensorError.self,
            doc: """
            What can be wrong with an operation on tensors, as facts; `description` puts them in words.
            """,
            describe: { $0.description })
        bind(
            "negativeLength", on: "TensorError",
            """
            /// An axis has a negative length.
            static func negativeLength(shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.negativeLength(shape: call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "tooManyElements", on: "TensorError",
            """
            /// The number of elements does not fit in an integer.
            static func tooManyElements(shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.tooManyElements(shape: call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "shapeMismatch", on: "TensorError",
            """
            /// Two shapes that don't go together, even with broadcasting.
            static func shapeMismatch(operation: String, left: [Int], right: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.shapeMismatch(
                operation: call.value(0, as: String.self), left: call.value(1, as: [Int].self), 
                right: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "assignmentMismatch", on: "TensorError",
            """
            /// The right side of an assignment does not fit the place.
            static func assignmentMismatch(place: [Int], value: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.assignmentMismatch(place: call.value(0, as: [Int].self), value: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "assignmentType", on: "TensorError",
            """
            /// Values of one type can't go into a tensor of the other without loss.
            static func assignmentType(place: DType, value: DType) -> TensorError
            """
        ) { call in
            try TensorError.assignmentType(place: call.value(0, as: DType.self), value: call.value(1, as: DType.self)).toCell()
        }
        bind(
            "badAxis", on: "TensorError",
            """
            /// An axis that the tensor does not have.
            static func badAxis(operation: String, axis: Int, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.badAxis(
                operation: call.value(0, as: String.self), axis: call.value(1, as: Int.self), 
                shape: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "badPermutation", on: "TensorError",
            """
            /// The same axis twice, or not every axis once.
            static func badPermutation(axes: [Int], shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.badPermutation(axes: call.value(0, as: [Int].self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "indexOutOfRange", on: "TensorError",
            """
            /// An index outside an axis.
            static func indexOutOfRange(index: Int, axis: Int, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.indexOutOfRange(
                index: call.value(0, as: Int.self), axis: call.value(1, as: Int.self), 
                shape: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "zeroStride", on: "TensorError",
            """
            /// A step of zero.
            static let zeroStride: TensorError
            """
        ) { _ in
            TensorError.zeroStride.toCell()
        }
        bind(
            "tooManyIndices", on: "TensorError",
            """
            /// More indices than axes.
            static func tooManyIndices(given: Int, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.tooManyIndices(given: call.value(0, as: Int.self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "twoEllipses", on: "TensorError",
            """
            /// Two ellipses in one subscript.
            static let twoEllipses: TensorError
            """
        ) { _ in
            TensorError.twoEllipses.toCell()
        }
        bind(
            "badIndexType", on: "TensorError",
            """
            /// A tensor that can't pick elements: it holds fractions.
            static func badIndexType(_ value: DType) -> TensorError
            """
        ) { call in
            try TensorError.badIndexType(call.value(0, as: DType.self)).toCell()
        }
        bind(
            "maskMismatch", on: "TensorError",
            """
            /// A mask whose shape is not that of the axes it stands for.
            static func maskMismatch(mask: [Int], shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.maskMismatch(mask: call.value(0, as: [Int].self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "badReshape", on: "TensorError",
            """
            /// Shapes with different numbers of elements.
            static func badReshape(from: [Int], to: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.badReshape(from: call.value(0, as: [Int].self), to: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "raggedArray", on: "TensorError",
            """
            /// Nested arrays whose rows differ in length.
            static func raggedArray(lengths: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.raggedArray(lengths: call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "valueCount", on: "TensorError",
            """
            /// A number of values that the shape does not hold.
            static func valueCount(given: Int, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.valueCount(given: call.value(0, as: Int.self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "notOneElement", on: "TensorError",
            """
            /// An operation that needs exactly one element.
            static func notOneElement(operation: String, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.notOneElement(operation: call.value(0, as: String.self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "emptyReduction", on: "TensorError",
            """
            /// A reduction over an axis without elements that has no answer.
            static func emptyReduction(operation: String, shape: [Int]) -> TensorError
            """
        ) { call in
            try TensorError.emptyReduction(operation: call.value(0, as: String.self), shape: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "badType", on: "TensorError",
            """
            /// An operation that is not for this element type.
            static func badType(operation: String, dtype: DType, expected: String) -> TensorError
            """
        ) { call in
            try TensorError.badType(
                operation: call.value(0, as: String.self), dtype: call.value(1, as: DType.self), 
                expected: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badRank", on: "TensorError",
            """
            /// A number of axes that the operation does not take.
            static func badRank(operation: String, shape: [Int], expected: String) -> TensorError
            """
        ) { call in
            try TensorError.badRank(
                operation: call.value(0, as: String.self), shape: call.value(1, as: [Int].self), 
                expected: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badArgument", on: "TensorError",
            """
            /// An argument out of its range.
            static func badArgument(operation: String, argument: String, value: String, expected: String) -> TensorError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            return TensorError.badArgument(operation: value0, argument: value1, value: value2, expected: value3).toCell()
        }
        bind(
            "badEinsum", on: "TensorError",
            """
            /// An einsum pattern that can't be read or does not fit its tensors.
            static func badEinsum(pattern: String, problem: String) -> TensorError
            """
        ) { call in
            try TensorError.badEinsum(pattern: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "integerOverflow", on: "TensorError",
            """
            /// An integer result that does not fit.
            static func integerOverflow(operation: String) -> TensorError
            """
        ) { call in
            try TensorError.integerOverflow(operation: call.value(0, as: String.self)).toCell()
        }
        bind(
            "divisionByZero", on: "TensorError",
            """
            /// An integer division by zero.
            static func divisionByZero(operation: String) -> TensorError
            """
        ) { call in
            try TensorError.divisionByZero(operation: call.value(0, as: String.self)).toCell()
        }
        bind(
            "noConvergence", on: "TensorError",
            """
            /// A decomposition that found no answer.
            static func noConvergence(operation: String) -> TensorError
            """
        ) { call in
            try TensorError.noConvergence(operation: call.value(0, as: String.self)).toCell()
        }
    }

    private func bindTensorCore_TensorIndex() {
        conformance("TensorIndex", of: "Int", "Range<Int>", "ClosedRange<Int>", "PartialRangeFrom<Int>", "PartialRangeUpTo<Int>", "PartialRangeThrough<Int>", "[Int]")
        type(
            "TensorIndexOperation", TensorIndexOperation.self,
            doc: """
            An index taken apart. Made through `TensorIndex`.
            """,
            conforms: ["TensorIndex"])
        bind(
            "pick", on: "TensorIndexOperation",
            """
            /// One position, the axis goes.
            static func pick(_ value: Int) -> TensorIndexOperation
            """
        ) { call in
            try TensorIndexOperation.pick(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "slice", on: "TensorIndexOperation",
            """
            /// From `start` up to but without `end`, both counted from the end when negative; nil is the end of the axis.
            static func slice(start: Int?, end: Int?, step: Int) -> TensorIndexOperation
            """
        ) { call in
            try TensorIndexOperation.slice(
                start: call.value(0, as: Int?.self), end: call.value(1, as: Int?.self), 
                step: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "closed", on: "TensorIndexOperation",
            """
            /// Bounds as in a Swift range, the upper one included.
            static func closed(start: Int, end: Int) -> TensorIndexOperation
            """
        ) { call in
            try TensorIndexOperation.closed(start: call.value(0, as: Int.self), end: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "remaining", on: "TensorIndexOperation",
            """
            /// All axes that the other indices leave over.
            static let remaining: TensorIndexOperation
            """
        ) { _ in
            TensorIndexOperation.remaining.toCell()
        }
        bind(
            "inserted", on: "TensorIndexOperation",
            """
            /// An axis of length 1 that is not there yet.
            static let inserted: TensorIndexOperation
            """
        ) { _ in
            TensorIndexOperation.inserted.toCell()
        }
        bind(
            "gather", on: "TensorIndexOperation",
            """
            /// The positions of an integer tensor, or where a mask is true: `.gather(rows)`.
            static func gather(_ value: Tensor) -> TensorIndexOperation
            """
        ) { call in
            try TensorIndexOperation.gather(call.value(0, as: Tensor.self)).toCell()
        }
        bind(
            "ellipsis", on: "TensorIndexOperation",
            """
            /// All the axes in between, at most once in a subscript: `t[0, .ellipsis, -1]` of [8, 15, 12, 10] is [15, 12].
            static var ellipsis: TensorIndexOperation
            """
        ) { _ in
            TensorIndexOperation.ellipsis.toCell()
        }
        bind(
            "newAxis", on: "TensorIndexOperation",
            """
            /// A new axis of length 1: `t[0..., .newAxis]` of [8, 15] is [8, 1, 15].
            static var newAxis: TensorIndexOperation
            """
        ) { _ in
            TensorIndexOperation.newAxis.toCell()
        }
        bind(
            "stride", on: "TensorIndexOperation",
            """
            /// Every `by`-th position from `from` up to but without `to`.
            ///
            /// `t[.stride(from: 0, to: 10, by: 2)]` of [10, 3] is [5, 3].
            static func stride(from: Int = 0, to: Int? = nil, by: Int) -> TensorIndexOperation
            """
        ) { call in
            try TensorIndexOperation.stride(
                from: call.value(0, as: Int.self), to: call.value(1, as: Int?.self), by: call.value(2, as: Int.self)).toCell()
        }
    }

    private func bindTensorCore_ValueAndGradient() {
        bind(
            "valueAndGradient",
            """
            /// A closure's number, and its gradient by each of some tensors.
            ///
            /// ```swift
            /// let (loss, slopes) = try valueAndGradient(at: [a, b]) { t in ((t[0] - t[1]) * (t[0] - t[1])).sum() }
            /// ```
            /// The closure is given the tensors, and may do with them whatever has a derivative: arithmetic, `softmax`, `einsum`,
            /// subscripts read and assigned, runs of a model with hooks that use them. Integers, comparisons and positions are constants.
            /// - Parameter inputs: of float32; what else the closure uses counts as a constant.
            /// - Returns: the number, and gradients in the shapes of `inputs`.
            /// - Throws: `GradientError` for more than one number, NaN, an operation without a rule, an input without a part in
            ///   the number; what the closure throws.
            func valueAndGradient(at inputs: [Tensor], _ body: ([Tensor]) throws -> Tensor) throws -> (value: Tensor, gradients: [Tensor])
            """
        ) { call in
            let function1 = try call.value(1, as: CellFunction.self)
            let result = try valueAndGradient(
                at: call.value(0, as: [Tensor].self), 
                { (a0: [Tensor]) throws -> Tensor in try function1(a0, returning: Tensor.self) })
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "valueAndGradient",
            """
            /// A closure's number, and its gradient by one tensor.
            ///
            /// ```swift
            /// let (loss, slope) = try valueAndGradient(at: a) { a in (a * a).sum() }       // slope is 2 · a
            /// ```
            /// The same as with a list of tensors, `valueAndGradient(at:_:)->(_,[Tensor])`.
            func valueAndGradient(at input: Tensor, _ body: (Tensor) throws -> Tensor) throws -> (value: Tensor, gradient: Tensor)
            """
        ) { call in
            let function1 = try call.value(1, as: CellFunction.self)
            let result = try valueAndGradient(
                at: call.value(0, as: Tensor.self), 
                { (a0: Tensor) throws -> Tensor in try function1(a0, returning: Tensor.self) })
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }
}
