internal import Synchronization

/// How `for … in` goes over values of the library's own types, by their Swift type.
enum HostSequences {
    typealias Start = (CellValue) throws -> AnyIterator<CellValue>

    private struct Table: @unchecked Sendable {
        var starts: [ObjectIdentifier: Start] = [:]
    }

    private static let table = Mutex(Table())

    static func add(_ type: ObjectIdentifier, _ start: @escaping Start) { table.withLock { $0.starts[type] = start } }

    static func walk(_ box: HostBox) throws -> () throws -> CellValue? {
        guard let start = table.withLock({ $0.starts[box.typeIdentifier] }) else {
            throw HostMismatch(expected: "a sequence", found: .host(box))
        }
        let iterator = try start(.host(box))
        return { iterator.next() }
    }
}
