internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// What stands before a dot: a type, or a value.
    enum Base {
        case type(CellType)
        case value(CheckedExpression)
    }

    func base(_ expression: Expression) -> Base {
        switch expression.kind {
        case .name(let name):
            if case .type(let type) = look(up: name, expression.span) {
                probe(name: name, at: expression.span)
                return .type(type)
            }
        case .type(let reference): return .type(resolve(reference))
        case .member(let inner?, let name, _):
            // `Module.Type` and `Type.self`.
            if case .name(let module) = inner.kind, library.modules.contains(module), library.types[name] != nil,
                case .nothing = look(up: module, inner.span)
            {
                return base(Expression(.name(name), expression.span))
            }
            if let type = nestedType(inner, name) { return .type(type) }
        case .array, .dictionary:
            if let reference = writtenType(expression) { return .type(resolve(reference)) }
        default: break
        }
        return .value(check(expression))
    }

    /// The library's own functions of a name that stands behind its module's: `Swift.max(1, 2)`.
    func moduleFunctions(_ base: Expression?, _ name: String) -> [Candidate]? {
        guard case .name(let module)? = base?.kind, library.modules.contains(module),
            case .nothing = look(up: module, base?.span ?? .none)
        else { return nil }
        let functions = declared(name)
        return functions.isEmpty ? nil : functions.map { Candidate(signature: $0) }
    }

    /// A type within another, by its whole name: `Unicode.Scalar`.
    func nestedType(_ base: Expression?, _ name: String, _ nameSpan: SourceSpan? = nil) -> CellType? {
        guard case .name(let outer)? = base?.kind else { return nil }
        if let nameSpan, library.types[outer] == nil { probe(.within(outer), at: nameSpan) }
        guard let type = library.types["\(outer).\(name)"], type.genericParameters.isEmpty else { return nil }
        return .nominal(type, [])
    }

    func member(
        _ base: Expression?, _ name: String, _ nameSpan: SourceSpan, expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        guard let base else { return implicitMember(name, nil, nameSpan, expecting, span) }
        if let functions = moduleFunctions(base, name) { return value(of: functions, named: name, expecting, span) }
        _ = nestedType(base, name, nameSpan)
        if base.isImplicitMember {
            return member(of: check(base, expecting: expecting), name, nameSpan, expecting, span)
        }
        switch self.base(base) {
        case .type(let type): return staticMember(type, name, nameSpan, expecting, span)
        case .value(let value): return member(of: value, name, nameSpan, expecting, span)
        }
    }

    // MARK: Of a value

    func member(
        of value: CheckedExpression, _ name: String, _ nameSpan: SourceSpan, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if name == "self" { return value }
        let operation = settleReceiver(value, name)
        probe(.value(value.type.settled), at: nameSpan)
        if let part = part(of: value, name, span) { return part }
        let candidates = members(of: value.type, name, receiver: value)
        if isOfArraysOnly(name, value.type, candidates) { return noMember(name, of: value, nameSpan, span) }
        guard !candidates.isEmpty else { return noMember(name, of: value, nameSpan, span) }
        let result = self.value(of: candidates, named: name, expecting, span)
        if let operation { leaveUntold(result, operation) }
        refuseMixed(in: value, givenBy: result)
        return result
    }

    /// A tuple's element or a struct's stored property.
    private func part(of value: CheckedExpression, _ name: String, _ span: SourceSpan) -> CheckedExpression? {
        settleReceiver(value, name)
        switch value.type.resolved {
        case .unknown: return invalid(span)
        case .tuple(let elements):
            let index = Int(name) ?? elements.firstIndex { $0.label == name } ?? -1
            guard elements.indices.contains(index) else { return nil }
            return make(.tupleElement(value, index: index), elements[index].type, span)
        case .nominal(let type, _):
            guard let index = type.fields.firstIndex(where: { $0.name == name }) else { return nil }
            if isHidden(type.fields[index], of: type) {
                refusePrivate(name, span)
                return invalid(span)
            }
            return field(value, index, span)
        default: return nil
        }
    }

    /// A literal is what its member is of: in `2.rounded()` a Double.
    /// - Returns: The operator that Swift finds ambiguous where nothing tells what the member gives: `(2 * 2).rounded()`.
    @discardableResult
    private func settleReceiver(_ value: CheckedExpression, _ name: String) -> String? {
        guard case .variable(let variable) = value.type.resolved, variable.literal != nil else { return nil }
        if let operation = untold(variable) { return operation }
        var operation: String?
        if variable.literal == .integer, !hasMember(.int, name), hasMember(.double, name) {
            switch value.kind {
            case .undecided(let name, let operands) where operands.count == 2: operation = name
            case .call(let signature, _?, _) where signature.name == "reduce": operation = signature.name
            default: break
            }
            _ = solver.unify(value.type, .double)
        }
        solver.settleLiterals(in: value.type)
        return operation
    }

    private func noMember(
        _ name: String, of value: CheckedExpression, _ nameSpan: SourceSpan, _ span: SourceSpan
    ) -> CheckedExpression {
        if refusedMembers.contains(name) { return invalid(span) }
        let type = value.type.settled
        if let owner = type.nominal?.name, let way = library.leftOut["\(owner).\(name)"] {
            return failed(.leftOut("\(owner).\(name)", at: nameSpan, hints: [way]))
        }
        if case .variable = type {
            return failed(
                .memberOfUnknown(name), at: value.span,
                hints: ["add a type annotation"])
        }
        if let wrapped = type.wrapped, hasMember(wrapped, name) {
            return failed(
                .memberOfOptional(type, name, wrapped: wrapped),
                at: value.span, hints: ["use '?.' to chain, or '!' to force"])
        }
        if let element = conformances.element(of: type), !type.isNominal(BuiltIn.array),
            hasMember(.array(element), name)
        {
            return failed(
                .noMember(name, of: type), at: nameSpan,
                hints: ["make an array of it: Array(…).\(name)"])
        }
        let names = memberNames(of: type, isStatic: false)
        if let nominal = type.nominal, isReplaced(nominal) {
            return failed(
                .noMemberAnymore(name, of: redeclared(nominal)), at: nameSpan,
                hints: ["'\(nominal.name)' has been declared anew since: run the cell that makes the value again"])
        }
        var hints = [
            otherName(name, at: nameSpan, on: type, isStatic: false)
                ?? NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
        ].compactMap { $0 }
        if case .nominal(let nominal, _) = type,
            !staticMembers(of: type, name).isEmpty || staticVariable(name, of: nominal) != nil
        {
            hints = ["'\(name)' is a static member: use '\(nominal.name).\(name)'"]
        }
        return failed(.noMember(name, of: type), at: nameSpan, hints: hints)
    }

    /// Whether a property of arrays is asked of a sequence that only has functions of that name: `stride(…).count`.
    private func isOfArraysOnly(_ name: String, _ type: CellType, _ candidates: [Candidate]) -> Bool {
        guard !candidates.isEmpty, !candidates.contains(where: \.isProperty),
            let element = conformances.element(of: type), !type.isNominal(BuiltIn.array)
        else { return false }
        return members(of: .array(element), name, receiver: nil).contains(where: \.isProperty)
    }

    private func hasMember(_ type: CellType, _ name: String) -> Bool {
        if case .tuple(let elements) = type.resolved {
            return elements.contains { $0.label == name } || Int(name).map(elements.indices.contains) ?? false
        }
        if type.nominal?.fields.contains(where: { $0.name == name }) ?? false { return true }
        return !members(of: type, name, receiver: nil).isEmpty
    }

    // MARK: Of a type

    func staticMember(
        _ type: CellType, _ name: String, _ nameSpan: SourceSpan, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if type.isUnknown { return invalid(span) }
        probe(.type(type), at: nameSpan)
        if name == "self" { return make(.metatype(type), .metatype(type), span) }
        if let variable = staticVariable(name, of: type.nominal) {
            if isSetterHidden(variable.access, of: type.nominal?.name), variable.access == .inItsType {
                refusePrivate(name, nameSpan)
                return invalid(span)
            }
            return self.variable(variable, span)
        }
        if type.nominal === BuiltIn.optional, let value = optionalCase(name, type, span) { return value }
        let candidates = staticMembers(of: type, name)
        if !candidates.isEmpty { return value(of: candidates, named: name, expecting, span) }
        if refusedMembers.contains(name) { return invalid(span) }
        var hints = [
            otherName(name, at: nameSpan, on: type, isStatic: true)
                ?? NearestName.of(name, among: memberNames(of: type, isStatic: true)).map { "did you mean '\($0)'?" }
        ].compactMap { $0 }
        if hasMember(type, name) { hints = ["'\(name)' is a member of values of type '\(type)', not of the type"] }
        return failed(.noStaticMember(name, of: type), at: nameSpan, hints: hints)
    }

    /// `Optional<Int>.none`.
    private func optionalCase(_ name: String, _ type: CellType, _ span: SourceSpan) -> CheckedExpression? {
        name == "none" ? make(.nilLiteral, type, span) : nil
    }

    /// `.zero`, where a type is expected.
    func implicitMember(
        _ name: String, _ arguments: CallArguments?, _ nameSpan: SourceSpan, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if let expecting { probe(.implicit(expecting.settled), at: nameSpan) }
        guard let expecting, expecting.resolved.isConcrete else {
            if expecting?.isUnknown != true {
                error(.noContextForMember(name), at: span)
            }
            return invalid(span)
        }
        if let wrapped = expecting.wrapped {
            if name == "none", arguments == nil { return make(.nilLiteral, expecting, span) }
            if name == "some", let argument = arguments?.parenthesized.first {
                let value = check(argument.value, to: wrapped, .argument)
                return make(.convert(value, .wrap), expecting, span)
            }
            return implicitMember(name, arguments, nameSpan, wrapped, span)
        }
        let owners = implicitOwners(expecting, name)
        guard let owner = owners.first else {
            let names = implicitNames(expecting)
            let near = NearestName.of(name, among: names).map { "did you mean '.\($0)'?" }
            let all = names.isEmpty ? nil : "it has: " + names.prefix(12).map { ".\($0)" }.joined(separator: ", ")
            return failed(
                .noStaticMember(name, of: expecting.settled), at: nameSpan,
                hints: [near ?? all].compactMap { $0 })
        }
        if let variable = staticVariable(name, of: owner.nominal) { return self.variable(variable, span) }
        let candidates = staticMembers(of: owner, name)
        if let arguments, !candidates.contains(where: \.isProperty) {
            return call(candidates, named: name, arguments, expecting, span, nameSpan: nameSpan)
        }
        let found = value(of: candidates, named: name, expecting, span)
        return uncalled(found, for: expecting) ?? found
    }

    /// Where an implicit member is looked for: the type itself, or all types that have a protocol.
    private func implicitOwners(_ type: CellType, _ name: String) -> [CellType] {
        let all: [CellType]
        if case .existential(let name) = type.resolved {
            all = library.types.values.filter { $0.conformances.contains(name) }.map { .nominal($0, []) }
        } else {
            all = [type.resolved]
        }
        return all.filter { staticVariable(name, of: $0.nominal) != nil || !staticMembers(of: $0, name).isEmpty }
    }

    private func implicitNames(_ type: CellType) -> [String] {
        if case .existential(let name) = type.resolved {
            return library.types.values.filter { $0.conformances.contains(name) }
                .flatMap { memberNames(of: .nominal($0, []), isStatic: true) }.sorted()
        }
        return memberNames(of: type, isStatic: true)
    }

    // MARK: Calls of members

    func callMember(
        _ base: Expression?, _ name: String, _ nameSpan: SourceSpan, _ arguments: CallArguments,
        _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        guard let base else { return implicitMember(name, arguments, nameSpan, expecting, span) }
        if base.isImplicitMember {
            return callMember(
                of: check(base, expecting: expecting), name, nameSpan, arguments, expecting, span)
        }
        if name == "contains", let range = letters(base, arguments) {
            return callMember(of: range, name, nameSpan, arguments, expecting, span)
        }
        switch self.base(base) {
        case .type(let type): return callStatic(type, name, nameSpan, arguments, expecting, span)
        case .value(let value): return callMember(of: value, name, nameSpan, arguments, expecting, span)
        }
    }

    private func callMember(
        of value: CheckedExpression, _ name: String, _ nameSpan: SourceSpan, _ arguments: CallArguments,
        _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if name == "self" { return callValue(value, arguments, expecting, span) }
        if name == "init", let delegation = delegation(value, arguments, span) { return delegation }
        // A stored property may hold a function; a method of the same name goes before.
        let operation = settleReceiver(value, name)
        probe(.value(value.type.settled), at: nameSpan)
        let candidates = members(of: value.type, name, receiver: value)
        let methods = candidates.filter { !$0.isProperty }
        if !methods.isEmpty {
            let result = call(methods, named: name, arguments, expecting, span, nameSpan: nameSpan)
            if let operation { leaveUntold(result, operation) }
            refuseMixed(in: value, givenBy: result, takesClosure: arguments.haveClosure)
            return result
        }
        if let part = part(of: value, name, span) { return callValue(part, arguments, expecting, span) }
        if let property = candidates.first {
            return callValue(self.property(property, span), arguments, expecting, span)
        }
        checkLoosely(arguments)
        return noMember(name, of: value, nameSpan, span)
    }

    /// `("a"..."z").contains(letter)`: a range of letters, since it is asked for one.
    private func letters(_ base: Expression, _ arguments: CallArguments) -> CheckedExpression? {
        switch base.kind {
        case .parenthesized(let inner): return letters(inner, arguments)
        case .infix(let name, _, let lower, let upper) where name == "..." || name == "..<":
            guard case .string(let first) = lower.kind, first.isOneCharacter, case .string(let last) = upper.kind,
                last.isOneCharacter, arguments.trailing.isEmpty, let argument = arguments.parenthesized.single,
                argument.label == nil, !argument.value.needsContext
            else { return nil }
            let tried = trial { check(argument.value).type.isNominal(BuiltIn.character) }
            drop(tried)
            guard tried.result else { return nil }
            return check(base, expecting: name == "..." ? .closedRange(.character) : .range(.character))
        default: return nil
        }
    }

    /// `self.init(…)` within an initialiser.
    private func delegation(
        _ value: CheckedExpression, _ arguments: CallArguments, _ span: SourceSpan
    ) -> CheckedExpression? {
        guard context.isInitializer, case .variable(let variable) = value.kind, variable === context.selfVariable else {
            return nil
        }
        let made = construct(value.type, named: "\(value.type)", arguments, value.type, span)
        return make(.assignment(value, converted(made, to: value.type, .assignment)), .void, span)
    }

    private func callStatic(
        _ type: CellType, _ name: String, _ nameSpan: SourceSpan, _ arguments: CallArguments, _ expecting: CellType?,
        _ span: SourceSpan
    ) -> CheckedExpression {
        if name == "init" { return construct(type, named: "\(type)", arguments, expecting, span) }
        probe(.type(type), at: nameSpan)
        if name == "some", let wrapped = type.wrapped, arguments.parenthesized.count == 1 {
            let value = check(arguments.parenthesized[0].value, to: wrapped, .argument)
            return make(.convert(value, .wrap), type, span)
        }
        let candidates = staticMembers(of: type, name)
        let methods = candidates.filter { !$0.isProperty }
        if !methods.isEmpty {
            return call(methods, named: name, arguments, expecting, span, nameSpan: nameSpan)
        }
        let value = staticMember(type, name, nameSpan, expecting, span)
        if value.type.isUnknown { checkLoosely(arguments) }
        return callValue(value, arguments, expecting, span)
    }
}

extension CellType {
    /// The type itself when it is an unbound literal, whose members are asked for; otherwise nothing to settle.
    var literalOnly: CellType {
        if case .variable(let variable) = resolved, variable.literal != nil { return self }
        return .void
    }
}

extension CallArguments {
    fileprivate var haveClosure: Bool { (parenthesized + trailing).contains { $0.value.isClosure } }
}

extension [Argument] {
    fileprivate var single: Argument? { count == 1 ? self[0] : nil }
}
