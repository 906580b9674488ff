/// Writes the file that binds one target's declarations.
struct BindingWriter {
    let library: Library
    let calls: CallWriter
    let exceptions: Exceptions
    /// What could not be written, with the way out.
    private(set) var problems: [String] = []

    init(_ library: Library, _ exceptions: Exceptions) {
        self.library = library
        self.exceptions = exceptions
        let host = library.types.values.filter { exceptions.isBound($0) && $0.kind != .proto }
        let crossing = Crossing(
            hostTypes: Set(host.map(\.name)),
            protocols: Set(library.types.values.filter { $0.kind == .proto }.map(\.name)))
        calls = CallWriter(crossing: crossing, library: library)
    }

    /// The file of a target, nil when the target offers nothing.
    mutating func file(of target: String) -> String? {
        let types = library.types.values.filter { $0.target == target && exceptions.isBound($0) }
            .sorted { $0.file == $1.file ? $0.name < $1.name : Library.isNamedBefore($0.file, $1.file) }
        let declarations = library.declarations.filter { $0.target == target && exceptions.isGenerated($0, library) }
        var functions: [(name: String, lines: [String])] = []
        for file in Set(types.map(\.file) + declarations.map(\.file)).sorted(by: Library.isNamedBefore) {
            var lines: [String] = []
            for type in types where type.file == file { lines += registration(of: type) }
            for declaration in declarations where declaration.file == file { lines += binding(of: declaration) }
            if !lines.isEmpty { functions.append((functionName(target, file), lines)) }
        }
        if functions.isEmpty { return nil }
        let host = types.filter { $0.kind != .proto }.map { "extension \($0.name): HostObject {}" }
        return header(target, hasTypes: !host.isEmpty) + host.joined(separator: "\n") + (host.isEmpty ? "" : "\n\n")
            + body(target, functions)
    }

    /// The file that names the others.
    static func list(of targets: [String]) -> String {
        """
        // swift-format-ignore-file
        // Written by `make bindings`.
        internal import CellHost

        extension HostLibrary {
            /// All that is written from the library's declarations.
            func bindGenerated() {
        \(targets.map { "        bind\($0)()" }.joined(separator: "\n"))
            }
        }

        """
    }

    // MARK: The file

    private func header(_ target: String, hasTypes: Bool) -> String {
        """
        // swift-format-ignore-file
        // Written by `make bindings` from the public declarations of Sources/\(target); change them there.
        internal import CellHost
        \(hasTypes ? "public" : "internal") import CellValues
        internal import SwiftLens


        """
    }

    private func body(_ target: String, _ functions: [(name: String, lines: [String])]) -> String {
        let calls = functions.map { "        \($0.name)()" }
        let bodies = functions.map { function in
            (["    private func \(function.name)() {"]
                + function.lines.map { $0.contains { $0 != " " } ? "        " + $0 : "" } + ["    }"])
                .joined(separator: "\n")
        }
        return """
            extension HostLibrary {
                /// What \(target) offers to cells.
                func bind\(target)() {
            \(calls.joined(separator: "\n"))
                }

            \(bodies.joined(separator: "\n\n"))
            }

            """
    }

    /// `bindTensor_Axes` for `Tensor+Axes.swift`.
    private func functionName(_ target: String, _ file: String) -> String {
        let name = file.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
        return "bind" + target + "_" + name.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    // MARK: Types

    private mutating func registration(of type: LibraryType) -> [String] {
        if type.kind == .proto {
            let foreign = library.foreignConformances[type.name] ?? []
            let names = foreign.map { "\"\($0)\"" }.joined(separator: ", ")
            return ["conformance(\"\(type.name)\"\(names.isEmpty ? "" : ", of: \(names)"))"]
        }
        if type.documentation.isEmpty { problems.append("\(type.target)/\(type.file): say what '\(type.name)' is") }
        var arguments = ["\"\(type.name)\", \(type.name).self"]
        arguments += ["doc: " + literal(type.documentation.map(withoutMarks)).joined(separator: "\n    ")]
        let protocols = library.protocols(of: type.name).filter { $0 != "Displayable" }
        if !protocols.isEmpty {
            arguments.append("conforms: [\(protocols.map { "\"\($0)\"" }.joined(separator: ", "))]")
        }
        if type.kind == .reference { arguments.append("isReference: true") }
        if type.conformances.contains("CustomStringConvertible") { arguments.append("describe: { $0.description }") }
        return ("type(\n    " + arguments.joined(separator: ",\n    ") + ")").lines
    }

    private func withoutMarks(_ line: String) -> String {
        let text = line.drop { $0 == "/" }
        return String(text.first == " " ? text.dropFirst() : text)
    }

    // MARK: Declarations

    private mutating func binding(of declaration: LibraryDeclaration) -> [String] {
        if declaration.documentation.isEmpty {
            problems.append("\(declaration.target)/\(declaration.file): say what '\(declaration.key)' does")
        }
        do {
            return try instances(of: declaration).flatMap { declaration in
                let body = try calls.body(of: declaration)
                let setter = declaration.isSettable ? try calls.setter(of: declaration) : nil
                return binding(of: declaration, body, setter)
            }
        } catch {
            let reason = (error as? Crossing.Obstacle)?.reason ?? "\(error)"
            problems.append(
                "\(declaration.target)/\(declaration.file): '\(declaration.key)' cannot be bound: \(reason). Bind it by "
                    + "hand in Sources/CellLibrary/ByHand, or say why not in NotForCells.swift")
            return []
        }
    }

    private func binding(of declaration: LibraryDeclaration, _ body: [String], _ setter: [String]?) -> [String] {
        let owner = declaration.owner.map { ", on: \"\($0)\"" } ?? ""
        let text = literal(declaration.documentation + [declaration.text])
        var lines = ["bind(", "    \"\(declaration.name)\"\(owner),"] + text.map { "    " + $0 }
        lines += block(") { \(body.joined().contains("call.") ? "call" : "_") in", body)
        if let setter {
            lines[lines.count - 1] += " set: { call in"
            lines += setter.map { "    " + $0 } + ["}"]
        }
        return lines
    }

    private func block(_ opening: String, _ body: [String]) -> [String] {
        [opening] + body.map { "    " + $0 } + ["}"]
    }

    /// A generic function once for each type that its parameter may stand for.
    private func instances(of declaration: LibraryDeclaration) throws -> [LibraryDeclaration] {
        guard let parameter = declaration.genericParameters.first else {
            if declaration.hasWhereClause { throw Crossing.Obstacle(reason: "it is generic") }
            return [declaration]
        }
        guard declaration.genericParameters.count == 1, !declaration.hasWhereClause,
            let constraint = parameter.constraint,
            library.types[constraint]?.kind == .proto
        else { throw Crossing.Obstacle(reason: "it is generic") }
        return library.conformers(of: constraint).map { type in
            var instance = declaration
            instance.genericParameters = []
            for index in instance.parameters.indices {
                instance.parameters[index].type = instance.parameters[index].type.replacing([parameter.name: type])
            }
            instance.result = instance.result.replacing([parameter.name: type])
            return instance
        }.enumerated().sorted { ($0.element.literalRank, $0.offset) < ($1.element.literalRank, $1.offset) }.map(
            \.element)
    }

    /// A string literal of several lines.
    private func literal(_ lines: [String]) -> [String] {
        let marks = lines.contains { $0.contains("\\") || $0.contains("\"\"\"") } ? "#" : ""
        return [marks + "\"\"\""] + lines + ["\"\"\"" + marks]
    }
}

extension String {
    var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
