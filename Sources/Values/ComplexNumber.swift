/// A complex number, which Go's templates can write (`1+2i`), print and compare, and nothing else.
package final class ComplexNumber: ValueObject {
    /// The real part.
    package let real: Double
    /// The imaginary part.
    package let imaginary: Double

    /// A number of two parts.
    package init(real: Double, imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }

    private static let table = MemberTable()

    /// None.
    package var members: MemberTable { Self.table }
    /// Go's type.
    package var goType: String { "complex128" }
    /// Zero is false.
    package var isTruthy: Bool { real != 0 || imaginary != 0 }
    /// Go prints both parts: `(1+2i)`.
    package var goString: String { goSprintf("%v", [.object(self)]) }

    /// Whether both parts are equal.
    package func isEqual(to other: any ValueObject) -> Bool {
        guard let other = other as? ComplexNumber else { return false }
        return real == other.real && imaginary == other.imaginary
    }
}
