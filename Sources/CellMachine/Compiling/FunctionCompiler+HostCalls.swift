internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues
internal import SessionSafety

extension FunctionCompiler {
    /// A call of a function of the library: its arguments are put in a row on the machine's stack.
    func hostCall(
        _ declaration: HostDeclaration, _ signature: Signature, _ list: [CheckedExpression], _ site: Site
    ) -> Code {
        let call = HostInvocation(declaration, signature, site)
        guard let pass = passing(list) else { return hostCall(call, arguments(list), site) }
        let machine = machine
        let count = max(1, list.count)
        return { frame in
            let base = try machine.enter(count)
            defer { machine.leave(base, count) }
            try pass(frame, base)
            return try call(base)
        }
    }

    /// With `inout` arguments, such as self of a mutating method.
    private func hostCall(_ call: HostInvocation, _ arguments: ArgumentList, _ site: Site) -> Code {
        let machine = machine
        let (count, temporaries) = (arguments.count, arguments.temporaries)
        return { frame in
            let base = try machine.enter(count + temporaries)
            defer { machine.leave(base, count + temporaries) }
            try arguments.evaluate(frame, into: base, temporaries: base + count)
            return try arguments.borrowing(frame, base + count, into: base) { try call(base) }
        }
    }
}

/// A declaration of the library that is called from a place in a cell.
struct HostInvocation {
    private let body: HostBody
    private let mayFault: Bool
    private let throwsInCells: Bool
    private let site: Site

    init(_ declaration: HostDeclaration, _ signature: Signature, _ site: Site) {
        self.init(declaration.body, mayFault: declaration.mayFault, signature, site)
    }

    init(_ body: @escaping HostBody, mayFault: Bool, _ signature: Signature, _ site: Site) {
        self.body = body
        self.mayFault = mayFault
        throwsInCells = signature.throwing != .never
        self.site = site
    }

    /// Calls it with arguments in a row.
    @inline(__always)
    func callAsFunction(_ base: Frame) throws -> CellValue {
        do {
            let value = try body(base)
            if mayFault { try checkFault() }
            return value
        } catch { throw located(error) }
    }

    /// An error that the call reported instead of throwing it. A compiled program would have ended, so nothing catches it.
    @inline(never)
    private func checkFault() throws {
        do { try Fault.throwIfRaised() } catch { throw CellFailure(error, isCatchable: false, site: site) }
    }

    @inline(never)
    private func located(_ error: any Error) -> any Error {
        if mayFault, !(error is CellFailure) {
            do { try Fault.throwIfRaised() } catch { return CellFailure(error, isCatchable: false, site: site) }
        }
        return site.locating(error, isCatchable: throwsInCells)
    }
}
