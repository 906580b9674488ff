internal import CellMeaning
internal import CellSyntax
internal import SessionSafety

extension FunctionCompiler {
    func whileLoop(_ loop: CheckedLoop, _ conditions: [CheckedCondition], _ body: [CheckedStatement]) -> StepCode {
        let test = self.conditions(conditions)
        let body = scoped(body)
        let (leaving, continuing) = ends(of: loop)
        let stop = machine.stop
        return { frame in
            while try test(frame) {
                if stop.isRequested { throw Interrupted() }
                let step = try body(frame)
                if step == .next || step == continuing { continue }
                return step == leaving ? .next : step
            }
            return .next
        }
    }

    func repeatLoop(_ loop: CheckedLoop, _ body: [CheckedStatement], _ until: CheckedExpression) -> StepCode {
        let test = condition(until)
        let body = scoped(body)
        let (leaving, continuing) = ends(of: loop)
        let stop = machine.stop
        return { frame in
            repeat {
                if stop.isRequested { throw Interrupted() }
                let step = try body(frame)
                if step == .next || step == continuing { continue }
                return step == leaving ? .next : step
            } while try test(frame)
            return .next
        }
    }

    func ends(of loop: CheckedLoop) -> (leaving: Step, continuing: Step) {
        let index = index(of: loop)
        return (.breaking(index), .continuing(index))
    }
}
