package import Values

/// The four dates of a page; nil where none is known.
package struct PageDates: Sendable {
    /// When it was written.
    package var date: ZonedTime?
    /// When it was last changed.
    package var lastModified: ZonedTime?
    /// When it appears.
    package var publishDate: ZonedTime?
    /// When it disappears.
    package var expiryDate: ZonedTime?

    /// No dates.
    package init() {}
}
