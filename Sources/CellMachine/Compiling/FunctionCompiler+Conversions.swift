internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// A step from one value to another.
typealias ConversionCode = (CellValue) throws -> CellValue

extension FunctionCompiler {
    func converted(_ inner: CheckedExpression, _ conversion: CheckedConversion, _ site: Site) -> Code {
        let code = code(inner)
        switch conversion {
        case .wrap: return { .some(try code($0)) }
        case .sequence where inner.type.isNominal(BuiltIn.array): return code
        default: break
        }
        let convert = self.conversion(conversion)
        return { frame in
            let value = try code(frame)
            do { return try convert(value) } catch { throw site.locating(error) }
        }
    }

    func conversion(_ conversion: CheckedConversion) -> ConversionCode {
        switch conversion {
        case .wrap: return { .some($0) }
        case .existential(let type):
            return { value in
                if case .existential = value { return value }
                return .existential(ExistentialBox(value, type: type))
            }
        case .elements(let inner):
            let convert = self.conversion(inner)
            return { value in
                let walk = try CellWalk(value)
                var list = try ElementList(expecting: value.knownCount ?? 0)
                while let element = try walk.next() { try list.append(convert(element)) }
                return .array(list.elements)
            }
        case .values(let inner):
            let convert = self.conversion(inner)
            return { value in
                guard case .dictionary(let box) = value else { return value }
                return .dictionary(DictionaryBox(try box.elements.mapValues(convert)))
            }
        case .inner(let inner):
            let convert = self.conversion(inner)
            return { value in
                guard case .optional(let box?) = value else { return value }
                return .some(try convert(box.value))
            }
        case .both(let inner):
            let convert = self.conversion(inner)
            return { .some(try convert($0)) }
        case .sequence:
            return { .array(ArrayBox(try $0.elements())) }
        case .splat: return splat
        case .tuple(let parts, let labels): return tuple(parts, labels)
        }
    }

    /// A function that takes a tuple's elements apart for one that takes them one by one.
    private func splat(_ value: CellValue) -> CellValue {
        guard case .function(let inner) = value else { return value }
        let target = LibraryTarget(name: inner.target.name) { arguments in
            guard arguments.count == 1, case .tuple(let tuple) = arguments[0] else { return try inner.call(&arguments) }
            var parts = tuple.elements
            return try inner.call(&parts)
        }
        return .function(CallableBox(target))
    }

    private func tuple(_ parts: [CheckedConversion?], _ labels: [String?]) -> ConversionCode {
        let converts = parts.map { part -> ConversionCode in part.map { self.conversion($0) } ?? { $0 } }
        return { value in
            guard case .tuple(let box) = value, box.elements.count == converts.count else { return value }
            return .tuple(
                TupleBox(
                    try zip(box.elements, converts).map { element, convert in try convert(element) }, labels: labels
                ))
        }
    }
}
