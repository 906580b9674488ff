"""Compares with swiftc what the checker tries and drops: overloads, literals, closures and optional chains in one another.

    python3 Tools/cells/trials.py .build/release/swiftlens [--seed N] [--valid N] [--slips N]

Every function here is declared several times, most of them with a closure, so that each call is tried in several ways
before one is kept. What swiftc accepts a cell must accept, and print the same: an error that only a dropped trial has
found is a difference, and so is an overload that Swift would not choose. What swiftc refuses a cell must refuse, on the
same line and with no more errors.
"""

import re
import sys

import fuzz
from grammar import Grammar

PRELUDE = """\
struct Box: Equatable {
    var n = 1, inner: [Box] = []
    var half: Int? { n > 1 ? n / 2 : nil }
    func add(_ k: Int) -> Int { n + k }
    func add(_ k: Double) -> Double { Double(n) + k }
    func add(_ k: String) -> String { "\\(n)" + k }
    func each(_ f: (Int) -> Int) -> Int { f(n) }
    func each(_ f: (Int) -> String) -> String { f(n) }
    func each(_ f: (Int) -> Int?) -> String { f(n) == nil ? "none" : "one" }
    subscript(i: Int) -> Int { n * (i % 10) }
    subscript(s: String) -> String { s + "\\(n)" }
    static let one = Box()
    static func of(_ n: Int) -> Box { Box(n: n % 10) }
    static func + (a: Box, b: Box) -> Box { Box(n: a.n + b.n) }
    static func + (a: Box, b: Int) -> Box { Box(n: a.n + b) }
}
enum Tone: Equatable { case low, high(Int); static let mid = Tone.high(2) }
struct Trouble: Error {}
func risky(_ n: Int) throws -> Int { if n > 5 { throw Trouble() }; return n }
func pick(_ a: Int) -> Int { a + 1 }
func pick(_ a: Double) -> Double { a + 0.5 }
func pick(_ a: String) -> String { a + "!" }
func pick(_ a: Int?) -> String { a == nil ? "none" : "some" }
func pick(_ a: [Int]) -> Int { a.count }
func pick(_ a: [Double]) -> Double { a.first ?? 0.25 }
func pick(_ a: Tone) -> String { a == .low ? "low" : "high" }
func pick(_ a: Box) -> Box { a + 1 }
func run(_ a: Int, _ f: (Int) -> Int) -> Int { f(a % 50) }
func run(_ a: Double, _ f: (Double) -> Double) -> Double { f(a) }
func run(_ a: String, _ f: (String) -> String) -> String { f(a) }
func run(_ a: String, _ f: (String) -> Int) -> Int { f(a) }
func run(_ a: Box, _ f: (Box) -> Box) -> Box { f(a) }
func run(_ f: () -> Int) -> Int { f() }
func run(_ f: () -> String) -> String { f() }
func fold(_ a: [Int], by f: (Int, Int) -> Int) -> Int { a.reduce(1, f) }
func fold(_ a: [Double], by f: (Double, Double) -> Double) -> Double { a.reduce(1, f) }
func fold(_ a: [String], by f: (String, String) -> String) -> String { a.reduce("", f) }
func weigh(_ a: Int, by k: Double = 2) -> Double { Double(a) * k }
func weigh(_ a: Double, by k: Double = 2) -> Double { a * k }
let box = Box(n: 3), boxes = [Box(n: 2), Box(n: 4, inner: [Box(n: 5)])], maybe: Box? = Box(n: 6), nobody: Box? = nil
let number = 4, share = 0.75, word = "ice", numbers = [3, 1, 2], shares = [0.5, 1.5], words = ["b", "a"], some: Int? = 7
"""

KINDS = ["Int", "Double", "String", "Bool", "Int?", "[Int]", "[Double]", "[String]", "Box", "Box?", "Tone", "String?"]

LEAVES = {
    "Int": ["1", "2", "number", "box.n", "-3"],
    "Double": ["0.5", "2", "share", "1"],
    "String": ['"a"', "word", '"moss"'],
    "Bool": ["true", "false", "number > 2"],
    "Int?": ["nil", "some", "5", "box.half"],
    "[Int]": ["[1, 2]", "numbers", "[]", "[3]"],
    "[Double]": ["[1, 0.5]", "shares", "[2]", "[]"],
    "[String]": ['["x"]', "words", "[]"],
    "Box": ["box", "Box.one", "Box()", "Box.of(2)"],
    "Box?": ["maybe", "nobody", "nil", "Box.one", "boxes.first"],
    "Tone": [".low", ".high(1)", ".mid", "Tone.low"],
    "String?": ["nil", '"k"', "words.first", "word"],
}

