"""Small Swift programs of the cell language, made at random: valid ones, and the same with one slip.

Every value is printed, nothing fails while it runs, and no output depends on the order of a set or dictionary.
"""

import random
import re

NAMES = "alpha beta gamma delta count total label score depth width note limit step mark level".split()
WORDS = "ice fire stone river apple moss lamp bell".split()

TYPES_OF_ONES_OWN = """\
struct Point: Equatable { var x = 1; var y: Int; func sum() -> Int { x + y }; var twice: Int { (x + y) * 2 } }
struct Item { let name: String; var weight: Double; mutating func grow(by amount: Double) { weight += amount } }
enum Mood: String, CaseIterable { case calm, wild, odd = "strange" }
enum Shape { case dot, circle(Int), box(width: Int, height: Int) }
struct Trouble: Error { var code: Int }
func risky(_ n: Int) throws -> Int { if n > 5 { throw Trouble(code: n) }; return n * 2 }
func area(_ shape: Shape) -> Int {
    switch shape { case .dot: return 0; case .circle(let r): return r * r; case .box(let w, let h): return w * h }
}
func join(_ a: Int, with b: String, times: Int = 1) -> String { String(repeating: b, count: times) + "\\(a)" }
func apply(_ n: Int, _ f: (Int) -> Int) -> Int { f(n) }
func keep(_ f: @escaping (Int) -> Int) -> (Int) -> Int { { f($0) + 1 } }
func raise(_ n: inout Int, by step: Int) { n += step }
"""

TYPES = ["Int", "Double", "String", "Bool", "Character", "[Int]", "[Double]", "[String]", "[String: Int]", "Set<Int>",
         "Int?", "String?", "(Int, String)", "Point", "Item", "Mood", "Shape", "(Int) -> Int", "[Point]", "[Int?]"]


