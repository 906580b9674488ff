internal import SessionSafety
internal import TensorCore

extension FinishedRun {
    /// −log p of each next token: the mean over all, or [batch, position − 1].
    ///
    /// Where tokens are masked, pairs of which either is padding count nothing.
    func loss(perToken: Bool) throws -> Tensor {
        if stoppedEarly { throw ModelError.lossNeedsLogits }
        if batch.ids.isEmpty { throw ModelError.lossNeedsTokens }
        guard batch.positions > 1 else { throw ModelError.lossNeedsTwoTokens }
        let losses = try lossPerToken()
        if perToken { return Tensor(losses.map { Float($0) }, shape: [batch.rows, batch.positions - 1]) }
        let count = pairs.filter { $0 }.count
        return Tensor([Float(losses.reduce(0, +) / Double(max(count, 1)))], shape: [])
    }

    /// Whether a token and its successor are both real, row by row.
    private var pairs: [Bool] {
        (0..<batch.rows).flatMap { row in
            (1..<batch.positions).map { position in
                let index = row * batch.positions + position
                return batch.mask.map { $0[index - 1] && $0[index] } ?? true
            }
        }
    }

    private func lossPerToken() throws -> [Double] {
        let width = output.count / batch.count
        return try output.reading { logits in
            try pairs.enumerated().map { pair, counts in
                try Interruption.check()
                guard counts else { return 0 }
                let index = pair / (batch.positions - 1) * batch.positions + pair % (batch.positions - 1)
                let line = UnsafeBufferPointer(start: logits + index * width, count: width)
                return Self.logSumExp(line) - Double(line[batch.ids[index + 1]])
            }
        }
    }

    private static func logSumExp(_ line: UnsafeBufferPointer<Float>) -> Double {
        var out = [Float](repeating: 0, count: line.count)
        guard let start = line.baseAddress else { return 0 }
        RowKernels.logSoftmax(start, into: &out, rows: 1, width: line.count)
        return Double(line[0]) - Double(out[0])
    }
}
