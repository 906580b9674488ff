internal import CellInterpreter
internal import Display
internal import JupyterKernel

// The interpreter counts bytes of UTF-8, the kernel has indices of the text.
extension CellSession {
    func complete(_ code: String, at cursor: String.Index) -> Completions {
        let found = interpreter.complete(code, cursor: code.utf8Offset(of: cursor))
        let matches = found.items.map {
            Completions.Match($0.text, kind: "\($0.kind)", signature: $0.signature ?? $0.type)
        }
        let start = code.index(atUTF8Offset: found.replaced.lowerBound)
        let end = code.index(atUTF8Offset: found.replaced.upperBound)
        return Completions(replacing: start..<max(start, end), matches: matches)
    }

    func inspect(_ code: String, at cursor: String.Index, detail: InspectionDetail) -> MIMEBundle? {
        let offset = code.utf8Offset(of: cursor)
        guard let found = interpreter.inspect(code, cursor: offset, detail: detail == .short ? 0 : 1) else {
            return nil
        }
        return MIMEBundle(plain: found.plain).with(.markdown, found.markdown)
    }
}

extension String {
    fileprivate func utf8Offset(of index: Index) -> Int { utf8.distance(from: startIndex, to: index) }

    fileprivate func index(atUTF8Offset offset: Int) -> Index {
        utf8.index(startIndex, offsetBy: max(0, offset), limitedBy: endIndex) ?? endIndex
    }
}
