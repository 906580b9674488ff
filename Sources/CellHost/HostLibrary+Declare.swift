public import CellValues

extension HostLibrary {
    /// Puts a function, initialiser, property or operator into the table.
    ///
    /// ```swift
    /// library.declare("/// Picks along an axis.\nfunc gather(dim: Int, index: Tensor) -> Tensor", on: "Tensor") {
    ///     (self: Tensor, dim: Int, index: Tensor) in self.gather(dim: dim, index: index)
    /// }
    /// ```
    /// - Parameters:
    ///   - text: the declaration as Swift writes it in an interface, with its documentation comment above.
    ///   - owner: the type that it is a member of; methods and properties take self first, initialisers and static
    ///     members do not.
    package func declare<each A: HostConvertible, R: HostConvertible>(
        _ text: String, on owner: String? = nil, _ body: @escaping (repeat each A) throws -> R
    ) {
        add(HostDeclaration(text: text, owner: owner, body: HostLibrary.wrap(body)))
    }

    /// The same for what returns nothing.
    package func declare<each A: HostConvertible>(
        _ text: String, on owner: String? = nil, _ body: @escaping (repeat each A) throws -> Void
    ) {
        add(HostDeclaration(text: text, owner: owner, body: HostLibrary.wrapVoid(body)))
    }

    /// The same for what returns a pair, such as `(logits, cache)`.
    package func declare<each A: HostConvertible, First: HostConvertible, Second: HostConvertible>(
        _ text: String, on owner: String? = nil, _ body: @escaping (repeat each A) throws -> (First, Second)
    ) {
        add(
            HostDeclaration(text: text, owner: owner) { base in
                var index = 0
                let (first, second) = try body(repeat HostLibrary.next((each A).self, base, &index))
                return .tuple([first.toCell(), second.toCell()])
            })
    }

    /// A `mutating` method: it is given self `inout`.
    package func declare<S: HostConvertible, each A: HostConvertible, R: HostConvertible>(
        _ text: String, on owner: String, mutating body: @escaping (inout S, repeat each A) throws -> R
    ) {
        add(HostDeclaration(text: text, owner: owner, body: HostLibrary.wrapMutating(body)))
    }

    /// A `mutating` method that returns nothing; an operator such as `+=` too.
    package func declare<S: HostConvertible, each A: HostConvertible>(
        _ text: String, on owner: String, mutating body: @escaping (inout S, repeat each A) throws -> Void
    ) {
        add(HostDeclaration(text: text, owner: owner, body: HostLibrary.wrapMutatingVoid(body)))
    }

    /// A property or subscript that can be set. `set` takes self, the indices if any, and the new value.
    package func declare<S: HostConvertible, each A: HostConvertible, each B: HostConvertible, R: HostConvertible>(
        _ text: String, on owner: String, get: @escaping (repeat each A) throws -> R,
        set: @escaping (inout S, repeat each B) throws -> Void
    ) {
        add(
            HostDeclaration(
                text: text, owner: owner, body: HostLibrary.wrap(get), setter: HostLibrary.wrapMutatingVoid(set)))
    }

    /// A subscript that can only be assigned to: a second type that the place of a first one takes.
    ///
    /// ```swift
    /// library.declare(assigning: "subscript(_ place: Int) -> any Number { set }", on: "Row", set: { (row: inout Row, place: Int, new: Number) in … })
    /// ```
    package func declare<S: HostConvertible, each A: HostConvertible>(
        assigning text: String, on owner: String, set: @escaping (inout S, repeat each A) throws -> Void
    ) {
        add(
            HostDeclaration(
                text: text, owner: owner, body: { _ in throw HostProblem(description: "this can only be assigned to") },
                setter: HostLibrary.wrapMutatingVoid(set)))
    }

    /// A function that takes its arguments as they are, for what the typed forms cannot say.
    package func declare(_ text: String, on owner: String? = nil, raw body: @escaping (HostCall) throws -> CellValue) {
        add(HostDeclaration(text: text, owner: owner) { try body(HostCall(base: $0)) })
    }

    /// The form that is written from the library's sources: the name stands beside the text, so that nobody looks for it,
    /// and the bodies take their arguments by place, so that nothing has to be inferred.
    package func bind(
        _ name: String, on owner: String? = nil, _ text: String, _ body: @escaping (HostCall) throws -> CellValue,
        set: ((HostCall) throws -> Void)? = nil
    ) {
        let setter: HostBody? = set.map { set in
            { base in
                try set(HostCall(base: base))
                return .void
            }
        }
        add(
            HostDeclaration(
                text: text, name: name, owner: owner, body: { try body(HostCall(base: $0)) }, setter: setter))
    }

    // MARK: From closures to bodies

    @inlinable
    package static func next<T: HostConvertible>(
        _ type: T.Type, _ base: UnsafeMutablePointer<CellValue>, _ index: inout Int
    ) throws -> T {
        defer { index += 1 }
        return try T.fromCell(base[index])
    }

    @inlinable
    package static func wrap<each A: HostConvertible, R: HostConvertible>(
        _ body: @escaping (repeat each A) throws -> R
    ) -> HostBody {
        { base in
            var index = 0
            return try body(repeat next((each A).self, base, &index)).toCell()
        }
    }

    @inlinable
    package static func wrapVoid<each A: HostConvertible>(_ body: @escaping (repeat each A) throws -> Void) -> HostBody
    {
        { base in
            var index = 0
            try body(repeat next((each A).self, base, &index))
            return .void
        }
    }

    @inlinable
    package static func wrapMutating<S: HostConvertible, each A: HostConvertible, R: HostConvertible>(
        _ body: @escaping (inout S, repeat each A) throws -> R
    ) -> HostBody {
        { base in
            var subject = try S.fromCell(base[0])
            // Self is taken out of its place, so that it has one owner and can be changed where it is.
            base[0] = .absent
            defer { base[0] = subject.toCell() }
            var index = 1
            return try body(&subject, repeat next((each A).self, base, &index)).toCell()
        }
    }

    @inlinable
    package static func wrapMutatingVoid<S: HostConvertible, each A: HostConvertible>(
        _ body: @escaping (inout S, repeat each A) throws -> Void
    ) -> HostBody {
        { base in
            var subject = try S.fromCell(base[0])
            base[0] = .absent
            defer { base[0] = subject.toCell() }
            var index = 1
            try body(&subject, repeat next((each A).self, base, &index))
            return .void
        }
    }
}
