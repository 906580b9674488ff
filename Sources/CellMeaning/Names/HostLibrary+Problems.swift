package import CellHost

extension HostLibrary {
    /// What is wrong with the table: declarations that do not parse, types without a name. For a test of the table.
    package func problems() -> [String] {
        let linker = HostLinker(library: self)
        return all.compactMap { linker.problem(in: $0) }.sorted()
    }
}
