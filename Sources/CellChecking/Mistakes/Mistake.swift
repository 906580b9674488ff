internal import CellSyntax
internal import CellValues

/// What can be wrong with a cell, each with its facts: names, types, numbers and kinds. ``words`` has how people are told.
enum Mistake {
    case isPrivate(String)
    case assignedToItself(Place)
    case wrongOperands(of: String, CellType, CellType)
    case notAssignable(Change, because: Unassignable)
    case missingArgument(String)
    case argumentsOutOfOrder(first: String, second: String)
    case wrongLabel(String, expected: String)
    case missingLabel(String)
    case extraneousLabel(String)
    case extraArgument(label: String?)
    case argumentMismatch(callTo: String)
    case noInitializers(CellType)
    case notCallable(CellType)
    case wrongArgumentCount(Int, of: CellType, got: Int)
    case missingAmpersand(CellType)
    case unmarkedThrow(Access)
    case unhandledErrors
    case throwingClosure(wanted: CellType)
    case ifWithoutElse
    case branchWithoutValue
    case branchesDiffer(CellType, CellType)
    case guardFallsThrough
    case bindingOfNoOptional(CellType)
    case assignmentAsCondition
    case redeclared(String)
    case missingRawValue
    case rawValueNoLiteral
    case rawValueNotUnique
    case misplacedDiscard
    case misplacedAmpersand
    case bareType
    case namelessProperty
    case missingAnnotation
    case namelessStatic
    case staticWithoutValue(String)
    case structInItself(String)
    case enumInItself(String)
    case wrongType(CellType, expected: CellType)
    case operandsUnknown
    case notHashable(CellType)
    case emptyCollectionUntyped
    case typeNotInferred(of: String)
    case genericNotInferred(String, of: String)
    case neverReturns(BodyKind)
    case missingReturn(from: BodyKind, CellType)
    case computedWithoutType
    case nilUntyped
    case nilForValue(CellType)
    case typeClosesOver(String)
    case notASequence(CellType)
    case memberOfUnknown(String)
    case memberOfOptional(CellType, String, wrapped: CellType)
    case noMember(String, of: CellType)
    case noMemberAnymore(String, of: RedeclaredType)
    case noStaticMember(String, of: CellType)
    case noContextForMember(String)
    case wrongOperandsAlike(of: String, CellType)
    case forcedNoOptional(CellType)
    case chainedNoOptional(CellType)
    case wrongCoercion(CellType, to: CellType)
    case noMatch(callTo: String)
    /// A type that is not known is nil.
    case noMatchOfTypes(callTo: String, given: [CellType?])
    case unwantedAmpersand
    case defaultInItself(String)
    /// What is wrong in a default value, which stands in another text.
    case inDefaultValue(of: String, CellDiagnostic)
    case patternVariableDiffers(CellType, expected: CellType)
    case optionalPatternMismatch(CellType)
    case casePatternMismatch(String, of: String, CellType)
    case payloadCountDiffers(String, pattern: Int, payload: Int)
    case tupleLabelDiffers(String, expected: String)
    case noCase(String, of: CellType)
    case valuePatternMismatch(CellType, CellType)
    case wrongOperand(of: String, CellType)
    case noPrefixOperator(String)
    case bareTypeName(CellType)
    case ambiguous(String)
    case noModule(String)
    case unhandledThrow
    case thrownNoError(CellType)
    case returnOutside
    case returnWithoutValue
    case returnOfVoid
    case returnInInitializer
    case stringIndexedByInteger
    case indexCount(got: Int)
    case indexNoInt(CellType)
    case missingKey
    case dictionaryIndices
    case subscriptOfOptional(CellType, wrapped: CellType)
    case noSubscripts(CellType)
    case emptyCase(isDefault: Bool)
    case notExhaustive
    case nestedType
    case inheritsFromNoProtocol(CellType)
    case rawTypeNoLiteral(CellType)
    case extendsProtocol(String)
    case extendsGeneric(String)
    case conformsLibraryType
    case noMemberDeclaration
    case doesNotConform(String, to: String)
    case observedVariable
    case noNamePattern
    case patternWithoutCase
    case takenApartNoTuple(CellType)
    case tupleCountDiffers(Int, pattern: Int, CellType)
    case closureCapturesInOut(String)
    case closureCapturesParameter(String)
    case parameterMayEscape(String)
    case functionCaptures(isInOut: Bool, String)
    case usedBeforeSet(isConstant: Bool, String, Use)
    case capturedBeforeDeclared(String)
    case setTwice(String)
    case fieldSetTwice(String)
    case fieldUsedBeforeSet(isConstant: Bool, String)
    case selfUsedIncomplete(Use)
    case wrongSpecifiedType(CellType, to: CellType)
    case wrongArgument(CellType, to: CellType)
    case wrongResult(CellType, to: CellType)
    case wrongElement(CellType, to: CellType)
    case wrongCondition(CellType, to: CellType)
    case wrongAssignment(CellType, to: CellType)
    case mustUnwrap(CellType, to: CellType)
    case uncalled(String, isMember: Bool, gives: CellType, example: String)
    case valueOfRedeclared(RedeclaredType)
    case redeclaredIsWanted(RedeclaredType)
    case takesRedeclared(String, RedeclaredType)
    case notTheSame(CellType, CellType, requiredBy: String)
    case requirementUnmet(CellType, String, requiredBy: String)
    /// The parameter has a name or none; `text` is what stands in the cell.
    case listInParts(parameter: String?, of: String, text: String)
    case resultsDiffer(CellType, CellType)
    case entriesDiffer(CellType, CellType)
    /// Of `??`, beside a list that is written there.
    case sidesDiffer(CellType, CellType)
    case parameterReentered(String)
    case selfUsedBeforeSet
    case returnBeforeAllSet
    case misplacedBreak
    case misplacedContinue
    case storedInExtension
    case storedInEnum
    case elementsDiffer(CellType, CellType)
    case labelledSingleElement
    case closureIgnoresArguments(Int)
    case closureArgumentCount(Int, of: CellType, used: Int)

