import TensorCore
import Testing

/// Tensors print as PyTorch prints them, and large ones are shortened.
struct DescriptionTests {
    @Test func smallTensorsInFull() {
        let values = Tensor([[0.1, 2, 3.5], [-1, 0, 1]])
        #expect(
            values.description == """
                Tensor [2, 3] float32
                [[ 0.1000,  2.0000,  3.5000],
                 [-1.0000,  0.0000,  1.0000]]
                """)
        #expect(Tensor([1, 20]).description == "Tensor [2] int64\n[ 1, 20]")
        #expect(Tensor(2.5).description == "2.5000")
        #expect(Tensor([1e-7, 2e-6]).description.contains("1.0000e-07"))
        #expect(Tensor([Double.nan, -.infinity, 1]).description.contains("   nan,   -inf, 1.0000"))
        #expect(Tensor.zeros([2, 0]).description == "Tensor [2, 0] float32\n[]")
    }

    @Test func largeTensorsAreShortened() {
        let text = Tensor.zeros([100, 100]).description
        #expect(text.split(separator: "\n").count == 8 && text.contains("..."))
    }

    @Test func tablesInHTML() {
        let html = Tensor([[1, 2], [3, 4]]).htmlTable
        #expect(html.contains("Tensor [2, 2] int64") && html.contains(">4</td>"))
        #expect(Tensor.zeros([50, 2, 2]).htmlTable.contains("… and 46 more"))
        #expect(Tensor(1.0).htmlTable.contains("1.0000"))
        #expect(Tensor.zeros([0]).htmlTable.contains("[0]"))
    }
}
