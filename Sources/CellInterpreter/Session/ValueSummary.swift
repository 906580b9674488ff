internal import CellHost
internal import CellValues

/// Values in one short line, for lists of variables and hover texts.
struct ValueSummary {
    let library: HostLibrary
    /// In characters.
    var width = 60

    func text(of value: CellValue) -> String {
        switch value {
        case .array(let box) where box.elements.count > 8: return "\(box.elements.count) elements"
        case .dictionary(let box) where box.elements.count > 4: return "\(box.elements.count) entries"
        case .set(let box) where box.elements.count > 8: return "\(box.elements.count) elements"
        case .view(let box):
            return box.counted?.knownCount.map { "\($0) elements" } ?? "elements made as they are asked for"
        case .absent: return "no value yet"
        default: break
        }
        let printer = CellPrinter(library: library)
        let text = (try? printer.beginning(of: value, longest: 4 * width, isDebug: true))?.text ?? "…"
        let line = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true).first ?? ""
        return line.count > width || line.count < text.count ? line.prefix(width - 1) + "…" : String(line)
    }
}
