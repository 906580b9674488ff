import ArgumentParser
import CellSyntax
import JupyterProtocol
import JupyterZeroMQ
import Foundation

@main
struct SwiftLensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "swiftlens")
    func run() throws { print(parseProbe("let a = 1"), probeSign("x"), probeZMQ(), URL(fileURLWithPath: "/tmp").path) }
}
