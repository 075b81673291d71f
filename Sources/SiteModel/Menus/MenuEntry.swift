package import Values

/// One entry of a menu; the configuration or the front matter of a page makes it.
///
/// Assembled by `ContentTree.load` and never changed after that.
package final class MenuEntry: @unchecked Sendable {
    /// The name of the menu it stands in.
    package let menu: String
    /// What other entries name as their parent; the name when it is not set.
    package internal(set) var identifier: String
    /// What the reader sees; of an entry of a page without a name its link title.
    package internal(set) var name: String
    /// What is shown when the reader points at it.
    package internal(set) var title: String
    /// The address: of its page, or what is configured with the path of `baseURL` in front.
    package internal(set) var url: String
    /// The logical path of its page, when it is configured.
    package let pageRef: String
    /// The page, when there is one.
    package internal(set) weak var page: Page?
    /// The identifier of the entry above, or an empty string.
    package internal(set) var parent: String
    /// What stands before the name.
    package let pre: String
    /// What stands behind the name.
    package let post: String
    /// The place in the menu; zero is none and stands last.
    package internal(set) var weight: Int
    /// Whatever else is configured.
    package let params: ValueMap
    /// The entries below in their order.
    package internal(set) var children: [MenuEntry] = []

    init(
        menu: String, identifier: String, name: String, title: String, url: String, pageRef: String, page: Page?,
        parent: String, pre: String, post: String, weight: Int, params: ValueMap
    ) {
        self.menu = menu
        self.identifier = identifier
        self.name = name
        self.title = title
        self.url = url
        self.pageRef = pageRef
        self.page = page
        self.parent = parent
        self.pre = pre
        self.post = post
        self.weight = weight
        self.params = params
    }

    /// What names the entry: its identifier, or its name (`.KeyName`).
    package var keyName: String { identifier.isEmpty ? name : identifier }
}
