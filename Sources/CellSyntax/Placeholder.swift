internal import SwiftParser
internal import SwiftSyntax
internal import SwiftOperators
internal import SwiftDiagnostics
internal import SwiftParserDiagnostics
public func parseProbe(_ s: String) -> Int { Parser.parse(source: s).statements.count }
