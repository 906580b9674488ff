internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerTransforms(in library: HostLibrary) {
        library.define(
            "func map<T>(_ transform: (Element) throws -> T) rethrows -> [T]",
            "What the function gives for each element.",
            on: "Sequence", raw: map)
        library.define(
            "func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T]",
            "What the function gives for each element, without the nils.", on: "Sequence", raw: compactMap)
        library.define(
            "func flatMap<T>(_ transform: (Element) throws -> [T]) rethrows -> [T]",
            "The elements of the arrays that the function gives, in one array.", on: "Sequence", raw: flatMap)
        library.define(
            "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]",
            "The elements for which the function is true.", on: "Sequence", raw: { .array(try filter($0)) })
        library.define(
            "func forEach(_ body: (Element) throws -> Void) rethrows", "Calls the function with each element.",
            on: "Sequence", raw: forEach)
        registerFilters(in: library)
        registerFolds(in: library)
    }

    /// Those that keep their kind.
    private static func registerFilters(in library: HostLibrary) {
        for name in ["String", "Substring"] {
            library.define(
                "func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String",
                "The characters for which the function is true.", on: name,
                raw: { .string(try joined(.array(filter($0)))) })
        }
        library.define(
            "func filter(_ isIncluded: (Unicode.Scalar) throws -> Bool) rethrows -> UnicodeScalarView",
            "The scalars for which the function is true.", on: "String.UnicodeScalarView",
            raw: { call in
                var text = String.UnicodeScalarView()
                for scalar in try filter(call) { text.append(try Unicode.Scalar.fromCell(scalar)) }
                return .view(
                    .units("UnicodeScalarView", debug: "StringUnicodeScalarView", of: StringBox(String(text))) {
                        $0.unicodeScalars
                    })
            })
        library.define(
            "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element>",
            "The elements for which the function is true.", on: "Set",
            raw: { .set(SetBox(try keys(.array(filter($0))))) })
    }

    private static func registerFolds(in library: HostLibrary) {
        library.define(
            "func reduce<Result>(_ initialResult: Result, _ nextPartialResult: (Result, Element) throws -> Result)"
                + " rethrows -> Result",
            "Combines the elements from first to last, starting with `initialResult`.", on: "Sequence",
            raw: { call in
                var function = try call.function2(2)
                var result = call[1]
                let walk = try call.walk(0)
                while let element = try walk.next() { result = try function(result, element) }
                return result
            })
        library.define(
            "func reduce<Result>(into initialResult: Result, _ update: (inout Result, Element) throws -> Void)"
                + " rethrows -> Result",
            "Updates `initialResult` with each element in turn.", on: "Sequence",
            raw: { call in
                var function = try call.function2(2)
                let initial = call[1]
                call[1] = .absent
                return try function.fold(initial, over: try call.walk(0))
            })
    }

    // MARK: Bodies

    private static func map(_ call: HostCall) throws -> CellValue {
        let walk = try call.walk(0)
        var function = try call.function(1)
        var result = try ElementList(expecting: call[0].knownCount ?? 0)
        while let element = try walk.next() { try result.append(function(element)) }
        return .array(result.elements)
    }

    private static func compactMap(_ call: HostCall) throws -> CellValue {
        var function = try call.function(1)
        let walk = try call.walk(0)
        var result = try ElementList()
        while let element = try walk.next() {
            if case .optional(let box?) = try function(element) { try result.append(box.value) }
        }
        return .array(result.elements)
    }

    private static func flatMap(_ call: HostCall) throws -> CellValue {
        var function = try call.function(1)
        let walk = try call.walk(0)
        var result = try ElementList()
        while let element = try walk.next() { try result.append(contentsOf: function(element)) }
        return .array(result.elements)
    }

    static func filter(_ call: HostCall) throws -> [CellValue] {
        var function = try call.function(1)
        let walk = try call.walk(0)
        var result = try ElementList()
        while let element = try walk.next() { if try function.isTrue(element) { try result.append(element) } }
        return result.elements
    }

    private static func forEach(_ call: HostCall) throws -> CellValue {
        var function = try call.function(1)
        let walk = try call.walk(0)
        while let element = try walk.next() { _ = try function(element) }
        return .void
    }
}
