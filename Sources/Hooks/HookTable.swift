internal import SessionSafety
package import TensorCore

/// The hooks and the recorder of one run, laid out by hook point.
///
/// A value: a run that throws takes it along, and nothing is left behind.
package struct HookTable {
    private let points: [HookPoint]
    private var bodies: [[Hook.Body]]
    private var isRecorded: [Bool]
    private let part: Part?
    /// Who sees gradients on their way back; nil where none are asked.
    package var gradients: GradientWatch?

    /// What is kept of an activation that is recorded.
    package typealias Part = (_ activation: Tensor, _ name: String) throws -> Tensor

    /// What was recorded so far.
    package private(set) var cache: ActivationCache

    /// A table of `hooks`, which fire in this order where several meet, that records what `recording` names: all of
    /// each activation, or the part of it that `part` gives.
    /// - Throws: ``HookError`` for a name that is unknown or switched off.
    package init(
        _ registry: HookRegistry, hooks: [Hook], recording: NamesSelection? = nil,
        part: Part? = nil, into cache: ActivationCache = ActivationCache()
    ) throws {
        points = registry.points
        bodies = [[Hook.Body]](repeating: [], count: points.count)
        isRecorded = [Bool](repeating: false, count: points.count)
        self.cache = cache
        self.part = part
        for hook in hooks {
            for index in try registry.indices(for: hook) { bodies[index].append(hook.body) }
        }
        if let recording {
            for index in try registry.indices(for: recording) { isRecorded[index] = true }
        }
    }

    /// Whether there is any closure.
    package var hasHooks: Bool { bodies.contains { !$0.isEmpty } }

    /// Whether anything is recorded.
    package var isRecording: Bool { isRecorded.contains(true) }

    /// Whether anybody looks at the activation of point `index`; when not, it need not even be made.
    package func listens(at index: Int) -> Bool {
        isRecorded[index] || !bodies[index].isEmpty || gradients?.watches(index) == true
    }

    /// Whether a closure may change the activation of point `index`.
    package func mayChange(at index: Int) -> Bool { !bodies[index].isEmpty }

    /// Shows `activation` to the hooks of point `index`, then to the recorder.
    ///
    /// - Throws: what a closure throws, or ``HookError`` when it leaves another shape or NaN behind.
    package mutating func fire(_ activation: inout Tensor, at index: Int) throws {
        for body in bodies[index] { try run(body, on: &activation, at: points[index]) }
        try gradients?.watch(&activation, at: index)
        if isRecorded[index] { try record(activation, as: points[index].name) }
    }

    private mutating func record(_ activation: Tensor, as name: String) throws {
        cache.record(try part?(activation, name) ?? activation, as: name)
    }

    private func run(_ body: Hook.Body, on activation: inout Tensor, at point: HookPoint) throws {
        try Interruption.check()
        var edited = activation
        try Fault.catching { try body(&edited, point) }
        if edited.sharesStorage(with: activation), edited.shape == activation.shape { return }
        guard edited.shape == activation.shape else {
            throw HookError.shapeChanged(hook: point.name, expected: activation.shape, found: edited.shape)
        }
        if edited.dtype != activation.dtype { edited = edited.asType(activation.dtype) }
        if let index = edited.firstIndexOfNaN() {
            throw HookError.notANumber(hook: point.name, index: index)
        }
        activation = edited
    }
}

extension Tensor {
    /// Where the first NaN stands, as one index per axis.
    package func firstIndexOfNaN() -> [Int]? {
        guard let flat = detach().withUnsafeFloats({ $0.firstIndex(where: { $0.isNaN }) }) else { return nil }
        return Shape.indices(of: flat, in: shape)
    }
}
