internal import NearestNames

/// The hook points of a computation, in the order in which they were registered, and which of them are switched off.
package struct HookRegistry: Sendable {
    /// All hook points, switched-off ones included.
    package let points: [HookPoint]

    /// What the user has to call before a switched-off point fires, by position in `points`.
    package let switchedOff: [Int: String]

    private let indices: [String: Int]

    /// The hook points `names`; those that `earlier` has too keep their contexts.
    package init(names: [String], switchedOff: [String: String] = [:], keeping earlier: HookRegistry? = nil) {
        points = names.map { name in
            earlier?.indices[name].flatMap { earlier?.points[$0] } ?? HookPoint(name)
        }
        let indices = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        self.indices = indices
        self.switchedOff = Dictionary(
            switchedOff.compactMap { name, remedy in indices[name].map { ($0, remedy) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The names of the points that fire as things are switched.
    package var activeNames: [String] {
        points.indices.filter { switchedOff[$0] == nil }.map { points[$0].name }
    }

    /// The points that fire as things are switched, by name.
    package var activePoints: [String: HookPoint] {
        let active = points.indices.filter { switchedOff[$0] == nil }.map { points[$0] }
        return Dictionary(active.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position of the point called `name`.
    /// - Throws: ``HookError`` when there is none, or when it is switched off.
    package func index(of name: String) throws -> Int {
        guard let index = indices[name] else {
            throw HookError.unknownHook(name, nearest: Spelling.nearest(to: name, in: points.map(\.name)))
        }
        if let remedy = switchedOff[index] { throw HookError.switchedOff(name, remedy: remedy) }
        return index
    }

    /// The positions of the points at which `hook` fires.
    package func indices(for hook: Hook) throws -> [Int] {
        switch hook.site {
        case .name(let name): return [try index(of: name)]
        case .filter(let filter):
            let matches = try indices(where: filter)
            if matches.isEmpty { throw HookError.filterMatchesNothing }
            return matches
        }
    }

    /// The positions of the points that `selection` names.
    package func indices(for selection: NamesSelection) throws -> [Int] {
        switch selection {
        case .all: points.indices.filter { switchedOff[$0] == nil }
        case .names(let names): try names.map(index(of:))
        case .matching(let filter): try indices(where: filter)
        }
    }

    private func indices(where filter: (String) throws -> Bool) throws -> [Int] {
        try points.indices.filter { try switchedOff[$0] == nil && filter(points[$0].name) }
    }
}
