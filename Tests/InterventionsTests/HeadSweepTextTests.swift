import Foundation
import HookedTransformers
import Interventions
import TensorCore
import TestSupport
import Testing

/// A sweep leaves as a table and as maps.
struct HeadSweepTextTests {
    @Test func textsHoldEveryHead() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let sweep = try model.ablateHeads([1, 2, 3], methods: [.zero]) { $0[0, -1, 7] }
        let lines = sweep.toCSV().split(separator: "\n")
        #expect(lines.count == 9 && lines[0] == "method,layer,head,value")
        #expect(lines[6] == "zero,1,1,\(Float(sweep.maps[0][1, 1].item()))")
        let both = try model.ablateHeads([[1, 2, 3], [4, 5, 6]], methods: [.zero]) { $0[0..., -1, 7] }
        #expect(both.maps[0].shape == [2, 4, 2])
        let table = both.toCSV().split(separator: "\n")
        #expect(table.count == 17 && table[0] == "method,layer,head,prompt,value")
        #expect(table[12] == "zero,1,1,1,\(Float(both.maps[0][1, 1, 1].item()))")
        let json = try JSONSerialization.jsonObject(with: Data(sweep.toJSON().utf8)) as? [String: [[Double]]]
        #expect(json?["zero"]?.count == 2 && json?["zero"]?[0].count == 4)
    }
}
