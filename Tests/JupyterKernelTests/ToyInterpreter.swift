import Display
import Foundation
import JupyterKernel
import SessionSafety
import Synchronization

/// A door before which a cell waits until the test opens it.
final class Gate: Sendable {
    private let isOpen = Atomic<Bool>(false)

    func open() { isOpen.store(true, ordering: .releasing) }
    var hasOpened: Bool { isOpen.load(ordering: .acquiring) }
}

/// A language of one-line commands; a line `a; b` runs both.
final class ToyInterpreter: CodeInterpreter {
    private let gate: Gate

    init(gate: Gate) { self.gate = gate }

    func execute(_ code: String, in cell: CellContext) throws -> MIMEBundle? {
        var value: MIMEBundle?
        for command in code.split(separator: "; ") {
            let words = command.split(separator: " ", maxSplits: 1).map(String.init)
            value = try run(words[0], words.count > 1 ? words[1] : "", in: cell)
        }
        return value
    }

    private func run(_ command: String, _ rest: String, in cell: CellContext) throws -> MIMEBundle? {
        let bundle = MIMEBundle(plain: rest)
        switch command {
        case "print": cell.print(rest + "\n")
        case "complain": cell.print(rest + "\n", to: .standardError)
        case "lines": for number in 0..<(Int(rest) ?? 0) { cell.print("\(number)\n") }
        case "show": cell.show(bundle)
        case "name": cell.show(bundle, id: "d")
        case "progress":
            for step in 1...(Int(rest) ?? 1) { cell.update(MIMEBundle(plain: "\(step)"), id: "d") }
        case "last": cell.finish(bundle, id: "d")
        case "picture": cell.show(MIMEBundle(plain: "picture").with(.png, rest))
        case "clear": cell.clear(wait: true)
        case "page": cell.page(bundle)
        case "next": cell.setNextInput(rest)
        case "ask": return MIMEBundle(plain: try cell.readLine(prompt: rest) ?? "end of input")
        case "wait": while !gate.hasOpened { try turn() }
        case "loop": while true { try turn() }
        case "fail": throw CodeError(name: "ToyError", message: rest, traceback: ["at \(rest)"])
        case "throw": throw Surprise()
        case "value": return bundle
        default: throw CodeError(name: "UnknownCommand", message: command)
        }
        return nil
    }

    /// A turn of a loop: other tests need the cores too.
    private func turn() throws {
        try Interruption.check()
        usleep(50)
    }

    func complete(_ code: String, at cursor: String.Index) throws -> Completions {
        if code.hasPrefix("fail") { throw Surprise() }
        return Completions(
            replacing: code.startIndex..<cursor, matches: [Completions.Match("print", kind: "function")])
    }

    func inspect(_ code: String, at cursor: String.Index, detail: InspectionDetail) throws
        -> MIMEBundle?
    {
        if code.hasPrefix("fail") { throw Surprise() }
        return code.hasPrefix("print")
            ? MIMEBundle(plain: detail == .full ? "everything" : "prints") : nil
    }

    func completeness(of code: String) -> Completeness {
        code.hasSuffix("\\") ? .incomplete(indent: "  ") : .complete
    }
}

/// An error that is not the kernel's own.
struct Surprise: Error, CustomStringConvertible {
    let description = "something else went wrong"
}
