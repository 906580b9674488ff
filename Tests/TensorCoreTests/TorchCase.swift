import Foundation
import TensorCore
import TestSupport

/// One call of a tensor function, with what PyTorch answers: a line of what `Tools/torch/cases.py` writes.
struct TorchCase: Decodable, Sendable {
    let call: String
    let `in`: [Values]
    let args: [String: Argument]?
    let out: [Values]?
    let refused: Bool?

    /// A tensor: shape, type and values.
    struct Values: Decodable, Sendable {
        let s: [Int]
        let d: String
        let v: [Number]
    }

    /// A number, or what JSON has no number for.
    struct Number: Decodable, Sendable {
        let value: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) {
                value = truth ? 1 : 0
            } else if let number = try? container.decode(Double.self) {
                value = number
            } else {
                value = Double(try container.decode(String.self)) ?? .nan
            }
        }
    }

    /// An argument that is no tensor.
    enum Argument: Decodable, Sendable {
        case number(Double), truth(Bool), text(String), list([Argument]), object([String: Argument]), none

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let list = try? container.decode([Argument].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: Argument].self))
            }
        }

        var number: Double? { if case .number(let number) = self { number } else { nil } }
        var int: Int? { number.map { Int($0) } }
        var list: [Argument] { if case .list(let list) = self { list } else { [] } }
    }

    static func read(_ path: String) throws -> [TorchCase] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(TorchCase.self, from: Data($0.utf8)) }
    }

    // MARK: What the table asks for

    func int(_ name: String) -> Int { args?[name]?.int ?? 0 }
    func double(_ name: String) -> Double { args?[name]?.number ?? 0 }
    func ints(_ name: String) -> [Int] { args?[name]?.list.compactMap(\.int) ?? [] }
    func flag(_ name: String, default standard: Bool = false) -> Bool {
        if case .truth(let truth) = args?[name] { truth } else { standard }
    }
    func text(_ name: String) -> String { if case .text(let text) = args?[name] { text } else { "" } }

    var tensors: [Tensor] { `in`.map(\.tensor) }
}

extension TorchCase.Values {
    var tensor: Tensor {
        switch d {
        case "int64": Tensor(v.map { Int($0.value) }, shape: s)
        case "bool": Tensor(v.map { Int($0.value) }, shape: s).asType(.bool)
        default: Tensor(v.map { Float($0.value) }, shape: s)
        }
    }

    /// What is different about `other`; nil where it is the same, floats to about five digits.
    func difference(from other: Tensor) -> String? {
        guard other.shape == s else { return "shape \(other.shape) for \(s)" }
        guard other.dtype.rawValue == d else { return "\(other.dtype) for \(d)" }
        let (a, b) = (other.asType(.float32).toArray(), v.map { Float($0.value) })
        for i in b.indices where a[i] != b[i] && !(a[i].isNaN && b[i].isNaN) {
            let isClose = Swift.abs(a[i] - b[i]) <= 1e-5 + 5e-5 * Swift.abs(b[i])
            if d != "float32" || !isClose { return "\(a[i]) for \(b[i]) at \(i)" }
        }
        return nil
    }
}
