package import CellValues
internal import SwiftLens

/// What the variables of a session hold, for `%memory`.
///
/// ```swift
/// print(SessionMemory(of: interpreter.variables.map { ($0.name, $0.type, $0.value) }).text)
/// //  model   HookedTransformer   4.7 MB, kept of earlier runs: 1 run, 12.0 of 96.0 MB
/// //  cache   ActivationCache     23.1 MB
/// ```
/// Memory that two values share is counted with each of them; what waits to be computed takes none.
package struct SessionMemory {
    /// One line per variable that holds tensors, the largest first.
    package let lines: [String]
    /// The bytes of all of them.
    package let byteCount: Int

    package init(of variables: [(name: String, type: String, value: CellValue)]) {
        let holdings = variables.compactMap { Holding($0) }.sorted { $0.bytes > $1.bytes }
        let (names, types) = (holdings.map(\.name.count).max() ?? 0, holdings.map(\.type.count).max() ?? 0)
        lines = holdings.map { holding in
            let name = holding.name.padding(to: names)
            return "\(name)  \(holding.type.padding(to: types))  \(holding.note)"
        }
        byteCount = holdings.reduce(0) { $0 + $1.bytes }
    }

    /// All lines, the sum, and what no variable holds.
    package var text: String {
        let held = lines.isEmpty ? ["no variable holds tensors"] : lines + ["\(Self.megabytes(byteCount)) in variables"]
        return (held + [Self.kept].compactMap { $0 }).joined(separator: "\n")
    }

    /// What is kept of tensors that are gone, for the next ones; nil when it is nothing.
    private static var kept: String? {
        let bytes = TensorMemory.keptByteCount
        guard bytes > 0 else { return nil }
        return "\(megabytes(bytes)) held for reuse by the next tensors; given back when no cell has run for 2 seconds"
    }

    /// Gives back to the system what no variable holds.
    package static func releaseUnused() { TensorMemory.releaseUnused() }

    static func megabytes(_ bytes: Int) -> String { "\((Double(bytes) / 1e5).rounded() / 10) MB" }
}

/// A variable that holds tensors.
private struct Holding {
    let name: String
    let type: String
    let bytes: Int
    let note: String

    init?(_ variable: (name: String, type: String, value: CellValue)) {
        let bytes = variable.value.tensorBytes
        guard bytes > 0 else { return nil }
        (name, type, self.bytes) = (variable.name, variable.type, bytes)
        let model = try? HookedTransformer.fromCell(variable.value)
        let reuse = model.map { ", kept of earlier runs: \($0.reuse)" } ?? ""
        note = SessionMemory.megabytes(bytes) + reuse
    }
}

extension SessionMemory {
    /// The shape and the bytes of a value that holds tensors, for `%who`.
    static func size(of value: CellValue) -> (shape: String, bytes: Int)? {
        let bytes = value.tensorBytes
        switch value.hostPayload {
        case let tensor as Tensor: return ("\(tensor.shape)", bytes)
        case let cache as ActivationCache: return ("[\(cache.count)]", bytes)
        default: return bytes > 0 ? ("", bytes) : nil
        }
    }
}

extension CellValue {
    /// The bytes of the tensors in a value.
    fileprivate var tensorBytes: Int {
        var sum = 0
        // When the cell is stopped meanwhile, what was counted until then.
        try? forEachPart { sum += $0.hostBytes }
        return sum
    }

    /// A value of the library itself, nothing that holds others.
    fileprivate var hostPayload: Any? {
        switch self {
        case .host(let box): box.payloadAny
        case .existential(let box): box.value.hostPayload
        default: nil
        }
    }

    private var hostBytes: Int {
        guard case .host(let box) = self else { return 0 }
        return switch box.payloadAny {
        case let tensor as Tensor: tensor.heldByteCount
        case let cache as ActivationCache: cache.values.reduce(0) { $0 + $1.heldByteCount }
        case let past as KeyValueCache: past.byteCount
        case let sweep as HeadSweep: sweep.maps.reduce(0) { $0 + $1.byteCount }
        case let matrix as FactoredMatrix: matrix.A.byteCount + matrix.B.byteCount
        case let model as HookedTransformer: model.byteCount
        default: 0
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
