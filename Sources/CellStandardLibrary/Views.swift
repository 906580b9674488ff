internal import CellValues

extension ViewBox {
    // MARK: Pairs

    static func zip(_ first: CellValue, _ second: CellValue) -> ViewBox {
        ViewBox("Zip2Sequence", [first, second]) { parts in
            let (left, right) = (try CellWalk(parts[0]), try CellWalk(parts[1]))
            return CellWalk {
                guard let first = try left.next(), let second = try right.next() else { return nil }
                return .tuple([first, second])
            }
        }
    }

    static func enumerated(_ base: CellValue) -> ViewBox {
        let labels = ["offset", "element"]
        return ViewBox("EnumeratedSequence", [base], counted: base) { parts in
            let walk = try CellWalk(parts[0])
            var offset = -1
            return CellWalk {
                guard let element = try walk.next() else { return nil }
                offset += 1
                return .tuple([.int(offset), element], labels: labels)
            }
        }
    }

    // MARK: The same elements

    static func reversed(_ base: CellValue) -> ViewBox {
        ViewBox(
            "ReversedCollection", [base], counted: base, backwards: { try CellWalk($0[0]) },
            { try CellWalk.backwards($0[0]) })
    }

    /// A sequence that tells nothing of what it is made of.
    static func erased(_ base: CellValue) -> ViewBox { ViewBox("AnySequence", [base]) { try CellWalk($0[0]) } }

    static func lazy(_ base: CellValue) -> ViewBox {
        ViewBox(
            "LazySequence", [base], counted: base, backwards: { try CellWalk.backwards($0[0]) }, { try CellWalk($0[0]) }
        )
    }

    static func repeated(_ element: CellValue, _ count: Int) -> ViewBox {
        let indices = CellValue.range(RangeBox(.halfOpen, lower: .int(0), upper: .int(count)))
        let start = { (parts: [CellValue]) -> CellWalk in
            let walk = try CellWalk(parts[1])
            return CellWalk { try walk.next().map { _ in parts[0] } }
        }
        return ViewBox("Repeated", [element, indices], counted: indices, backwards: start, start)
    }

    // MARK: Fewer elements

    /// Those from number `skipped` on, at most `most`.
    static func part(_ name: String, of base: CellValue, skipping skipped: Int, atMost most: Int) -> ViewBox {
        ViewBox(name, [base]) { parts in
            let walk = try CellWalk(parts[0])
            var (skipped, rest) = (skipped, most)
            return CellWalk {
                guard rest > 0 else { return nil }
                while skipped > 0 {
                    guard try walk.next() != nil else { return nil }
                    skipped -= 1
                }
                rest -= 1
                return try walk.next()
            }
        }
    }

    static func lazyPrefix(of base: CellValue, while function: CellValue) -> ViewBox {
        ViewBox("LazyPrefixWhileSequence", [base, function]) { parts in
            let walk = try CellWalk(parts[0])
            var function = try UnaryFunction(parts[1])
            var isOver = false
            return CellWalk {
                guard !isOver, let element = try walk.next(), try function.isTrue(element) else {
                    isOver = true
                    return nil
                }
                return element
            }
        }
    }

    static func lazyDrop(of base: CellValue, while function: CellValue) -> ViewBox {
        ViewBox("LazyDropWhileSequence", [base, function]) { parts in
            let walk = try CellWalk(parts[0])
            var function = try UnaryFunction(parts[1])
            var hasBegun = false
            return CellWalk {
                while let element = try walk.next() {
                    if try !hasBegun && function.isTrue(element) { continue }
                    hasBegun = true
                    return element
                }
                return nil
            }
        }
    }

    // MARK: Transformed as they are asked for