# What stands between braces is a value of that kind.
DEEP = {
    "Int": """pick({Int})|run({Int}) $( $0 + {Int} $)|run({Int}, $( n in n * 2 + {Int} $))|run $( {Int} $)|box.add({Int})
        |{Box}.add({Int})|box.each $( $0 + {Int} $)|maybe?.each $( $0 * 2 $) ?? {Int}|numbers.map $( $0 + {Int} $).reduce(0, +)
        |{[Int]}.reduce(0) $( $0 + $1 $)|{[Int]}.reduce(0, +)|({Int?} ?? {Int})|maybe?.n ?? {Int}|max({Int}, {Int})
        |({Bool} ? {Int} : {Int})|box[{Int}]|({Int}, {String}).0|[{Int}, {Int}].max()!|{String}.count|(try? risky({Int})) ?? {Int}
        |boxes.first?.inner.first?.n ?? {Int}|boxes.map(\\.n).reduce(0, +)|["a": {Int}]["a"] ?? 0|["a": {Int}]["b", default: {Int}]
        |fold({[Int]}, by: +)|fold([{Int}, {Int}]) $( $0 - $1 $)|pick({[Int]})|run({String}) $( $0.count + {Int} $)|({Int} + {Int})
        |boxes.first $( $0.n > {Int} $)?.add({Int}) ?? 0|boxes.compactMap(\\.half).first ?? {Int}|boxes.compactMap $( $0.half $).count
        |boxes.flatMap $( $0.inner $).map $( $0.n $).max() ?? {Int}|zip({[Int]}, {[Int]}).map $( $0 * $1 $).reduce(0, +)
        |({Int} % 7 == 0 ? nil : {Int}) ?? 9|abs({Int})|Int({Double})|run({Int}) $( a in run(a) $( b in a + b $) $)""",
    "Double": """pick({Double})|run({Double}) $( $0 / 2 $)|run({Double}, $( x in x * {Double} $))|box.add({Double})|weigh({Int})|weigh({Double})
        |weigh({Double}, by: {Double})|shares.map $( $0 * 2 + {Double} $).reduce(0, +)|{[Double]}.reduce(0, +)|[1, 2.5].reduce(1, *)
        |max({Double}, {Double})|({Bool} ? {Double} : {Double})|Double({Int})|({Double} + {Double})|fold({[Double]}, by: *)|pick({[Double]})
        |fold([{Double}, 0.5]) $( $0 - $1 $)|{[Double]}.max() ?? {Double}|(1...3).map $( Double($0) / 4 $).reduce(0, +)|abs({Double})
        |(1...3).reduce(0) $( $0 + Double($1) $)|stride(from: 0, to: 1, by: 0.5).map $( $0 * {Double} $).reduce(0, +)
        |["a": share]["a"] ?? {Double}|boxes.map $( Double($0.n) $).reduce({Double}, +)|maybe.map $( Double($0.n) $) ?? {Double}|({Double}, 1).0|({Double} * 2).rounded()""",
    "String": """pick({String})|run({String}) $( $0 + {String} $)|run $( {String} $)|box.add({String})|box.each $( "\\($0)" + {String} $)|pick({Int?})
        |pick({Tone})|"\\({Int}) \\({String})"|({String} + {String})|({String?} ?? {String})|({Bool} ? {String} : {String})|box[{String}]
        |fold({[String]}, by: +)|words.map $( $0 + {String} $).joined(separator: {String})|words.first.map $( $0 + "?" $) ?? {String}
        |({Int}, {String}).1|maybe?.add({String}) ?? {String}|boxes.first?.each $( "\\($0)" $) ?? {String}|String({Int})|{String}.uppercased()
        |String({String}.reversed())|words.reduce({String}, +)|words.reduce(into: "") $( $0 += $1 $)|box.each $( $0 > 2 ? nil : {Int} $)""",
    "Bool": """{Int} == {Int}|{Int?} == {Int}|{Int} == {Int?}|({Int?} as Int?) == nil|{String} < {String}|{Box} == {Box}|({Tone} as Tone) == .low|({Tone} as Tone) == {Tone}
        |({Bool} && {Bool})|({Bool} || {Int} > 2)|!{Bool}|{[Int]}.contains({Int})|{[Int]}.contains $( $0 > {Int} $)|maybe?.n == {Int}
        |{Double} < {Double}|{[Int]} == {[Int]}|words.allSatisfy $( $0 < {String} $)|(1...5).contains({Int})|{[Double]}.isEmpty
        |boxes.first?.half != nil|({Box?} as Box?) == nil|{Int} < {Int}""",
    "Int?": """{Int}|{Box?}?.n|{Box?}?.half|maybe?.add({Int})|{[Int]}.first|{[Int]}.max()|["a": {Int}]["b"]|try? risky({Int})|Int({String})
        |({Bool} ? {Int} : nil)|({Bool} ? nil : {Int?})|some.map $( $0 + {Int} $)|some.flatMap $( $0 > {Int} ? $0 : nil $)|boxes.last?.inner.first?.n
        |boxes.compactMap(\\.half).first|{[Int]}.firstIndex(of: {Int})|{[Int]}.first $( $0 > {Int} $)|maybe?.each $( $0 + 1 $)""",
    "[Int]": """[{Int}, {Int}]|{[Int]} + [{Int}]|{[Int]}.map $( $0 + {Int} $)|{[Int]}.filter $( $0 > {Int} $)|boxes.map(\\.n)|boxes.map $( $0.add({Int}) $)
        |boxes.compactMap $( $0.half $)|boxes.flatMap $( [$0.n, {Int}] $)|[some, nil, {Int}].compactMap $( $0 $)|{[Int]}.sorted(by: >)
        |{[Int]}.sorted $( $0 > $1 $)|Array({[Int]}.reversed())|(0..<3).map $( $0 * {Int} $)|({Bool} ? {[Int]} : [])|zip([1, 2], {[Int]}).map(+)
        |zip(numbers, numbers).map $( max($0, $1) $)|words.map $( $0.count $)|words.enumerated().map $( $0.offset + {Int} $)|numbers.map(pick)
        |[[1], {[Int]}].flatMap $( $0 $)|numbers.map $( run($0) $( $0 + 1 $) $)|numbers.map $( n in [n].reduce({Int}, +) $)
        |stride(from: 0, to: 6, by: 2).map $( $0 $)|numbers.lazy.map $( $0 + 1 $).filter $( $0 > {Int} $)""",
    "[Double]": """[{Double}, {Double}]|{[Double]} + [{Double}]|shares.map $( $0 * {Double} $)|{[Double]}.map $( $0 / 2 $)|numbers.map $( Double($0) $)
        |numbers.map(Double.init)|(0..<3).map $( _ in {Double} $)|(0..<3).map $( Double($0) * {Double} $)|[1, 2].map $( $0 / 2 $)|shares.map(pick)
        |stride(from: 0, to: 1, by: 0.5).map $( $0 $)|stride(from: 0, to: 3, by: 1).map $( $0 / 2 $)|({Bool} ? {[Double]} : [1])
        |[1, 2, 3].filter $( $0 > 1.5 $)|(1...2).flatMap $( _ in {[Double]} $)|[1, nil, {Double}].compactMap $( $0 $)|shares.sorted(by: >)
        |(0..<2).map $( $0 == 1 ? 1 : {Double} $)|(0..<2).map $( i in if i == 1 $( 1 $) else $( 2 $) $)|zip(shares, [1, 2]).map $( $0 * $1 $)""",
    "[String]": """[{String}, {String}]|words.map $( $0 + {String} $)|numbers.map $( "\\($0)" $)|numbers.map(String.init)|words.sorted()|words.map(pick)
        |{[String]}.filter $( $0 < {String} $)|{[String]} + words|words.map $( run($0) $( $0 + "." $) $)|({Bool} ? {[String]} : [])""",
    "Box": """Box(n: {Int})|Box.of({Int})|pick({Box})|run({Box}) $( $0 + {Int} $)|run({Box}) $( $0 + $0 $)|({Box?} ?? {Box})|({Box?} ?? .one)|({Box} + {Box})
        |({Bool} ? {Box} : .one)|boxes[0]|boxes.reduce({Box}, +)|Box(n: {Int}, inner: [{Box}])|boxes.map $( $0 + {Int} $).last!""",
    "Box?": """{Box}|{Box?}?.inner.first|boxes.first $( $0.n > {Int} $)|({Bool} ? {Box} : nil)|boxes.last?.inner.first|boxes.max $( $0.n < $1.n $)
        |maybe.map $( $0 + {Int} $)|{Box?}.flatMap $( $0.inner.first $)""",
    "Tone": ".high({Int})|({Bool} ? .low : .mid)|({Bool} ? {Tone} : .high({Int}))|[Tone.low, .high({Int})].last!|(box.half == nil ? .low : .mid)",
    "String?": """{String}|{[String]}.first|maybe?.add({String})|["a": {String}]["a"]|({Bool} ? {String} : nil)|words.first.map $( $0 + {String} $)
        |boxes.first?.each $( "\\($0)" $)|some.map $( "n\\($0)" $)|words.first $( $0 < {String} $)""",
}
DEEP = {kind: [text.strip().replace("$(", "\0").replace("$)", "\1") for text in texts.split("|") if text.strip()]
        for kind, texts in ((kind, texts.replace("||", "\2")) for kind, texts in DEEP.items())}


