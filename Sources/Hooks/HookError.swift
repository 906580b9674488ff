/// What can be wrong with a hook, or with a name that is looked up.
public enum HookError: Error, Equatable {
    /// No hook point has this name.
    case unknownHook(String, nearest: [String])
    /// The hook point exists but does not fire as the model is set.
    case switchedOff(String, remedy: String)
    /// A filter closure accepted none of the names.
    case filterMatchesNothing
    /// A hook left an activation of another shape.
    case shapeChanged(hook: String, expected: [Int], found: [Int])
    /// A hook left NaN in an activation.
    case notANumber(hook: String, index: [Int])
    /// The cache holds nothing under a name; `asked` is what the user wrote.
    case notInCache(String, asked: String, nearest: [String])
    /// The batch axis of more than one prompt cannot be removed.
    case batchOfSeveral(Int)
    /// A layer that the model, or the cache, does not have.
    case layerOutOfRange(Int, count: Int)
}

extension HookError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownHook(let name, let nearest):
            "there is no hook point \"\(name)\"" + Self.suggestion(nearest)
        case .switchedOff(let name, let remedy):
            "the hook point \"\(name)\" is switched off and would never fire: call \(remedy) first"
        case .filterMatchesNothing:
            "the hook's filter accepts none of the model's hook points; model.hookNames lists them"
        case .shapeChanged(let hook, let expected, let found):
            "the hook at \"\(hook)\" left an activation of shape \(found); it has to keep the shape \(expected)"
        case .notANumber(let hook, let index):
            "the hook at \"\(hook)\" left NaN at index \(index)"
        case .notInCache(let name, let asked, let nearest):
            (asked == name
                ? "the cache holds no \"\(name)\"" : "the cache holds no \"\(name)\", which \"\(asked)\" stands for")
                + Self.suggestion(nearest)
        case .batchOfSeveral(let count):
            "the batch axis holds \(count) prompts and can be removed only when it holds one"
        case .layerOutOfRange(let layer, let count):
            "layer \(layer) is out of range: there are \(count) layers, 0 to \(count - 1), or -\(count) to -1 from the end"
        }
    }

    private static func suggestion(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : "; the nearest are " + nearest.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
