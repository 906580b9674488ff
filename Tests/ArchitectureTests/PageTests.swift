import Foundation
import Testing

/// The files that the pages for contributors send people to are there.
struct PageTests {
    @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md", "Sources/HookedTransformers/PartialRuns/README.md"])
    func everyFileThatAPageNamesIsThere(_ page: String) throws {
        let files = try Repository.paths()
        let named = try Repository.text(of: page).matches(of: /`([^`<>*… ]+\.(?:swift|js|md|py))`/).map {
            String($0.output.1)
        }
        #expect(!named.isEmpty)
        for name in named {
            #expect(
                files.contains { $0 == name || $0.hasSuffix("/" + name) }, "\(page) names \(name), which is not there")
        }
    }

    @Test func everyVariableOfOursIsOnTheEnvironmentsPage() throws {
        let page = try Repository.text(of: "Sources/SwiftLens/SwiftLens.docc/EnvironmentVariables.md")
        let files = try Repository.paths().filter { file in [".swift", ".py", ".sh"].contains(where: file.hasSuffix) }
        var seen: Set<Substring> = []
        for file in files + ["Makefile"] {
            let text = try Repository.text(of: file)
            guard ["SWIFTLENS_", "FUZZ_", "SOAK_", "TORCH_"].contains(where: text.contains) else { continue }
            let names = text.matches(of: /\b(?:SWIFTLENS|FUZZ|SOAK|TORCH)_[A-Z_]*[A-Z]\b/)
            for name in names.map(\.output) where seen.insert(name).inserted {
                #expect(page.contains("`\(name)"), "\(file) reads \(name)")
            }
        }
        #expect(seen.count > 8)
    }
}
