internal import CellHost
internal import CellMachine
internal import CellSyntax
internal import CellValues
internal import SessionSafety

/// Turns errors into what a front end shows.
struct CellErrorReport {
    let library: HostLibrary

    func error(for error: any Error) -> CellError {
        if let failure = error as? CompileFailure { return compileError(failure) }
        if let error = error as? CellError { return error }
        guard let failure = error as? CellFailure else {
            return report(CellFailure(error, isCatchable: false, site: nil))
        }
        return report(failure)
    }

    private func compileError(_ failure: CompileFailure) -> CellError {
        let diagnostics = OtherSyntax(library: library, source: failure.source).explained(failure.diagnostics)
        let lines = diagnostics.flatMap { $0.rendered(in: failure.source) }
        let count = diagnostics.count
        // Some front ends show the message alone: the way out belongs to it.
        let first = diagnostics.first.map { ([$0.message] + $0.hints).joined(separator: "; ") } ?? ""
        return CellError(
            ename: "CompileError", evalue: count > 1 ? "\(first) (and \(count - 1) more)" : first, traceback: lines,
            isInterrupt: false)
    }

    private func report(_ failure: CellFailure) -> CellError {
        let isInterrupt = (failure.cause as? Interrupted).map { $0.shortage == nil } ?? false
        let name = name(of: failure.cause)
        let message = message(of: failure.cause)
        let hints = (failure.cause as? CellRuntimeError)?.hints ?? []
        return CellError(
            ename: name, evalue: ([message] + hints).joined(separator: "; "),
            traceback: traceback(failure, isInterrupt ? message : "\(name): \(message)"),
            isInterrupt: isInterrupt)
    }

    // MARK: Words

    private func name(of cause: any Error) -> String {
        switch cause {
        case let end as Interrupted: return end.shortage == nil ? "Interrupted" : "RuntimeError"
        case is CellRuntimeError: return "RuntimeError"
        case let thrown as ThrownValue:
            if case .existential(let box) = thrown.value { return "\(box.type)" }
            return "Error"
        default:
            func box<E: Error>(_ error: E) -> String {
                library.typesBySwiftType[ObjectIdentifier(E.self)]?.name ?? "\(E.self)"
            }
            return _openExistential(cause, do: box)
        }
    }

    private func message(of cause: any Error) -> String {
        if let end = cause as? Interrupted {
            return end.shortage.map { "the values of the session have grown too large: \($0)" }
                ?? "the cell was stopped"
        }
        let message = "\(cause)"
        guard message.utf8.count > CellFailure.longestMessage else { return message }
        return "\(message.beginning(atMost: CellFailure.longestMessage))… (\(message.utf8.count) bytes in all)"
    }

    // MARK: Lines

    private func traceback(_ failure: CellFailure, _ headline: String) -> [String] {
        var lines: [String] = []
        if let site = failure.site {
            lines.append("\(site.text): error: \(headline)")
            lines += site.source.excerpt(site.span).map { "  " + $0 }
        } else {
            lines.append("error: \(headline)")
        }
        if let error = failure.cause as? CellRuntimeError { lines += error.hints.map { "  \($0)" } }
        var previous = ""
        for call in failure.calls {
            let place = call.site.map { ", called at \($0.text)" } ?? ", called by the library"
            let excerpt = call.site.map { $0.source.excerpt($0.span).map { "  " + $0 } } ?? []
            let text = "in \(call.function)\(place)"
            if text != previous { lines += [text] + excerpt }
            previous = text
        }
        if failure.omittedCalls > 0 { lines.append("and \(failure.omittedCalls) more calls") }
        return lines
    }
}

extension Site {
    /// `cell 3:2:5`.
    fileprivate var text: String {
        let (line, column) = source.position(of: span.start)
        return "\(source.name):\(line):\(column)"
    }
}
