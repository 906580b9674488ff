internal import FileSafety

/// Goes through a pickle and builds what it describes, of the few kinds of things that a dictionary of tensors needs.
///
/// A pickle is a list of instructions for a machine with a stack. Instructions that build numbers, texts, tuples and dictionaries
/// are carried out; those that call something do so for the functions of ``PickleName`` alone, which only note what they are
/// given. Others are an error with the name of what was asked for.
struct PickleReader {
    private let bytes: [UInt8]
    private let path: String
    private var place = 0
    private var stack: [PickleValue] = []
    /// Where the open tuples and dictionaries begin.
    private var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]
    private var instructionCount = 0
    /// All dictionaries, which may hold each other, or themselves.
    private var dictionaries: [PickleDictionary] = []
    /// Lists in lists: what PyTorch writes has three levels, and each takes a part of the stack when it is let go.
    private static let deepest = 64
    /// PyTorch gives numbers to a handful of things of each tensor.
    private static let mostRemembered = 4 * MostInModelFiles.tensors
    /// As many as PyTorch's own tensors have.
    private static let mostAxes = 64

    init(_ bytes: [UInt8], path: String) { (self.bytes, self.path) = (bytes, path) }

    /// The value that the pickle describes.
    /// - Throws: ``TorchFileError``.
    mutating func value() throws -> PickleValue {
        while true {
            let instruction = try byte()
            instructionCount += 1
            guard instructionCount <= MostInModelFiles.instructions else {
                throw fault(
                    "it has more than \(MostInModelFiles.instructions) instructions, and no more are carried out")
            }
            if instruction == UInt8(ascii: ".") { return try pop() }
            try carryOut(instruction)
        }
    }

    /// Lets go of what the pickle described, however its dictionaries hold each other.
    mutating func letGo() {
        for dictionary in dictionaries { dictionary.entries = [] }
        dictionaries = []
    }

    private mutating func carryOut(_ instruction: UInt8) throws {
        switch instruction {
        case 0x80: _ = try byte()  // PROTO
        case 0x95: _ = try number(8)  // FRAME
        case UInt8(ascii: "("): marks.append(stack.count)
        case UInt8(ascii: "N"): stack.append(.none)
        case 0x88: stack.append(.boolean(true))
        case 0x89: stack.append(.boolean(false))
        case UInt8(ascii: "K"): stack.append(.integer(try number(1)))
        case UInt8(ascii: "M"): stack.append(.integer(try number(2)))
        case UInt8(ascii: "J"): stack.append(.integer(Int(Int32(truncatingIfNeeded: try number(4)))))
        case 0x8A: stack.append(.integer(try longInteger()))  // LONG1
        case UInt8(ascii: "G"): stack.append(.number(try double()))
        case UInt8(ascii: "X"): stack.append(.text(try text(number(4))))
        case 0x8C: stack.append(.text(try text(number(1))))  // SHORT_BINUNICODE
        case UInt8(ascii: "q"): try remember(number(1))
        case UInt8(ascii: "r"): try remember(number(4))
        case 0x94: try remember(memo.count)  // MEMOIZE
        case UInt8(ascii: "h"): stack.append(try remembered(number(1)))
        case UInt8(ascii: "j"): stack.append(try remembered(number(4)))
        default: try build(instruction)
        }
    }

    private mutating func build(_ instruction: UInt8) throws {
        switch instruction {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): stack.append(.list(PickleList([])))
        case 0x85: stack.append(try list(pop(1)))
        case 0x86: stack.append(try list(pop(2)))
        case 0x87: stack.append(try list(pop(3)))
        case UInt8(ascii: "t"): stack.append(try list(popToMark()))
        case UInt8(ascii: "}"): stack.append(dictionary())
        case UInt8(ascii: "s"): try setItems(pop(2))
        case UInt8(ascii: "u"): try setItems(popToMark())
        case UInt8(ascii: "c"): stack.append(.name(try name(line(), line())))
        case 0x93:  // STACK_GLOBAL
            let parts = try pop(2)
            stack.append(.name(try name(parts[0].text ?? "", parts[1].text ?? "")))
        case UInt8(ascii: "Q"): stack.append(try storage(pop()))
        case UInt8(ascii: "R"): try call()
        // What is added to an ordered dictionary beside its entries is about modules, and of no use here.
        case UInt8(ascii: "b"): _ = try pop()
        default:
            throw TorchFileError.unsupported(
                path: path, problem: "its pickle has the instruction \(instruction) at byte \(place - 1)")
        }
    }

    // MARK: Things that are built

    private func list(_ elements: [PickleValue]) throws -> PickleValue {
        let list = PickleList(elements)
        guard list.depth <= Self.deepest else { throw fault("its lists are nested more than \(Self.deepest) deep") }
        return .list(list)
    }

    private mutating func dictionary() -> PickleValue {
        dictionaries.append(PickleDictionary())
        return .dictionary(dictionaries[dictionaries.count - 1])
    }

    private func name(_ module: String, _ name: String) throws -> PickleName {
        guard let known = PickleName(module, name) else {
            throw TorchFileError.notTensors(path: path, name: "\(module).\(name)")
        }
        return known
    }

    private mutating func call() throws {
        let arguments = try pop().list ?? []
        guard case .name(let function) = try pop() else { throw fault("it calls what is no function") }
        switch function {
        case .orderedDictionary: stack.append(dictionary())
        case .rebuildTensor: stack.append(.tensor(try tensor(arguments)))
        case .rebuildParameter:
            guard case .tensor? = arguments.first else { throw fault("a parameter is no tensor") }
            stack.append(arguments[0])
        case .storage: throw fault("it calls a storage")
        }
    }

    /// ("storage", type, key, place, count)
    private func storage(_ id: PickleValue) throws -> PickleValue {
        guard let parts = id.list, parts.count == 5, parts[0].text == "storage",
            case .name(.storage(let type)) = parts[1],
            let key = parts[2].text, let count = parts[4].integer, count >= 0
        else { throw fault("a storage is not described as PyTorch does") }
        return .storage(type, key: key, count: count)
    }

    /// (storage, offset, shape, strides, …)
    private func tensor(_ arguments: [PickleValue]) throws -> PickleTensor {
        guard arguments.count >= 4, case .storage(let type, let key, let count) = arguments[0],
            let offset = arguments[1].integer, arguments[2...3].allSatisfy({ $0.list?.count ?? 0 <= Self.mostAxes }),
            let shape = arguments[2].list?.compactMap(\.integer),
            let strides = arguments[3].list?.compactMap(\.integer), shape.count == arguments[2].list?.count,
            strides.count == arguments[3].list?.count, shape.count == strides.count
        else { throw fault("a tensor is not described as PyTorch does") }
        return PickleTensor(
            type: type, key: key, storageCount: count, offset: offset, shape: shape, strides: strides)
    }

    private mutating func setItems(_ items: [PickleValue]) throws {
        guard case .dictionary(let dictionary) = try top(), items.count.isMultiple(of: 2) else {
            throw fault("it fills what is no dictionary")
        }
        for index in stride(from: 0, to: items.count, by: 2) {
            dictionary.entries.append((items[index], items[index + 1]))
        }
    }

    // MARK: The stack

    private func fault(_ problem: String) -> TorchFileError {
        .malformed(path: path, problem: "\(problem), at byte \(place - 1) of its pickle")
    }

    private func top() throws -> PickleValue {
        guard let top = stack.last, stack.count > marks.last ?? 0 else { throw fault("there is nothing to take") }
        return top
    }

    private mutating func pop() throws -> PickleValue {
        let value = try top()
        stack.removeLast()
        return value
    }

    private mutating func pop(_ count: Int) throws -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else { throw fault("there is nothing to take") }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    private mutating func popToMark() throws -> [PickleValue] {
        guard let mark = marks.popLast(), mark <= stack.count else { throw fault("something ends that did not begin") }
        defer { stack.removeLast(stack.count - mark) }
        return Array(stack[mark...])
    }

    private mutating func remember(_ number: Int) throws {
        guard memo.count < Self.mostRemembered || memo[number] != nil else {
            throw fault("it names more than \(Self.mostRemembered) things, and no more are remembered")
        }
        memo[number] = try top()
    }

    private func remembered(_ number: Int) throws -> PickleValue {
        guard let value = memo[number] else { throw fault("it speaks of thing \(number), which it has not named") }
        return value
    }

    // MARK: Bytes

    private mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw fault("it ends before it is complete") }
        place += 1
        return bytes[place - 1]
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - place else { throw fault("it ends before it is complete") }
        place += count
        return bytes[(place - count)..<place]
    }

    private mutating func number(_ width: Int) throws -> Int {
        let value = try take(width).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let number = Int(exactly: value) else { throw fault("a count is \(value)") }
        return number
    }

    /// A number of any length, its last byte with the sign.
    private mutating func longInteger() throws -> Int {
        let digits = try take(number(1))
        guard digits.count <= 8 else { throw fault("a number of \(digits.count) bytes is too large") }
        let start: UInt64 = (digits.last ?? 0) & 0x80 == 0 ? 0 : .max
        return Int(truncatingIfNeeded: digits.reversed().reduce(start) { $0 << 8 | UInt64($1) })
    }

    private mutating func double() throws -> Double {
        Double(bitPattern: try take(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private mutating func text(_ length: Int) throws -> String { String(decoding: try take(length), as: UTF8.self) }

    /// A text up to the end of its line.
    private mutating func line() throws -> String {
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else {
            throw fault("it ends before it is complete")
        }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }
}
