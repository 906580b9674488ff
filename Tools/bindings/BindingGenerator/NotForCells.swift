/// The public declarations that cells have no use for, each with its reason.
///
/// A key is a type, a declaration without types (`Tensor.gather(dim:index:)`) or with them (`Tensor.pow(_: Int)`), `*.` in
/// front of a member of any type, or a protocol or its requirement, which stand for what everybody has who fulfils it.
enum NotForCells {
    static let reasons: [String: String] = [
        // What the language does by itself.
        "Tensor.==(_: Tensor, _: Tensor)": "cells compare by the type's Equatable",
        "HookPoint.==(_: HookPoint, _: HookPoint)": "cells compare by the type's Equatable",
        "*.hash(into:)": "cells hash by the type's Hashable",
        "*.makeIterator()": "`for … in` goes through the elements",
        "ProgressSequence.Iterator": "`for … in` goes through the elements",

        // What arguments of several types are turned into.
        "TensorIndex.tensorIndex": "an index is written between brackets",
        "TensorScalar.tensor": "what tensors are made of: the numbers and truth values of the language",
        "NamesFilter.namesSelection": "names are given as they are",
        "ModelInput.modelTokens": "prompts are given as they are",
        "ModelInputElement": "prompts are given as they are",
        "ModelTokens": "prompts are given as they are",
        "TokenChoice.chosenTokens": "tokens are given as they are",
        "TokenChoiceElement": "tokens are given as they are",
        "ChosenTokens": "tokens are given as they are",

        // What belongs to the program around the cells.
        "DisplayOutput": "the kernel says where pictures go",
        "DisplayOutputs": "the kernel says where pictures go",
        "UnfinishedDisplay": "the kernel says when pictures are shown",
        "UnfinishedDisplays": "the kernel says when pictures are shown",
        "WeightsDirectory.installLocation": "the executable says where it lies",
        "BytePairTokenizer": "a model brings its tokenizer along, `model.tokenizer`",

        "TextTokenizer.tokenText(_:)": "a model says it, `model.toSingleStrToken(…)`",
        "TextTokenizer.tokenID(ofText:)": "a model finds it, `model.toSingleToken(…)`",

        // What a cell has no values for.
        "RandomGenerator": "it counts in UInt64; `manualSeed` starts the numbers anew",
        "Tensor.randint(_:_:size:using:)": "it takes a RandomGenerator",
        "Tensor.rand(_:using:)": "it takes a RandomGenerator",
        "Tensor.randn(_:using:)": "it takes a RandomGenerator",
        "Tensor.randperm(_:using:)": "it takes a RandomGenerator",
        "TokenizerError.missingByte(_:text:)": "it holds a UInt8",
        "TensorError.tooLarge(_:)": "it holds what the process knows of the machine's memory",
        "GGUFValue.unsigned(_:)": "it holds a UInt64",
        "GGUFTensorType": "its raw values are UInt32; an entry's `typeName` tells",
        "GGUFEntry.type": "its raw values are UInt32; an entry's `typeName` tells",
        "Hook.Site": "a hook is told where it runs when it is made",
        "Hook.site": "a hook is told where it runs when it is made",
        "Hook.body": "a closure of the library's own kind",
    ]
}
