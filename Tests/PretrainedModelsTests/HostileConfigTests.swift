import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Configs of every family, one value at a time made into something that it cannot be: an error that names file and key, or the
/// same model.
struct HostileConfigTests {
    /// JSON that no config has under most of its keys.
    private static let lies = ["1000000000", "1e300", "0", "-1", "\"x\"", "[[1]]"]

    @Test("A value that cannot be is named with file and key, whatever the family", arguments: GoldenFamily.all)
    func everyKey(_ name: String) throws {
        let family = try GoldenFamily(name)
        let folder = FileManager.default.temporaryDirectory.appending(path: "lies-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: family.folder, toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = try Data(contentsOf: URL(filePath: folder + "/config.json"))
        let config = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var refused = 0
        for (path, lie) in Self.paths(config).flatMap({ path in Self.lies.map { (path, $0) } }) {
            let value = try JSONSerialization.jsonObject(with: Data(lie.utf8), options: .fragmentsAllowed)
            let changed = Self.setting(path[...], of: config, to: value)
            try JSONSerialization.data(withJSONObject: changed).write(to: URL(filePath: folder + "/config.json"))
            do {
                let model = try HookedTransformer.fromPretrained(folder)
                let logits = try model([1, 2, 3])
                #expect(logits.toArray().allSatisfy { $0.isFinite }, "\(path) \(lie)")
            } catch {
                refused += 1
                let text = "\(error)"
                #expect(text.contains(folder), "\(path) \(lie): \(text)")
                #expect(text.utf8.count < 2000, "\(path) \(lie): \(text.prefix(300))")
            }
        }
        #expect(refused > 20, "\(refused)")
    }

    /// Where values stand, those within objects too.
    private static func paths(_ object: [String: Any]) -> [[String]] {
        object.keys.sorted().flatMap { key -> [[String]] in
            [[key]] + ((object[key] as? [String: Any]).map { paths($0).map { [key] + $0 } } ?? [])
        }
    }

    private static func setting(_ path: ArraySlice<String>, of object: [String: Any], to value: Any) -> [String: Any] {
        guard let key = path.first else { return object }
        var object = object
        object[key] =
            path.count == 1 ? value : setting(path.dropFirst(), of: object[key] as? [String: Any] ?? [:], to: value)
        return object
    }
}
