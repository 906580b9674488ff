internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerBool(in library: HostLibrary) {
        library.define("init()", "False.", on: "Bool") { () -> Bool in false }
        library.define("init(_ value: Bool)", "The same.", on: "Bool") { (x: Bool) in x }
        library.define("init?(_ text: String)", "Of \"true\" and \"false\"; nil for anything else.", on: "Bool") {
            (text: String) in Bool(text)
        }
        library.define("static func random() -> Bool", "True or false by chance.", on: "Bool") { () -> Bool in .random()
        }
        library.define("var description: String", "\"true\" or \"false\".", on: "Bool") { (x: Bool) in x.description }
        library.define(
            "mutating func toggle()", "Turns true to false and false to true.", on: "Bool",
            raw: { call in
                call[0] = .bool(!(try call.value(0, as: Bool.self)))
                return .void
            })
        library.define("static prefix func ! (x: Bool) -> Bool", "The opposite.", on: "Bool") { (x: Bool) in !x }
    }
}
