import CellHost
import CellInterpreter
import CellLibrary
import CellMeaning
import Display
import TestSupport
import Testing

@Suite struct TableTests {
    @Test func everyDeclarationParsesAndNamesKnownTypes() {
        #expect(HostLibrary.swiftLens().problems() == [])
    }

    @Test func everyDeclarationHasASentence() {
        #expect(HostLibrary.swiftLens().undocumented() == [])
    }

    @Test func whateverHasToDoWithTensorsHasAnExample() {
        #expect(HostLibrary.swiftLens().withoutExample(of: "Tensor") == [])
        #expect(HostLibrary.swiftLens().withoutExample(of: "FactoredMatrix") == [])
    }

    @Test(arguments: [
        "HookedTransformer.fromPretrained", "HookedTransformer.runWithCache", "HookedTransformer.runWithHooks", "Hook",
        "actName", "HookedTransformer.toTokens", "HookedTransformer.toString", "HookedTransformer.toStrTokens",
        "HookedTransformer.toSingleToken", "HookedTransformer.generate", "HookedTransformer.ablateHeads",
        "activationPatch", "actPatchResidPre", "actPatchAttnHeadOutAllPos", "detectHead", "heatMap", "heatMaps",
        "attentionHeads", "linePlot", "barChart", "table", "display", "progress", "saveTensors", "loadTensors",
        "ActivationCache.save", "ActivationCache.accumulatedResid", "ActivationCache.decomposeResid",
        "ActivationCache.stackHeadResults", "ActivationCache.logitAttrs", "ActivationCache.applyLNToStack",
        "ActivationCache.logitLens", "FactoredMatrix.svd", "Tensor.zeros", "Tensor.randint", "Tensor.gather",
        "Tensor.mean", "Tensor.softmax", "Tensor.reshaped", "Tensor.matmul", "einsum", "Tensor.topk", "Tensor.cat",
    ])
    func helpShowsSignatureSentenceAndExample(_ name: String) throws {
        let page = onDeepStack {
            Interpreter(library: .swiftLens(), output: RecordedCells()).run("%help \(name)").bundle?.plain
        }
        let text = try #require(page)
        let own = name.split(separator: ".").last.map(String.init) ?? name
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        let code = pieces.indices.filter { !$0.isMultiple(of: 2) }.map { pieces[$0] }
        #expect(code.contains { $0.contains(own + "(") }, "\(text)")
    }
}
