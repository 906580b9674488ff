import Testing

/// The arrows of ARCHITECTURE.md, held against the `import` lines of the sources.
struct ImportDirectionTests {
    private let allowed: [String: Set<String>]

    init() throws { allowed = try Repository.allowedImports() }

    @Test func everyTargetHasARowAndEveryRowATarget() throws {
        let targets = try Set(Repository.sourceFolders()).filter { !Repository.isC($0) }
        #expect(Set(allowed.keys) == targets)
    }

    @Test func noArrowRunsTheWrongWay() throws {
        let watched = Set(allowed.keys).union(allowed.values.joined())
        for (target, permitted) in allowed {
            for file in try Repository.sources(of: target) {
                for module in file.imports where watched.contains(module) {
                    #expect(permitted.contains(module), "\(file.path) imports \(module)")
                }
            }
        }
    }

    @Test func noPermissionGoesUnused() throws {
        for (target, permitted) in allowed {
            let used = try Set(Repository.sources(of: target).flatMap(\.imports))
            #expect(permitted.subtracting(used) == [], "\(target) imports none of them")
        }
    }

    @Test func theManifestSaysTheSame() throws {
        let manifest = try Repository.manifestDependencies()
        for (target, permitted) in allowed {
            #expect(manifest[target] == permitted, "\(target) in Package.swift and in ARCHITECTURE.md")
        }
    }

    @Test func anOutsideLibraryEntersThroughOneTarget() throws {
        let outside = Set(allowed.values.joined()).subtracting(allowed.keys)
        for library in outside {
            let importers = allowed.filter { $0.value.contains(library) }.keys
            #expect(importers.count == 1, "\(library) is open to \(importers.sorted())")
        }
    }
}
