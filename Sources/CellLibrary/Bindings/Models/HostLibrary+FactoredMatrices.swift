public import CellInterpreter
internal import SwiftLens

extension FactoredMatrix: HostObject {}

extension HostLibrary {
    /// Products of two narrow matrices, such as the circuits of heads.
    func bindFactoredMatrices() {
        type(
            "FactoredMatrix", FactoredMatrix.self,
            doc: "A large matrix of low rank, kept as the product A · B of two narrow ones.",
            describe: { $0.description })
        declare(
            """
            /// What each head looks for, W_Q · W_Kᵀ, [layer, head, d_model, d_model]: `model.QK[5, 1]`.
            var QK: FactoredMatrix
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer) in model.QK }
        declare(
            """
            /// What each head moves, W_V · W_O, [layer, head, d_model, d_model]: `model.OV[5, 1]`.
            var OV: FactoredMatrix
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer) in model.OV }
        bindFactors()
        bindFactoredProducts()
        bindDecompositions()
    }

    private func bindFactors() {
        declare(
            "/// The product of A [..., l, m] and B [..., m, r], which is not multiplied out: `FactoredMatrix(model.W_V[9, 6], model.W_O[9, 6])`.\ninit(_ A: Tensor, _ B: Tensor)",
            on: "FactoredMatrix"
        ) { (a: Tensor, b: Tensor) in FactoredMatrix(a, b) }
        let tensors: [(String, String, (FactoredMatrix) -> Tensor)] = [
            ("A", "The left factor [..., l, m].", { $0.A }), ("B", "The right factor [..., m, r].", { $0.B }),
            ("AB", "The product multiplied out [..., l, r].", { $0.AB }),
            ("BA", "The product the other way round [..., m, m].", { $0.BA }),
        ]
        for (name, sentence, body) in tensors {
            declare("/// \(sentence.dropLast()): `ov.\(name)`.\nvar \(name): Tensor", on: "FactoredMatrix") {
                (m: FactoredMatrix) in body(m)
            }
        }
        declare(
            "/// Both factors, [..., l, m] and [..., m, r]: `let (a, b) = ov.pair`.\nvar pair: (A: Tensor, B: Tensor)",
            on: "FactoredMatrix"
        ) {
            (m: FactoredMatrix) -> (Tensor, Tensor) in m.pair
        }
        declare("/// The shape of the product [..., l, r]: `model.OV.shape`.\nvar shape: [Int]", on: "FactoredMatrix") {
            (m: FactoredMatrix) in m.shape
        }
        declare("/// The number of axes of the product: `model.OV.ndim` is 4.\nvar ndim: Int", on: "FactoredMatrix") {
            (m: FactoredMatrix) in
            m.ndim
        }
        let lengths: [(String, String, (FactoredMatrix) -> Int)] = [
            ("ldim", "How many rows the product has.", { $0.ldim }),
            ("mdim", "The length of the axis between the factors.", { $0.mdim }),
            ("rdim", "How many columns the product has.", { $0.rdim }),
        ]
        for (name, sentence, body) in lengths {
            declare("/// \(sentence.dropLast()): `ov.\(name)`.\nvar \(name): Int", on: "FactoredMatrix") {
                (m: FactoredMatrix) in body(m)
            }
        }
        declare(
            "/// Rows and columns exchanged, [..., r, l]: `model.QK[5, 1].T`.\nvar T: FactoredMatrix",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix) in
            m.T
        }
        declare(
            """
            /// A part of the product: leading axes, then rows, then columns. `model.OV[5, 1]` is the circuit of head L5H1,
            /// `model.OV[5, 1, 0..<10]` its first ten rows.
            subscript(_ indices: any TensorIndex...) -> FactoredMatrix
            """, on: "FactoredMatrix",
            raw: { call in
                let matrix = try call.value(0, as: FactoredMatrix.self)
                let indices = try call.value(1, as: [HostAny<any TensorIndex>].self).map(\.value.tensorIndex)
                return matrix[indices: indices].toCell()
            })
        declare(
            "/// The first `k` rows and columns of the product, [..., k, k], to look at: `ov.corner()`.\nfunc corner(_ k: Int = 3) -> Tensor",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix, k: Int) in m.corner(k) }
    }

    private func bindFactoredProducts() {
        declare(
            """
            /// The product with a matrix [..., r, n] on the right, still factored, [..., l, n]: `ov.matmul(model.W_U)`.
            func matmul(_ right: Tensor) -> FactoredMatrix
            """, on: "FactoredMatrix"
        ) { (m: FactoredMatrix, right: Tensor) in m.matmul(right) }
        declare(
            """
            /// The product with another factored matrix: `model.OV[0, 7].matmul(model.QK[5, 1])`.
            func matmul(_ right: FactoredMatrix) -> FactoredMatrix
            """, on: "FactoredMatrix"
        ) { (m: FactoredMatrix, right: FactoredMatrix) in m.matmul(right) }
        declare(
            """
            /// The product with a factored matrix on the right, which stays factored: `model.W_E.matmul(model.OV[5, 1])`.
            func matmul(_ right: FactoredMatrix) -> FactoredMatrix
            """, on: "Tensor"
        ) { (t: Tensor, right: FactoredMatrix) in t.matmul(right) }
        declare(
            "/// Every element times a factor: `ov * 2`.\nstatic func * (matrix: FactoredMatrix, factor: any TensorScalar) -> FactoredMatrix",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix, factor: HostAny<any TensorScalar>) in m * factor.value }
        declare(
            "/// Every element times a factor: `2 * ov`.\nstatic func * (factor: any TensorScalar, matrix: FactoredMatrix) -> FactoredMatrix",
            on: "FactoredMatrix"
        ) { (factor: HostAny<any TensorScalar>, m: FactoredMatrix) in factor.value * m }
    }

    private func bindDecompositions() {
        declare(
            """
            /// The singular values and vectors: U [..., l, k], S [..., k] falling, V [..., r, k].
            ///
            /// `let (u, s, v) = try model.OV[9, 6].svd()`
            func svd() throws -> (U: Tensor, S: Tensor, V: Tensor)
            """, on: "FactoredMatrix",
            raw: { call in
                let parts = try call.value(0, as: FactoredMatrix.self).svd()
                return .tuple([parts.U.toCell(), parts.S.toCell(), parts.V.toCell()])
            })
        declare(
            """
            /// The eigenvalues of B · A, which are the product's but for zeros, [..., m], largest first.
            ///
            /// `let (real, imaginary) = try model.OV[5, 1].eigenvalues()`
            func eigenvalues() throws -> (real: Tensor, imaginary: Tensor)
            """, on: "FactoredMatrix"
        ) { (m: FactoredMatrix) -> (Tensor, Tensor) in try m.eigenvalues() }
        declare(
            "/// The Frobenius norm of each matrix of the stack: `model.OV.norm()` is [layer, head].\nfunc norm() -> Tensor",
            on: "FactoredMatrix"
        ) {
            (m: FactoredMatrix) in m.norm()
        }
        declare(
            "/// The same product with factors of equal weight, U · √S and √S · Vᵀ: `try ov.makeEven()`.\nfunc makeEven() throws -> FactoredMatrix",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix) in try m.makeEven() }
        declare(
            "/// The product without its orthogonal left factor, S · Vᵀ [..., k, r]: `try ov.collapseL()`.\nfunc collapseL() throws -> Tensor",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix) in try m.collapseL() }
        declare(
            "/// The product without its orthogonal right factor, U · S [..., l, k]: `try ov.collapseR()`.\nfunc collapseR() throws -> Tensor",
            on: "FactoredMatrix"
        ) { (m: FactoredMatrix) in try m.collapseR() }
    }
}