class Grammar:
    prelude = TYPES_OF_ONES_OWN
    # How often the slip is in what all programs begin with.
    slips_in_prelude = 0.2

    def __init__(self, seed):
        self.random = random.Random(seed)

    def program(self):
        self.scope, self.lines, self.used = {}, [], 0
        self.body(self.random.randint(4, 10), "")
        # A notebook shows the value of a last line, which a program does not.
        self.line("", 'print("end")')
        return self.prelude + "\n".join(self.lines) + "\n"

    # Statements

    def body(self, count, indent):
        outer = dict(self.scope)
        for _ in range(count):
            self.statement(indent)
        if indent:
            self.scope = outer

    def line(self, indent, text):
        self.lines.append(indent + text)

    def name(self):
        self.used += 1
        return self.random.choice(NAMES) + str(self.used)

    def statement(self, indent):
        choice = self.random.choice
        kinds = ["let"] * 5 + ["var"] * 3 + ["print"] * 5 + ["change"] * 3
        if len(indent) < 8:
            kinds += ["if", "for", "switch", "iflet", "guardlet", "while", "do", "later", "func", "ifvalue", "ternary"]
        getattr(self, "statement_" + choice(kinds))(indent)

    def statement_let(self, indent, word="let"):
        kind = self.random.choice(TYPES)
        name = self.name()
        annotated = kind in ("Int?", "String?", "[Int?]", "Set<Int>", "(Int) -> Int", "Character") or self.random.random() < 0.4
        value = self.value(kind, 3)
        if kind == "Mood" and value.startswith(".") or kind == "Shape" and value.startswith("."):
            annotated = True
        if not annotated and (value in ("[]", "[:]", "nil") or kind == "Double"):
            annotated = True
        self.line(indent, f"{word} {name}{': ' + kind if annotated else ''} = {value}")
        self.scope[name] = (kind, word == "var")

    def statement_var(self, indent):
        self.statement_let(indent, "var")

    def statement_print(self, indent):
        kind = self.random.choice([t for t in TYPES if t != "(Int) -> Int"])
        self.line(indent, f"print({self.shown(kind, self.value(kind, 3))})")

    def shown(self, kind, value):
        if kind == "Set<Int>":
            return f"({value} as Set<Int>).sorted()"
        if kind == "[String: Int]":
            return f"({value} as [String: Int]).keys.sorted()"
        if kind in ("Mood", "Shape", "Character", "Int?", "String?", "[Int?]", "Double", "Item", "Point", "[Int]", "[Double]"):
            value = f"{value} as {kind}"
        if kind.endswith("?") and not kind.endswith("]"):
            return f"({value}) as Any" if False else f"String(describing: {value})"
        return value

    def variables(self, kind=None, mutable=False):
        return [n for n, (k, m) in self.scope.items() if (kind is None or k == kind) and (m or not mutable)]

    def statement_change(self, indent):
        names = self.variables(mutable=True)
        if not names:
            return self.statement_var(indent)
        name = self.random.choice(names)
        kind = self.scope[name][0]
        options = [f"{name} = {self.value(kind, 2)}"]
        options += {
            "Int": [f"{name} += {self.small()}", f"{name} = {name} % 97 + {self.value('Int', 1)} % 50", f"raise(&{name}, by: {self.small()})"],
            "Double": [f"{name} *= 0.5", f"{name} += Double({self.value('Int', 1)} % 9)"],
            "String": [f"{name} += {self.value('String', 1)}", f'{name}.append("!")'],
            "[Int]": [f"{name}.append({self.value('Int', 2)})", f"{name} += [1, 2]", f"if !{name}.isEmpty {{ {name}[0] = {self.value('Int', 1)} }}", f"{name}.sort()"],
            "[String]": [f"{name}.append({self.value('String', 1)})", f"{name}.insert({self.value('String', 1)}, at: 0)"],
            "[String: Int]": [f"{name}[{self.value('String', 1)}] = {self.value('Int', 1)}", f"{name}[{self.value('String', 1)}, default: 0] += 1"],
            "Set<Int>": [f"{name}.insert({self.value('Int', 1)})", f"{name}.formUnion([1, 2])"],
            "Int?": [f"{name} = nil", f"{name} = {self.small()}", f"{name}? += 1"],
            "Point": [f"{name}.x += {self.small()}", f"{name}.y = {self.value('Int', 1)}"],
            "Item": [f"{name}.grow(by: 0.5)", f"{name}.weight = 2"],
            "Bool": [f"{name}.toggle()"],
            "[Point]": [f"{name}.append(Point(y: {self.small()}))", f"if let first = {name}.first {{ print(first.sum()) }}"],
        }.get(kind, [])
        self.line(indent, self.random.choice([o for o in options if o != f"{name} = {name}"] or [f"print({name})"]))

    def statement_if(self, indent):
        self.line(indent, f"if {self.value('Bool', 2)} {{")
        self.body(self.random.randint(1, 2), indent + "    ")
        if self.random.random() < 0.5:
            self.line(indent, "} else {")
            self.body(1, indent + "    ")
        self.line(indent, "}")

    def statement_for(self, indent):
        name = self.name()
        kind, sequence = self.random.choice([
            ("Int", f"0..<{self.random.randint(1, 4)}"), ("Int", self.value("[Int]", 1) + ".prefix(3)"),
            ("String", self.value("[String]", 1)), ("Character", '"abc"'), ("Int", "stride(from: 0, to: 9, by: 4)"),
            ("Int", "[3, 1, 2].sorted()"), ("Mood", "Mood.allCases")])
        if sequence.startswith("[]"):
            sequence = "[1]" + sequence[2:] if kind == "Int" else '["a"]' + sequence[2:]
        where = f" where {name} % 2 == 0" if kind == "Int" and self.random.random() < 0.3 else ""
        self.line(indent, f"for {name} in {sequence}{where} {{")
        outer = dict(self.scope)
        self.scope[name] = (kind, False)
        self.line(indent + "    ", f"print({name})")
        self.body(self.random.randint(1, 2), indent + "    ")
        self.scope = outer
        self.line(indent, "}")

    def statement_while(self, indent):
        name = self.name()
        self.line(indent, f"var {name} = 0")
        self.line(indent, f"while {name} < 3 {{")
        self.line(indent + "    ", f"{name} += 1")
        self.line(indent + "    ", self.random.choice([f"if {name} == 2 {{ continue }}", f"if {name} == 2 {{ break }}", f"print({name})"]))
        self.body(1, indent + "    ")
        self.line(indent, "}")
        self.scope[name] = ("Int", True)

    def statement_switch(self, indent):
        kind = self.random.choice(["Int", "Mood", "Shape", "Int?", "Character", "(Int, String)", "String"])
        cases = {
            "Int": ["case 0", "case 1...9", "case let n where n < 0", "default"],
            "Mood": ["case .calm", "case .wild, .odd"],
            "Shape": ["case .dot", "case .circle(let r) where r > 2", "case .circle", "case .box(width: let w, height: _) where w > 1", "case .box"],
            "Int?": ["case nil", "case 3", "case let n?"] if self.random.random() < 0.5 else ["case .none", "case .some(let n)"],
            "Character": ['case "a"..."m"', 'case "z"', "default"],
            "(Int, String)": ["case (0, _)", 'case (_, "ice")', "case (let a, let b) where a > 3 && b.count > 2", "case _"],
            "String": ['case "ice", "fire"', 'case let s where s.hasPrefix("s")', "default"]}[kind]
        self.line(indent, f"switch ({self.value(kind, 1)}) as {kind} {{")
        for number, case in enumerate(cases):
            self.line(indent, f"{case}: print({number}, {self.value('Int', 1)})")
        self.line(indent, "}")

    def statement_iflet(self, indent):
        name, kind = self.name(), self.random.choice(["Int", "String"])
        optional = self.value(kind + "?", 2)
        self.line(indent, f"if let {name} = ({optional}) as {kind}? {{")
        outer = dict(self.scope)
        self.scope[name] = (kind, False)
        self.line(indent + "    ", f"print({name}, {self.value(kind, 1)})")
        self.scope = outer
        self.line(indent, '} else { print("none") }')

    def statement_guardlet(self, indent):
        name = self.name()
        self.line(indent, f"func {name}(_ n: Int?) -> Int {{")
        self.line(indent + "    ", "guard let n, n > 1 else { return -1 }")
        self.line(indent + "    ", f"return n + {self.small()}")
        self.line(indent, "}")
        self.line(indent, f"print({name}({self.value('Int?', 1)}))")

    def statement_do(self, indent):
        name = self.name()
        self.line(indent, "do {")
        self.line(indent + "    ", f"let {name} = try risky({self.value('Int', 1)})")
        self.line(indent + "    ", f"print({name})")
        self.line(indent, self.random.choice([
            '} catch let trouble as Trouble { print("trouble", trouble.code) } catch { print("other") }',
            '} catch { print("failed") }']))

    def statement_later(self, indent):
        name = self.name()
        kind = self.random.choice(["Int", "String"])
        self.line(indent, f"let {name}: {kind}")
        self.line(indent, f"if {self.value('Bool', 1)} {{ {name} = {self.value(kind, 1)} }} else {{ {name} = {self.value(kind, 1)} }}")
        self.scope[name] = (kind, False)

    def statement_func(self, indent):
        name, kind = self.name(), self.random.choice(["Int", "String", "Bool", "[Int]"])
        self.line(indent, f"func {name}(_ n: Int, label: String = \"x\") -> {kind} {{")
        outer = dict(self.scope)
        if indent == "":
            pass
        self.scope = {n: v for n, v in self.scope.items() if not v[1]}
        self.scope.update({"n": ("Int", False), "label": ("String", False)})
        if self.random.random() < 0.4:
            self.line(indent + "    ", f"if n > {self.small()} {{ return {self.value(kind, 1)} }}")
        self.line(indent + "    ", f"return {self.value(kind, 2)}")
        self.scope = outer
        self.line(indent, "}")
        self.line(indent, f"print({name}({self.value('Int', 1)}), {name}(2, label: {self.value('String', 1)}))")

    def statement_ifvalue(self, indent):
        name, kind = self.name(), self.random.choice(["Int", "String"])
        self.line(indent, f"let {name} = if {self.value('Bool', 1)} {{ {self.value(kind, 1)} }} else {{ {self.value(kind, 1)} }}")
        self.scope[name] = (kind, False)

    def statement_ternary(self, indent):
        name, kind = self.name(), self.random.choice(["Int", "String", "[Int]"])
        self.line(indent, f"let {name}: {kind} = {self.value('Bool', 1)} ? {self.value(kind, 1)} : {self.value(kind, 1)}")
        self.scope[name] = (kind, False)

    # Expressions

    def small(self):
        return str(self.random.randint(0, 9))

    def value(self, kind, depth):
        choice = self.random.choice
        names = self.variables(kind)
        if names and self.random.random() < (0.4 if depth else 0.7):
            return choice(names)
        v = lambda kind: self.value(kind, depth - 1)
        leaf, deep = {
            "Int": ([self.small(), self.small(), "-3", "1_000", "0x1F"],
                    lambda: [f"({v('Int')} + {v('Int')})", f"({v('Int')} - {v('Int')}) % 1000", f"({v('Int')} * {self.small()}) % 1000", f"{v('[Int]')}.count",
                             f"({v('[Int]')} as [Int]).reduce(0, +) % 1000", f"area({v('Shape')})", f"apply({v('Int')}) {{ $0 % 100 + 1 }}", f"({v('Int?')} ?? {v('Int')})",
                             f"{v('String')}.count", f"{v('Point')}.sum() % 1000", f"max({v('Int')}, {v('Int')})", f"abs({v('Int')} % 99)", f"({v('(Int, String)')}).0",
                             f"(try? risky({v('Int')} % 10)) ?? 0" if self.random.random() < 0.3 else f"((try? risky({v('Int')} % 10)) ?? 0)",
                             f"min({v('Int')}, 5)", f"(({v('[String: Int]')} as [String: Int])[\"ice\"] ?? 0)", f"keep({{ $0 * 2 }})({v('Int')} % 50)",
                             f"(({v('[Int]')} as [Int]).max() ?? 0)", f"Int({v('Double')}.rounded())", f"(({v('(Int) -> Int')}) as (Int) -> Int)({self.small()})"]),
            "Double": (["0.5", "2", "1.25", "-1.5"],
                       lambda: [f"({v('Double')} + 0.25)", f"Double({v('Int')} % 100)", f"({v('Double')} * 2)", f"({v('[Double]')} as [Double]).reduce(0, +)", f"{v('Item')}.weight",
                                f"max({v('Double')}, 0.125)", f"abs({v('Double')})", "[1.5, 2].reduce(0, +)", f"({v('Double')} / 4)"]),
            "String": ([f'"{choice(WORDS)}"', '""', '"a b"'],
                       lambda: [f"({v('String')} + {v('String')})", f'"\\({v("Int")}) \\({v("Bool")})"', f"{v('String')}.uppercased()", f"join({v('Int')}, with: {v('String')})",
                                f"join({self.small()}, with: \"-\", times: 2)", f"({v('String?')} ?? {v('String')})", f"({v('Mood')} as Mood).rawValue", f"{v('Item')}.name",
                                f"({v('[String]')} as [String]).joined(separator: \"-\")", f"String({v('String')}.reversed())", f"String({v('Int')})", f"({v('(Int, String)')}).1",
                                f"String({v('String')}.prefix(2))"]),
            "Bool": (["true", "false"],
                     lambda: [f"({v('Int')} < {v('Int')})", f"{v('String')}.isEmpty", f"({v('Int')} == {v('Int')})", f"({v('Bool')} && {v('Bool')})", f"!{v('Bool')}", f"({v('Bool')} || {v('Bool')})",
                              f"({v('Int?')} as Int? != nil)", f"({v('Int')} == ({v('Int?')} as Int?))", f"({v('[Int]')} as [Int]).contains({v('Int')})", f"({v('Mood')} as Mood == .calm)",
                              f"({v('Point')} == {v('Point')})", f"(1...9).contains({v('Int')})", f"(({v('Set<Int>')} as Set<Int>) == [1, 2])", f"({v('String')} < {v('String')})",
                              f"({v('[Int]')} as [Int]).allSatisfy {{ $0 > 0 }}", f"(({v('Character')}) as Character).isLetter"]),
            "Character": (['"a"', '"z"', '"\\n"'], lambda: [f"({v('String')}.first ?? \"k\")", "Character(\"q\")"]),
            "[Int]": (["[1, 2, 3]", "[5]", "[]", "[3, 1, 2]"],
                      lambda: [f"[{v('Int')}, {v('Int')}]", f"({v('[Int]')} as [Int]).map {{ $0 % 50 + 1 }}", f"({v('[Int]')} as [Int]).filter {{ $0 > {self.small()} }}", f"({v('[Int]')} as [Int]).sorted(by: >)",
                               f"Array(0..<{self.small()})", f"({v('[String]')} as [String]).map(\\.count)", f"({v('[Int?]')} as [Int?]).compactMap {{ $0 }}", f"({v('[Int]')} as [Int]) + [{v('Int')}]",
                               f"zip([1, 2], [3, 4]).map {{ $0 + $1 }}", f"zip([1, 2], [3, 4]).map(max)", f"Array(({v('[Int]')} as [Int]).reversed())", f"Array(({v('[Int]')} as [Int]).prefix(2))",
                               f"({v('[Point]')} as [Point]).map {{ $0.sum() % 100 }}", f"({v('[String: Int]')} as [String: Int]).values.sorted()", f"({v('[Int]')} as [Int]).enumerated().map {{ $0.offset }}",
                               f"[1, 2].map({v('(Int) -> Int')})", f"({v('[Int]')} as [Int]).indices.map {{ $0 * 2 }}"]),
            "[Double]": (["[0.5, 1]", "[]", "[2]"], lambda: [f"[{v('Double')}, 1.5]", f"({v('[Int]')} as [Int]).map(Double.init)", f"({v('[Double]')} as [Double]).map {{ $0 / 2 }}"]),
            "[String]": (['["a", "b"]', '["ice"]', "[]"],
                         lambda: [f"[{v('String')}, {v('String')}]", f"({v('[Int]')} as [Int]).map {{ \"#\\($0)\" }}", f"({v('[String]')} as [String]).sorted()", '"a b c".split(separator: " ").map(String.init)',
                                  f"Mood.allCases.map(\\.rawValue)", f"({v('[String]')} as [String]).filter {{ !$0.isEmpty }}", f"({v('[Int]')} as [Int]).map(String.init)"]),
            "[String: Int]": (['["ice": 1]', "[:]", '["a": 2, "b": 3]'],
                              lambda: [f'["ice": {v("Int")}]', f"({v('[String: Int]')} as [String: Int]).mapValues {{ $0 % 50 + 1 }}", f"({v('[String: Int]')} as [String: Int]).filter {{ $0.value > 1 }}",
                                       'Dictionary(uniqueKeysWithValues: zip(["a", "b"], [1, 2]))']),
            "Set<Int>": (["[1, 2]", "[3]", "[]"], lambda: [f"Set({v('[Int]')} as [Int])", f"({v('Set<Int>')} as Set<Int>).union([7])", f"({v('Set<Int>')} as Set<Int>).intersection([1, 3])"]),
            "Int?": (["nil", self.small()], lambda: [f"Int({v('String')})", f"({v('[Int]')} as [Int]).first", f"({v('[String: Int]')} as [String: Int])[{v('String')}]", f"({v('[Int]')} as [Int]).firstIndex(of: {v('Int')})",
                                                    f"({v('String?')} as String?)?.count", f"try? risky({v('Int')})", f"({v('[Point]')} as [Point]).first?.x"]),
            "String?": (["nil", f'"{choice(WORDS)}"'], lambda: [f"({v('[String]')} as [String]).first", f"({v('[String]')} as [String]).last?.uppercased()", f"({v('Int?')} as Int?).map {{ \"n\\($0)\" }}"]),
            "(Int, String)": ([f'({self.small()}, "{choice(WORDS)}")'], lambda: [f"({v('Int')}, {v('String')})"]),
            "Point": (["Point(y: 2)", "Point(x: 3, y: 4)"], lambda: [f"Point(x: {v('Int')}, y: {v('Int')})", f"(({v('[Point]')} as [Point]).first ?? Point(y: 0))"]),
            "Item": (['Item(name: "lamp", weight: 1.5)'], lambda: [f"Item(name: {v('String')}, weight: {v('Double')})"]),
            "Mood": ([".calm", "Mood.wild", ".odd"], lambda: ['(Mood(rawValue: "strange") ?? .calm)', "Mood.allCases[1]"]),
            "Shape": ([".dot", "Shape.circle(2)", ".box(width: 2, height: 3)"], lambda: [f"Shape.circle({v('Int')} % 50)", f"Shape.box(width: {v('Int')} % 9, height: 2)"]),
            "(Int) -> Int": (["{ $0 + 1 }", "{ n in n * 2 % 100 }", "abs"], lambda: [f"{{ $0 % 100 + {v('Int')} }}", "keep { $0 }"]),
            "[Point]": (["[Point(y: 1)]", "[]"], lambda: [f"[{v('Point')}, Point(y: 5)]", f"({v('[Int]')} as [Int]).map {{ Point(y: $0) }}"]),
            "[Int?]": (["[1, nil]", "[nil, 2, 3]"], lambda: [f"[{v('Int')}, nil]", f"({v('[String]')} as [String]).map {{ Int($0) }}"]),
        }[kind]
        if depth <= 0 or self.random.random() < 0.25:
            return choice(leaf)
        return choice(deep())

    # Slips

    TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[A-Za-z_]\w*|\d[\w.]*|[^\w\s]')

    def slip(self, text):
        """The program with one token left out, doubled, swapped or replaced."""
        first = len(self.prelude)
        if self.random.random() < self.slips_in_prelude:
            first = 0
        tokens = [m for m in self.TOKEN.finditer(text) if m.start() >= first]
        if len(tokens) < 3:
            return text
        token = self.random.choice(tokens)
        other = self.random.choice(tokens)
        kind = self.random.choice(["drop", "replace", "retype", "swap", "misspell", "kind"])
        new = {
            "drop": "", "replace": other.group(), "swap": token.group()[::-1] if token.group().isalpha() else other.group(),
            "retype": self.random.choice(['"text"', "1", "2.5", "true", "nil", "[1]"]),
            "misspell": token.group() + "x" if token.group()[0].isalpha() else token.group(),
            "kind": {"let": "var", "var": "let", "==": "=", "Int": "String", "String": "Int"}.get(token.group(), token.group() + " "),
        }[kind]
        return text[:token.start()] + new + text[token.end():]
