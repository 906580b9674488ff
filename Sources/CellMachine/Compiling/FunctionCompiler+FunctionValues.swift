internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// A closure: code is made once, the box with what it captures each time that it is evaluated.
    func closure(_ closure: CheckedClosure) -> Code {
        let site = site(closure.span)
        let target = ClosureTarget(closureCode(closure), machine)
        let capture = capture(closure.scope.captures, site)
        let values = closure.captureList.map { self.code($0.value) }
        return { frame in
            var captured = try capture(frame)
            for value in values { captured.append(try value(frame)) }
            return .function(CallableBox(target, captured: captured))
        }
    }

    private func closureCode(_ closure: CheckedClosure) -> FunctionCode {
        let compiler = FunctionCompiler(cell, scope: closure.scope, parameters: closure.parameters, source: source)
        let listed = closure.captureList.map(\.variable)
        let body = compiler.entering(
            closure.parameters + listed, inOut: closure.inOutParameters, compiler.body(closure.body))
        return FunctionCode(
            name: "closure", slots: compiler.slotCount, inOutParameters: closure.inOutParameters,
            splatsTuple: closure.splatsTuple, captureSlots: compiler.captureSlots + listed.map(\.slot), body: body)
    }

    /// A function of the user as a value.
    func functionValue(_ function: UserFunction, _ site: Site) -> Code {
        let target = ClosureTarget(function, machine)
        let capture = capture(function.scope.captures, site)
        return { frame in .function(CallableBox(target, captured: try capture(frame))) }
    }

    /// A function of the library, a method with its receiver, an initialiser or a case as a value.
    func reference(_ signature: Signature, _ receiver: CheckedExpression?, _ site: Site) -> Code {
        let receiver = receiver.map { code($0) }
        let body = referenceBody(signature, site)
        let name = signature.name
        return { frame in
            guard let own = try receiver?(frame) else {
                return .function(CallableBox(LibraryTarget(name: name, body: body)))
            }
            let bound = LibraryTarget(name: name) { arguments in
                var all = [own] + arguments
                defer { arguments = Array(all.dropFirst()) }
                return try body(&all)
            }
            return .function(CallableBox(bound))
        }
    }

    private func referenceBody(_ signature: Signature, _ site: Site) -> (inout [CellValue]) throws -> CellValue {
        let machine = machine
        switch signature.implementation {
        case .host(let declaration):
            let call = HostInvocation(declaration, signature, site)
            return { arguments in
                let count = arguments.count
                let base = try machine.enter(count)
                defer { machine.leave(base, count) }
                for index in 0..<count { base[index] = arguments[index].taken() }
                defer { for index in 0..<count { arguments[index] = (base + index).take() } }
                return try call(base)
            }
        case .user(let function):
            let target = ClosureTarget(function, machine)
            return { try target.call(&$0, []) }
        case .enumCase(let type, let index):
            return { .enumeration(EnumerationBox(type, index: index, payload: $0)) }
        case .memberwise(let type, let fields):
            let defaults = type.fields.map { cell.defaultCode(of: $0) }
            return { arguments in
                var parts = try defaults.enumerated().map { index, code in
                    fields.contains(index) ? .absent : try machine.run(code) ?? .absent
                }
                for (field, value) in zip(fields, arguments) { parts[field] = value }
                return .structure(StructureBox(type, parts))
            }
        case .userAccessors, .synthesized:
            return { _ in throw site.failure("'\(signature.name)' cannot be used as a value") }
        }
    }
}
