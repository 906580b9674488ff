/// A value that writes its JSON by itself.
///
/// For the few values that travel with every message: a general encoder would take longer over them than the cell.
protocol JSONWritable {
    /// Appends the value, its members in the order of their names.
    func write(to bytes: inout [UInt8])
}
