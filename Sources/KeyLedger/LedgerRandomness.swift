internal import CSodium
internal import Synchronization

/// Where secrets and ids come from; injected, so that a demonstration store can be made twice alike.
package struct LedgerRandomness: Sendable {
    private let draw: @Sendable (UInt32) -> UInt32

    /// A source that answers a number below the bound it is given, each equally likely.
    package init(_ draw: @escaping @Sendable (_ below: UInt32) -> UInt32) {
        self.draw = draw
    }

    /// A number in `0..<bound`; 0 for a bound of 0.
    package func number(below bound: UInt32) -> UInt32 { bound == 0 ? 0 : draw(bound) }

    /// The random source of the system through libsodium: the only one that real secrets come from.
    package static let system = LedgerRandomness { bound in
        _ = Sodium.ready
        return randombytes_uniform(bound)
    }

    /// A source that gives the same numbers for the same seed (SplitMix64). Never for real secrets.
    package static func seeded(_ seed: UInt64) -> LedgerRandomness {
        let state = SeededState(seed)
        return LedgerRandomness { bound in state.next(below: bound) }
    }

    private final class SeededState: Sendable {
        private let state: Mutex<UInt64>

        init(_ seed: UInt64) { state = Mutex(seed) }

        func next(below bound: UInt32) -> UInt32 {
            state.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                mixed ^= mixed >> 31
                return UInt32(truncatingIfNeeded: ((mixed >> 32) &* UInt64(bound)) >> 32)
            }
        }
    }
}

/// libsodium's own start, which must come before its first use; it may be asked from any thread.
enum Sodium {
    /// Whether the library is ready. When it is not, its random source stops the process rather than be weak.
    static let ready = sodium_init() >= 0
}
