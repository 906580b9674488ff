import CellHost
import CellInterpreter
import CellStandardLibrary
import CellValues
import SessionSafety
import Synchronization
import TestSupport
import Testing

/// Values of the library are changed where they are, whichever way a cell reaches them.
@Suite struct InPlaceTests {
    /// Runs cells, then says how often a grid's numbers were copied.
    private func copies(_ cells: String..., expecting printed: [String]) -> Int {
        let (lines, copies) = onDeepStack {
            let output = RecordedOutput()
            let interpreter = Interpreter(library: gridLibrary(), output: output)
            for cell in cells {
                if let error = interpreter.run(cell).error {
                    output.write(error.traceback.joined(separator: "\n"), to: .standardError)
                }
            }
            return (output.takeLines(), GridCopies.of(interpreter.session).count.load(ordering: .relaxed))
        }
        #expect(lines == printed)
        return copies
    }

    @Test func aVariable() {
        #expect(copies("var g = Grid(3)", "g[1] = 5\ng[2] += 2\ng.fill(7)\nprint(g[1])", expecting: ["7"]) == 0)
    }

    @Test func aLocalVariable() {
        #expect(
            copies(
                "func f() -> Int { var g = Grid(3); for i in 0..<3 { g[i] += i }; return g[2] }\nprint(f())",
                expecting: ["2"]) == 0)
    }

    @Test func anInOutParameter() {
        #expect(
            copies(
                "func set(_ g: inout Grid, _ i: Int) { g[i] = 4; g.fill(i) }\nvar g = Grid(3)\nset(&g, 2)\nprint(g[0])",
                expecting: ["2"]) == 0)
    }

    @Test func whatTheLibraryHandsToAClosure() {
        #expect(
            copies(
                "let g = try changed(Grid(3)) { z in z[1] = 9\nz[1] += 1 }\nprint(g[1])", expecting: ["10"]) == 0)
    }

    @Test func aValueThatDoesNotComeBackIsAnError() {
        final class Thief: CallTarget {
            let name = "thief"
            func call(_ arguments: inout [CellValue], _ captured: [CellValue]) throws -> CellValue {
                arguments[0] = .void
                return .void
            }
        }
        var grid = Grid(3)
        #expect(throws: (any Error).self) {
            try CellFunction(callable: CallableBox(Thief())).callInOut(&grid, ifLost: Grid(7))
        }
        grid.fill(1)
        #expect(grid[6] == 1)
    }

    @Test func throughAFunctionWithinTheClosure() {
        #expect(
            copies(
                "func set(_ g: inout Grid, _ i: Int) { g[i] = 4 }\nlet g = try changed(Grid(3)) { z in set(&z, 2) }\nprint(g[2])",
                expecting: ["4"]) == 0)
    }

    @Test func withinStructsAndCollections() {
        #expect(
            copies(
                "struct Box { var grids = [Grid(2), Grid(2)]; var named: [String: Grid] = [\"a\": Grid(2)] }\nvar b = Box()",
                "b.grids[1][0] = 3\nb.grids[1][0] += 1\nb.named[\"a\"]?[1] = 5\nb.named[\"b\", default: Grid(2)][0] = 1",
                "print(b.grids[1][0], b.named[\"a\"]![1], b.named[\"b\"]![0])", expecting: ["4 5 1"]) == 0)
    }

    @Test func aCopyIsMadeOnceWhenTheValueIsShared() {
        #expect(
            copies(
                "var g = Grid(3)\nlet kept = g", "g[0] = 1\ng[1] = 2\nprint(g[0], kept[0])", expecting: ["1 0"])
                == 1)
    }
}

/// How often numbers of a session were copied.
final class GridCopies: SessionPart {
    let count = Atomic<Int>(0)
}

/// Numbers that count how often they are copied.
struct Grid: HostObject {
    private final class Storage {
        var numbers: [Int]
        init(_ numbers: [Int]) { self.numbers = numbers }
    }

    private var storage: Storage

    init(_ count: Int) { storage = Storage(Array(repeating: 0, count: count)) }

    private mutating func own() {
        guard !isKnownUniquelyReferenced(&storage) else { return }
        GridCopies.current.count.add(1, ordering: .relaxed)
        storage = Storage(storage.numbers)
    }

    subscript(index: Int) -> Int {
        get { storage.numbers[index] }
        set {
            own()
            storage.numbers[index] = newValue
        }
    }

    mutating func fill(_ number: Int) {
        own()
        for index in storage.numbers.indices { storage.numbers[index] = number }
    }
}

func gridLibrary() -> HostLibrary {
    let library = HostLibrary.standard()
    library.type("Grid", Grid.self)
    library.declare("init(_ count: Int)", on: "Grid") { (count: Int) in Grid(count) }
    library.declare("mutating func fill(_ number: Int)", on: "Grid", mutating: { (g: inout Grid, n: Int) in g.fill(n) })
    library.declare(
        "subscript(_ index: Int) -> Int { get set }", on: "Grid", get: { (g: Grid, i: Int) in g[i] },
        set: { (g: inout Grid, i: Int, new: Int) in g[i] = new })
    library.declare(
        "func changed(_ grid: Grid, _ body: (inout Grid) throws -> Void) throws -> Grid",
        raw: { call in
            var grid = try call.value(0, as: Grid.self)
            call[0] = .void
            try call.value(1, as: CellFunction.self).callInOut(&grid, ifLost: Grid(0))
            return grid.toCell()
        })
    return library
}
