internal import SwiftOperators
internal import SwiftParser

extension OperatorTable {
    /// Swift's operators, with those of masks, which the parser's own table leaves out.
    static let cells: OperatorTable = {
        var table = standardOperators
        table.addSourceFile(Parser.parse(source: maskOperators)) { _ in }
        return table
    }()

    /// As the standard library declares them.
    private static let maskOperators = """
        infix operator .== : ComparisonPrecedence
        infix operator .!= : ComparisonPrecedence
        infix operator .< : ComparisonPrecedence
        infix operator .<= : ComparisonPrecedence
        infix operator .> : ComparisonPrecedence
        infix operator .>= : ComparisonPrecedence
        infix operator .& : LogicalConjunctionPrecedence
        infix operator .| : LogicalDisjunctionPrecedence
        prefix operator .!
        """
}
