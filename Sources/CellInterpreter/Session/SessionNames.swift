/// The names that cells have brought into the session, for the checker to look up.
final class SessionNames {
    var variables: [String: Variable] = [:]
    var functions: [String: [Signature]] = [:]
    var types: [String: NominalType] = [:]
    var typeAliases: [String: CellType] = [:]
    /// What the user's extensions add to types of the library, by type and name.
    var extensions: [String: [String: [Signature]]] = [:]

    func removeAll() {
        variables = [:]
        functions = [:]
        types = [:]
        typeAliases = [:]
        extensions = [:]
    }

    /// A variable declared anew hides functions and types of its name, as each of them hides the others.
    func define(_ variable: Variable) {
        variables[variable.name] = variable
        functions[variable.name] = nil
    }

    func define(functions new: [Signature], named name: String) {
        functions[name] = new
        variables[name] = nil
    }

    /// A type declared anew has none of its namesake's extensions.
    func define(_ type: NominalType) {
        types[type.name] = type
        extensions[type.name] = nil
    }
}
