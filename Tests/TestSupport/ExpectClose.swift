package import TensorCore
package import Testing

/// Expects equal shapes and |a − b| ≤ absolute + relative · |b| everywhere; infinities and NaN must stand at the same places.
///
/// The defaults are what two float32 implementations of the same model can promise each other.
package func expectClose(
    _ actual: Tensor, _ expected: Tensor, absolute: Double = 1e-4, relative: Double = 1e-4,
    _ comment: @autoclosure () -> Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(actual.shape == expected.shape, comment(), sourceLocation: sourceLocation)
    guard actual.shape == expected.shape else { return }
    let (a, b) = (actual.toArray(), expected.toArray())
    var worst: (excess: Double, index: Int)?
    for i in a.indices where a[i] != b[i] && !(a[i].isNaN && b[i].isNaN) {
        let difference = abs(Double(a[i]) - Double(b[i]))
        let excess = difference - absolute - relative * abs(Double(b[i]))
        guard !(excess <= 0) else { continue }
        if worst.map({ excess > $0.excess || excess.isNaN }) ?? true { worst = (excess, i) }
    }
    guard let index = worst?.index else { return }
    let note = comment().map { "\($0): " } ?? ""
    Issue.record(
        "\(note)at element \(index) of shape \(actual.shape): \(a[index]) is not close to \(b[index])",
        sourceLocation: sourceLocation)
}
