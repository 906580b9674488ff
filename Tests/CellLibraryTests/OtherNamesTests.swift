import CellHost
import CellInterpreter
import CellLibrary
import CellSyntax
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
        // Labels stand in calls.
        let entries = HostLibrary.swiftLens().allProposals().filter { $0.owner != "labels" }
        #expect(entries.count > 300)
        let spellings = Dictionary(grouping: entries) { $0.proposal.text }
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
        let names = HostLibrary.swiftLens().allProposals().filter { $0.owner == "Tensor" }.map(\.typed)
        let taken = onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
            let text = "Tensor.zeros([2])."
            let members = Set(interpreter.complete(text, cursor: text.utf8.count).items.map(\.text))
            return names.filter(members.contains)
        }
        #expect(taken == [])
    }

    /// Numbers that stand in a proposal whatever was typed: nothing in the call says them.
    private static let fixedNumbers: Set<String> = [
        // A closure's own.
        "map", "Tensor.map", "filter", "any", "all", "Tensor.apply", "not", "bool", "sum", "Array.sum", "random",
        "Tensor.cdist",
        // A limit or power that the word itself means.
        "F.relu", "Tensor.relu_", "Tensor.variance", "Tensor.fliplr", "Tensor.flipud", "trange", "range",
        "xrange",
        // Other words for it, in another order or with another meaning.
        "einops", "rearrange", "reduce", "Tensor.unflatten", "Tensor.narrow", "Tensor.take", "Tensor.select",
        "Tensor.repeat_interleave", "Tensor.chunk", "Tensor.multinomial", "transformer_lens",
        "HookedTransformer.ln_final", "HookedTransformer.lnFinal", "HookedTransformer.ln_f",
        "ActivationCache.apply_ln_to_stack",
    ]

    @Test func theNumbersOfAProposalAreTheCallsOwn() {
        let fixed = HostLibrary.swiftLens().allProposals().filter { entry in
            entry.proposal.fixedText.replacing(/"[^"]*"|[$]\d|[A-Za-z_]\w*/, with: "").contains(/\d/)
        }
        let names = fixed.map { $0.owner.isEmpty || $0.owner == "labels" ? $0.typed : "\($0.owner).\($0.typed)" }
        #expect(Set(names).subtracting(Self.fixedNumbers).sorted() == [])
        #expect(Self.fixedNumbers.subtracting(names).sorted() == [])
    }

    /// Calls with numbers that no sample has.
    @Test func everyPlaceForAnArgumentTakesIt() {
        let typed = ["71", "72", "73", "74"]
        var seen = 0
        for entry in HostLibrary.swiftLens().allProposals() where entry.proposal.takesArguments {
            let texts = (1...4).compactMap { count in
                TypedCall(beginning: "f(\(typed.prefix(count).joined(separator: ", ")))").map {
                    (count, entry.proposal.text(for: $0))
                }
            }
            for (count, text) in texts where text != entry.proposal.text {
                seen += 1
                #expect(typed.prefix(count).allSatisfy(text.contains), "\(entry.typed): \(text)")
            }
        }
        #expect(seen > 150)
    }

    private static func told(_ cell: String) -> String {
        onDeepStack {
            let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
            let result = interpreter.run(surroundings + "\nvar mutable = t\n" + cell)
            return result.error?.traceback.joined(separator: "\n") ?? "no error"
        }
    }

    @Test(arguments: [
        ("t.view(3, 2)", "here: t.reshaped([3, 2])"), ("t.view([n, -1])", "here: t.reshaped([n, -1])"),
        ("t.size(1)", "here: t.shape[1]"), ("t.unsqueeze(1).sum()", "here: t.unsqueezed(dim: 1)"),
        ("t.roll(2, dims: 1)", "here: t.rolled(2, dim: 1)"), ("t.clamp(max: 3)", "here: t.clip(max: 3)"),
        ("t.clamp(0, 1)", "here: t.clip(min: 0)"), ("t.add(n + 1)", "here: t + (n + 1)"),
        ("t.clamp(min: 0)", "here: t.clip(min: 0)"), ("t.tolist()", "here: t.toArray()"),
        ("t.float()", "here: t.asType(.float32)"), ("t.numel()", "here: t.count"),
        ("t.masked_fill(mask, 0)", "t.maskedFilled(mask, 0)"), ("t.device", "processor"), ("t.long()", ".int64"),
        ("torch.zeros(5, 7)", "here: Tensor.zeros([5, 7])"), ("np.zeros((5, 7))", "here: Tensor.zeros([5, 7])"),
        ("torch.zeros(5, device: 1)", "here: Tensor.zeros([2, 3])"), ("np.array([1, 2])", "here: Tensor([1, 2])"),
        ("np.full((5, 7), 0.5)", "here: Tensor.full([5, 7], 0.5)"), ("torch.sum(t * 2)", "here: (t * 2).sum()"),
        ("torch.cat([t, t], dim: 1)", "here: Tensor.cat([t, t], dim: 1)"),
        ("torch.nn.functional.softmax(t, dim: 0)", "here: t.softmax(dim: 0)"),
        ("len(values)", "here: values.count"),
        ("range(3)", "here: 0..<3"), ("range(1, 3)", "here: 0..<n"), ("print(f\"loss {x}\")", "here: \"loss \\(x)\""),
        ("t @ t.T", "here: a.matmul(b)"),
        ("t ** 3", "here: t.pow(3)"), ("t ** -n", "here: t.pow(-n)"), ("mask && (t .< 1)", "here: mask .& (t .< 1)"),
        ("\"%.3f\" % x", "String(format:"),
        ("Tensor.zeros(2, 3)", "one list: [2, 3]"), ("Tensor.ones(2, n)", "one list: [2, n]"),
        ("Double(t.sum())", "here: t.item()"), ("Int(t.argmax())", "here: t.item()"), ("t[-2...]", "(-2)..."),
        ("let y: Tensor = 0", "make it one: Tensor(…)"), ("let d: Double = t.sum()", "here: t.item()"),
        ("!ls -l", "shell"), ("?t", "%help"), ("for i in range(3):\n    print(i)", "braces"),
        ("heatMap(t, zmin: -2, zmax: x)", "range: -2...x"), ("heatMap(t, zmin: -1)", "range: -1...1"),
        ("heatMap(t, x: [\"a\"])", "xTicks:"),
        ("t.sum(axis: 1)", "dim: 1"), ("let f = lambda y: y", "{ x in x * 2 }"), ("def f(x): return x", "func"),
    ])
    func wordsOfOtherLibrariesAreToldInOurs(_ cell: String, _ expected: String) {
        let told = Self.told(cell)
        #expect(told.contains(expected), "\(cell): \(told)")
    }

    @Test(arguments: [
        ("model.blocks[0].attn.W_Q", "here: model.W_Q[0]"), ("model.blocks[n + 1].mlp.W_in", "here: model.W_in[n + 1]"),
        ("model.embed.W_E", "here: model.W_E"),
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
