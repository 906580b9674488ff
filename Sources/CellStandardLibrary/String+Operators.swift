internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerStringOperators(in library: HostLibrary) {
        library.define(
            "static func + (left: String, right: String) -> String", "Both texts, one after the other.", on: "String"
        ) {
            (left: String, right: String) in try left.adding(right)
        }
        library.define(
            "static func + (left: String, right: Substring) -> String", "Both texts, one after the other.", on: "String"
        ) {
            (left: String, right: String) in try left.adding(right)
        }
        library.define(
            "static func + (left: Substring, right: String) -> Substring", "Both texts, one after the other.",
            on: "Substring"
        ) {
            (left: String, right: String) in try left.adding(right)
        }
        for (left, right, result) in [("Substring", "Substring", "Substring"), ("Substring", "String", "String")] {
            library.define(
                "static func + (left: \(left), right: \(right)) -> \(result)", "Both texts, one after the other.",
                on: "Substring"
            ) {
                (left: String, right: String) in try left.adding(right)
            }
        }
        for type in strings {
            library.define(
                "static func += (left: inout String, right: \(type))", "Adds text at the end.", on: "String",
                raw: { call in
                    let added = try call.text(1)
                    try call.changeString { try $0.add(added) }
                    return .void
                })
        }
        registerMixedEquality(in: library)
    }

    /// Swift compares a string with a piece of one.
    private static func registerMixedEquality(in library: HostLibrary) {
        for (left, right) in [("String", "Substring"), ("Substring", "String")] {
            library.define(
                "static func == (left: \(left), right: \(right)) -> Bool", "Whether both are equal.", on: left
            ) {
                (left: String, right: String) in left == right
            }
            library.define("static func != (left: \(left), right: \(right)) -> Bool", "Whether both differ.", on: left)
            {
                (left: String, right: String) in left != right
            }
        }
    }
}
