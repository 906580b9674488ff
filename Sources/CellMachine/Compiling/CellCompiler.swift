package import CellMeaning
package import CellSyntax
internal import CellValues
internal import SessionSafety

/// Turns checked functions and statements into code. One for each cell.
package final class CellCompiler {
    let machine: Machine
    let source: SourceText
    let conformances: Conformances

    package init(machine: Machine, source: SourceText) {
        self.machine = machine
        self.source = source
        conformances = Conformances(library: machine.library)
    }

    /// Gives every function of the cell its code, and those of earlier cells that they replace.
    ///
    /// - Throws: `Interrupted`; earlier functions keep their code then.
    package func compile(_ functions: [UserFunction], _ staticValues: [StaticValue] = []) throws {
        for function in functions { function.code = code(of: function) }
        for value in staticValues { value.code = code(of: value) }
        try Interruption.check()
        for function in functions {
            var replaced = function.replaced
            while let earlier = replaced {
                earlier.code = function.code
                replaced = earlier.replaced
            }
        }
    }

    /// The statements of the cell itself, which share one frame.
    func topLevel(_ cell: CheckedCell) -> FunctionCompiler {
        FunctionCompiler(self, scope: cell.scope, parameters: [], source: cell.source)
    }

    // MARK: Functions

    private func code(of function: UserFunction) -> FunctionCode {
        let compiler = FunctionCompiler(
            self, scope: function.scope, parameters: function.parameters, source: function.source)
        compiler.function = function
        let body: Code
        var intBody: IntForm?
        if let own = function.initialisedSelf {
            body = compiler.initializerBody(function, own)
        } else if let native = compiler.intBody(function.body, function.parameters) {
            intBody = native
            body = { .int(try native.code($0)) }
        } else {
            body = compiler.body(function.body)
        }
        return FunctionCode(
            name: function.name, slots: compiler.slotCount, inOutParameters: function.inOutParameters,
            captureSlots: compiler.captureSlots,
            body: compiler.entering(function.parameters, inOut: function.inOutParameters, body),
            intBody: intBody)
    }

    private func code(of value: StaticValue) -> FunctionCode {
        let compiler = FunctionCompiler(self, scope: value.scope, parameters: [], source: value.source)
        let body = compiler.code(value.value)
        return FunctionCode(
            name: "static value", slots: compiler.slotCount, inOutParameters: [], captureSlots: [], body: body)
    }

    /// The default value of a struct's field.
    func defaultCode(of field: FieldDeclaration) -> FunctionCode? {
        if let code = field.defaultCode { return code }
        guard let (scope, expression) = field.defaultValue else { return nil }
        let compiler = FunctionCompiler(self, scope: scope, parameters: [], source: source)
        let code = FunctionCode(
            name: field.name, slots: compiler.slotCount, inOutParameters: [], captureSlots: [],
            body: compiler.code(expression))
        field.defaultCode = code
        return code
    }
}
