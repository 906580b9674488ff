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
}
