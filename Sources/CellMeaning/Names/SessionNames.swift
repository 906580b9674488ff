package import CellValues

/// The names that cells have brought into the session, for the checker to look up.
package final class SessionNames {
    package var variables: [String: Variable] = [:]
    package var functions: [String: [Signature]] = [:]
    package var types: [String: NominalType] = [:]
    package var typeAliases: [String: CellType] = [:]
    /// What the user's extensions add to types of the library, by type and name.
    package var extensions: [String: [String: [Signature]]] = [:]
    /// Static stored properties that extensions add to types of earlier cells and of the library.
    package var statics: [String: [String: Variable]] = [:]

    package init() {}

    package func removeAll() {
        variables = [:]
        functions = [:]
        types = [:]
        typeAliases = [:]
        extensions = [:]
        statics = [:]
    }

    /// The same names, to which more can be added without the session knowing of them.
    package func copy() -> SessionNames {
        let copy = SessionNames()
        copy.variables = variables
        copy.functions = functions
        copy.types = types
        copy.typeAliases = typeAliases
        copy.extensions = extensions
        copy.statics = statics
        return copy
    }

    /// What is there from the start of a cell: its functions and types.
    package func define(_ declarations: SessionDeclarations) {
        for (name, functions) in declarations.functions { define(functions: functions, named: name) }
        for type in declarations.types.values { define(type) }
        typeAliases.merge(declarations.typeAliases) { $1 }
        for (owner, members) in declarations.extensions {
            for (name, signatures) in members {
                let earlier = extensions[owner]?[name] ?? []
                let kept = earlier.filter { old in !signatures.contains { $0.takesPlace(of: old) } }
                extensions[owner, default: [:]][name] = kept + signatures
            }
        }
        for (owner, variables) in declarations.statics { statics[owner, default: [:]].merge(variables) { $1 } }
        for variable in declarations.assigned { variable.wasSet = true }
        for (type, name) in declarations.conformances { type.conformances.insert(name) }
    }

    /// A variable declared anew hides functions and types of its name, as each of them hides the others.
    package func define(_ variable: Variable) {
        variables[variable.name] = variable
        functions[variable.name] = nil
    }

    func define(functions new: [Signature], named name: String) {
        functions[name] = new
        variables[name] = nil
    }

    /// A type declared anew has none of its namesake's extensions, unless it is the same declaration run again.
    func define(_ type: NominalType) {
        if types[type.name] != type {
            extensions[type.name] = nil
            statics[type.name] = nil
        }
        types[type.name] = type
    }
}
