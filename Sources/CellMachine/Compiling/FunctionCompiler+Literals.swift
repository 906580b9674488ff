internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func literal(_ expression: CheckedExpression) -> Code {
        let site = site(expression.span)
        switch expression.kind {
        case .integer(let value): return number(Double(value), integer: value, expression.type, site)
        case .float(let value): return number(value, integer: nil, expression.type, site)
        case .boolean(let value): return boolean(value, expression.type)
        case .string(let segments): return string(segments, expression.type, site)
        case .nilLiteral: return constant(.none)
        case .array(let elements): return array(elements, expression.type)
        case .dictionary(let entries): return dictionary(entries, site)
        case .tuple(let elements): return tuple(elements, expression.type)
        default: return constant(.void)
        }
    }

    private func number(_ value: Double, integer: Int?, _ type: CellType, _ site: Site) -> Code {
        let type = type.wrapped ?? type
        if type.isNominal(BuiltIn.double) { return constant(.double(value)) }
        if type.isNominal(BuiltIn.float) { return constant(.float(Float(value))) }
        if let hostType = type.nominal?.hostType {
            guard let make = HostLiteral.number(hostType, value, integer: integer) else {
                let message =
                    hostType is any FixedWidthCellNumber.Type
                    ? "integer literal '\(integer ?? 0)' overflows when stored into '\(type)'"
                    : "'\(type)' cannot be made of a number"
                return { _ in throw site.failure(message) }
            }
            return { _ in make().toCell() }
        }
        return constant(.int(integer ?? Int(value)))
    }

    private func boolean(_ value: Bool, _ type: CellType) -> Code {
        if let hostType = type.nominal?.hostType, let make = HostLiteral.boolean(hostType, value) {
            return { _ in make().toCell() }
        }
        return constant(.bool(value))
    }

    // MARK: Strings

    private func string(_ segments: [CheckedSegment], _ type: CellType, _ site: Site) -> Code {
        let text = text(segments, site)
        if type.isNominal(BuiltIn.character) { return { .character(StringBox(try text($0))) } }
        if let hostType = type.nominal?.hostType, type.nominal?.kind == .host {
            return { frame in
                guard let value = HostLiteral.string(hostType, try text(frame)) else {
                    throw site.failure("'\(type)' cannot be made of a string")
                }
                return value.toCell()
            }
        }
        return { .string(StringBox(try text($0))) }
    }

    private func text(_ segments: [CheckedSegment], _ site: Site) -> (Frame) throws -> String {
        var constant = ""
        var isConstant = true
        for segment in segments {
            if case .text(let text) = segment { constant += text } else { isConstant = false }
        }
        if isConstant { return { [constant] _ in constant } }
        let printer = CellPrinter(library: machine.library)
        let parts = segments.map { segment -> (Frame) throws -> String in
            switch segment {
            case .text(let text): return { _ in text }
            case .interpolation(let expression):
                let code = code(expression)
                return { frame in
                    let value = try code(frame)
                    do { return try printer.description(value) } catch { throw site.locating(error) }
                }
            }
        }
        return { frame in
            var text = ""
            do { for part in parts { try text.add(part(frame)) } } catch { throw site.locating(error) }
            return text
        }
    }

    // MARK: Collections

    private func array(_ elements: [CheckedExpression], _ type: CellType) -> Code {
        let codes = elements.map { code($0) }
        let values = { (frame: Frame) throws -> [CellValue] in
            var values: [CellValue] = []
            values.reserveCapacity(codes.count)
            var watch = StopWatch()
            for code in codes {
                try watch.step()
                values.append(try code(frame))
            }
            return values
        }
        let type = type.wrapped ?? type
        if type.isNominal(BuiltIn.set) {
            return { .set(SetBox(Set(try values($0).map(HashableValue.init)))) }
        }
        if type.isNominal(BuiltIn.slice) { return { .array(ArrayBox(try values($0), slicedAt: 0)) } }
        return { .array(ArrayBox(try values($0))) }
    }

    private func dictionary(_ entries: [(key: CheckedExpression, value: CheckedExpression)], _ site: Site) -> Code {
        let codes = entries.map { (code($0.key), code($0.value)) }
        return { frame in
            var result: [HashableValue: CellValue] = [:]
            var watch = StopWatch()
            for (key, value) in codes {
                try watch.step()
                let key = HashableValue(try key(frame))
                guard result.updateValue(try value(frame), forKey: key) == nil else {
                    let text = (try? CellPrinter().debugDescription(key.value)) ?? "?"
                    throw site.failure("dictionary literal contains the key \(text) more than once")
                }
            }
            return .dictionary(DictionaryBox(result))
        }
    }

    private func tuple(_ elements: [CheckedExpression], _ type: CellType) -> Code {
        if elements.isEmpty { return constant(.void) }
        let codes = elements.map { code($0) }
        var labels: [String?] = []
        if case .tuple(let parts) = type, parts.contains(where: { $0.label != nil }) { labels = parts.map(\.label) }
        if codes.count == 2 {
            let (first, second) = (codes[0], codes[1])
            return { .tuple(TupleBox([try first($0), try second($0)], labels: labels)) }
        }
        return { frame in .tuple(TupleBox(try codes.map { try $0(frame) }, labels: labels)) }
    }
}
