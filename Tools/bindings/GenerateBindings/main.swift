import BindingGenerator
import Foundation

// Writes Sources/CellLibrary/Generated from the library's public declarations: `make bindings`.
let root = URL(fileURLWithPath: CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ".")
let output = try BindingGenerator(root: root).run()
for (path, text) in output.files {
    let file = root.appendingPathComponent(path)
    if (try? String(contentsOf: file, encoding: .utf8)) == text { continue }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    print("wrote \(path)")
}
for problem in output.problems { print(problem) }
exit(output.problems.isEmpty ? 0 : 1)
