internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// A type that a block declares or extends.
struct DeclaredType {
    var declaration: TypeDeclaration
    var type: NominalType
    var selfType: CellType
}

/// The order in which stored properties of a block's types can be told: `var inner = Inner()` needs those of `Inner`.
struct StoredOrder {
    enum Kind {
        /// All of a type's own, which its initialiser takes.
        case fields
        case staticValue(VariableBinding, VariableDeclaration)
    }

    struct Step {
        var owner: DeclaredType
        var kind: Kind
    }

    private(set) var steps: [Step] = []
    private let source: SourceText
    private var waiting: [Step?]
    private var fieldsByType: [String: [Int]] = [:]
    private var staticsByName: [String: [Int]] = [:]

    init(_ types: [DeclaredType], _ source: SourceText) {
        self.source = source
        waiting = types.map { Step(owner: $0, kind: .fields) }
        for (index, type) in types.enumerated() { fieldsByType[type.declaration.name, default: []].append(index) }
        for type in types {
            for binding in StoredOrder.statics(of: type.declaration) {
                if case .name(let name, _) = binding.0.pattern.kind {
                    staticsByName[name, default: []].append(waiting.count)
                }
                waiting.append(Step(owner: type, kind: .staticValue(binding.0, binding.1)))
            }
        }
        for index in waiting.indices { take(index) }
    }

    private static func statics(of declaration: TypeDeclaration) -> [(VariableBinding, VariableDeclaration)] {
        declaration.members.flatMap { member -> [(VariableBinding, VariableDeclaration)] in
            guard case .variable(let variable) = member.kind, variable.isStatic else { return [] }
            return variable.bindings.filter { $0.accessors?.getter == nil }.map { ($0, variable) }
        }
    }

    /// What a step's values name goes before it.
    private mutating func take(_ index: Int) {
        guard let step = waiting[index] else { return }
        waiting[index] = nil
        let needed = names(in: step)
        for name in needed { for index in fieldsByType[name] ?? [] { take(index) } }
        for name in needed { for index in staticsByName[name] ?? [] { take(index) } }
        if case .staticValue = step.kind {
            for index in fieldsByType[step.owner.declaration.name] ?? [] { take(index) }
        }
        steps.append(step)
    }

    private func names(in step: Step) -> [String] {
        switch step.kind {
        case .staticValue(let binding, _): return names(in: binding)
        case .fields:
            return step.owner.declaration.members.flatMap { member -> [String] in
                guard case .variable(let variable) = member.kind, !variable.isStatic else { return [] }
                return variable.bindings.flatMap(names)
            }
        }
    }

    private func names(in binding: VariableBinding) -> [String] {
        guard let value = binding.initializer else { return [] }
        return source[value.span].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }
}