class Trials(Grammar):
    prelude = PRELUDE
    slips_in_prelude = 0

    def program(self):
        self.scope, self.lines, self.used = {}, [], 0
        for _ in range(self.random.randint(2, 5)):
            self.statement()
        self.line("", 'print("end")')
        return self.prelude + "\n".join(self.lines) + "\n"

    def statement(self, indent=""):
        kind = self.random.choice(KINDS)
        name, value = self.name(), self.value(kind, self.random.randint(1, 3))
        form = self.random.choice(["let", "let", "let", "print", "func", "open", "open", "if", "closure", "same"])
        shown = f"print({name} as Any)"
        if form == "let":
            self.line("", f"let {name}: {kind} = {value}; {shown}")
            self.scope[name] = (kind, False)
        elif form == "print":
            self.line("", f"print(({value}) as {kind} as Any)")
        elif form == "func":
            self.line("", f"func {name}() -> {kind} {{ {value} }}; print({name}() as Any)")
        elif form == "open" and kind not in ("Tone", "Box", "Box?") and not value.startswith((".", "[]", "nil")):
            self.line("", f"let {name} = {value}; {shown}")
        elif form == "if":
            inner = self.random.choice(["Int", "Box", "String"])
            self.line("", f"if let {name} = ({self.value(inner + '?', 2)}) as {inner}? {{ print({name}) }} else {{ print(0) }}")
        elif form == "closure":
            self.line("", f"let {name}: (Int) -> {kind} = {{ k in k > 2 ? ({value}) : ({self.value(kind, 2)}) }}; print({name}(3) as Any)")
        else:
            self.line("", f"print(({value}) as {kind} == ({self.value(kind, 2)}))")

    def value(self, kind, depth):
        names = self.variables(kind)
        if names and self.random.random() < 0.2:
            return self.random.choice(names)
        if depth <= 0 or self.random.random() < 0.1:
            return self.random.choice(LEAVES[kind])
        text, parts = self.random.choice(DEEP[kind]), []
        while "{" in text:
            before, _, rest = text.partition("{")
            inner, _, text = rest.partition("}")
            value = self.value(inner, depth - 1)
            # Nobody writes a member of an empty list.
            parts += [before, LEAVES[inner][0] if value == "[]" and text.startswith(".") else value]
        return ("".join(parts) + text).replace("\0", "{").replace("\1", "}").replace("\2", "||")


