import BindingGenerator
import Foundation
import Testing

/// What becomes of a declaration, on libraries of a few lines.
@Suite struct BindingRuleTests {
    @Test func aFunctionIsBoundWithItsWordsDefaultsAndThrows() throws {
        let output = try generated(
            """
            /// Numbers.
            public struct Box {
                /// Adds: `box.adding(2)`.
                public func adding(_ number: Int, times count: Int = 1 + 1) throws -> Box? { nil }
            }
            """)
        #expect(output.problems == [])
        #expect(
            output.text.contains(
                """
                            /// Adds: `box.adding(2)`.
                            func adding(_ number: Int, times count: Int = 1 + 1) throws -> Box?
                """))
        #expect(
            output.text.contains(
                "call.value(0, as: Box.self).adding(call.value(1, as: Int.self), times: call.value(2, as: Int.self)).toCell()"
            ))
    }

    @Test func casesAndPropertiesAreMembers() throws {
        let output = try generated(
            """
            /// A choice.
            public enum Choice: String, CaseIterable {
                /// The first.
                case one
            }
            /// A place.
            public final class Place {
                /// Where.
                public var number = 3
                /// Only to be read.
                public private(set) var name = ""
            }
            """)
        #expect(output.problems == [])
        for text in [
            "static let one: Choice", "static var allCases: [Choice]", "var rawValue: String",
            "var number: Int { get set }", "isReference: true",
        ] {
            #expect(output.text.contains(text), "\(text)")
        }
        #expect(output.text.contains("var name: String\n"))
    }

    @Test func closuresOptionsAndPairsCross() throws {
        let output = try generated(
            """
            /// What may be asked for.
            public protocol Question { }
            extension Int: Question { }
            /// Asks: `ask(1, pairs: []) { $0 }`.
            public func ask(
                _ question: any Question, pairs: [(name: String, value: Int)], _ answer: @escaping (Int) throws -> Int
            ) throws -> (Int, String) { (0, "") }
            """)
        #expect(output.problems == [])
        #expect(output.text.contains("conformance(\"Question\", of: \"Int\")"))
        #expect(output.text.contains("call.value(0, as: HostAny<any Question>.self).value"))
        #expect(output.text.contains("[HostPair<String, Int>].self).map { (name: $0.first, value: $0.second) }"))
        #expect(output.text.contains("{ (a0: Int) throws -> Int in try function2(a0, returning: Int.self) }"))
        #expect(output.text.contains("return .tuple([result.0.toCell(), result.1.toCell()])"))
    }

    @Test func whatIsNotPublicStaysOut() throws {
        let output = try generated(
            """
            /// A box.
            public struct Box {
                func own() {}
                package func shared() {}
                private var hidden: Int { 0 }
            }
            struct Inside { }
            """)
        #expect(output.problems == [])
        for name in ["own", "shared", "hidden", "Inside"] { #expect(!output.text.contains(name), "\(name)") }
    }

    @Test(arguments: [
        ("public func silent() {}", "say what 'silent()' does"),
        (
            "/// Looks.\npublic func look(_ pointer: UnsafePointer<Int>) {}",
            "'look(_: UnsafePointer<Int>)' cannot be bound"
        ),
        ("/// Changes.\npublic func change(_ body: (Int) -> Int) {}", "a cell's closure may throw"),
        ("/// All.\npublic func all(_ numbers: Int...) {}", "the same function with an array"),
        ("/// Any.\npublic func any<T>(_ value: T) {}", "it is generic"),
        ("/// Value.\npublic var value = make()", "write the type of 'value'"),
    ])
    func whatCannotBeBoundIsAProblemWithTheWayOut(_ source: String, _ problem: String) throws {
        let problems = try generated(source).problems
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }

    @Test func whatIsBoundByHandIsNotWrittenAndIsCompiledAsItSays() throws {
        let output = try generated(
            "/// Any.\npublic func show<T>(_ value: T, twice: Bool = false) {}",
            byHand: #"declare("/// Any.\nfunc show<T>(_ value: T, twice: Bool = false)") { (v: CellValue) in show(v) }"#
        )
        #expect(output.problems == [])
        #expect(!output.text.contains("\"show\""))
        #expect(output.checks.contains("show(value, twice: twice)"))
        #expect(output.checks.contains("show(value)"))
        #expect(output.checks.contains("let _: Bool = false"))
    }

    // MARK: A library of one file

    private struct Generated {
        var text: String
        var checks: String
        var problems: [String]
    }

    private func generated(_ source: String, byHand: String = "") throws -> Generated {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("bindings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let files = [
            "Sources/SwiftLens/SwiftLens.swift": "@_exported public import TensorCore",
            "Sources/TensorCore/A.swift": source, "Sources/CellLibrary/ByHand/A.swift": byHand,
        ]
        for (path, text) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let output = try BindingGenerator(root: root).run()
        return Generated(
            text: output.files["Sources/CellLibrary/Generated/TensorCoreBindings.swift"] ?? "",
            checks: output.files["Tests/CellLibraryTests/Generated/HandWrittenSignatures.swift"] ?? "",
            // The list of what is not for cells speaks of the real library.
            problems: output.problems.filter { !$0.hasPrefix("NotForCells.swift") })
    }
}
