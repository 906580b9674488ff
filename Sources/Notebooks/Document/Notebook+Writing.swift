internal import TextFormats

extension Notebook {
    /// The notebook's file.
    package func bytes() -> [UInt8] {
        var root = rest
        root["cells"] = .array(cells.map { .object($0.members) })
        return JSONNode.object(root).bytes(indentation: layout.indentation) + (layout.endsInNewLine ? [0x0A] : [])
    }
}