# How many seconds swiftc thinks about one expression.
PATIENCE = ["-Xfrontend", "-solver-expression-time-threshold=2"]


def is_beyond(problem):
    """What swiftc gives up on says nothing, nor does what the two parsers read in their own ways."""
    words = ["reasonable time", "failed to produce diagnostic", "\"expected ')'", ", \"expected "]
    return any(text in problem for text in words) or is_known(problem)


# Where a cell does otherwise than Swift.
KNOWN = [
    # An empty list does not tell which overload is meant, and what is wanted of a sum or of an optional chain does not reach it.
    r"(?s)\b(pick|fold)\((\[ ?\]|\(\w+ \? \[ ?\] : \[ ?\]\))[,)].*cell \(\d+, \"ambiguous use of '(pick|fold)'",
    # Empty lists that a closure gives are for Swift those of `Any`.
    r"(?s)swiftc accepts it.*flatMap \{ _ in \[\] \}.*(empty collection literal requires an explicit type|ambiguous use of 'pick')",
    # A member without a base that nothing tells, within an argument of overloads: its brothers are looked for in the first one's type.
    r"(?s)more errors than swiftc.*cannot infer contextual base in reference.*type 'Int' has no member",
    # An overload is not chosen by the member that is asked of its result: of a number Swift takes the one for `Int?`, a text.
    r"(?s)swiftc accepts it.*\bpick\([^()]*\)\.(count|hasPrefix).*'(Int|Double)' has no member '(count|hasPrefix)'",
    # A literal number after `??` behind a list or dictionary that is written there: Swift makes an optional `Any` of both.
    r"(?s)swiftc accepts it.*that is written there and a literal '.*' is an optional 'Any'",
    # Such a list by itself, in a list with other Doubles, which are then optionals too.
    r"(?s)prints .*Optional\(.*\(\[1, 0\.5\]\.max\(\) \?\? \d",
    # Computed numbers in a list before one of Doubles that is written there: Swift makes the sum a list of `Any`.
    r"(?s)swiftc accepts it.*\.map \{ \$0 [*/+] \d \} \+ \[.*the elements of an array must have one type; found 'Int' and 'Double'",
    # Literals that an `if` gives in a closure do not tell Swift which overload is meant.
    r"(?s)swiftc refuses it.*fold\(\(0\.\.<2\)\.map \{ i in if i == 1 \{ 1 \} else \{ 2 \} \}.*ambiguous use of operator",
    # Where a lazy view stands beside an array, Swift takes the `map` that makes one.
    r"(?s)\.lazy\.map .*('LazyFilterSequence<LazyMapSequence<LazySequence<\[Int\]>, Int>>'|LazyFilterSequence<LazyFilter)",
    # Two empty lists of which nothing tells the elements are no operands of `==` for Swift.
    r"(?s)swiftc refuses it.*\[ ?\] == \[ ?\].*cannot be applied to two '\[Any\]' operands",
    # The overload that only the type of what is read from a written dictionary tells.
    r"(?s)swiftc accepts it.*\[ ?\"a\": pick\(.*\)\]\[\"\w\"\].*cannot convert value of type 'Int\?' to specified type 'String\?'",
    # What `??` of two values gives is for Swift an optional where one is wanted.
    r"(?s)\((maybe|nil|nobody|\w+\d) \?\? [^)]*\)\?\..*cannot use optional chaining on non-optional value of type 'Box'",
    r"(?s)\? nil : nil\) \?\? .*'nil' requires a contextual type",
    # In a list that an overloaded function is given, a call is the overload that its own arguments choose.
    r"(?s)\bfold\(\[.*, 0\.5\]\).*the elements of an array must have one type; found 'Int' and 'Double'",
    # The overload that only the other side of `??` tells, behind an optional chain.
    r"(?s)\bmaybe\?\.add\(.*\) \?\? .*cannot convert value of type 'String' to expected (element|argument) type 'Int'",
]


