internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerOptionals(in library: HostLibrary) {
        library.define(
            "init(_ some: Wrapped)", "An optional that holds the value.", on: "Optional", raw: { .some($0[0]) })
        library.define(
            "static func some(_ value: Wrapped) -> Wrapped?", "An optional that holds the value.", on: "Optional",
            raw: { .some($0[0]) })
        library.define(
            "func map<T>(_ transform: (Wrapped) throws -> T) rethrows -> T?",
            "What the function gives for the value; nil for nil.",
            on: "Optional",
            raw: { call in
                guard let value = try wrapped(call) else { return .none }
                var function = try call.function(1)
                return .some(try function(value))
            })
        library.define(
            "func flatMap<T>(_ transform: (Wrapped) throws -> T?) rethrows -> T?",
            "What the function, which may give nil, gives for the value; nil for nil.", on: "Optional",
            raw: { call in
                guard let value = try wrapped(call) else { return .none }
                var function = try call.function(1)
                return try function(value)
            })
        library.define(
            "mutating func take() -> Wrapped?", "Gives the value and leaves nil.", on: "Optional",
            raw: { call in
                defer { call[0] = .none }
                return call[0]
            })
    }

    private static func wrapped(_ call: HostCall) throws -> CellValue? {
        guard case .optional(let box) = call[0] else { throw HostMismatch(expected: "an optional", found: call[0]) }
        return box?.value
    }
}
