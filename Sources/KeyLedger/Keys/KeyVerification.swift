/// What became of a secret that somebody presented.
package struct KeyVerification: Sendable {
    /// Each answer, by the name that scripts see.
    package enum Outcome: String, Sendable, CaseIterable {
        /// It activates.
        case valid
        /// It was rotated, and still activates for a while.
        case validOverlap = "valid_overlap"
        /// It looks like one of ours, but no key has it.
        case notFound = "not_found"
        /// It is no secret of ours: prefix, length, letters or check digits are wrong.
        case malformed
        /// Its key was deleted.
        case deleted
        /// Its key was switched off.
        case disabled
        /// It was rotated, and its time is over.
        case rotated
        /// Its key has passed its end.
        case expired
        /// Its kind has passed its end.
        case sunset
        /// It would activate, but the quota of the period is used up.
        case quotaExceeded = "quota_exceeded"
    }

    /// The answer.
    package let outcome: Outcome
    /// The key it belongs to, when there is one.
    package let key: Key?
    /// Until when it is good, for an old secret.
    package let validUntil: Instant?
}

extension Key {
    /// What a secret of the key is worth at `now`, whatever the quota says: its present one, or `old`.
    func standing(of old: OldSecret?, at now: Instant, in workspace: Workspace) -> KeyVerification.Outcome {
        switch state(at: now, in: workspace) {
        case .deleted: return .deleted
        case .disabled: return .disabled
        case .expired: return .expired
        case .sunset, .active: break
        }
        if let old, now >= old.validUntil { return .rotated }
        if workspace.hasEnded(old?.kind ?? kind, at: now) { return .sunset }
        return old == nil ? .valid : .validOverlap
    }
}

/// A key with the secret that it has just been given.
package struct NewSecret: Sendable {
    /// The key as it stands in the store now.
    package let key: Key
    /// The secret: the only place where it ever is. It cannot be asked for again.
    package let secret: String
}
