internal import Platform
internal import TensorCore

extension ChangedTokens {
    /// The changed tokens of `full`: [batch, position, …] to [token, 1, …]; nothing where nothing changed.
    func pack(_ full: Tensor) throws -> Tensor {
        guard !isEmpty else { return Tensor() }
        let axes = Array(full.shape.dropFirst(2))
        let width = axes.reduce(1, *)
        return try full.reading { full in
            try Tensor.making([tokenCount, 1] + axes) { out in
                for span in spans {
                    (out + span.offset * width).update(
                        from: full + start(of: span) * width, count: span.count * width)
                }
            }
        }
    }

    /// `base` [batch, position, …] with the `values` of the changed tokens where these stand. Only for spans of one run.
    func overlay(_ values: Tensor, on base: Tensor) throws -> Tensor {
        guard !isEmpty else { return base }
        let width = base.shape.dropFirst(2).reduce(1, *)
        return try base.reading { source in
            try values.reading { values in
                try Tensor.making(base.shape) { out in
                    out.update(from: source, count: base.count)
                    for span in spans {
                        (out + start(of: span) * width).update(
                            from: values + span.offset * width, count: span.count * width)
                    }
                }
            }
        }
    }

    /// The first position of every prompt at which `after` differs from `before`, or the prompt's length.
    func firstChanges(from before: Tensor, to after: Tensor) throws -> [Int] {
        let rows = before.shape[0]
        guard !after.sharesStorage(with: before) else { return Array(repeating: positions, count: rows) }
        let width = before.shape.dropFirst(2).reduce(1, *)
        return try before.reading { before in
            try after.reading { after in
                (0..<rows).map { row in
                    let start = row * positions * width
                    return Self.firstChange(before + start, after + start, positions, width)
                }
            }
        }
    }

    private static func firstChange(
        _ before: UnsafePointer<Float>, _ after: UnsafePointer<Float>, _ positions: Int, _ width: Int
    ) -> Int {
        let bytes = width * MemoryLayout<Float>.stride
        guard memcmp(before, after, positions * bytes) != 0 else { return positions }
        return (0..<positions).first { memcmp(before + $0 * width, after + $0 * width, bytes) != 0 } ?? positions
    }

    /// Where a span's first token stands in the whole batch.
    func start(of span: TokenSpan) -> Int { span.row * positions + span.first }
}
