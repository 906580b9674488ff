import CellHost
import CellInterpreter
import CellLibrary
import Foundation
import TestSupport
import Testing

/// Cells are told about mistakes of method, in one line, with the way out.
@Suite struct LintTests {
    private let output = WarningOutput()
    private let interpreter: Interpreter

    init() {
        interpreter = Interpreter(library: .swiftLens(), output: output)
        _ = interpreter.run("let weights = \"\(Programs.weights)\"")
    }

    /// The warnings about a cell.
    private func warnings(_ text: String) -> [String] {
        output.errors = ""
        let result = onDeepStack { interpreter.run(text, name: "cell") }
        #expect(result.error == nil, "\(result.error?.evalue ?? "")")
        return output.errors.split(separator: "\n").map(String.init)
    }

    @Test func theSixOfThePublishedNotebook() {
        #expect(
            warnings(
                """
                func meanAblation(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
                    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...].mean(dim: 1, keepdim: true)
                }
                """) == [
                    "warning[mean-over-coordinates] line 2: mean(dim: 1) of clean[hook.name][0..., -1, head, 0...] averages a "
                        + "head's own coordinates, whose basis is arbitrary; over prompts: mean(dim: 0)"
                ])
        #expect(
            warnings(
                """
                let clean = Tensor(3.55), corrupted = Tensor(-3.55)
                func normalize(_ patched: Tensor) -> Tensor { (patched - corrupted) / (clean - corrupted) }
                """) == [
                    "warning[half-is-destruction] line 2: clean is 3.55 and corrupted its opposite, so that 0.5 on this scale is "
                        + "a difference of 0: the answer is gone, not half restored; look at the difference itself too"
                ])
        let filters = warnings(
            """
            func percentage(_ a: [Double], _ b: [Double]) -> Int {
                var sum = 0.0
                for (ai, bi) in zip(a, b) where ai > 0.05 {
                    sum += abs(bi / ai)
                }
                return Int(sum / Double(a.count) * 100)
            }
            percentage([0.01], [0.2])
            """)
        #expect(
            filters == [
                "warning[empty-filter] line 3: where nothing passes \"ai > 0.05\" this gives 0, a number made of no elements; count "
                    + "what passes, and say so or give nil when it is none",
                "warning[filter-over-all] line 6: sum / Double(a.count) divides the sum of what passes \"ai > 0.05\" by the number "
                    + "of all; divide by how many pass",
            ])
        let detectors = warnings(
            """
            let model = try HookedTransformer.fromPretrained(weights)
            manualSeed(0)
            let half = Tensor.randint(100, 1900, size: [1, 12])
            let repeated = Tensor.cat([half, half], dim: 1)
            let strings = try model.toStrings(repeated)
            let inductionHeads = try detectHead(model, strings, .inductionHead)
            let previousHeads = try detectHead(model, strings, .previousTokenHead)
            """)
        #expect(detectors.count == 1 && detectors[0].hasPrefix("warning[retokenised] line 6: strings is cut into "))
        #expect(
            detectors[0].hasSuffix("not into the 24 of repeated that it was made of; give detectHead the tokens"))
        let title = warnings(
            """
            func show(_ heads: [Int], title: String) -> String { "\\(heads) \\(title)" }
            show([59], title: "Induction Heads")
            show([59], title: "Previous Token Head")
            """)
        #expect(
            title.count == 1
                && title[0].hasPrefix(
                    "warning[title-against-scores] line 2: \"Induction Heads\" is written over L4H11")
        )
    }

    @Test func theLastPositionOfUnequalPrompts() {
        _ = warnings(
            """
            let model = try HookedTransformer.fromPretrained(weights)
            let prompts = ["John gave the bag to", "Mary went to the shops. Mary gave the bag to"]
            """)
        let found = warnings(
            """
            let logits = try model(prompts, paddingSide: .right)
            let last = logits[0..., -1]
            let inPlace = try model.runWithHooks(["John", "John gave the bag to"], fwdHooks: [], paddingSide: .right)[0..., -1, 0...]
            """)
        #expect(found.count == 2)
        #expect(
            found.first?.hasPrefix(
                "warning[ragged-end] line 2: position -1 is padding in the shorter prompts, which have ")
                ?? false)
        #expect(found.allSatisfy { $0.hasSuffix("with paddingSide: .left it is the last token of each") })
        #expect(
            warnings(
                """
                let fine = try model(prompts, paddingSide: .left)[0..., -1]
                let equal = try model(["John gave it", "Mary gave it"], paddingSide: .right)[0..., -1]
                let first = logits[0..., 0]
                """) == [])
    }

    @Test func aCommentSilencesARuleAndACommandAll() {
        let mean = "let m = cache[\"z\", 9].mean(dim: -1)"
        _ = warnings("let cache = ActivationCache([(\"blocks.9.attn.hook_z\", Tensor.ones([2, 3, 4, 5]))])")
        #expect(warnings("let a = try cache[\"z\", 9].mean(dim: -1)").count == 1)
        #expect(warnings("let b = try cache[\"z\", 9].mean(dim: -1)  // lint:ok mean-over-coordinates").isEmpty)
        #expect(warnings("// lint:ok\nlet c = try cache[\"z\", 9].mean(dim: -1)").isEmpty)
        #expect(warnings("let d = try cache[\"z\", 9].mean(dim: -1)  // lint:ok empty-filter").count == 1)
        #expect(warnings("%lint off\n").isEmpty && warnings("let e = try cache[\"z\", 9].mean(dim: -1)").isEmpty)
        #expect(warnings("%lint on\n").isEmpty && warnings("let f = try cache[\"z\", 9].mean(dim: -1)").count == 1)
        #expect(interpreter.run("%lint sideways").error != nil && !mean.isEmpty)
    }

    @Test func whatIsMeantIsLetAlone() {
        _ = warnings(
            """
            let cache = ActivationCache([("blocks.9.attn.hook_z", Tensor.ones([2, 3, 4, 5])), ("blocks.9.attn.hook_pattern", Tensor.ones([2, 4, 3, 3]))])
            let clean = Tensor(3.5), corrupted = Tensor(1.0)
            """)
        let cells = [
            "let a = try cache[\"z\", 9].mean(dim: 0)",
            "let b = try cache[\"z\", 9][0..., -1, 2, 0...].mean(dim: 0)",
            "let c = try cache[\"pattern\", 9][0..., 1, -1, 0...].mean(dim: 1)",
            "func n(_ x: Tensor) -> Tensor { (x - corrupted) / (clean - corrupted) }",
            "let d = (2.0 - 1.0) / (3.0 - 1.0)",
            """
            func mean(_ a: [Double]) -> Double? {
                var (sum, count) = (0.0, 0)
                for x in a where x > 0 {
                    sum += x
                    count += 1
                }
                return count == 0 ? nil : sum / Double(count)
            }
            """,
            "var total = 0.0\nfor x in [1.0, -1.0] where x > 0 { total += x }\ntotal",
            "let e = [1.0, 2.0].filter { $0 > 1 }.count",
            "heatMap(Tensor.ones([2, 2]), title: \"Induction scores\")",
        ]
        for cell in cells { #expect(warnings(cell) == [], "\(cell)") }
    }

    @Test("The shipped notebooks mean what they say")
    func shippedNotebooks() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("notebooks")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "ipynb" }
        #expect(!files.isEmpty)
        for file in files {
            let notebook = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            for cell in notebook?["cells"] as? [[String: Any]] ?? [] {
                for output in cell["outputs"] as? [[String: Any]] ?? [] {
                    let text = (output["text"] as? [String] ?? []).joined()
                    #expect(!text.contains("warning["), "\(file.lastPathComponent): \(text)")
                }
            }
        }
    }
}
