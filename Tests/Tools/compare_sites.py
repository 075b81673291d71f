#!/usr/bin/env python3
"""Builds small sites that are made up from a seed with Hugo and with Keyport, and compares every file.

A site has nested sections with and without _index, bundles, drafts, dates, weights, cascades, slugs, addresses, aliases,
taxonomies, menus, languages and permalinks by chance; its layout prints what a template can know of a page. White space is
folded. What differs is shown; the exit status says whether anything did.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile

LAYOUT = """{{ .Kind }}|{{ .Path }}|{{ .Title }}|{{ .LinkTitle }}|{{ .RelPermalink }}|{{ .Permalink }}|{{ .Type }}|{{ .Section }}|{{ .Weight }}|{{ .Draft }}|{{ .Slug }}|{{ .BundleType }}
D {{ .Date.Format "2006-01-02T15:04:05Z07:00" }}|{{ .Lastmod.Format "2006-01-02" }}|{{ .PublishDate.Format "2006-01-02" }}|{{ .ExpiryDate.Format "2006-01-02" }}
F {{ with .File }}{{ .Path }}|{{ .Dir }}|{{ .LogicalName }}|{{ .ContentBaseName }}|{{ .TranslationBaseName }}{{ end }}
X {{ jsonify .Params }}
R {{ range .Resources }}{{ .Name }}|{{ .Title }}|{{ .ResourceType }}|{{ .RelPermalink }};{{ end }}
P {{ range .Pages }}{{ .Path }},{{ end }}|{{ range .RegularPages }}{{ .Path }},{{ end }}|{{ range .RegularPagesRecursive }}{{ .Path }},{{ end }}|{{ range .Sections }}{{ .Path }},{{ end }}
U {{ with .Parent }}{{ .Path }}{{ end }}|{{ with .CurrentSection }}{{ .Path }}{{ end }}|{{ with .FirstSection }}{{ .Path }}{{ end }}|{{ range .Ancestors }}{{ .Path }},{{ end }}
N {{ with .Next }}{{ .Path }}{{ end }}|{{ with .Prev }}{{ .Path }}{{ end }}|{{ with .NextInSection }}{{ .Path }}{{ end }}|{{ with .PrevInSection }}{{ .Path }}{{ end }}
A {{ .Aliases }}|{{ range .OutputFormats }}{{ .Name }} {{ .RelPermalink }},{{ end }}|{{ range .AlternativeOutputFormats }}{{ .Name }},{{ end }}
T {{ range .Translations }}{{ .Language.Lang }} {{ .RelPermalink }},{{ end }}|{{ range .AllTranslations }}{{ .Language.Lang }},{{ end }}
G {{ range $k, $v := site.Taxonomies }}{{ range $.GetTerms $k }}{{ .Path }} {{ .LinkTitle }},{{ end }}{{ end }}
L {{ range site.RegularPages.Related . }}{{ .Path }},{{ end }}
{{ $p := . }}M {{ range $n, $m := site.Menus }}{{ $n }}: {{ range $m }}{{ .Name }}|{{ .URL }}|{{ .Weight }}|{{ .Identifier }}|{{ .Title }}|{{ $p.IsMenuCurrent $n . }}|{{ $p.HasMenuCurrent $n . }}[{{ range .Children }}{{ .Name }}|{{ .URL }}|{{ .Weight }},{{ end }}];{{ end }}{{ end }}
{{ if .IsHome }}S {{ range $k, $v := site.Taxonomies }}{{ $k }}: {{ range $t, $e := $v }}{{ $t }}({{ range $e }}{{ .Weight }} {{ .Page.Path }},{{ end }}){{ with $e.Page }}{{ .RelPermalink }} {{ .Title }}{{ end }};{{ end }}{{ end }}
ALL {{ range site.Pages }}{{ .Path }},{{ end }}|{{ range site.AllPages }}{{ .RelPermalink }},{{ end }}|{{ site.MainSections }}{{ end }}
{{ if ne .Kind "page" }}{{ with .Paginator }}PG {{ .TotalPages }} {{ range .Pagers }}{{ .URL }},{{ end }}{{ range .Pages }}{{ .Path }},{{ end }}{{ end }}{{ end }}
C {{ .Content }}
"""

NAMES = ["alpha", "Beta", "gamma delta", "delta.v2", "ünï", "zeta_eta", "2024-05-06-dated", "2023-01-02", "k-9", "Q&A", "x+y", "one"]
TERMS = ["red", "Dark Blue", "c#", "Ümlaut", "a/b", "x.y", "GREEN"]


class Site:
    def __init__(self, seed, folder):
        self.random = random.Random(seed)
        self.folder = folder
        self.languages = self.random.choice([["en"], ["en"], ["en", "de"], ["en", "de", "fr"]])

    def chance(self, share):
        return self.random.random() < share

    def write(self, path, text):
        path = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def date(self):
        return "20%02d-%02d-%02d" % (self.random.randint(10, 25), self.random.randint(1, 12), self.random.randint(1, 28))

    def configuration(self):
        pick, chance = self.random.choice, self.chance
        lines = ['baseURL = "%s"' % pick(["https://example.org/", "https://example.org/sub/"]), 'title = "Made up"']
        for key in ["uglyURLs", "disablePathToLower", "removePathAccents", "buildDrafts", "buildFuture", "buildExpired", "disableAliases"]:
            if chance(0.12):
                lines.append(key + " = true")
        for key in ["pluralizeListTitles", "capitalizeListTitles"]:
            if chance(0.15):
                lines.append(key + " = false")
        if chance(0.2):
            lines.append('titleCaseStyle = "%s"' % pick(["chicago", "go", "firstupper", "none"]))
        kinds = [k for k in ["taxonomy", "term", "section", "rss", "sitemap", "404"] if chance(0.08)]
        if kinds:
            lines.append("disableKinds = %s" % kinds)
        if chance(0.2):
            lines.append('sectionPagesMenu = "main"')
        if len(self.languages) > 1:
            lines.append('defaultContentLanguage = "%s"' % pick(self.languages))
            if chance(0.3):
                lines.append("defaultContentLanguageInSubdir = true")
        lines.append("[pagination]\npagerSize = %d" % pick([1, 2, 10]))
        if chance(0.3):
            lines.append("[taxonomies]\ntag = 'tags'\nhue = 'hues'")
        if chance(0.4):
            lines.append("[permalinks.page]")
            for section in self.random.sample(["alpha", "beta", "one", "k-9"], 2):
                lines.append("%s = '%s'" % (section, pick(["/:year/:month/:slug/", "/p/:sections/:contentbasename/", "/:sections[1:]/:slugorcontentbasename", "/:section/:title", "/:sectionslug/:slug", "/:sectionslugs/:slug"])))
            if chance(0.4):
                lines.append("[permalinks.section]\nalpha = '/s/:sections/'")
            if chance(0.4):
                lines.append("[permalinks.term]\ntags = '/t/:slug/'")
        if chance(0.2):
            lines.append("[frontmatter]\ndate = ['custom', ':filename', ':default']")
            if chance(0.5):
                lines.append("lastmod = ['changed', ':default']")
        if chance(0.3):
            lines.append("[[cascade]]\n[cascade.params]\nfrom = 'site'\n[cascade.target]\n%s" % pick(["kind = 'page'", "path = '/alpha/**'", "path = '{/one,/beta/*}'", "environment = 'production'", "kind = '{section,term}'"]))
        if chance(0.3):
            lines.append("[[menus.main]]\nname = 'Out'\nurl = 'https://example.com/'\nweight = %d" % self.random.randint(0, 3))
            lines.append("[[menus.main]]\nname = 'In'\npageRef = '%s'\nparent = 'Out'" % pick(["/alpha", "/one", "/nowhere"]))
        if len(self.languages) > 1:
            for weight, key in enumerate(self.languages):
                lines.append("[languages.%s]\nweight = %d\ntitle = 'Made up %s'" % (key, (7 * weight) % 5 + 1, key))
                if chance(0.2):
                    lines.append("[[languages.%s.menus.foot]]\nname = 'Foot %s'\nurl = '/foot'" % (key, key))
        self.write("hugo.toml", "\n".join(lines) + "\n")

    def front_matter(self, name, is_list):
        pick, chance = self.random.choice, self.chance
        lines = []
        if chance(0.85):
            lines.append("title: %s" % pick(["A title", "the %s of it" % name, "'Ä & <b>'", "same"]))
        if chance(0.5):
            lines.append("date: " + self.date())
        for key, share, values in [
            ("weight", 0.35, ["1", "2", "-3", "10"]), ("draft", 0.1, ["true"]), ("slug", 0.12, ["a-slug", "Slug Two", "s.l"]),
            ("linkTitle", 0.12, ["Short", "another"]), ("type", 0.08, ["special"]), ("lastmod", 0.1, [self.date()]),
            ("publishDate", 0.08, [self.date(), "2098-01-01"]), ("expiryDate", 0.06, [self.date(), "2099-01-01"]),
            ("custom", 0.1, [self.date()]), ("changed", 0.1, [self.date()]), ("Extra", 0.2, ["1", "[1, {Ab: c}]", "{Ab: {Cd: 1}}"]),
            ("translationKey", 0.05, ["shared"]), ("keywords", 0.15, ["[k1, k2]", "[k2]"]),
            ("url", 0.06, ["/own/%s/" % name, "rel/%s" % name.lower(), "/file-%d.html" % self.random.randint(0, 99)]),
            ("aliases", 0.1, ["[/old/%s]" % name, "[older, ../up]", "/single-%d" % self.random.randint(0, 99)]),
            ("build", 0.08, ["{list: never}", "{render: never}", "{list: local}", "{render: link}", "{publishResources: false}"]),
            ("tags_weight", 0.1, ["3", "1"]), ("headless", 0.03, ["true"]),
            ("menus", 0.15, ["main", "[main, foot]", "{main: {weight: 2}}", "{main: {identifier: %s, parent: Out}}" % name.replace("&", "").replace(" ", ""), "{foot: {name: Named}}"]),
            ("outputs", 0.05, ["[html]", "[html, json]"]), ("params", 0.15, ["{inner: 1, Title: x}", "{Deep: {Er: 1}}"]),
        ]:
            if chance(share):
                lines.append("%s: %s" % (key, pick(values)))
        for plural in ["tags", "categories", "hues"]:
            if chance(0.25):
                lines.append("%s: %s" % (plural, pick([TERMS[0], "['%s', '%s']" % (pick(TERMS), pick(TERMS))])))
        if is_list and chance(0.3):
            lines.append("cascade:\n" + pick(["  params: {handed: down}", "  type: handed", "- params: {only: pages}\n  target: {kind: page}", "- weight: 7\n- params: {deep: 1}\n  target: {path: '/**/one'}", "  draft: true", "  build: {list: never}"]))
        return "---\n%s\n---\n" % "\n".join(lines)

    def page(self, path, name, is_list=False):
        """A page in some of the languages; `path` is without an extension."""
        for language in self.languages:
            if len(self.languages) > 1 and not self.chance(0.7):
                continue
            suffix = "" if language == self.languages[0] and self.chance(0.7) else "." + language
            if len(self.languages) == 1:
                suffix = ""
            self.write("content/%s%s.md" % (path, suffix), self.front_matter(name, is_list) + "Text of %s.\n" % name)

    def content(self, folder, depth):
        for name in self.random.sample(NAMES, self.random.randint(1, 4)):
            place = os.path.join(folder, name)
            what = self.random.random()
            if what < 0.45:
                self.page(place, name)
            elif what < 0.65:
                self.page(place + "/index", name)
                if self.chance(0.6):
                    self.write("content/%s/note.txt" % place, "note")
                if self.chance(0.3):
                    self.page(place + "/part", "part")
                if self.chance(0.2):
                    self.write("content/%s/in/er.json" % place, "{}")
            elif depth < 3:
                if self.chance(0.6):
                    self.page(place + "/_index", name, True)
                if self.chance(0.2):
                    self.write("content/%s/list.txt" % place, "list")
                self.content(place, depth + 1)

    def make(self):
        self.configuration()
        self.write("layouts/all.html", LAYOUT)
        self.write("layouts/all.json", '{{ printf "%s" .Path | jsonify }}')
        if self.chance(0.5):
            self.page("_index", "home", True)
        self.content("", 0)
        if self.chance(0.2):
            self.page("tags/red/_index", "red", True)
        if self.chance(0.2):
            self.page("tags/_index", "tags", True)


def files(folder):
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = b" ".join(file.read().split())
    return found


def parts(text):
    return re.sub(rb" (?=[A-Z]{1,3} )", b"\n", text).split(b"\n")


def compare(seed, arguments, root):
    folder = os.path.join(root, "site-%d" % seed)
    Site(seed, folder).make()
    outputs = []
    statuses = []
    for name, command in [("hugo", [arguments.hugo, "--source", folder]), ("keyport", [arguments.keyport, "build", "--source", folder])]:
        target = os.path.join(folder, "out-" + name)
        variables = dict(os.environ, SOURCE_DATE_EPOCH="1795000000")
        extra = ["--clock", "2026-11-18T10:40:00Z"] if name == "hugo" else []
        run = subprocess.run(command + ["--destination", target] + extra, capture_output=True, text=True, timeout=120, env=variables)
        statuses.append(run.returncode)
        log = run.stdout + run.stderr
        outputs.append(files(target) if run.returncode == 0 else {})
        if run.returncode != 0:
            lines = [line for line in log.splitlines() if "rror" in line]
            outputs[-1] = {"(failed)": (lines or [log[-200:]])[0].encode()[:300]}
    hugo, keyport = outputs
    if statuses[0] != 0:
        # What Hugo does not build says nothing about files; that Keyport builds it is shown.
        if statuses[1] == 0:
            print("seed %d: only hugo refuses: %s" % (seed, hugo["(failed)"].decode(errors="replace")[:200]))
        return 0, 0, 1
    wrong = []
    for path in sorted(set(hugo) | set(keyport)):
        if hugo.get(path) != keyport.get(path):
            wrong.append(path)
    for path in wrong[: arguments.show]:
        print("seed %d: %s" % (seed, path))
        if path not in hugo or path not in keyport:
            print("  only in " + ("hugo" if path in hugo else "keyport"), (hugo.get(path) or keyport.get(path))[:160].decode(errors="replace"))
            continue
        one, other = parts(hugo[path]), parts(keyport[path])
        shown = 0
        for left, right in zip(one, other):
            if left != right and shown < 3:
                shown += 1
                print("  hugo:    " + left.decode(errors="replace")[:400])
                print("  keyport: " + right.decode(errors="replace")[:400])
    if not wrong:
        shutil.rmtree(folder)
    return len(wrong), len(set(hugo) | set(keyport)), 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--count", type=int, default=50, help="how many sites")
    parser.add_argument("--show", type=int, default=4, help="how many files to show of a site that differs")
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--keyport", default=".build/debug/keyport")
    parser.add_argument("--keep", help="a folder for the sites that differ")
    arguments = parser.parse_args()
    root = arguments.keep or tempfile.mkdtemp()
    os.makedirs(root, exist_ok=True)
    wrong_sites = wrong = total = refused = 0
    for seed in range(arguments.seed, arguments.seed + arguments.count):
        bad, count, both = compare(seed, arguments, root)
        wrong_sites += bad > 0
        wrong += bad
        total += count
        refused += both
    if not arguments.keep:
        shutil.rmtree(root)
    print("%d sites, %d differ (hugo refuses %d); %d of %d files differ" % (arguments.count, wrong_sites, refused, wrong, total))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
