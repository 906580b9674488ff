import SessionSafety
import TensorCore
import Testing

/// Every sentence names what was given and the way out.
struct ErrorMessageTests {
    @Test(
        arguments: [
            (
                TensorError.indexOutOfRange(index: 99, axis: 1, shape: [8, 15]),
                "index 99 is out of range for axis 1 of shape [8, 15], which has 15 positions: 0 to 14, or -15 to -1 from the end"
            ),
            (
                .shapeMismatch(operation: "+", left: [2, 3], right: [4]),
                "+: shapes [2, 3] and [4] do not go together; matched from the last axis, lengths must be equal or 1"
            ),
            (
                .badAxis(operation: "mean", axis: 5, shape: [2, 3]),
                "mean: there is no axis 5 in a tensor of shape [2, 3]; axes are 0 to 1, or -2 to -1 from the end"
            ),
            (
                .tooLarge(MemoryShortage(bytes: 4 << 40, available: 20 << 30, limit: .controlGroup(32 << 30))),
                "a tensor of 4096 GB does not fit in memory, where the container's memory limit of 32 GB leaves 20 GB; "
                    + "take fewer or shorter axes, or free tensors that are no longer needed"
            ),
            (
                .badReshape(from: [12], to: [5, -1]),
                "can't reshape [12] to [5, -1]: the number of elements differs (one length may be -1, to be worked out)"
            ),
        ] as [(TensorError, String)])
    func sentences(_ error: TensorError, _ sentence: String) {
        #expect(error.description == sentence)
    }
}
