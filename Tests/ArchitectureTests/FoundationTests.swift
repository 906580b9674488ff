import Testing

/// Of Foundation, the executable holds the part without ICU: all of it would be 45 MB more to download and to load.
struct FoundationTests {
    @Test func onlyEssentialsAreImported() throws {
        let sources = try Repository.sources()
        #expect(sources.count > 100)
        for file in sources {
            let lines = file.lines.filter { !$0.isEmpty }
            for (number, line) in lines.enumerated() where line.hasSuffix("import Foundation") && !line.contains("//") {
                let isOtherwise =
                    number > 1 && lines[number - 1] == "#else" && lines[number - 2].hasSuffix("FoundationEssentials")
                #expect(
                    isOtherwise,
                    "\(file.name) imports Foundation; write #if canImport(FoundationEssentials) … #else … #endif")
            }
        }
    }
}
