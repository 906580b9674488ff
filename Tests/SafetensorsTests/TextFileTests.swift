import FileSafety
import Foundation
import Safetensors
import TensorCore
import Testing

/// Numbers leave in formats that other programs read.
struct TextFileTests {
    @Test func commaSeparated() throws {
        let map = Tensor([[0.1, -2.0], [Double.nan, 1e-8]])
        #expect(try map.toCSV() == "0.1,-2.0\nnan,1e-08\n")
        let labelled = try map.toCSV(rowLabels: ["L0", "a \"b\", c"], columnLabels: ["x", "y"])
        #expect(labelled == ",x,y\nL0,0.1,-2.0\n\"a \"\"b\"\", c\",nan,1e-08\n")
        #expect(try Tensor([1, 2]).toCSV() == "1\n2\n")
        let cube = Tensor([1, 2, 3, 4], shape: [2, 1, 2])
        #expect(try cube.toCSV() == "axis0,axis1,axis2,value\n0,0,0,1\n0,0,1,2\n1,0,0,3\n1,0,1,4\n")
        #expect(throws: TensorError.self) { try map.toCSV(rowLabels: ["one"]) }
        #expect(throws: TensorError.self) { try cube.toCSV(columnLabels: ["a", "b"]) }
    }

    @Test func json() throws {
        let map = Tensor([[0.1, -2.0], [Double.nan, 1e-8]])
        let read = try JSONSerialization.jsonObject(with: Data(map.toJSON().utf8)) as? [[Any]]
        #expect((read?[0][0] as? NSNumber)?.floatValue == 0.1 && read?[1][0] is NSNull)
        #expect(Tensor([[1, 2], [3, 4]]).toJSON() == "[[1,2],[3,4]]")
        #expect(Tensor(5).toJSON() == "5" && Tensor.zeros([0, 3]).toJSON() == "[]")
        #expect((Tensor([1, 2]) .> 1).toJSON() == "[false,true]")
    }

    @Test func files() throws {
        let folder = NSTemporaryDirectory() + "swiftlens-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Tensor([[1, 2]]).toCSV(to: folder + "/map.csv")
        try Tensor([[3, 4]]).toCSV(to: folder + "/map.csv", columnLabels: ["a", "b"])
        #expect(try String(contentsOfFile: folder + "/map.csv", encoding: .utf8) == "a,b\n3,4\n")
        try Tensor([[1, 2]]).toJSON(to: folder + "/map.json")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["map.csv", "map.json"])
        #expect(throws: FileError.self) { try saveText("x", to: folder + "/none/map.csv") }
    }
}
