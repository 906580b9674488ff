internal import CellHost
internal import CellValues
internal import SwiftLens

extension HostLibrary {
    /// A member of every sequence, which is a protocol with an element.
    func bindTensorSums() {
        declare(
            """
            /// One tensor of all, beginning with a number: `parts.reduce(0, +)`.
            func reduce(_ initialResult: any TensorScalar, _ nextPartialResult: (Tensor, Tensor) throws -> Tensor) rethrows -> Tensor where Element == Tensor
            """, on: "Sequence"
        ) { (parts: [Tensor], initial: HostAny<any TensorScalar>, next: CellFunction) in
            try parts.reduce(initial.value) { try next($0, $1, returning: Tensor.self) }
        }
    }
}
