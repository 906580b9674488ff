/// Merges the symbols of one word: a linked list of symbols and a heap of the merges that could happen next.
struct WordMerger<Merges: PairMerging> {
    private let merges: Merges
    private var symbols: [Int32]
    private var next: [Int]
    private var previous: [Int]
    private var heap: [Candidate] = []

    /// A possible merge of the symbol at `position` with the one after it.
    private struct Candidate {
        let rank: Int32
        let position: Int
        let left: Int32
        let right: Int32
        let result: Int32

        /// Lower ranks first; of equal ones the leftmost.
        static func < (a: Candidate, b: Candidate) -> Bool { (a.rank, a.position) < (b.rank, b.position) }
    }

    /// Stands for a symbol that was merged into the one before it.
    private static var gone: Int32 { -1 }

    init(_ symbols: [Int32], _ merges: Merges) {
        self.symbols = symbols
        self.merges = merges
        next = Array(1...symbols.count)
        previous = Array(-1..<(symbols.count - 1))
        for position in symbols.indices { push(position) }
    }

    /// The symbols that are left when nothing merges any more.
    func merged() -> [Int32] {
        var copy = self
        while let candidate = copy.pop() { copy.carryOut(candidate) }
        return copy.symbols.filter { $0 != Self.gone }
    }

    private mutating func carryOut(_ candidate: Candidate) {
        let position = candidate.position
        let right = next[position]
        // An entry is stale when one of its two symbols has changed since it was pushed.
        guard symbols[position] == candidate.left, right < symbols.count, symbols[right] == candidate.right else {
            return
        }
        symbols[position] = candidate.result
        symbols[right] = Self.gone
        next[position] = next[right]
        if next[position] < symbols.count { previous[next[position]] = position }
        push(position)
        if previous[position] >= 0 { push(previous[position]) }
    }

    private mutating func push(_ position: Int) {
        let right = next[position]
        guard right < symbols.count, let merge = merges.merge(symbols[position], symbols[right]) else { return }
        heap.append(
            Candidate(
                rank: merge.rank, position: position, left: symbols[position], right: symbols[right],
                result: merge.result))
        siftUp(heap.count - 1)
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Candidate? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            siftDown()
        }
        return first
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[smallest] {
                smallest = child
            }
            if smallest == parent { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
