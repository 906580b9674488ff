internal import CellSyntax
internal import CellValues

extension Mistake {
    /// As swiftc says it where swiftc has the same mistake: lower case, names in quotes, no full stop.
    var words: String {
        switch self {
        case .isPrivate(let name):
            "'\(name)' is inaccessible due to 'private' protection level"
        case .assignedToItself(let place):
            "assigning a \(place.words) to itself"
        case .wrongOperands(let name, let type, let type2):
            "binary operator '\(name)' cannot be applied to operands of type '\(type)' and '\(type2)'"
        case .notAssignable(let change, let cause):
            "\(change.words): \(cause.words)"
        case .missingArgument(let name):
            "missing argument for parameter '\(name)' in call"
        case .argumentsOutOfOrder(let first, let second):
            "argument '\(first)' must come before '\(second)'"
        case .wrongLabel(let name, let expected):
            "incorrect argument label in call (have '\(name):', expected '\(expected):')"
        case .missingLabel(let name):
            "missing argument label '\(name):' in call"
        case .extraneousLabel(let name):
            "extraneous argument label '\(name):' in call"
        case .extraArgument(let label):
            "extra argument\(label.map { " '\($0)'" } ?? "") in call"
        case .argumentMismatch(let callTo):
            "argument mismatch in call to '\(callTo)'"
        case .noInitializers(let type):
            "type '\(type)' has no initializers"
        case .notCallable(let type):
            "cannot call value of non-function type '\(type)'"
        case .wrongArgumentCount(let count, let type, let got):
            "expected \(count) argument\(count == 1 ? "" : "s") in call of a value of type '\(type)', got \(got)"
        case .missingAmpersand(let type):
            "passing value of type '\(type)' to an inout parameter requires explicit '&'"
        case .unmarkedThrow(let access):
            "\(access.words) can throw but is not marked with 'try'"
        case .unhandledErrors:
            "errors thrown from here are not handled"
        case .throwingClosure(let wanted):
            "this closure throws, but a function of type '\(wanted)' that does not throw is wanted"
        case .ifWithoutElse:
            "'if' must have an unconditional 'else' to be used as expression"
        case .branchWithoutValue:
            "non-expression branch of 'if' or 'switch' expression may only end with a value"
        case .branchesDiffer(let type, let type2):
            "branches have mismatching types '\(type)' and '\(type2)'"
        case .guardFallsThrough:
            "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope"
        case .bindingOfNoOptional(let type):
            "initializer for conditional binding must have Optional type, not '\(type)'"
        case .assignmentAsCondition:
            "use of '=' in a boolean context, did you mean '=='?"
        case .redeclared(let name):
            "invalid redeclaration of '\(name)'"
        case .missingRawValue:
            "enum case must declare a raw value when the preceding raw value is not an integer"
        case .rawValueNoLiteral:
            "raw value for enum case must be a literal"
        case .rawValueNotUnique:
            "raw value for enum case is not unique"
        case .misplacedDiscard:
            "'_' can only appear in a pattern or on the left side of an assignment"
        case .misplacedAmpersand:
            "'&' can only be used on an argument of an 'inout' parameter"
        case .bareType:
            "expected member name or initializer call after type name"
        case .namelessProperty:
            "a stored property needs a name of its own"
        case .missingAnnotation:
            "type annotation missing in pattern"
        case .namelessStatic:
            "a static property needs a name of its own"
        case .staticWithoutValue(let name):
            "'static \(name)' declaration requires an initializer expression"
        case .structInItself(let name):
            "value type '\(name)' cannot have a stored property that recursively contains it"
        case .enumInItself(let name):
            "recursive enum '\(name)' is not marked 'indirect'"
        case .wrongType(let type, let expected):
            "cannot convert value of type '\(type)' to expected type '\(expected)'"
        case .operandsUnknown:
            "cannot tell the types of this operator's operands; annotate them"
        case .notHashable(let type):
            "type '\(type)' does not conform to protocol 'Hashable'"
        case .emptyCollectionUntyped:
            "empty collection literal requires an explicit type"
        case .typeNotInferred(let name):
            "type of '\(name)' cannot be inferred; add a type annotation"
        case .genericNotInferred(let name, let name2):
            "generic parameter '\(name)' of '\(name2)' could not be inferred"
        case .neverReturns(let body):
            "\(body.words) with uninhabited return type 'Never' is missing call to another never-returning function"
        case .missingReturn(let body, let type):
            "missing return in \(body.words) expected to return '\(type)'"
        case .computedWithoutType:
            "computed property must have an explicit type"
        case .nilUntyped:
            "'nil' requires a contextual type"
        case .nilForValue(let type):
            "'nil' cannot be used where a value of type '\(type)' is wanted"
        case .typeClosesOver(let name):
            "struct declaration cannot close over value '\(name)' defined in outer scope"
        case .notASequence(let type):
            "for-in loop requires '\(type)' to conform to 'Sequence'"
        case .memberOfUnknown(let name):
            "the type of this value is not known here, so its member '\(name)' cannot be found"
        case .memberOfOptional(let type, let name, let wrapped):
            "value of optional type '\(type)' must be unwrapped to refer to member '\(name)' of wrapped base type '\(wrapped)'"
        case .noMember(let name, let type):
            "value of type '\(type)' has no member '\(name)'"
        case .noMemberAnymore(let name, let type):
            "value of \(type.words) has no member '\(name)'"
        case .noStaticMember(let name, let type):
            "type '\(type)' has no member '\(name)'"
        case .noContextForMember(let name):
            "cannot infer contextual base in reference to member '\(name)'"
        case .wrongOperandsAlike(let name, let type):
            "binary operator '\(name)' cannot be applied to two '\(type)' operands"
        case .forcedNoOptional(let type):
            "cannot force unwrap value of non-optional type '\(type)'"
        case .chainedNoOptional(let type):
            "cannot use optional chaining on non-optional value of type '\(type)'"
        case .wrongCoercion(let type, let type2):
            "cannot convert value of type '\(type)' to type '\(type2)' in coercion"
        case .noMatch(let callTo):
            "no exact matches in call to '\(callTo)'"
        case .noMatchOfTypes(let callTo, let given):
            "no exact matches in call to '\(callTo)' with arguments (\(given.map { $0.map { "\($0)" } ?? "…" }.joined(separator: ", ")))"
        case .unwantedAmpersand:
            "'&' used with a parameter that is not inout"
        case .defaultInItself(let name):
            "the default value of '\(name)' refers to itself"
        case .inDefaultValue(let name, let mistake):
            "default value of '\(name)': \(mistake.message)"
        case .patternVariableDiffers(let type, let expected):
            "pattern variable bound to type '\(type)', expected type '\(expected)'"
        case .optionalPatternMismatch(let type):
            "'?' pattern cannot match values of type '\(type)'"
        case .casePatternMismatch(let name, let name2, let type):
            "enum case '\(name)' of '\(name2)' cannot match values of type '\(type)'"
        case .payloadCountDiffers(let name, let pattern, let payload):
            "pattern of case '\(name)' has \(pattern) element\(pattern == 1 ? "" : "s"), the case \(payload)"
        case .tupleLabelDiffers(let name, let expected):
            "tuple pattern element label '\(name)' must be '\(expected)'"
        case .noCase(let name, let type):
            "enum case '\(name)' not found in type '\(type)'"
        case .valuePatternMismatch(let type, let type2):
            "expression pattern of type '\(type)' cannot match values of type '\(type2)'"
        case .wrongOperand(let name, let type):
            "unary operator '\(name)' cannot be applied to an operand of type '\(type)'"
        case .noPrefixOperator(let name):
            "'\(name)' is not a prefix unary operator"
        case .bareTypeName(let type):
            "expected member name or initializer call after type name '\(type)'"
        case .ambiguous(let name):
            "ambiguous use of '\(name)'"
        case .noModule(let name):
            "no such module '\(name)'"
        case .unhandledThrow:
            "error is not handled because the enclosing function is not declared 'throws'"
        case .thrownNoError(let type):
            "thrown expression type '\(type)' does not conform to 'Error'"
        case .returnOutside:
            "return invalid outside of a func"
        case .returnWithoutValue:
            "non-void function should return a value"
        case .returnOfVoid:
            "unexpected non-void return value in void function"
        case .returnInInitializer:
            "'nil' is the only return value permitted in an initializer"
        case .stringIndexedByInteger:
            "cannot index 'String' with an integer"
        case .indexCount(let got):
            "expected one index, got \(got)"
        case .indexNoInt(let type):
            "cannot convert value of type '\(type)' to expected argument type 'Int'"
        case .missingKey:
            "expected a key"
        case .dictionaryIndices:
            "a dictionary takes a key, or a key and 'default:'"
        case .subscriptOfOptional(let type, let wrapped):
            "value of optional type '\(type)' must be unwrapped to refer to member 'subscript' of wrapped base type '\(wrapped)'"
        case .noSubscripts(let type):
            "value of type '\(type)' has no subscripts"
        case .emptyCase(let isDefault):
            "'\(isDefault ? "default" : "case")' label in a 'switch' must have at least one executable statement"
        case .notExhaustive:
            "switch must be exhaustive"
        case .nestedType:
            "types within types are not supported in cells"
        case .inheritsFromNoProtocol(let type):
            "inheritance from non-protocol type '\(type)'"
        case .rawTypeNoLiteral(let type):
            "raw type '\(type)' is not expressible by a string, integer, or floating-point literal"
        case .extendsProtocol(let name):
            "extensions of protocols such as '\(name)' are not supported in cells"
        case .extendsGeneric(let name):
            "extensions of generic types such as '\(name)' are not supported in cells"
        case .conformsLibraryType:
            "conformances of the library's types cannot be added"
        case .noMemberDeclaration:
            "expected a property, method, initializer or subscript"
        case .doesNotConform(let name, let name2):
            "type '\(name)' does not conform to protocol '\(name2)'"
        case .observedVariable:
            "observers of variables are not supported in cells"
        case .noNamePattern:
            "expected a name, or names in parentheses"
        case .patternWithoutCase:
            "pattern matching in a condition requires the 'case' keyword"
        case .takenApartNoTuple(let type):
            "cannot take a value of type '\(type)' apart: it is not a tuple"
        case .tupleCountDiffers(let count, let pattern, let type):
            "the tuple has \(count) elements, the pattern \(pattern): '\(type)'"
        case .closureCapturesInOut("self"):
            "escaping closure captures mutating 'self' parameter"
        case .closureCapturesInOut(let name):
            "escaping closure captures 'inout' parameter '\(name)'"
        case .closureCapturesParameter(let name):
            "escaping closure captures non-escaping parameter '\(name)'"
        case .parameterMayEscape(let name):
            "using non-escaping parameter '\(name)' may allow it to escape"
        case .functionCaptures(let isInOut, let name):
            "escaping local function captures \(isInOut ? "'inout'" : "non-escaping") parameter '\(name)'"
        case .usedBeforeSet(let isConstant, let name, let use):
            "\(isConstant ? "constant" : "variable") '\(name)' \(use.words) before being initialized"
        case .capturedBeforeDeclared(let name):
            "closure captures '\(name)' before it is declared"
        case .setTwice(let name):
            "immutable value '\(name)' may only be initialized once"
        case .fieldSetTwice(let name):
            "immutable value 'self.\(name)' may only be initialized once"
        case .fieldUsedBeforeSet(let isConstant, let name):
            "\(isConstant ? "constant" : "variable") 'self.\(name)' used before being initialized"
        case .selfUsedIncomplete(.read):
            "'self' used before all stored properties are initialized"
        case .selfUsedIncomplete(.captured):
            "'self' captured by a closure before all members were initialized"
        case .wrongSpecifiedType(let from, let to):
            "cannot convert value of type '\(from)' to specified type '\(to)'"
        case .wrongArgument(let from, let to):
            "cannot convert value of type '\(from)' to expected argument type '\(to)'"
        case .wrongResult(let from, let to):
            "cannot convert return expression of type '\(from)' to return type '\(to)'"
        case .wrongElement(let from, let to):
            "cannot convert value of type '\(from)' to expected element type '\(to)'"
        case .wrongCondition(let from, let to):
            "cannot convert value of type '\(from)' to expected condition type '\(to)'"
        case .wrongAssignment(let from, let to):
            "cannot assign value of type '\(from)' to type '\(to)'"
        case .mustUnwrap(let from, let to):
            "value of optional type '\(from)' must be unwrapped to a value of type '\(to)'"
        case .uncalled(let name, let isMember, let type, let example):
            "\(isMember ? "member '\(name)' is a function that" : "function '\(name)'") produces expected type '\(type)'; "
                + "call it: \(example)"
        case .valueOfRedeclared(let type):
            "this value is of \(type.words), and '\(type.name)' has been declared anew since"
        case .redeclaredIsWanted(let type):
            "\(type.words) is wanted here, and '\(type.name)' has been declared anew since"
        case .takesRedeclared(let callee, let type):
            "'\(callee)' takes \(type.words), and '\(type.name)' has been declared anew since"
        case .notTheSame(let type, let other, let name):
            "'\(name)' requires that '\(type)' be '\(other)'"
        case .requirementUnmet(let type, let wanted, let name):
            "'\(name)' requires that '\(type)' conform to '\(wanted)'"
        case .listInParts(let parameter, let name, let text):
            "the \(parameter ?? "argument") of '\(name)' is one list: [\(text)]"
        case .resultsDiffer(let type, let other):
            "result values in '? :' expression have mismatching types '\(type)' and '\(other)'"
        case .entriesDiffer(let type, let other):
            "the entries of a dictionary must have one type; found '\(type)' and '\(other)'"
        case .sidesDiffer(let type, let other):
            "'??' of a list of '\(type)' that is written there and a literal '\(other)' is an optional 'Any'; write both as one type"
        case .parameterReentered(let name):
            "passing a non-escaping function parameter '\(name)' to a call to a non-escaping function parameter can allow re-entrant modification of a variable"
        case .selfUsedBeforeSet:
            "'self' used before 'self.init' call or assignment to 'self'"
        case .returnBeforeAllSet:
            "return from initializer without initializing all stored properties"
        case .misplacedBreak:
            "'break' is only allowed inside a loop, if, do, or switch"
        case .misplacedContinue:
            "'continue' is only allowed inside a loop"
        case .storedInExtension:
            "extensions must not contain stored properties"
        case .storedInEnum:
            "enums must not contain stored properties"
        case .elementsDiffer(let type, let other):
            "the elements of an array must have one type; found '\(type)' and '\(other)'"
        case .labelledSingleElement: "cannot create a single-element tuple with an element label"
        case .closureIgnoresArguments(let count):
            "contextual type for closure argument expects \(count) argument\(count == 1 ? "" : "s"), which cannot be implicitly ignored"
        case .closureArgumentCount(let count, let type, let used):
            "contextual closure type '\(type)' expects \(count) argument\(count == 1 ? "" : "s"), but \(used) \(used == 1 ? "was" : "were") used in closure body"
        }
    }
}

