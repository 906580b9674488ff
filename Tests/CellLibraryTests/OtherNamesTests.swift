import CellHost
import CellInterpreter
import CellLibrary
import Foundation
import TestSupport
import Testing

/// What is told when the words of other libraries are typed.
@Suite struct OtherNamesTests {
    /// What the proposed code is about. It is checked, not run.
    private static let surroundings = """
        let t = Tensor.zeros([2, 3]); let (a, b) = (t, t); let (mask, ids) = (t .> 0, Tensor([0, 1]))
        let n = 1; let k = 2; let x = 0.5; let text = "a"; let values = [1.0, 2.0]
        """

    @Test func everySpellingThatIsProposedExists() {
        // Labels stand in calls, and what has no arrow proposes nothing to write.
        let entries = HostLibrary.swiftLens().allOtherNames().filter {
            $0.hint.hasPrefix("here: ") && $0.owner != "labels"
        }
        #expect(entries.count > 300)
        let spellings = Dictionary(grouping: entries) { String($0.hint.dropFirst("here: ".count)) }
        let wrong = onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
            _ = interpreter.run(Self.surroundings)
            return spellings.keys.sorted().compactMap { code -> String? in
                let cell = """
                    func probe(_ model: HookedTransformer, _ cache: ActivationCache, _ logits: Tensor, _ tokens: Tensor) throws {
                        _ = try \(code)
                    }
                    """
                let typed = spellings[code]?.first.map { "\($0.owner) \($0.typed)" } ?? ""
                return interpreter.run(cell).error.map { "\(typed): \(code): \($0.evalue)" }
            }
        }
        #expect(wrong == [])
    }

    @Test func noNameThatExistsIsCalledAnotherWay() {
        let names = HostLibrary.swiftLens().allOtherNames().filter { $0.owner == "Tensor" }.map(\.typed)
        let taken = onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
            let text = "Tensor.zeros([2])."
            let members = Set(interpreter.complete(text, cursor: text.utf8.count).items.map(\.text))
            return names.filter(members.contains)
        }
        #expect(taken == [])
    }

    private static func told(_ cell: String) -> String {
        onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
            let result = interpreter.run(surroundings + "\nvar mutable = t\n" + cell)
            return result.error?.traceback.joined(separator: "\n") ?? "no error"
        }
    }

    @Test(arguments: [
        ("t.view(3, 2)", "here: t.reshaped([2, 3])"), ("t.size(0)", "here: t.shape[0]"),
        ("t.clamp(min: 0)", "here: t.clip(min: 0)"), ("t.tolist()", "here: t.toArray()"),
        ("t.float()", "here: t.asType(.float32)"), ("t.numel()", "here: t.count"),
        ("t.masked_fill(mask, 0)", "t.maskedFilled(mask, 0)"), ("t.device", "processor"), ("t.long()", ".int64"),
        ("torch.zeros(2, 3)", "here: Tensor.zeros([2, 3])"), ("np.array([1, 2])", "here: Tensor("),
        ("torch.nn.functional.softmax(t, dim: -1)", "here: t.softmax(dim: -1)"),
        ("len(values)", "here: values.count"),
        ("range(3)", "here: 0..<n"), ("print(f\"loss {x}\")", "here: \"loss \\(x)\""),
        ("t @ t.T", "here: a.matmul(b)"),
        ("t ** 2", "here: t.pow(2)"), ("mask && mask", "here: a .& b"), ("\"%.3f\" % x", "String(format:"),
        ("Tensor.zeros(2, 3)", "one list: [2, 3]"), ("Tensor.ones(2, n)", "one list: [2, n]"),
        ("Double(t.sum())", "here: t.item()"), ("Int(t.argmax())", "here: t.item()"), ("t[-2...]", "(-2)..."),
        ("let y: Tensor = 0", "make it one: Tensor(…)"), ("let d: Double = t.sum()", "here: t.item()"),
        ("!ls -l", "shell"), ("?t", "%help"), ("for i in range(3):\n    print(i)", "braces"),
        ("heatMap(t, zmin: -1)", "range: -1...1"), ("heatMap(t, x: [\"a\"])", "xTicks:"),
        ("t.sum(axis: 0)", "dim: 0"), ("let f = lambda y: y", "{ x in x * 2 }"), ("def f(x): return x", "func"),
    ])
    func wordsOfOtherLibrariesAreToldInOurs(_ cell: String, _ expected: String) {
        let told = Self.told(cell)
        #expect(told.contains(expected), "\(cell): \(told)")
    }

    @Test(arguments: [
        ("model.blocks[0].attn.W_Q", "here: model.W_Q[0]"), ("model.embed.W_E", "here: model.W_E"),
        ("model.unembed.W_U", "here: model.W_U"), ("model.blocks[n].hook_resid_pre", "stacked"),
    ])
    func modulesOfAModelAreTold(_ code: String, _ expected: String) {
        let told = Self.told("func f(_ model: HookedTransformer) { _ = \(code) }")
        #expect(told.contains(expected), "\(told)")
    }

    @Test(arguments: ["t.svd()", "t.det()", "t.sign()", "t.map { $0 }", "t.median()", "ls", "Task()"])
    func aShortWordIsNotTakenForAnotherOne(_ cell: String) {
        #expect(!Self.told(cell).contains("did you mean"), "\(Self.told(cell))")
    }

    @Test(arguments: [
        ("t.shap", "shape"), ("t.reshapd([3, 2])", "reshaped"), ("t.log_softmx(dim: 0)", "logSoftmax"),
        ("heatmapp(t)", "heatMap"),
    ])
    func aSlipIsTold(_ cell: String, _ meant: String) {
        #expect(Self.told(cell).contains("did you mean '\(meant)'?"), "\(Self.told(cell))")
    }

    @Test func aWholeDivisionThatIsACommentIsNoted() {
        let output = RecordedCells()
        onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: output)
            _ = interpreter.run("Tensor([7, 8]) // 2")
            _ = interpreter.run("Tensor([7, 8]) // seven")
            _ = interpreter.run("let x = 1 // 2")
        }
        #expect(output.text.components(separatedBy: "'//' begins a comment").count == 2)
    }
}
