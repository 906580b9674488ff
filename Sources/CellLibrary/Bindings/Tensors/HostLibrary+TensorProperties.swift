internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorProperties() {
        declare("/// The length of each axis: `logits.shape` is [8, 15, 512].\nvar shape: [Int]", on: "Tensor") {
            (t: Tensor) in t.shape
        }
        declare("/// The number of axes: `t.ndim` of [8, 15] is 2.\nvar ndim: Int", on: "Tensor") { (t: Tensor) in
            t.ndim
        }
        declare("/// The number of elements: `t.count` of [8, 15] is 120.\nvar count: Int", on: "Tensor") {
            (t: Tensor) in t.count
        }
        declare("/// The memory of the elements, in bytes: `t.byteCount`.\nvar byteCount: Int", on: "Tensor") {
            (t: Tensor) in t.byteCount
        }
        declare("/// The kind of number: `tokens.dtype` is int64.\nvar dtype: DType", on: "Tensor") { (t: Tensor) in
            t.dtype
        }
        declare("/// The tensor as it prints: `t.description`.\nvar description: String", on: "Tensor") { (t: Tensor) in
            t.description
        }
        declare(
            """
            /// The only element as a Double, an error when there are more: `map[9, 6].item()`.
            func item() -> Double
            """, on: "Tensor"
        ) { (t: Tensor) in t.item() }
        declare(
            """
            /// The elements in row-major order: `t.toArray().map { Double($0) }` of [2, 3] has 6.
            func toArray() -> [Float]
            """, on: "Tensor"
        ) { (t: Tensor) in t.toArray() }
        declare(
            """
            /// The elements in row-major order, as Int: `tokens[0].toIntArray()`.
            func toIntArray() -> [Int]
            """, on: "Tensor"
        ) { (t: Tensor) in t.toIntArray() }
        declare(
            "/// The same numbers in another kind: `mask.asType(.float32)`, of the same shape.\nfunc asType(_ dtype: DType) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, dtype: DType) in t.asType(dtype)
        }
        declare(
            """
            /// Whether all elements are close, |a − b| ≤ atol + rtol · |b|: `a.allClose(b, atol: 1e-4)`.
            func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool
            """, on: "Tensor"
        ) { (t: Tensor, other: Tensor, rtol: Double, atol: Double) in t.allClose(other, rtol: rtol, atol: atol) }
    }
}
