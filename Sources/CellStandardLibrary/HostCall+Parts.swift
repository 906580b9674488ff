internal import CellValues

extension HostCall {
    /// The elements of a sequence: an array, a set, the pairs of a dictionary, the characters of a string, a range.
    func elements(_ index: Int) throws -> [CellValue] { try base[index].elements() }

    /// The same one by one.
    func walk(_ index: Int) throws -> CellWalk { try CellWalk(base[index]) }

    /// A number of elements, at least none.
    func count(_ index: Int, of function: some StringProtocol) throws -> Int {
        let count = try int(index)
        guard count >= 0 else { throw CellRuntimeError.negative(String(function), count) }
        return count
    }

    func int(_ index: Int) throws -> Int { try Int.fromCell(base[index]) }

    func text(_ index: Int) throws -> String { try String.fromCell(base[index]) }

    /// A function of one argument.
    func function(_ index: Int) throws -> UnaryFunction { try UnaryFunction(base[index]) }

    /// A function of two arguments.
    func function2(_ index: Int) throws -> BinaryFunction { try BinaryFunction(base[index]) }

    // MARK: Changing self in place. It is taken out of its variable first, so that it has one owner.

    func changeArray<R>(_ change: (inout [CellValue]) throws -> R) throws -> R {
        guard case .array(var box) = base[0] else { throw HostMismatch(expected: "an array", found: base[0]) }
        base[0] = .absent
        defer { base[0] = .array(box) }
        if !isKnownUniquelyReferenced(&box) { box = box.copy() }
        return try change(&box.elements)
    }

    /// Takes the first elements out of an array or a slice; a slice's others keep their indices.
    func dropFirst(_ count: Int, isSlice: Bool) {
        guard case .array(var box) = base[0] else { return }
        base[0] = .absent
        if !isKnownUniquelyReferenced(&box) { box = box.copy() }
        box.elements.removeFirst(count)
        if isSlice { box.start += count }
        base[0] = .array(box)
    }

    /// The array or slice itself.
    func array(_ index: Int) throws -> ArrayBox {
        guard case .array(let box) = base[index] else { throw HostMismatch(expected: "an array", found: base[index]) }
        return box
    }

    /// The place, counted from 0, of the element of self at the index in an argument.
    func place(_ index: Int) throws -> Int {
        let (box, number) = (try array(0), try int(index))
        guard number >= box.start, number < box.start + box.elements.count else {
            throw CellRuntimeError.index(number, in: box)
        }
        return number - box.start
    }

    /// A place between elements of self, or at its end.
    func gap(_ index: Int) throws -> Int {
        let (box, number) = (try array(0), try int(index))
        guard number >= box.start, number <= box.start + box.elements.count else {
            throw CellRuntimeError.index(number, in: box)
        }
        return number - box.start
    }

    func changeSet<R>(_ change: (inout Set<HashableValue>) throws -> R) throws -> R {
        guard case .set(var box) = base[0] else { throw HostMismatch(expected: "a set", found: base[0]) }
        base[0] = .absent
        defer { base[0] = .set(box) }
        if !isKnownUniquelyReferenced(&box) { box = SetBox(box.elements) }
        return try change(&box.elements)
    }

    func changeDictionary<R>(_ change: (inout [HashableValue: CellValue]) throws -> R) throws -> R {
        guard case .dictionary(var box) = base[0] else { throw HostMismatch(expected: "a dictionary", found: base[0]) }
        base[0] = .absent
        defer { base[0] = .dictionary(box) }
        if !isKnownUniquelyReferenced(&box) { box = DictionaryBox(box.elements) }
        return try change(&box.elements)
    }

    func changeString<R>(_ change: (inout String) throws -> R) throws -> R {
        guard case .string(var box) = base[0] else { throw HostMismatch(expected: "String", found: base[0]) }
        base[0] = .absent
        defer { base[0] = .string(box) }
        if !isKnownUniquelyReferenced(&box) { box = StringBox(box.text) }
        return try change(&box.text)
    }
}