def is_known(problem):
    """Each of the cell's errors is looked at by itself: a known one neither makes a finding of a program nor hides another."""
    errors = re.findall(r"(?m)^    cell \((\d+), .*$", problem)
    if not errors:
        return any(re.search(pattern, problem) for pattern in KNOWN)
    left = [error for error in re.findall(r"(?m)^    cell .*$", problem) if not is_known_error(error, problem)]
    swiftc = re.findall(r"(?m)^    swiftc \(", problem)
    return len(left) < len(errors) and len(left) <= len(swiftc)


def is_known_error(error, problem):
    line = re.search(r"\((\d+), ", error)[1]
    shown = re.findall(rf"(?m)^ +{line} .*$", problem)
    others = re.findall(rf"(?m)^    cell \({line}, .*$", problem) if "contextual base" in error else []
    return any(re.search(pattern, "\n".join([problem.split("\n")[0], *shown, error, *others])) for pattern in KNOWN)


def main():
    options = fuzz.arguments(__doc__, valid=150, slips=100)
    fuzz.SWIFTC += PATIENCE
    grammar = Trials(options.seed)
    valid = [grammar.program() for _ in range(options.valid)]
    slips = [grammar.slip(grammar.program()) for _ in range(options.slips)]
    return fuzz.report(options.executable, valid, slips, shared=PRELUDE, leave_out=is_beyond)


if __name__ == "__main__":
    sys.exit(main())
