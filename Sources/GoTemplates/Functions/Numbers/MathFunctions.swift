internal import Glibc
internal import Synchronization
internal import Values

extension FunctionTable {
    /// The namespace `math`.
    mutating func registerMath() {
        registerArithmetic("math.Add", "add", .add)
        registerArithmetic("math.Sub", "sub", .subtract)
        registerArithmetic("math.Mul", "mul", .multiply)
        registerArithmetic("math.Div", "div", .divide)
        register("math.Mod", aliases: ["mod"], 2...2) { .int64(try Self.modulo($0)) }
        register("math.ModBool", aliases: ["modBool"], 2...2) { .bool(try Self.modulo($0) == 0) }
        registerRealFunctions()
        registerFolds()
        register("math.Pow", aliases: ["pow"], 2...2) { call in
            guard let base = try? call[0].castToFloat(), let exponent = try? call[1].castToFloat() else {
                throw ValueError("Pow operator can't be used with non-float value")
            }
            return .float(Glibc.pow(base, exponent))
        }
        register("math.Atan2", 2...2) { call in
            guard let x = try? call[1].castToFloat(), let y = try? call[0].castToFloat() else {
                throw ValueError("requires numeric arguments")
            }
            return .float(Glibc.atan2(y, x))
        }
        register("math.Pi", 0...0) { _ in .float(.pi) }
        register("math.MaxInt64", 0...0) { _ in .int64(.max) }
        register("math.Counter", 0...0) { _ in .uint(Self.counter.wrappingAdd(1, ordering: .relaxed).newValue) }
        register("math.Rand", 0...0) { call in
            let seed = call.environment?.drawSeed() ?? UInt64(Self.counter.wrappingAdd(1, ordering: .relaxed).newValue)
            var random = SeededRandom(seed: seed)
            return .float(Double(random.next() >> 11) / Double(1 << 53))
        }
    }

    private static let counter = Atomic<UInt>(0)

    private mutating func registerArithmetic(_ name: String, _ alias: String, _ operation: Arithmetic.Operator) {
        register(name, aliases: [alias], 0...Int.max) { call in
            guard call.count >= 2 else { throw ValueError("must provide at least two numbers") }
            var result = call[0]
            for next in call.arguments.dropFirst() { result = try Arithmetic.apply(operation, result, next) }
            return result
        }
    }

    private static func modulo(_ call: Invocation) throws(ValueError) -> Int {
        guard let number = try? call.int(0), let divisor = try? call.int(1) else {
            throw ValueError("modulo operator can't be used with non integer value")
        }
        guard divisor != 0 else { throw ValueError("the number can't be divided by zero at modulo operation") }
        return number.remainderReportingOverflow(dividingBy: divisor).partialValue
    }

    private mutating func registerRealFunctions() {
        let functions: [(String, @Sendable (Double) -> Double)] = [
            ("Abs", { abs($0) }), ("Acos", { Glibc.acos($0) }), ("Asin", { Glibc.asin($0) }),
            ("Atan", { Glibc.atan($0) }), ("Cos", { Glibc.cos($0) }), ("Sin", { Glibc.sin($0) }),
            ("Tan", { Glibc.tan($0) }), ("ToDegrees", { $0 * 180 / .pi }), ("ToRadians", { $0 / 180 * .pi }),
        ]
        for (name, function) in functions {
            register("math.\(name)", 1...1) { call in
                guard let number = try? call[0].castToFloat() else {
                    throw ValueError("the math.\(name) function requires a numeric argument")
                }
                return .float(function(number))
            }
        }
        let operators: [(String, @Sendable (Double) -> Double)] = [
            ("Ceil", { $0.rounded(.up) }), ("Floor", { $0.rounded(.down) }), ("Log", { Glibc.log($0) }),
            ("Round", { $0.rounded(.toNearestOrAwayFromZero) }), ("Sqrt", { $0.squareRoot() }),
        ]
        for (name, function) in operators {
            register("math.\(name)", 1...1) { call in
                guard let number = try? call[0].castToFloat() else {
                    throw ValueError("\(name) operator can't be used with non-float value")
                }
                return .float(function(number))
            }
        }
    }

    private mutating func registerFolds() {
        let folds: [(String, @Sendable (Double, Double) -> Double)] = [
            ("Max", { max($0, $1) }), ("Min", { min($0, $1) }), ("Sum", { $0 + $1 }), ("Product", { $0 * $1 }),
        ]
        for (name, fold) in folds {
            register("math.\(name)", 0...Int.max) { call in
                guard call.count > 0 else { throw ValueError("must provide at least one number") }
                var result: Double?
                for argument in call.arguments {
                    for value in argument.listValue ?? [argument] {
                        guard let number = try? value.castToFloat() else {
                            throw ValueError("\(name) operator can't be used with non-float values")
                        }
                        result = result.map { fold($0, number) } ?? number
                    }
                }
                guard let result else { throw ValueError("must provide at least one number") }
                return .float(result)
            }
        }
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64 by Steele, Lea and Flood).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