    /// What was to be done with a place that cannot be changed.
    enum Change { case assignment, mutatingOperator, inOutArgument, mutatingMember }

    /// What is assigned to itself.
    enum Place { case variable, property }

    /// What may throw.
    enum Access { case call, property }

    /// What has no value yet is read, or a closure captures it.
    enum Use { case read, captured }

    /// Whose end must not be reached.
    enum BodyKind { case closure, getter, globalFunction, localFunction, staticMethod, instanceMethod }

    /// A type of an earlier cell that a later one has declared again.
    struct RedeclaredType {
        let name: String
        /// As tracebacks call it; nil where it is not known.
        let cell: String?
    }
}

/// Why a place cannot be changed.
enum Unassignable {
    case constant(String)
    case hiddenSetter(String)
    case readProperty(String)
    case readSubscript
    case elementOfRange
    case immutableSelf
    case literal
    case noVariable
}

extension Mistake {
    /// What is decided by it.
    var kind: CellDiagnostic.Kind {
        switch self {
        case .wrongOperands(let name, _, _), .wrongOperandsAlike(let name, _), .wrongOperand(let name, _):
            .wrongOperands(of: name)
        case .wrongType, .wrongCoercion, .indexNoInt, .wrongSpecifiedType, .wrongArgument, .wrongResult, .wrongElement,
            .wrongCondition, .uncalled:
            .wrongType
        case .unmarkedThrow: .unmarkedThrow
        case .noPrefixOperator, .labelledSingleElement, .bareType, .bareTypeName, .misplacedDiscard,
            .misplacedAmpersand:
            .text
        case .ambiguous, .memberOfUnknown, .noContextForMember, .nilUntyped, .typeNotInferred, .genericNotInferred,
            .emptyCollectionUntyped, .operandsUnknown, .noMatch, .noMatchOfTypes:
            .untold
        default: .other
        }
    }
}
