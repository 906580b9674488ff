internal import JupyterProtocol

/// The cells that this session has run, for consoles and for searching.
struct CellHistory {
    /// One cell with the text form of its value.
    struct Entry {
        let line: Int
        let input: String
        let output: String?
    }

    /// This process is the only session that is remembered.
    static let session = 1

    private let capacity: Int
    private var entries: [Entry] = []

    init(capacity: Int = 10_000) { self.capacity = capacity }

    mutating func append(line: Int, input: String, output: String?) {
        if entries.count >= capacity { entries.removeFirst(capacity / 10) }
        entries.append(Entry(line: line, input: input, output: output.map { String($0.prefix(Self.outputCharacters)) }))
    }

    /// The entries that `request` asks for, oldest first.
    func reply(to request: HistoryRequest) -> HistoryReply {
        HistoryReply(history: entries(for: request).map { $0.json(withOutput: request.output) })
    }

    private func entries(for request: HistoryRequest) -> [Entry] {
        switch request.access {
        case .tail: Array(entries.suffix(max(0, request.count ?? 10)))
        case .range: range(request)
        case .search: search(request)
        }
    }

    private func range(_ request: HistoryRequest) -> [Entry] {
        guard request.session == 0 || request.session == Self.session else { return [] }
        let (start, stop) = (request.start ?? 1, request.stop ?? .max)
        return entries.filter { $0.line >= start && $0.line < stop }
    }

    private func search(_ request: HistoryRequest) -> [Entry] {
        let pattern = GlobPattern(request.pattern ?? "*")
        var found = entries.filter { pattern.matches($0.input) }
        if request.unique { found = Self.lastOfEach(found) }
        return request.count.map { Array(found.suffix(max(0, $0))) } ?? found
    }

    private static func lastOfEach(_ entries: [Entry]) -> [Entry] {
        var seen: Set<String> = []
        return entries.reversed().filter { seen.insert($0.input).inserted }.reversed()
    }

    /// More of a value is not worth its memory.
    private static let outputCharacters = 2000
}

extension CellHistory.Entry {
    fileprivate func json(withOutput: Bool) -> JSONValue {
        let text = JSONValue.string(input)
        let what = withOutput ? JSONValue.array([text, output.map { .string($0) } ?? .null]) : text
        return .array([.integer(CellHistory.session), .integer(line), what])
    }
}
