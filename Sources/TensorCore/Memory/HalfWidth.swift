internal import CVectorKernels
internal import SessionSafety
internal import Synchronization

/// The elements of a matrix at two bytes each: bfloat16, the upper halves of floats.
///
/// As floats they are there from when somebody asks for their address. Products, slices and rows never do: they widen a
/// stretch at a time as they use it.
final class HalfWidthElements: Sendable {
    /// Room for the floats, which takes no memory until they are written; under the lock, and once.
    private struct Floats: @unchecked Sendable {
        let address: UnsafeMutableRawPointer
        var areWritten = false
    }
    private let floats: Mutex<Floats>
    let count: Int
    /// Written by the initialiser alone, and valid as long as this object is.
    nonisolated(unsafe) let start: UnsafePointer<UInt16>

    /// - Throws: ``TensorError/tooLarge(_:)`` where there is no memory for them, and `Interrupted`.
    init(rounding source: UnsafeBufferPointer<Float>) throws {
        count = source.count
        do { try MemoryBudget.check(bytes: 2 * count) } catch { throw TensorError.tooLarge(error) }
        guard let halves = MappedMemory.map(2 * count) else {
            throw TensorError.tooLarge(MemoryBudget.shortage(of: 2 * count))
        }
        let target = halves.assumingMemoryBound(to: UInt16.self)
        start = UnsafePointer(target)
        guard let room = MappedMemory.map(4 * count) else {
            MappedMemory.unmap(halves, 2 * count)
            throw TensorError.tooLarge(MemoryBudget.shortage(of: 4 * count))
        }
        floats = Mutex(Floats(address: room))
        guard let first = source.baseAddress else { return }
        try forEachPiece(count) { vk_halve(first + $0.lowerBound, target + $0.lowerBound, $0.count) }
    }

    deinit {
        MappedMemory.unmap(UnsafeMutableRawPointer(mutating: start), 2 * count)
        floats.withLock { MappedMemory.unmap($0.address, 4 * count) }
    }

    /// The bytes that are held for each.
    var bytesEach: Int { floats.withLock { $0.areWritten ? 6 : 2 } }

    /// Memory that holds them as floats; zeros where there is not enough, which is reported through `Fault`.
    var wide: UnsafeMutableRawPointer {
        floats.withLock { floats in
            guard !floats.areWritten else { return floats.address }
            do throws(MemoryShortage) { try MemoryBudget.check(bytes: 4 * count) } catch {
                return Fault.raise(TensorError.tooLarge(error), returning: floats.address)
            }
            vk_widen(start, floats.address.assumingMemoryBound(to: Float.self), count)
            floats.areWritten = true
            return floats.address
        }
    }
}

extension Tensor {
    /// The same values rounded to bfloat16, eight bits of precision, and kept at two bytes each.
    ///
    /// ```swift
    /// block.mlp.writing = try block.mlp.writing.atHalfWidth()
    /// ```
    /// It is a tensor of float32 as any other; who reads it by ``widened()`` leaves it at two bytes.
    /// - Throws: ``TensorError/tooLarge(_:)`` where there is no memory for them, and `Interrupted`.
    package func atHalfWidth() throws -> Tensor {
        guard count > 0, halfWidth == nil, dtype == .float32 else { return self }
        let halves = try withUnsafeFloats { try HalfWidthElements(rounding: $0) }
        return try Tensor(shape: shape, dtype: .float32, storage: TensorStorage(halfWidth: halves), offset: 0)
    }

    /// Whether the elements are kept at two bytes each.
    package var isAtHalfWidth: Bool { halfWidth != nil }

    /// The elements at two bytes each; nil where they are floats.
    var halfWidth: UnsafePointer<UInt16>? { storage.halfWidth.map { $0.start + offset } }

    /// The same tensor with four bytes an element, whose memory goes with it.
    package func widened() throws -> Tensor {
        guard let halfWidth else { return self }
        return try withExtendedLifetime(storage) {
            try Tensor.filled(shape, Float.self) { out in
                guard let target = out.baseAddress else { return }
                try forEachPiece(count) { vk_widen(halfWidth + $0.lowerBound, target + $0.lowerBound, $0.count) }
            }
        }
    }

    /// Writes a row of a matrix [row, column] to `out`.
    package func copyRow(_ row: Int, to out: UnsafeMutablePointer<Float>) {
        let width = shape[1]
        withExtendedLifetime(storage) {
            if let halfWidth {
                vk_widen(halfWidth + row * width, out, width)
            } else if let start = elements(Float.self).baseAddress {
                out.update(from: start + row * width, count: width)
            }
        }
    }

    /// What `plan` names of elements that are kept at two bytes each; nil where they are floats.
    func readHalves(_ plan: IndexPlan) throws -> Tensor? {
        guard let halfWidth else { return nil }
        let last = plan.groups.last ?? IndexPlan.Group(count: 1, offsets: .stride(1))
        var pace = Pace()
        return try Tensor.filled(plan.shape, Float.self) { out in
            guard let target = out.baseAddress else { return }
            try withExtendedLifetime(storage) {
                try plan.forEachRun { run, offset in
                    try pace.spend(last.count)
                    let (from, to) = (halfWidth + offset, target + run * last.count)
                    if case .stride(1) = last.offsets { return vk_widen(from, to, last.count) }
                    for i in 0..<last.count { vk_widen(from + last.offset(i), to + i, 1) }
                }
            }
        }
    }
}
