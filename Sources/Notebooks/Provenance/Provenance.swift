internal import TextFormats

/// Where a notebook's outputs come from: kept in its metadata under `swiftlens`.
///
/// A front end writes what the kernel says of itself when it starts, with the language: version, threads and processor. It
/// leaves the rest as it was, which then is of outputs that are gone; a hash of them tells.
package struct Provenance: Sendable, Equatable {
    /// A file that was read, such as a model's weights.
    package struct File: Sendable, Equatable {
        /// Its folder's name and its own, such as `tiny-ioi/model.safetensors`.
        package var name: String
        package var sha256: String

        package init(name: String, sha256: String) { (self.name, self.sha256) = (name, sha256) }
    }

    package var version: String
    package var threads: Int
    /// The kind of processor that matrix products are computed for.
    package var processor: String
    /// Nil where nobody has noted it.
    package var seed: Int?
    /// Nil where nobody has noted them.
    package var files: [File]?

    package init(version: String, threads: Int, processor: String, seed: Int?, files: [File]?) {
        (self.version, self.threads, self.processor) = (version, threads, processor)
        (self.seed, self.files) = (seed, files)
    }
}

extension Provenance {
    private static let member = "swiftlens"
    private static let outputs = "outputs"

    /// What a notebook says of its outputs; nil when it says nothing, or less.
    package init?(of notebook: Notebook) throws {
        let ofKernel = notebook.metadata["language_info"]?[Self.member]?.object
        let own = try Self.isOfOtherOutputs(notebook) ? nil : notebook.metadata[Self.member]?.object
        guard let stored = own ?? ofKernel, let version = stored["version"]?.string else { return nil }
        self.init(
            version: version, threads: stored["threads"]?.integer ?? 0, processor: stored["processor"]?.string ?? "",
            seed: stored["seed"]?.integer,
            files: stored["files"]?.array?.compactMap { file in
                guard let name = file["name"]?.string, let hash = file["sha256"]?.string else { return nil }
                return File(name: name, sha256: hash)
            })
    }

    /// Whether a notebook shows something else since it was noted where its outputs come from: a front end has executed it, or
    /// somebody has changed them.
    package static func isOfOtherOutputs(_ notebook: Notebook) throws -> Bool {
        guard let hash = notebook.metadata[member]?[outputs]?.string else { return false }
        return try hash != notebook.outputsHash()
    }

    /// Writes it into a notebook that has its outputs, beside what others keep there.
    package func write(to notebook: inout Notebook) throws {
        var stored = notebook.metadata[Self.member]?.object ?? JSONObject()
        stored["files"] = files.map { files in
            .array(files.map { .object(["name": .string($0.name), "sha256": .string($0.sha256)]) })
        }
        stored[Self.outputs] = .string(try notebook.outputsHash())
        stored["processor"] = .string(processor)
        stored["seed"] = seed.map { .init($0) }
        stored["threads"] = .init(threads)
        stored["version"] = .string(version)
        let isNew = notebook.metadata[Self.member] == nil
        notebook.metadata[Self.member] = .object(stored)
        // Jupyter writes metadata in the order of their names.
        if isNew { notebook.metadata.sortNames() }
    }

    /// What is otherwise now, for a reader who wonders why numbers differ; files first.
    package func changes(to now: Provenance) -> [String] {
        var changes = (files ?? []).compactMap { file -> String? in
            guard let new = now.files?.first(where: { $0.name == file.name }) else {
                return "\(file.name) was read then, and is not now"
            }
            guard new.sha256 != file.sha256 else { return nil }
            return
                "another model file: \(file.name) (sha256 \(file.sha256.prefix(12))… then, \(new.sha256.prefix(12))… now)"
        }
        if let files {
            let known = Set(files.map(\.name))
            let new = (now.files ?? []).filter { !known.contains($0.name) }
            changes += new.map { "\($0.name) is read now, and was not then" }
        }
        func note(_ what: String, _ old: some Equatable & CustomStringConvertible, _ new: some CustomStringConvertible)
        {
            if old.description != new.description { changes.append("\(what): \(old) then, \(new) now") }
        }
        if let seed, let new = now.seed { note("seed", seed, new) }
        note("version", version, now.version)
        if threads > 0 { note("threads", threads, now.threads) }
        if !processor.isEmpty { note("processor kind", processor, now.processor) }
        return changes
    }
}
