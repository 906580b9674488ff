/// How tightly Swift's infix operators bind, and those of masks.
struct OperatorPrecedence {
    enum Associativity { case left, right, none }

    let group: String
    /// Groups that Swift leaves unordered don't meet here: the operators of unknown groups are errors anyway.
    let level: Int
    let associativity: Associativity

    static let assignment = OperatorPrecedence(group: "AssignmentPrecedence", level: 1, associativity: .right)
    static let ternary = OperatorPrecedence(group: "TernaryPrecedence", level: 2, associativity: .right)
    static let casting = OperatorPrecedence(group: "CastingPrecedence", level: 8, associativity: .left)
    /// Of an operator that nobody knows.
    static let unknown = OperatorPrecedence(group: "DefaultPrecedence", level: 3, associativity: .left)

    static let all: [String: OperatorPrecedence] = {
        var all: [String: OperatorPrecedence] = [:]
        func add(_ group: String, _ level: Int, _ associativity: Associativity, _ names: String) {
            let precedence = OperatorPrecedence(group: group, level: level, associativity: associativity)
            for name in names.split(separator: " ") { all[String(name)] = precedence }
        }
        let assignments = "*= /= %= += -= <<= >>= &= |= ^= &+= &-= &*= &<<= &>>= .&= .|= .^="
        add(OperatorPrecedence.assignment.group, 1, .right, assignments)
        add("LogicalDisjunctionPrecedence", 4, .left, "|| .|")
        add("LogicalConjunctionPrecedence", 5, .left, "&& .&")
        add("ComparisonPrecedence", 6, .none, "< <= > >= == != === !== ~= .== .!= .< .<= .> .>=")
        add("NilCoalescingPrecedence", 7, .right, "??")
        add("RangeFormationPrecedence", 9, .none, "..< ...")
        add("AdditionPrecedence", 10, .left, "+ - &+ &- | ^ .^")
        add("MultiplicationPrecedence", 11, .left, "* / % & &*")
        add("BitwiseShiftPrecedence", 12, .none, "<< >> &<< &>>")
        return all
    }()
}
