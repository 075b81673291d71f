package import KeyLedger
package import Values

/// A page that the store gives a site, described for whoever builds sites.
package struct PortalPage: Sendable {
    /// A file beside the page.
    package struct Resource: Sendable {
        /// Its name, such as `report.csv`.
        package let name: String
        private let make: @Sendable () throws(LedgerError) -> [UInt8]

        init(name: String, _ make: @escaping @Sendable () throws(LedgerError) -> [UInt8]) {
            self.name = name
            self.make = make
        }

        /// Makes what it holds: a report of long ago costs nothing until its files are written, on whichever thread.
        package func bytes() throws(LedgerError) -> [UInt8] { try make() }
    }

    /// Where it stands, such as `/keys/key_7f3k9m2qx0ab/`.
    package let path: String
    /// `section` or `page`.
    package let kind: String
    /// What stands above it.
    package let title: String
    /// The front matter, `title` and `type` included.
    package let frontMatter: ValueMap
    /// The files beside it.
    package let resources: [Resource]
    /// The closed period of the files, and a digest of all that they are made of; nil where they may be others each time.
    package var stamp: (period: String, digest: String)?
}
