internal import SessionSafety
internal import TensorCore

/// The maps of several parts as they come together, and who has given which cell.
struct MergedMaps {
    /// A number of a map; the prompt is 0 where no part chose prompts.
    private struct Cell: Hashable {
        let layer: Int
        let place: Int
        let prompt: Int
    }

    private let shape: [Int]
    /// The lengths of the axes of what is gone through in a layer.
    private let lengths: [Int]
    private var placeCount: Int { lengths.reduce(1, *) }
    /// How many prompts cells are told apart by; nil where every part has all of them.
    private let batch: Int?
    /// The maps [layer · place, …].
    private var rows: [Tensor]
    private var owners: [Cell: String] = [:]

    init(_ parts: [SweepPart], like first: SweepPart) throws {
        shape = first.sweep.maps[0].shape
        lengths = first.lengths
        batch = parts.contains { $0.share.prompts != nil } ? shape.last : nil
        rows = first.sweep.maps
        rows = try first.sweep.maps.map(flat)
    }

    /// A map [layer, place…, …] with one axis for layers and places.
    private func flat(_ map: Tensor) throws -> Tensor {
        let inner = map.count / max(1, shape[0] * placeCount)
        return try Fault.catching { map.reshaped([shape[0] * placeCount, inner]) }
    }

    /// - Throws: ``SweepPartError`` for a part of maps of another shape, or with a cell that another part has too.
    mutating func add(_ part: SweepPart) throws {
        guard part.sweep.maps[0].shape == shape, part.lengths == lengths else {
            throw SweepPartError.otherExperiment(
                path: part.path, what: "maps", found: "of shape \(part.sweep.maps[0].shape)",
                expected: "of shape \(shape)")
        }
        let own = try part.sweep.maps.map(flat)
        for layer in part.share.layers {
            for place in part.share.places(of: layer) {
                for cell in cells(layer, place, part.share) { try take(cell, own, part.path) }
            }
        }
    }

    private func cells(_ layer: Int, _ place: Int, _ share: SweepShare) -> [Cell] {
        (share.prompts ?? Array(0..<(batch ?? 1))).map { Cell(layer: layer, place: place, prompt: $0) }
    }

    private mutating func take(_ cell: Cell, _ own: [Tensor], _ path: String) throws {
        try Interruption.check()
        if let other = owners.updateValue(path, forKey: cell) {
            throw SweepPartError.overlap(cell: name(cell), paths: [other, path])
        }
        let row = TensorIndexOperation.pick(cell.layer * placeCount + cell.place)
        let place = batch == nil ? [row] : [row, .pick(cell.prompt)]
        for number in rows.indices {
            try Fault.catching { rows[number][indices: place] = own[number][indices: place] }
        }
    }

    /// What all parts chose has to be whole; where they chose differently, everything.
    func checkCovered(_ shares: [SweepShare]) throws {
        let first = shares[0]
        let isOneChoice = shares.allSatisfy { $0.choosesAs(first) }
        let (layers, places) = (
            isOneChoice ? first.layers : Array(0..<shape[0]), isOneChoice ? first.places : Array(0..<placeCount)
        )
        let prompts = (isOneChoice ? first.prompts : nil) ?? Array(0..<(batch ?? 1))
        var gaps: (first: Cell?, count: Int) = (nil, 0)
        for layer in layers {
            for place in places {
                try Interruption.check()
                for prompt in prompts where owners[Cell(layer: layer, place: place, prompt: prompt)] == nil {
                    gaps = (gaps.first ?? Cell(layer: layer, place: place, prompt: prompt), gaps.count + 1)
                }
            }
        }
        guard let gap = gaps.first else { return }
        throw SweepPartError.gap(cell: name(gap), count: gaps.count)
    }

    /// `L9H6`, or `layer 9, place [3, 6]`, and the prompt where it matters.
    private func name(_ cell: Cell) -> String {
        let place =
            lengths.count == 1
            ? "L\(cell.layer)H\(cell.place)"
            : "layer \(cell.layer), place \(Shape.indices(of: cell.place, in: lengths))"
        return batch == nil ? place : "\(place) for prompt \(cell.prompt)"
    }

    func maps() throws -> [Tensor] { try rows.map { row in try Fault.catching { row.reshaped(shape) } } }
}
