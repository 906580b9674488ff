internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func whileLoop(_ label: String?, _ conditions: [Condition], _ body: [Statement]) -> CheckedStatement.Kind {
        inside(.loop, label) { loop in
            inBlock { .whileLoop(loop, self.conditions(conditions), body: inner(body)) }
        }
    }

    func repeatLoop(_ label: String?, _ body: [Statement], _ until: Expression) -> CheckedStatement.Kind {
        inside(.loop, label) { loop in
            let checked = inner(body)
            return .repeatLoop(loop, body: checked, until: check(until, to: .bool, .condition))
        }
    }

    func forLoop(_ loop: ForLoop) -> CheckedStatement.Kind {
        let start = solver.mark.variables
        let annotation = loop.type.map(resolve)
        let sequence = check(loop.sequence, expecting: annotation.map { .array($0) })
        if annotation == nil { refuseMixed(in: sequence) }
        settleStatement(since: start)
        let element = element(of: sequence, annotation)
        return inBlock {
            let pattern = pattern(loop.pattern, of: element, mustFit: !loop.isCase)
            let filter = loop.filter.map { check($0, to: .bool, .condition) }
            return inside(.loop, loop.label) { target in
                .forLoop(
                    CheckedFor(
                        target: target, pattern: pattern.checked, isSelecting: loop.isCase, sequence: sequence,
                        elementType: element, filter: filter, body: inner(loop.body)))
            }
        }
    }

    private func element(of sequence: CheckedExpression, _ annotation: CellType?) -> CellType {
        if sequence.type.isUnknown { return annotation ?? .unknown }
        guard let element = conformances.element(of: sequence.type)?.settled else {
            let type = sequence.type.settled
            var hints: [String] = []
            if type.isNominal(BuiltIn.int) { hints = ["a number of times: 'for i in 0..<n'"] }
            if type.wrapped != nil { hints = ["unwrap it: with '!', '??' or 'if let'"] }
            error(.notASequence(type), at: sequence.span, hints: hints)
            return .unknown
        }
        if let annotation, !solver.unify(element, annotation) {
            error(Purpose.specified.mistake(element, annotation), at: sequence.span)
        }
        return element
    }
}
