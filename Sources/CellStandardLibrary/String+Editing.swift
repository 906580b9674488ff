internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerStringEditing(in library: HostLibrary) {
        registerAppending(in: library)
        registerRemoving(in: library)
        library.define(
            "func appending(_ other: String) -> String", "With the other text at its end.", on: "String"
        ) { (x: String, other: String) in try x.adding(other) }
    }

    private static func registerAppending(in library: HostLibrary) {
        for type in ["String", "Character", "Substring"] {
            edit("append(_ other: \(type))", "Adds text at the end.", in: library) { text, added in try text.add(added)
            }
        }
        library.define(
            "mutating func append(contentsOf newElements: AnySequence<Character>)", "Adds characters at the end.",
            on: "String",
            raw: { call in
                let added = try joined(call[1])
                try call.changeString { try $0.add(added) }
                return .void
            })
        library.define(
            "mutating func reserveCapacity(_ n: Int)", "Makes room for text.", on: "String", raw: { _ in .void })
    }

    private static func edit(
        _ text: String, _ documentation: String, in library: HostLibrary,
        _ change: @escaping (inout String, String) throws -> Void
    ) {
        library.define(
            "mutating func \(text)", documentation, on: "String",
            raw: { call in
                let argument = try call.text(1)
                try call.changeString { try change(&$0, argument) }
                return .void
            })
    }

    private static func registerRemoving(in library: HostLibrary) {
        func remove(
            _ text: String, _ documentation: String, _ change: @escaping (inout String, HostCall) throws -> CellValue
        ) {
            library.define(
                "mutating func \(text)", documentation, on: "String",
                raw: { call in try call.changeString { try change(&$0, call) } })
        }
        remove("removeFirst() -> Character", "Takes out the first character.") { text, _ in
            guard !text.isEmpty else { throw CellRuntimeError.empty("removeFirst()", "the string") }
            return text.removeFirst().toCell()
        }
        remove("removeLast() -> Character", "Takes out the last character.") { text, _ in
            guard !text.isEmpty else { throw CellRuntimeError.empty("removeLast()", "the string") }
            return text.removeLast().toCell()
        }
        remove("popLast() -> Character?", "Takes out the last character; nil when there is none.") { text, _ in
            text.popLast().toCell()
        }
        remove("removeFirst(_ k: Int)", "Takes out the first `k` characters.") { text, call in
            text.removeFirst(try checkedCount(call, of: text, "removeFirst"))
            return .void
        }
        remove("removeLast(_ k: Int)", "Takes out the last `k` characters.") { text, call in
            text.removeLast(try checkedCount(call, of: text, "removeLast"))
            return .void
        }
        remove("removeAll(keepingCapacity keepCapacity: Bool = false)", "Takes out all characters.") { text, _ in
            text = ""
            return .void
        }
        remove(
            "removeAll(where shouldBeRemoved: (Character) throws -> Bool) rethrows",
            "Takes out the characters for which the function is true."
        ) { text, call in
            var function = try call.function(1)
            try text.removeAll { try function.isTrue($0.toCell()) }
            return .void
        }
    }

    private static func checkedCount(_ call: HostCall, of text: String, _ operation: String) throws -> Int {
        let count = try call.int(1)
        guard count >= 0 else { throw CellRuntimeError.negative(operation, count) }
        guard count <= text.count else { throw CellRuntimeError.tooMany(operation, count, of: text.count) }
        return count
    }
}
