import Display
import JupyterKernel
import SessionSafety

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A language of one-line commands.
final class EchoInterpreter: CodeInterpreter {
    func execute(_ code: String, in cell: CellContext) throws -> MIMEBundle? {
        let words = code.split(separator: " ", maxSplits: 1).map(String.init)
        guard let command = words.first else { return nil }
        return try run(command, words.count > 1 ? words[1] : "", in: cell)
    }

    private func run(_ command: String, _ rest: String, in cell: CellContext) throws -> MIMEBundle? {
        switch command {
        case "print": cell.print(rest + "\n")
        case "complain": cell.print(rest + "\n", to: .standardError)
        case "show": cell.show(MIMEBundle(plain: rest).with(.html, "<b>\(rest)</b>"))
        case "shows": for _ in 0..<(Int(rest) ?? 0) { cell.show(MIMEBundle(plain: "shown")) }
        case "page": cell.page(MIMEBundle(plain: rest))
        case "clear": cell.clear(wait: false)
        case "ask": return MIMEBundle(plain: try cell.readLine(prompt: rest) ?? "end of input")
        case "count": for number in 0..<(Int(rest) ?? 0) { try count(number, in: cell) }
        case "progress": for step in 1...(Int(rest) ?? 1) { cell.update(MIMEBundle(plain: "\(step)"), id: "progress") }
        case "library": printAsLibrary(rest)
        case "slow": try wait(milliseconds: Int(rest) ?? 2000)
        case "loop": while true { try Interruption.check() }
        case "fail": throw CodeError(name: "EchoError", message: rest)
        case "value": return MIMEBundle(plain: rest)
        default: throw CodeError(name: "UnknownCommand", message: "no command \"\(command)\"")
        }
        return nil
    }

    private func count(_ number: Int, in cell: CellContext) throws {
        try Interruption.check()
        cell.print("\(number)\n")
    }

    private func printAsLibrary(_ text: String) {
        let line = text + "\n"
        _ = line.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
    }

    private func wait(milliseconds: Int) throws {
        for _ in 0..<milliseconds {
            usleep(1000)
            try Interruption.check()
        }
    }

    func complete(_ code: String, at cursor: String.Index) -> Completions {
        let words = ["print", "page", "progress", "show", "slow"]
        let matches = words.filter { $0.hasPrefix(code[..<cursor]) }.map { Completions.Match($0, kind: "function") }
        return Completions(replacing: code.startIndex..<cursor, matches: matches)
    }

    func inspect(_ code: String, at cursor: String.Index, detail: InspectionDetail) -> MIMEBundle? {
        code.hasPrefix("print") ? MIMEBundle(plain: "print TEXT: prints TEXT") : nil
    }

    func completeness(of code: String) -> Completeness {
        if code.hasSuffix("\\") { return .incomplete(indent: "  ") }
        return code.hasPrefix("!") ? .invalid : .complete
    }
}
