/// What can go wrong with parts of a sweep.
public enum SweepPartError: Error, Hashable, Sendable {
    /// Which part this process is can't be told.
    case badShard(_ problem: String)
    /// Layers, heads or prompts that are not there, none, or one twice.
    case badSelection(_ name: String, [Int], count: Int)
    /// A metric of one number for all prompts, where some prompts were chosen.
    case metricOfAllPrompts(found: [Int], batch: Int)
    /// Heads of an activation that has none, or whose site does not go through them.
    case noHeads(site: String)
    /// A file that is no part of a sweep.
    case noPart(path: String, problem: String)
    /// A part that was computed otherwise: with another model, other prompts, another metric.
    case otherExperiment(path: String, what: String, found: String, expected: String)
    /// Nothing to merge.
    case noParts(_ place: String)
    /// Parts that are not there.
    case missing([String])
    /// Parts of several divisions.
    case severalDivisions(_ place: String, [Int])
    /// Two parts that hold the same head, or the same place of an activation.
    case overlap(cell: String, paths: [String])
    /// Heads or places that no part holds.
    case gap(cell: String, count: Int)
}

extension SweepPartError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .badShard(let problem): "which part of the sweep this is can't be told: \(problem)"
        case .badSelection(let name, let given, let count):
            given.isEmpty
                ? "\(name): none is given; leave it out for all of them"
                : "\(name): \(given) has one twice, or one that is not there; they go from 0 to \(count - 1)"
        case .metricOfAllPrompts(let found, let batch):
            "prompts: needs a metric of one number for each of the \(batch) prompts, [\(batch)], and this one gives "
                + (found.isEmpty ? "one number" : "the shape \(found)") + "; leave the mean over prompts to the end"
        case .noHeads(let site):
            "heads: \(site) does not go through heads one by one; leave heads: out, or take a site of heads"
        case .noPart(let path, let problem):
            "\(path) is no part of a sweep: \(problem); remove it, or save under another name"
        case .otherExperiment(let path, let what, let found, let expected):
            "\(path) is of another experiment: its \(what) is \(found), and \(expected) here; "
                + "remove it, or save under another name"
        case .noParts(let place): "no parts of a sweep are at \(place); parts are named \(place)-1-of-4.safetensors"
        case .missing(let names):
            "\(names.count == 1 ? "a part is" : "\(names.count) parts are") missing: "
                + names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
                + "; run \(names.count == 1 ? "it" : "them") again"
        case .severalDivisions(let place, let counts):
            "at \(place) there are parts of " + counts.map(String.init).joined(separator: " and of ")
                + "; remove those that are not meant, or give the paths of those that are"
        case .overlap(let cell, let paths):
            "\(cell) is in \(paths.joined(separator: " and in ")); give each part once"
        case .gap(let cell, let count):
            "no part has \(cell)" + (count > 1 ? " and \(count - 1) others" : "")
                + "; give all parts, or run the others"
        }
    }
}
