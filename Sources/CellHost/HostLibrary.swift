package import CellValues
internal import Display

/// The table of every name that cells can use: the one source for checking, calling, completion, signature help and docs.
///
/// ```swift
/// let library = HostLibrary()
/// library.type("Tensor", Tensor.self, doc: "Numbers in rows and columns.")
/// library.declare("/// The sizes of the axes.\nvar shape: [Int]", on: "Tensor") { (self: Tensor) in self.shape }
/// library.declare("/// The sum of all.\nfunc sum() -> Tensor", on: "Tensor") { (self: Tensor) in self.sum() }
/// ```
/// A declaration's text is parsed when its name is first looked up, so that a large table costs nothing at the start.
@usableFromInline
package final class HostLibrary {
    /// Set by the library whose values have shapes.
    package var measure: Measure = { _ in nil }
    /// Called for a session that begins, to make known in it what the library wants there.
    package var begin: (() -> Void)?
    /// The mistakes of method that cells are told about when they have run.
    package var lintRules: [LintRule] = []
    package private(set) var types: [String: NominalType] = [:]
    package private(set) var typesBySwiftType: [ObjectIdentifier: NominalType] = [:]
    package private(set) var protocols: Set<String> = HostLibrary.standardProtocols
    package private(set) var modules: Set<String> = ["Swift", "Foundation", "SwiftLens"]
    /// By owner ("" for free functions and globals), then by base name.
    package private(set) var declarations: [String: [String: [HostDeclaration]]] = [:]
    package private(set) var typeAliases: [String: String] = [:]
    /// Conformances of built-in and generic types, as protocol name → types as written.
    package private(set) var conformances: [String: [String]] = [:]
    package private(set) var elementTypes: [String: String] = [:]
    /// By the owner's name, as they were given and as they are read: see ``OtherNames``.
    var otherNameTexts: [String: String] = [:]
    var otherNameTables: [String: OtherNames] = [:]
    /// Names of Swift's own that cells do not have, with the way round: see ``leaveOut(_:_:)``.
    package var leftOut: [String: String] = [:]
    package private(set) var completionProviders: [String: (CompletionRequest) -> [String]] = [:]

    /// A table of Swift's own types. ``standard()`` has the everyday part of their members too.
    package init() {
        for type in BuiltIn.all + BuiltIn.views { types[type.name] = type }
        types.merge(BuiltIn.nestedViews) { first, _ in first }
    }

    static let standardProtocols: Set<String> = [
        "Any", "Error", "Equatable", "Hashable", "Comparable", "Numeric", "SignedNumeric", "BinaryInteger",
        "FloatingPoint", "BinaryFloatingPoint", "Strideable", "Sequence", "Collection", "BidirectionalCollection",
        "RandomAccessCollection", "LazySequenceProtocol", "TupleOfEquatables", "TupleOfComparables",
        "FixedWidthInteger", "StringProtocol",
        "CustomStringConvertible", "CaseIterable", "RawRepresentable", "Sendable", "Codable", "LocalizedError",
        "Identifiable", "AdditiveArithmetic", "Displayable",
    ]

    // MARK: Types

    /// Makes a Swift type known under a name.
    ///
    /// Whether its literals may be integers, floats, strings or booleans is seen from its Swift conformances; array
    /// literals need `init(arrayLiteral elements: Element...)` declared on it.
    /// - Parameters:
    ///   - doc: what it is, in one sentence.
    ///   - conforms: the protocols that declarations name as `any P`.
    ///   - isReference: whether it is a class, whose properties can be set through a `let`.
    ///   - describe: how a value prints; without it as Swift prints it.
    package func type<T: HostConvertible>(
        _ name: String, _ type: T.Type, doc: String = "", conforms: [String] = [], isReference: Bool = false,
        describe: ((T) -> String)? = nil
    ) {
        let nominal = NominalType(name, kind: .host, documentation: doc, conformances: Set(conforms))
        nominal.hostType = type
        nominal.isReference = isReference
        if T.self is any Displayable.Type { nominal.conformances.insert("Displayable") }
        if T.self is any Error.Type { nominal.conformances.insert("Error") }
        if T.self is any Equatable.Type { nominal.conformances.insert("Equatable") }
        if T.self is any Hashable.Type { nominal.conformances.insert("Hashable") }
        if T.self is any Comparable.Type { nominal.conformances.insert("Comparable") }
        if let describe { nominal.describe = { ($0 as? T).map(describe) ?? "\($0)" } }
        protocols.formUnion(conforms)
        types[name] = nominal
        typesBySwiftType[ObjectIdentifier(type)] = nominal
    }

    /// A generic type of the library, whose values hold cell values: `library.genericType("Progress", parameters: ["Element"], …)`.
    package func genericType<T: HostConvertible>(
        _ name: String, parameters: [String], _ type: T.Type, doc: String = "", conforms: [String] = []
    ) {
        let nominal = NominalType(
            name, kind: .host, genericParameters: parameters, documentation: doc, conformances: Set(conforms))
        nominal.hostType = type
        protocols.formUnion(conforms)
        types[name] = nominal
        typesBySwiftType[ObjectIdentifier(type)] = nominal
    }

    /// Another name for a type: `library.typeAlias("Tokens", "[Int]")`.
    package func typeAlias(_ name: String, _ type: String) { typeAliases[name] = type }

    /// Makes a protocol's name known, for `any P` in declarations, and says which types have it besides those whose
    /// registration names it: `library.conformance("ModelInput", of: "String", "[String]", "[[Int]]")`.
    package func conformance(_ name: String, of types: String...) {
        protocols.insert(name)
        conformances[name, default: []] += types
    }

    /// A module name that `import` accepts.
    package func module(_ name: String) { modules.insert(name) }

    /// Lets `for … in` go over a type's values, each of the type `element`; the Swift type is a ``HostSequence``.
    package func sequence(on name: String, element: String) { elementTypes[name] = element }

    // MARK: Completion

    /// Offers what may stand in a string argument: hook names, paths, model names.
    ///
    /// ```swift
    /// library.completions(of: "Hook.init", argument: 0) { request in names.filter { $0.hasPrefix(request.text) } }
    /// ```
    /// - Parameters:
    ///   - function: `name` or `Type.name`; `Type.subscript` and `Type.init` too.
    ///   - argument: which, counted from 0.
    package func completions(
        of function: String, argument: Int, _ provider: @escaping (CompletionRequest) -> [String]
    ) {
        completionProviders["\(function)#\(argument)"] = provider
    }

    // MARK: Sizes

    /// What a value of the library's types holds, for `%who`: its shape and its bytes.
    package typealias Measure = (CellValue) -> (shape: String, bytes: Int)?

    // MARK: The table

    package func add(_ declaration: HostDeclaration) {
        declarations[declaration.owner ?? "", default: [:]][declaration.name, default: []].append(declaration)
    }
}

extension HostLibrary: HostTypes {
    package func type(of box: HostBox) -> NominalType? { typesBySwiftType[box.typeIdentifier] }
}

/// What was typed so far where a provider's help is wanted.
package struct CompletionRequest {
    /// The string's text from its opening quote to the cursor.
    package var text: String
    /// The value that the function is called on, when the session has it: the `cache` of `cache["…"]`.
    package var receiver: CellValue?
    /// Values of the session by name.
    package var variable: (String) -> CellValue?

    package init(text: String, receiver: CellValue?, variable: @escaping (String) -> CellValue?) {
        self.text = text
        self.receiver = receiver
        self.variable = variable
    }
}