    static func lazyMap(_ base: CellValue, _ function: CellValue) -> ViewBox {
        func start(_ walk: CellWalk, _ function: CellValue) throws -> CellWalk {
            var function = try UnaryFunction(function)
            return CellWalk { try walk.next().map { try function($0) } }
        }
        return ViewBox(
            "LazyMapSequence", [base, function], counted: base,
            backwards: { try start(CellWalk.backwards($0[0]), $0[1]) }, { try start(CellWalk($0[0]), $0[1]) })
    }

    static func lazyFilter(_ base: CellValue, _ function: CellValue) -> ViewBox {
        func start(_ walk: CellWalk, _ function: CellValue) throws -> CellWalk {
            var function = try UnaryFunction(function)
            return CellWalk {
                while let element = try walk.next() { if try function.isTrue(element) { return element } }
                return nil
            }
        }
        return ViewBox(
            "LazyFilterSequence", [base, function], backwards: { try start(CellWalk.backwards($0[0]), $0[1]) },
            { try start(CellWalk($0[0]), $0[1]) })
    }

    static func lazyCompactMap(_ base: CellValue, _ function: CellValue) -> ViewBox {
        func start(_ walk: CellWalk, _ function: CellValue) throws -> CellWalk {
            var function = try UnaryFunction(function)
            return CellWalk {
                while let element = try walk.next() {
                    if case .optional(let box?) = try function(element) { return box.value }
                }
                return nil
            }
        }
        return ViewBox(
            "LazyMapSequence", [base, function], backwards: { try start(CellWalk.backwards($0[0]), $0[1]) },
            { try start(CellWalk($0[0]), $0[1]) })
    }

    /// The elements of the sequences in a sequence, with those of another between them.
    static func joined(_ name: String, _ sequences: CellValue, separator: CellValue? = nil) -> ViewBox {
        ViewBox(name, [sequences] + (separator.map { [$0] } ?? [])) { parts in
            let outer = try CellWalk(parts[0])
            var inner: CellWalk?
            var following: CellWalk?
            var isFirst = true
            return CellWalk {
                while true {
                    if let element = try inner?.next() { return element }
                    if let next = following {
                        (inner, following) = (next, nil)
                        continue
                    }
                    guard let next = try outer.next() else { return nil }
                    inner = try CellWalk(next)
                    if !isFirst, parts.count > 1 { (inner, following) = (try CellWalk(parts[1]), inner) }
                    isFirst = false
                }
            }
        }
    }

    // MARK: Of dictionaries

    static func keys(of dictionary: CellValue) -> ViewBox {
        ViewBox("Dictionary.Keys", [dictionary], counted: dictionary, printing: .list(debug: "Dictionary.Keys")) {
            guard case .dictionary(let box) = $0[0] else { throw HostMismatch(expected: "a dictionary", found: $0[0]) }
            var iterator = box.elements.keys.makeIterator()
            return CellWalk { iterator.next()?.value }
        }
    }

    static func values(of dictionary: CellValue) -> ViewBox {
        ViewBox("Dictionary.Values", [dictionary], counted: dictionary, printing: .list(debug: "Dictionary.Values")) {
            guard case .dictionary(let box) = $0[0] else { throw HostMismatch(expected: "a dictionary", found: $0[0]) }
            var iterator = box.elements.values.makeIterator()
            return CellWalk { iterator.next() }
        }
    }

    // MARK: Of texts

    /// A view of a text's smaller parts.
    static func units<Units: BidirectionalCollection>(
        _ name: String, debug: String?, of text: StringBox, _ units: @escaping (String) -> Units
    ) -> ViewBox where Units.Element: HostConvertible {
        ViewBox(
            name, [.string(text)], printing: debug.map { .text(debug: $0) } ?? .none,
            backwards: { parts in
                var iterator = units(try String.fromCell(parts[0])).reversed().makeIterator()
                return CellWalk { iterator.next()?.toCell() }
            },
            { parts in
                var iterator = units(try String.fromCell(parts[0])).makeIterator()
                return CellWalk { iterator.next()?.toCell() }
            })
    }
}
