internal import SessionSafety
package import TensorCore

/// What sees gradients at hook points on their way back: hooks that may change them, and a record.
package final class GradientWatch {
    private let tape: GradientTape
    private let points: [HookPoint]
    private var bodies: [[Hook.Body]]
    private var isRecorded: [Bool]
    private var shapes: [(index: Int, shape: [Int])] = []
    private var found: [Int: Tensor] = [:]

    /// A watch at the points at which `hooks` fire and those that `recording` names.
    /// - Throws: ``HookError`` for a name that is unknown or switched off.
    package init(_ registry: HookRegistry, on tape: GradientTape, hooks: [Hook], recording: NamesSelection) throws {
        self.tape = tape
        points = registry.points
        bodies = [[Hook.Body]](repeating: [], count: points.count)
        isRecorded = [Bool](repeating: false, count: points.count)
        for hook in hooks {
            for index in try registry.indices(for: hook) { bodies[index].append(hook.body) }
        }
        for index in try registry.indices(for: recording) { isRecorded[index] = true }
    }

    func watches(_ index: Int) -> Bool { isRecorded[index] || !bodies[index].isEmpty }

    /// Makes sure that the gradient of `activation` passes by here. Where nothing before it is tracked, tracking begins.
    func watch(_ activation: inout Tensor, at index: Int) throws {
        guard watches(index) else { return }
        shapes.append((index, activation.shape))
        let tracked = try activation.isTracked ? activation : tape.leaf(activation)
        activation = try tracked.watchingGradient { [self] gradient in try fire(&gradient, at: index) }
    }

    private func fire(_ gradient: inout Tensor, at index: Int) throws {
        for body in bodies[index].reversed() {
            var edited = gradient
            try Fault.catching { try body(&edited, points[index]) }
            guard edited.shape == gradient.shape else {
                throw HookError.shapeChanged(hook: points[index].name, expected: gradient.shape, found: edited.shape)
            }
            gradient = edited
        }
        guard isRecorded[index] else { return }
        // Inputs of queries and of keys that groups of heads share differ in shape: the cache has the last one's.
        guard gradient.shape == shapes.last(where: { $0.index == index })?.shape else { return }
        found[index] = try found[index].map { earlier in try Fault.catching { earlier + gradient } } ?? gradient
    }

    /// The gradients that were recorded, in the order in which the run came by.
    ///
    /// Of a point that the run came by several times, it is the sum (of those in the last one's shape); of one from which nothing leads to the number, 0.
    package func record(into cache: inout ActivationCache) throws {
        for (index, shape) in shapes where isRecorded[index] && !cache.contains(points[index].name) {
            cache.record(try found[index] ?? Fault.catching { Tensor.zeros(shape) }, as: points[index].name)
        }
    }
}
