import CellHost
import CellInterpreter
import CellStandardLibrary
import CellValues
import Display
import Foundation
import SessionSafety
import TestSupport
import Testing

/// What a kernel asks of a session besides running programs.
@Suite struct SessionTests {
    /// Runs cells; gives the last result and what was printed.
    private func run(_ cells: String...) -> (result: CellResult, printed: [String]) {
        onDeepStack {
            let output = RecordedOutput()
            let interpreter = Interpreter(library: .standard(), output: output)
            let results = cells.enumerated().map { interpreter.run($1, name: "cell \($0 + 1)") }
            return (results[results.count - 1], output.takeLines())
        }
    }

    @Test func stopEndsALoopAndTheSessionLivesOn() {
        let endless = [
            "while true {}", "let f = { while true {} }\nf()", "for i in 0... { _ = i }",
            "repeat {} while true",
            "func f() { while true {} }\nf()",
        ]
        for text in endless {
            let (stopped, after) = onDeepStack {
                let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
                _ = interpreter.run("let kept = 5")
                let stop = interpreter.session.stop
                DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { stop.request() }
                let stopped = interpreter.run(text)
                stop.clear()
                return (stopped, interpreter.run("kept"))
            }
            #expect(stopped.error?.isInterrupt == true, "\(text)")
            #expect(stopped.error?.ename == "Interrupted", "\(text)")
            #expect(after.bundle?.plain == "5", "\(text)")
        }
    }

