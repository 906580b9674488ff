import Foundation

/// An archive as `torch.save` writes it, put together by hand.
struct TorchArchive {
    var pickle: [UInt8] = []
    /// The bytes of each storage.
    var storages: [String: [UInt8]] = [:]
    var byteOrder = "little"
    /// How the members are said to be packed; 0 is not at all.
    var method = 0

    var bytes: [UInt8] {
        var members = [("m/data.pkl", pickle), ("m/byteorder", Array(byteOrder.utf8))]
        members += storages.sorted { $0.key < $1.key }.map { ("m/data/\($0.key)", $0.value) }
        var (file, table) = ([UInt8](), [UInt8]())
        for (name, content) in members {
            let start = file.count
            let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
            let lengths = number(name.utf8.count, 2) + number(0, 2)
            file += [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + number(method, 2) + number(0, 4) + sizes
            file += lengths + Array(name.utf8) + content
            table += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2) + number(method, 2)
            table += number(0, 4) + sizes + lengths + number(0, 10) + number(start, 4) + Array(name.utf8)
        }
        let end = number(0, 4) + number(members.count, 2) + number(members.count, 2) + number(table.count, 4)
        return file + table + [0x50, 0x4B, 5, 6] + end + number(file.count, 4) + number(0, 2)
    }

    private func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }
}

/// The pickle of a dictionary of tensors, as PyTorch writes it.
struct TensorPickle {
    private(set) var bytes: [UInt8] = [0x80, 2]

    init() { bytes += global("collections", "OrderedDict") + ascii(")R(") }

    /// Adds a tensor that lies in the storage `key`.
    mutating func add(
        _ name: String, type: String = "FloatStorage", key: String = "0", storage count: Int, offset: Int = 0,
        shape: [Int], strides: [Int]
    ) {
        bytes += text(name) + global("torch._utils", "_rebuild_tensor_v2") + ascii("((") + text("storage")
        bytes += global("torch", type) + text(key) + text("cpu") + number(count) + ascii("tQ") + number(offset)
        bytes += ascii("(") + shape.flatMap(number) + ascii("t(") + strides.flatMap(number) + ascii("t") + [0x89]
        bytes += global("collections", "OrderedDict") + ascii(")RtR")
    }

    var finished: [UInt8] { bytes + ascii("u.") }

    func global(_ module: String, _ name: String) -> [UInt8] { ascii("c\(module)\n\(name)\n") }

    private func text(_ text: String) -> [UInt8] { ascii("X") + four(text.utf8.count) + Array(text.utf8) }
    private func number(_ value: Int) -> [UInt8] { ascii("J") + four(value) }
    private func four(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
}
