internal import Text

/// English plurals and singulars: words that go their own way, then endings, the longest first.
package enum Inflection {
    /// The plural of a word; the word itself where it is one already.
    package static func pluralize(_ word: String) -> String {
        inflect(word, words: plurals, known: singulars, endings: pluralEndings)
    }

    /// The singular of a word; the word itself where it is one already.
    package static func singularize(_ word: String) -> String {
        inflect(word, words: singulars, known: plurals, endings: singularEndings)
    }

    private static func inflect(
        _ word: String, words: [String: String], known: [String: String], endings: [(String, String)]
    ) -> String {
        let lower = word.goLowercased
        guard !lower.isEmpty, !unchanging.contains(lower), known[lower] == nil else { return word }
        if let other = words[lower] {
            return word.first?.isUppercase == true && lower != word ? other.upperCasingFirst : other
        }
        for (ending, other) in endings where lower.hasSuffix(ending) {
            return (String(word.utf8.dropLast(ending.utf8.count)) ?? word) + other
        }
        return word
    }

    private static let unchanging: Set<String> = [
        "aircraft", "bison", "chassis", "deer", "equipment", "fish", "gas", "headquarters", "hovercraft", "information",
        "means", "money", "moose", "news", "offspring", "rice", "salmon", "series", "sheep", "shrimp", "spacecraft",
        "species", "swine", "trout",
    ]

    private static let pairs: [(String, String)] = [
        ("alumnus", "alumni"), ("bacterium", "bacteria"), ("buffalo", "buffaloes"), ("child", "children"),
        ("criterion", "criteria"), ("datum", "data"), ("die", "dice"), ("foot", "feet"), ("goose", "geese"),
        ("louse", "lice"), ("man", "men"), ("matrix", "matrices"), ("medium", "media"), ("mouse", "mice"),
        ("move", "moves"), ("ox", "oxen"), ("person", "people"), ("phenomenon", "phenomena"), ("quiz", "quizzes"),
        ("shoe", "shoes"), ("tooth", "teeth"), ("woman", "women"), ("movie", "movies"), ("cookie", "cookies"),
        ("zombie", "zombies"), ("hive", "hives"), ("roof", "roofs"), ("tie", "ties"), ("photo", "photos"),
        ("video", "videos"), ("piano", "pianos"), ("memo", "memos"), ("logo", "logos"), ("repo", "repos"),
        ("studio", "studios"), ("radio", "radios"), ("cache", "caches"), ("index", "indices"), ("vertex", "vertices"),
        ("vortex", "vortices"), ("appendix", "appendices"), ("alias", "aliases"), ("status", "statuses"),
        ("virus", "viruses"), ("bus", "buses"), ("campus", "campuses"), ("bonus", "bonuses"), ("axis", "axes"),
        ("life", "lives"), ("wife", "wives"), ("knife", "knives"), ("chief", "chiefs"), ("proof", "proofs"),
        ("belief", "beliefs"), ("lens", "lenses"), ("release", "releases"), ("base", "bases"), ("case", "cases"),
        ("database", "databases"), ("use", "uses"), ("house", "houses"), ("response", "responses"),
        ("license", "licenses"), ("phase", "phases"), ("course", "courses"), ("purchase", "purchases"),
        ("purpose", "purposes"), ("expense", "expenses"), ("warehouse", "warehouses"), ("canvas", "canvases"),
        ("stimulus", "stimuli"), ("radius", "radii"), ("nucleus", "nuclei"), ("syllabus", "syllabi"),
        ("fungus", "fungi"), ("cactus", "cacti"), ("curriculum", "curricula"), ("stadium", "stadiums"),
    ]

    private static let plurals: [String: String] = {
        var table = Dictionary(pairs) { first, _ in first }
        table["octopus"] = "octupuses"
        return table
    }()

    private static let singulars: [String: String] = {
        var table = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
        table["octopi"] = "octopus"
        return table
    }()

    private static let pluralEndings: [(String, String)] = [
        ("ch", "ches"), ("sh", "shes"), ("ss", "sses"), ("sis", "ses"), ("xis", "xes"), ("us", "uses"), ("x", "xes"),
        ("z", "zes"), ("lf", "lves"), ("eaf", "eaves"), ("oaf", "oaves"), ("man", "men"), ("ay", "ays"), ("ey", "eys"),
        ("iy", "iys"), ("oy", "oys"), ("uy", "uys"), ("y", "ies"), ("ero", "eroes"), ("ato", "atoes"),
        ("echo", "echoes"), ("s", "s"), ("", "s"),
    ].sorted { $0.0.utf8.count > $1.0.utf8.count }

    private static let singularEndings: [(String, String)] = [
        ("ss", "ss"), ("us", "us"), ("is", "is"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("yses", "ysis"),
        ("rises", "risis"), ("theses", "thesis"), ("gnoses", "gnosis"), ("xes", "x"), ("zzes", "zz"), ("ies", "y"),
        ("lves", "lf"), ("eaves", "eaf"), ("oaves", "oaf"), ("uses", "us"), ("heroes", "hero"), ("atoes", "ato"),
        ("echoes", "echo"), ("men", "man"), ("s", ""),
    ].sorted { $0.0.utf8.count > $1.0.utf8.count }
}
