/// What the pickle of a dictionary of tensors is made of.
enum PickleValue {
    case none
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list(PickleList)
    /// Keys and values in turn.
    case dictionary(PickleDictionary)
    /// A function or class that is known here.
    case name(PickleName)
    indirect case tensor(PickleTensor)
    /// An array of numbers that tensors lie in.
    indirect case storage(TorchNumber, key: String, count: Int)

    var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    var text: String? {
        guard case .text(let value) = self else { return nil }
        return value
    }

    var list: [PickleValue]? {
        guard case .list(let value) = self else { return nil }
        return value.elements
    }
}

/// A list or a tuple, and how deep others are nested in it.
struct PickleList {
    let elements: [PickleValue]
    let depth: Int

    init(_ elements: [PickleValue]) {
        self.elements = elements
        depth = 1 + elements.reduce(0) { if case .list(let inner) = $1 { max($0, inner.depth) } else { $0 } }
    }
}

/// The only functions and classes that a pickle may name.
enum PickleName: Equatable {
    case orderedDictionary
    case rebuildTensor
    case rebuildParameter
    case storage(TorchNumber)

    init?(_ module: String, _ name: String) {
        switch (module, name) {
        case ("collections", "OrderedDict"): self = .orderedDictionary
        case ("torch._utils", "_rebuild_tensor_v2"): self = .rebuildTensor
        case ("torch._utils", "_rebuild_parameter"): self = .rebuildParameter
        case ("torch", _):
            guard let type = TorchNumber(rawValue: name) else { return nil }
            self = .storage(type)
        default: return nil
        }
    }
}

/// A tensor as a pickle has it: a view of a storage.
struct PickleTensor {
    let type: TorchNumber
    let key: String
    let storageCount: Int
    let offset: Int
    let shape: [Int]
    let strides: [Int]
}

/// A dictionary, which is one object however often the pickle speaks of it.
final class PickleDictionary {
    var entries: [(key: PickleValue, value: PickleValue)] = []
}
