internal import CellHost
internal import CellValues
internal import SwiftLens

extension HostLibrary {
    /// What may stand in strings: hook names, their short forms, models, folders.
    func bindModelCompletions() {
        for function in ["Hook.init", "HookPoint.init", "HookedTransformer.runWithCache", "HookedTransformer.addHook"] {
            let argument = function.hasSuffix("runWithCache") ? 1 : 0
            completions(of: function, argument: argument) { request in
                (request.model?.hookNames ?? []).filter { $0.hasPrefix(request.text) }
            }
        }
        completions(of: "ActivationCache.subscript", argument: 0) { request in
            guard let receiver = request.receiver, let cache = try? ActivationCache.fromCell(receiver) else {
                return []
            }
            return (ShortNames.of(cache.keys) + cache.keys).filter { $0.hasPrefix(request.text) }
        }
        for function in ["actName", "ActivationCache.stackActivation", "PatchSite.init"] {
            completions(of: function, argument: 0) { request in
                (request.model.map { ShortNames.of($0.hookNames) } ?? ShortNames.usual)
                    .filter { $0.hasPrefix(request.text) }
            }
        }
        for function in ["fromPretrained", "fromPretrainedNoProcessing"] {
            completions(of: "HookedTransformer.\(function)", argument: 0) { request in
                let (text, names) = (request.text, ModelRegistry.names)
                return names.filter { $0.hasPrefix(text) } + FilePaths.folders(startingWith: text)
            }
        }
        for function in ["SafetensorsFile.init", "ActivationCache.init", "loadTensors"] {
            completions(of: function, argument: 0) { FilePaths.all(startingWith: $0.text, suffix: ".safetensors") }
        }
    }
}

extension CompletionRequest {
    /// The model that a call is most likely about: the one that the cell's receiver or the variable `model` holds.
    fileprivate var model: HookedTransformer? {
        for value in [receiver, variable("model")] {
            if let value, let model = try? HookedTransformer.fromCell(value) { return model }
        }
        return nil
    }
}
