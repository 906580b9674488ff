internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorProperties() {
        declare("/// The length of each axis: `[8, 15, 768]`.\nvar shape: [Int]", on: "Tensor") { (t: Tensor) in t.shape }
        declare("/// The number of axes.\nvar ndim: Int", on: "Tensor") { (t: Tensor) in t.ndim }
        declare("/// The number of elements.\nvar count: Int", on: "Tensor") { (t: Tensor) in t.count }
        declare("/// The memory of the elements, in bytes.\nvar byteCount: Int", on: "Tensor") { (t: Tensor) in t.byteCount }
        declare("/// The kind of number.\nvar dtype: DType", on: "Tensor") { (t: Tensor) in t.dtype }
        declare("/// The tensor as it prints.\nvar description: String", on: "Tensor") { (t: Tensor) in t.description }
        declare(
            """
            /// The only element as a Double; an error when there are more.
            func item() -> Double
            """, on: "Tensor"
        ) { (t: Tensor) in t.item() }
        declare(
            """
            /// The elements in row-major order: `t.toArray().map { Double($0) }`.
            func toArray() -> [Float]
            """, on: "Tensor"
        ) { (t: Tensor) in t.toArray() }
        declare(
            """
            /// The elements in row-major order, as Int.
            func toIntArray() -> [Int]
            """, on: "Tensor"
        ) { (t: Tensor) in t.toIntArray() }
        declare("/// The same numbers in another kind.\nfunc asType(_ dtype: DType) -> Tensor", on: "Tensor") {
            (t: Tensor, dtype: DType) in t.asType(dtype)
        }
        declare(
            """
            /// Whether all elements are close: |a − b| ≤ atol + rtol · |b|.
            func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool
            """, on: "Tensor"
        ) { (t: Tensor, other: Tensor, rtol: Double, atol: Double) in t.allClose(other, rtol: rtol, atol: atol) }
    }
}
