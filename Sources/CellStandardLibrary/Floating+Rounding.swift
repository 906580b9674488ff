internal import CellHost
public import CellValues

extension FloatingPointRoundingRule: HostObject {}

extension StandardLibrary {
    static func registerRounding(in library: HostLibrary) {
        library.type(
            "FloatingPointRoundingRule", FloatingPointRoundingRule.self,
            doc: "Which whole number stands for one with a fraction.")
        let rules: [(String, String, FloatingPointRoundingRule)] = [
            ("up", "The next whole number above.", .up),
            ("down", "The next whole number below.", .down),
            ("towardZero", "The next whole number toward zero.", .towardZero),
            ("awayFromZero", "The next whole number away from zero.", .awayFromZero),
            ("toNearestOrEven", "The nearest; of two the even one.", .toNearestOrEven),
            ("toNearestOrAwayFromZero", "The nearest; of two the one away from zero.", .toNearestOrAwayFromZero),
        ]
        for (name, documentation, rule) in rules {
            library.define(
                "static var \(name): FloatingPointRoundingRule", documentation, on: "FloatingPointRoundingRule"
            ) { () -> FloatingPointRoundingRule in rule }
        }
    }
}