extension Mistake.Change {
    var words: String {
        switch self {
        case .assignment: "cannot assign to value"
        case .mutatingOperator: "left side of mutating operator isn't mutable"
        case .inOutArgument: "cannot pass immutable value as inout argument"
        case .mutatingMember: "cannot use mutating member on immutable value"
        }
    }
}

extension Mistake.Place {
    var words: String { self == .variable ? "variable" : "property" }
}

extension Mistake.Access {
    var words: String { self == .call ? "call" : "property access" }
}

extension Mistake.Use {
    var words: String { self == .read ? "used" : "captured by a closure" }
}

extension Mistake.BodyKind {
    var words: String {
        switch self {
        case .closure: "closure"
        case .getter: "getter"
        case .globalFunction: "global function"
        case .localFunction: "local function"
        case .staticMethod: "static method"
        case .instanceMethod: "instance method"
        }
    }
}

extension Mistake.RedeclaredType {
    var words: String { "the '\(name)' of \(cell ?? "an earlier cell")" }
}

extension Unassignable {
    var words: String {
        switch self {
        case .constant(let name): "'\(name)' is a 'let' constant"
        case .hiddenSetter(let name): "'\(name)' setter is inaccessible"
        case .readProperty(let name): "'\(name)' is a get-only property"
        case .readSubscript: "subscript is get-only"
        case .elementOfRange: "a range's elements are fixed"
        case .immutableSelf: "'self' is immutable"
        case .literal: "literals are not mutable"
        case .noVariable: "this is not a variable"
        }
    }
}
