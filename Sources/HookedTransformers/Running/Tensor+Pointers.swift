internal import SessionSafety
internal import TensorCore

extension Tensor {
    /// A tensor of `shape` whose elements `fill` writes, every one of them.
    /// - Throws: what `fill` throws, or an error when there is not enough memory.
    static func making(_ shape: [Int], _ fill: (UnsafeMutablePointer<Float>) throws -> Void) throws -> Tensor {
        try Fault.catching {
            try Tensor(uninitialized: shape) { buffer in
                if let start = buffer.baseAddress { try fill(start) }
            }
        }
    }

    /// Gives `body` the elements, which must be there: engine tensors are never empty.
    func reading<R>(_ body: (UnsafePointer<Float>) throws -> R) throws -> R {
        try withUnsafeFloats { buffer in
            guard let start = buffer.baseAddress, !buffer.isEmpty else {
                throw ModelError.emptyActivation(shape: shape)
            }
            return try body(start)
        }
    }

    /// Gives `body` the elements for writing in place; copies first when somebody else holds them.
    mutating func editing(_ body: (UnsafeMutablePointer<Float>) throws -> Void) throws {
        let expected = count
        try Fault.catching {
            try withUnsafeMutableFloats { buffer in
                // Fewer elements mean that there was no memory for the copy, which the surrounding scope reports.
                guard let start = buffer.baseAddress, buffer.count == expected else { return }
                try body(start)
            }
        }
    }
}
