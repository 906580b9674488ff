import SessionSafety
import Testing

/// What a call reports that cannot throw, and which error of several a scope throws.
struct FaultTests {
    private enum Mistake: Error { case first, second }

    private func reporting(_ mistake: Mistake) -> Int { Fault.raise(mistake, returning: 0) }

    @Test func theFirstReportIsThrown() {
        #expect(throws: Mistake.first) {
            try Fault.catching { [reporting(.first), reporting(.second)] }
        }
    }

    @Test func whatIsThrownAfterAReportFollowsFromIt() {
        #expect(throws: Mistake.first) {
            try Fault.catching {
                if reporting(.first) == 0 { throw Mistake.second }
            }
        }
    }

    @Test func aStopIsAStopWhateverItsPlaceholderLeadsTo() {
        #expect(throws: Interrupted.self) {
            try Fault.catching {
                let elements = Fault.raising(returning: [Int]()) { throw Interrupted() }
                if elements.isEmpty { throw Mistake.second }
            }
        }
    }

    @Test func whatWasTakenOutIsOver() {
        #expect(throws: Mistake.second) {
            try Fault.catching {
                _ = reporting(.first)
                try? Fault.throwIfRaised()
                throw Mistake.second
            }
        }
    }

    @Test func anInnerScopeKeepsItsReports() throws {
        let value = try Fault.catching {
            let inner = Result { try Fault.catching { reporting(.first) } }
            if case .success = inner { Issue.record("the report was lost") }
            return 7
        }
        #expect(value == 7)
    }
}
