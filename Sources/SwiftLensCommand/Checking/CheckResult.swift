internal import Notebooks

/// What came of checking one notebook.
struct CheckResult: Sendable {
    enum Ending: Sendable { case same, different, unreadable, stopped }

    /// One code cell.
    struct Cell: Sendable {
        /// The how manieth code cell it is, from 1.
        let number: Int
        let id: String?
        var differences: [String] = []
        /// Why it was not compared.
        var skipped: String?

        var name: String { "cell \(number)" + (id.map { " [\($0)]" } ?? "") }
    }

    let path: String
    var ending = Ending.same
    /// Why there is nothing to compare, or what did not work.
    var problem: String?
    /// What is otherwise about the model, the version and the machine.
    var notes: [String] = []
    var cells: [Cell] = []
    var updated = 0

    /// As the terminal shows it.
    var text: String {
        let different = cells.filter { !$0.differences.isEmpty }
        var lines = [headline(different.count)]
        lines += notes.map { "  note: \($0)" }
        for cell in different {
            lines += cell.differences.prefix(Self.mostShown).map { "  \(cell.name), \($0)" }
            let rest = cell.differences.count - Self.mostShown
            if rest > 0 { lines.append("  \(cell.name): and \(rest) more") }
        }
        return lines.joined(separator: "\n")
    }

    private static let mostShown = 8

    private func headline(_ different: Int) -> String {
        if let problem { return "\(path): \(problem)" }
        let skipped = cells.count { $0.skipped != nil }
        let compared = cells.count - skipped
        let counted = "\(compared) cell\(compared == 1 ? "" : "s")" + (skipped > 0 ? " (\(skipped) left out)" : "")
        let saved = updated > 0 ? "; saved the new outputs of \(updated)" : ""
        if different == 0 { return "\(path): \(counted) say\(compared == 1 ? "s" : "") the same\(saved)" }
        return "\(path): \(different) of \(counted) say\(different == 1 ? "s" : "") something else\(saved)"
    }
}

extension CheckResult.Ending {
    var exitCode: Int32 {
        switch self {
        case .same: 0
        case .different: 1
        case .unreadable: 2
        case .stopped: 130
        }
    }
}