    @Test func stopEndsTheCheckOfACell() {
        let (stopped, after) = onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            interpreter.session.stop.request()
            let stopped = interpreter.run("let x = 1")
            interpreter.session.stop.clear()
            return (stopped, interpreter.run("let x = 2; x"))
        }
        #expect(stopped.error?.isInterrupt == true)
        #expect(after.bundle?.plain == "2")
    }

    /// Long texts of one kind, which took time that grew with the square of their length, or worse.
    @Test func whatIsLongOrDeepIsReadOrRefused() {
        let cells = [
            "let a = [" + String(repeating: "1, ", count: 20_000) + "1]\na.count",
            "let b = 1" + String(repeating: " + 1", count: 5000) + "\nb",
            "let c = \"A\"" + String(repeating: ".lowercased()", count: 300) + "\nc",
            "let d = " + String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
            "let e = " + String(repeating: "[", count: 10_000) + "1" + String(repeating: "]", count: 10_000),
            "let f = " + String(repeating: "9", count: 100_000),
            "let g = \"" + String(repeating: "g", count: 1_000_000) + "\"\ng.count",
        ]
        let results = cells.map { run($0).result }
        #expect(results[0].bundle?.plain == "20001")
        #expect(results[1].bundle?.plain == "5001")
        #expect(results[2].bundle?.plain == "\"a\"")
        for index in 3...5 {
            let lines = results[index].error?.traceback ?? []
            #expect(!lines.isEmpty && lines.allSatisfy { $0.count < 700 }, "an error that can be read")
        }
        #expect(results[6].bundle?.plain == "1000000")
    }

    /// Of twice as many calls twice as much is looked at, within each other's closures too.
    @Test func aChainIsCheckedOnceALink() {
        func looks(_ count: Int) -> Int {
            onDeepStack {
                let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
                let chain = "[1]" + String(repeating: ".map { $0 }", count: count)
                let (result, looks) = interpreter.session.stop.countingLooks { interpreter.run(chain) }
                #expect(result.bundle?.plain == "[1]")
                return looks
            }
        }
        #expect(looks(400) < 3 * looks(200))
    }

    /// A compiled program would end here: each level of such a value is a level of the stack.
    @Test func valuesOfManyLevelsDoNotEndTheSession() {
        let list = "indirect enum List: Hashable { case end; case node(Int, List) }\n"
        let make =
            "var a = List.end; var b = List.end\nfor i in 0..<600_000 { a = .node(i, a); b = .node(i, b) }\n"
        for last in ["a == b", "let s: Set<List> = [a]", "a", "a = .end; b = .end", "%who", "%reset"] {
            let after = onDeepStack {
                let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
                #expect(interpreter.run(list + make).error == nil)
                _ = interpreter.run(last)
                return interpreter.run("1 + 1")
            }
            #expect(after.bundle?.plain == "2", "\(last)")
        }
        let (any, _) = run("var a: Any = 0; for _ in 0..<600_000 { a = [a] }; a = 1", "1")
        #expect(any.bundle?.plain == "1")
        let (closures, _) = run(
            "var f = { 0 }; for _ in 0..<600_000 { let g = f; f = { g() + 1 } }", "f()", "f = { 1 }; f()")
        #expect(closures.bundle?.plain == "1")
    }

    @Test func textThatGrowsWithoutEndIsAnError() {
        for grow in ["s += s", "s = s + s", "s.append(s)", "s = \"\\(s)\\(s)\"", "s = [s, s].joined()"] {
            let (result, _) = run("var s = \"grow\"\nwhile true { \(grow) }")
            #expect(result.error?.evalue.contains("is too long: the most is 67108864") == true, "\(grow)")
        }
        let (one, _) = run(
            #"let long = String(repeating: "a", count: 1_000_000)"#,
            #"long.replacing("", with: String(repeating: "x", count: 10_000)).count"#)
        #expect(one.error?.evalue.contains("the replaced text is too long") == true)
    }

    @Test func anErrorTellsItsPlaceAndTheCallsThatLedThere() throws {
        let (result, _) = run(
            "func pick(_ values: [Int], at index: Int) -> Int {\n    values[index]\n}",
            "let x = pick([1, 2], at: 7)")
        let error = try #require(result.error)
        #expect(error.ename == "RuntimeError")
        #expect(error.evalue == "index 7 is out of range: the array has 2 elements")
        #expect(
            error.traceback == [
                "cell 1:2:5: error: RuntimeError: index 7 is out of range: the array has 2 elements",
                "  2 |     values[index]", "    |     ^~~~~~~~~~~~~", "in pick, called at cell 2:1:9",
                "  1 | let x = pick([1, 2], at: 7)", "    |         ^~~~~~~~~~~~~~~~~~~",
            ])
    }

    @Test func aThrownErrorHasTheNameOfItsType() throws {
        let (result, _) = run("struct Broken: Error { var part: String }\nthrow Broken(part: \"wheel\")")
        #expect(result.error?.ename == "Broken")
        #expect(result.error?.evalue == #"Broken(part: "wheel")"#)
    }

    @Test func allMistakesOfACellAreToldAtOnce() throws {
        let (result, _) = run("let a: Int = \"x\"\nunknown()\nlet c = missing")
        #expect(result.error?.ename == "CompileError")
        #expect((result.error?.traceback.filter { $0.contains("error:") }.count ?? 0) >= 3)
    }

    @Test func aListOfTuplesOrStructsIsATableToo() throws {
        let (result, _) = run("[(name: \"<a>\", n: 1), (name: \"b\", n: 2)]")
        let bundle = try #require(result.bundle)
        #expect(bundle.plain == #"[(name: "<a>", n: 1), (name: "b", n: 2)]"#)
        #expect(bundle.representations[.html]?.contains("<th>name</th><th>n</th>") == true)
        #expect(bundle.representations[.html]?.contains("<td>&lt;a&gt;</td><td>1</td>") == true)
    }

    @Test(arguments: [
        ("[10, 20]", "<th></th><th>value</th>", "<td>1</td><td>20</td>"),
        (#"["<b>", "&"]"#, "<th>value</th>", "<td>0</td><td>&lt;b&gt;</td>"),
        ("[[1, 2, 3], [4]]", "<th></th><th>0</th><th>1</th><th>2</th>", "<td>1</td><td>4</td><td></td><td></td>"),
        ("[[[1, 2]], [[3]]]", "<th></th><th>0</th>", "<td>0</td><td>[1, 2]</td>"),
        ("let a: [Int?] = [1, nil]\na", "<th>value</th>", "<td>0</td><td>Optional(1)</td>"),
        ("Set([3, 20, 1])", "<th>element</th>", "<tr><td>1</td></tr><tr><td>3</td></tr><tr><td>20</td></tr>"),
        (
            "[10: \"x\", 9: \"<y>\"]", "<th>key</th><th>value</th>",
            "<td>9</td><td>&lt;y&gt;</td></tr><tr><td>10</td>"
        ),
        ("[1, 2, 3][1...]", "<th>value</th>", "<tbody><tr><td>1</td><td>2</td>"),
    ])
    func aListIsATableToo(_ code: String, _ header: String, _ rows: String) throws {
        let bundle = try #require(run(code).result.bundle)
        let html = try #require(bundle.representations[.html])
        #expect(html.contains(header) && html.contains(rows), "\(html)")
        #expect(["[", "Set(", "ArraySlice("].contains { bundle.plain.hasPrefix($0) })
    }

    @Test func whatHasNoElementsIsNoTable() {
        for code in ["[Int]()", "1", "\"text\"", "0..<3", "(1, 2)", "[Int: Int]()"] {
            #expect(run(code).result.bundle?.representations[.html] == nil, "\(code)")
        }
    }

    @Test func aLongListsTableShowsItsFirstAndLastElements() throws {
        let wide = "Array(repeating: Array(0..<200), count: 100_000)"
        for code in ["Array(0..<100_000)", wide, "Set(0..<100_000)"] {
            let html = try #require(run(code).result.bundle?.representations[.html])
            #expect(html.contains("<td>…</td>") && html.contains("100000 elements"))
            #expect(html.utf8.count < 20_000)
        }
        let text = try #require(
            run("[String(repeating: \"x\", count: 5000)]").result.bundle?.representations[.html])
        #expect(text.contains("xxx…") && text.utf8.count < 1000)
    }

    @Test func valuesThatShowThemselvesAreShownSo() {
        let shown = onDeepStack {
            let library = HostLibrary.standard()
            library.type("Picture", Picture.self)
            library.declare("init()", on: "Picture") { () in Picture() }
            let interpreter = Interpreter(library: library, output: RecordedOutput())
            return interpreter.run("let p = Picture()\np").bundle
        }
        #expect(shown == Picture().mimeBundle)
    }

    @Test func variablesAreListedWithTypesAndValues() {
        let variables = onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            _ = interpreter.run("let a = [1, 2]\nvar b = Array(repeating: 0.5, count: 100)")
            return interpreter.variables.map {
                "\($0.isConstant ? "let" : "var") \($0.name): \($0.type) \($0.summary)"
            }
        }
        #expect(variables == ["let a: [Int] [1, 2]", "var b: [Double] 100 elements"])
    }

    @Test func anExpressionIsEvaluatedWithoutBeingShown() throws {
        let values = onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            _ = interpreter.run("let a = 20")
            return (try? Int.fromCell(interpreter.evaluate("a + 1")), (try? interpreter.evaluate("a + b")) == nil)
        }
        #expect(values.0 == 21)
        #expect(values.1)
    }

    @Test func commandsRunAmongStatements() {
        let (result, printed) = run("var n = 1\n%time n += 1\nprint(n)\n%time n * 10")
        #expect(result.error == nil)
        #expect(result.bundle?.plain == "20")
        #expect(printed.count == 5 && printed[2] == "2")
        #expect(printed[0].hasPrefix("CPU times: user ") && printed[1].hasPrefix("Wall time: "))
    }

    @Test func aWholeCellIsTimed() {
        let (result, printed) = run("%%time\nlet x = 3\nx + 1")
        #expect(result.bundle?.plain == "4")
        #expect(printed.count == 2 && printed[1].hasPrefix("Wall time: "))
    }

    @Test func aCommandsMistakesAreAtTheirPlace() {
        let (result, _) = run("let x = 1\n%time y + 1")
        #expect(result.error?.traceback.first == "cell 1:2:7: error: cannot find 'y' in scope")
    }

    @Test func nothingRunsWhenALaterStretchIsWrong() {
        let (result, printed) = run(
            "print(\"ran\")\nlet a = 1\n%time let b = a + 1\nlet c = a + b\nc + missing\n%time d\nprint(\"end\")")
        #expect(printed == [])
        #expect(
            result.error?.traceback.filter { $0.contains("error:") } == [
                "cell 1:5:5: error: cannot find 'missing' in scope", "cell 1:6:7: error: cannot find 'd' in scope",
            ])
    }

    @Test func aStretchKnowsWhatThoseBeforeItDeclare() {
        let (result, printed) = run(
            "struct P { var n = 1 }\nfunc twice(_ n: Int) -> Int { n * 2 }\n%time let p = P(n: 4)\ntwice(p.n)\n%reset",
            "let p = 1\n%time 0\nlet q = \"text\"\n%time 0\nq + String(p)")
        #expect(result.bundle?.plain == "\"text1\"")
        #expect(printed.count == 6)
    }

    @Test func aFailedCheckLeavesTheSessionAsItWas() {
        let (result, _) = run("let a = 1", "let a = \"text\"\n%time 0\nmissing", "a + 1")
        #expect(result.bundle?.plain == "2")
    }

    @Test func theLastPieceOfACellIsItsValue() {
        #expect(run("%time 7\n// done").result.bundle?.plain == "7")
        #expect(run("%time 7\nlet x = 1").result.bundle == nil)
        #expect(run("%time 7\n8").result.bundle?.plain == "8")
    }

    @Test func whoHelpAndResetKnowTheSession() {
        let who = run("let answer = 42\nlet list = [1, 2]", "%who").result.bundle
        #expect(
            who?.plain == """
                name    type   shape  bytes  value
                answer  Int           8      42
                list    [Int]  [2]    16     [1, 2]
                """)
        #expect(who?.representations[.html]?.contains("<td>answer</td>") == true)
        #expect(run("%help uppercased").result.bundle?.plain.contains("of String") == true)
        #expect(run("%help").result.bundle?.plain.contains("%timeit") == true)
        #expect(
            run("/// Doubles.\nfunc double(_ x: Int) -> Int { x * 2 }", "%help double").result.bundle?.plain
                .contains("Doubles.") == true)
        #expect(run("let answer = 42", "%reset", "%who").result.bundle?.plain == "no variables yet")
    }

    @Test func timeitTakesIPythonsOptions() {
        let count = "var n = 0\n"
        let (result, printed) = run(count + "%timeit -n 10 -r3 n += 1", "n")
        #expect(printed.last?.hasSuffix("(mean ± std. dev. of 3 runs, 10 loops each)") == true)
        #expect(result.bundle?.plain == "30")
        let negative = run(count + "%timeit -n", "n")
        #expect(negative.printed.last?.contains("of 7 runs") == true, "what is no option is Swift")
        #expect(run("%timeit -n 0 1 + 1").result.error?.evalue.contains("-n and -r need a number above 0") == true)
        let mistake = run("%timeit -n 10 x + 1").result.error
        #expect(mistake?.traceback.first == "cell 1:1:15: error: cannot find 'x' in scope")
    }

    @Test func whoOfATypeListsThoseOfThatType() {
        let plain = run("let answer = 42\nlet list = [1, 2]", "%who [Int]").result.bundle?.plain ?? ""
        #expect(plain.contains("list") && !plain.contains("answer"))
        #expect(run("let answer = 42", "%who Tensor").result.bundle?.plain == "no variables of type Tensor")
    }

    @Test func timeitTellsMeanAndDeviation() {
        let (result, printed) = run("func f() -> Int { 1 }\n%timeit f()")
        #expect(result.error == nil)
        #expect(printed.first?.contains(" per loop (mean ± std. dev. of 7 runs, ") == true)
    }

    @Test func whatIsTypedReachesReadLine() {
        let line = onDeepStack {
            let output = RecordedOutput()
            output.input = ["typed"]
            return Interpreter(library: .standard(), output: output).run("readLine()").bundle?.plain
        }
        #expect(line == #"Optional("typed")"#)
    }
}

private struct Picture: HostObject, Displayable {
    var mimeBundle: MIMEBundle { MIMEBundle(plain: "a picture").with(.html, "<b>picture</b>") }
}
