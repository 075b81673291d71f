"""Generates Markdown documents such as documentation sites hold, odd corners included, from a seeded grammar."""
import random

WORDS = (
    "alpha beta gamma The quick key project usage limit Don't \"quoted\" 'single' it's wait... a--b c---d x_y_z 1st 90's "
    "end. ok, so; (paren) [brackets] {braces} {{x}} $5 #tag @me 5*6*7 snake_case_name 3 < 4 > 2 AT&T C++ é ü 日本語 "
    "naïve Привет — … 50% a/b C:\\dir back\\\\slash \\* \\\" \\' \\_x\\_ \\[n\\] \\# \\` \\| \\~ \\<b\\> \\& &amp; &copy; "
    "&quot;e&quot; &#35; &#x22; &nbsp; &notanentity; <<q>> -> => != ++ == ^x^ ~ ** * _ __ ` \" ' -- --- ... :smile: "
    ":+1: :nosuch: 12:30 key:value a:b:c I.e. e.g. v1.2.3 file.txt README.md ./run.sh 'twas '90s rock'n'roll dogs' "
    "\"a 'b' c\" 6'2\" !important ?x! end! really?").split(" ")

SPANS = (
    "*em* **strong** _em_ __strong__ ***both*** ___both___ *a **b** c* **a *b* c** *a `b` c* **bold \"q\"** *it's* "
    "`code` ``a ` b`` `` ` `` `a|b` `<b>` `\\n` ` x ` ~~gone~~ ~~a *b*~~ *a ~~b~~* **~~c~~** ~~a b `c`~~ "
    "[link](/x) [t](/x \"T\") [t](/x 'T') [a *b*](/c) [`code`](/d) [a](<b c>) [a]() [a](/p_(q)) [a](/x?y=1&z=2#h) "
    "[ref] [text][ref] [Ref][] [none] [text][none] [a [b] c](/x) ![alt](/i.png) ![a *b*](/i.png \"T\") ![ref] "
    "[![alt](/i.png)](/x) <https://auto.example.org> <me@example.org> <mailto:a@b.org> [up](../up.md) [ü](/ü) "
    "[a](/a%20b) [a](javascript:x) [q](/x \"a \\\"q\\\" b\") [e](/&amp;x) ![](/empty.png) [x](#frag)").split(" ")
# Spans whose own text holds spaces were torn apart above; these are whole.
SPANS += ["*a **b** c*", "**a *b* c**", "**bold \"q\"**", "``a ` b``", "~~a *b*~~", "*a ~~b~~*", "[a *b*](/c)",
          "[t](/x \"T\")", "[a [b] c](/x)", "![a *b*](/i.png \"T\")", "*a `b` c*", "~~a b `c`~~", "\"*em* q\"", "*\"q\"*",
          "[\"q\"](/x)", "\"[q](/x)\"", "(*em*)", "**a**b", "a**b**c", "a*b*c", "a_b_c", "*a*b*", "**a*", "*a**", "`a", "a`"]

LINKS = ("https://a.example.org/p?q=1&r=2 https://a.example.org/x_(y) www.example.com. www.example.com/a_b_c me@example.org "
         "(https://b.example.org/x_(y)) https://example.org, https://example.org/a*b* http://localhost:8080/x "
         "https://example.org/?a=b&amp; https://example.org/~user/ ftp://files.example.org/x a@b.c-d.org. mailto:x@y.org "
         "https://example.org/a;b https://example.org:8443/p#frag 'https://q.example.org' \"https://q.example.org\" "
         "https://例え.jp/パス http://1.2.3.4/x *https://em.example.org* https://a.b/c! www.a www. https:// http://x "
         "https://e.org/a\"b https://e.org/a'b https://e.org/a`b first.last+tag@mail.example.co.uk xhttps://no.org "
         "https://e.org/[x] https://e.org/{x} https://e.org/a|b https://e.org<br> ~~https://s.org~~ **www.bold.org** "
         "git@github.com:user/repo.git HTTPS://UPPER.ORG user@host https://e.org... a.b@c.de/f").split(" ")

HTML_SPANS = ("<b>raw</b> <br> <br/> <kbd>Ctrl</kbd> <span class=\"x\">y</span> <!-- note --> <a href=\"/x\">l</a> "
              "<img src=\"/i.png\"> <sub>2</sub> <i>*em*</i> </b> <x-y z> <a title=\"*q*\"> <? php ?> <!DOCTYPE x>").split(" ")
HTML_SPANS += ["<span class=\"x\">a *b* c</span>", "<!-- a -- b -->", "<a href=\"/x\" title='t'>a b</a>", "a < b", "<not a tag", "<b\n>x</b>"]

ATTRIBUTES = ["{.cls}", "{#i%d}", "{.a .b}", "{.cls #id%d key=\"v\"}", "{key=\"a b\" n=1}", "{style=\"x:y\"}", "{onclick=\"x\"}",
              "{key=v}", "{ .sp }", "{.c,.d}", "{}", "{.bad", "{b=true f=1.5}", "{data-x='s'}", "{title=\"a & b\"}", "{not attributes}"]
ALERTS = ["[!NOTE]", "[!TIP]", "[!WARNING]", "[!caution]", "[!IMPORTANT]+ Title here", "[!NOTE]- *Closed*", "[!other]", "[!NOTE] text"]


class Grammar:
    """One document; `features` names what it may hold beyond the ordinary."""

    def __init__(self, seed, features):
        self.random = random.Random(seed)
        self.features = features
        self.footnotes = []

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, probability):
        return self.random.random() < probability

    def span(self):
        kind = self.random.random()
        if kind < 0.62:
            return self.pick(WORDS)
        if kind < 0.82:
            return self.pick(SPANS)
        if kind < 0.90:
            return self.pick(LINKS)
        if kind < 0.94:
            return self.pick(HTML_SPANS)
        if kind < 0.97:
            label = self.pick(["1", "2", "n", "Long label", "undefined"])
            self.footnotes.append(label)
            return self.pick(["[^%s]", "word[^%s]", "[^%s][^%s]"]).replace("%s", label)
        if "extras" in self.features:
            return self.pick(["H~2~O", "x^2^", "==mark==", "++ins++", "~~del~~", "==a *b*==", "a~b c~", "^a b^", "==", "++x"])
        if "math" in self.features:
            return self.pick(["\\(a_b*c*\\)", "$$x^2$$", "\\[y\\]", "\\(open", "$$", "$x$"])
        return self.pick(WORDS)

    def sentence(self, most=10):
        return " ".join(self.span() for _ in range(self.random.randint(1, most)))

    def line(self, most=8):
        return self.sentence(most).replace("\n", " ")

    def paragraph(self):
        lines = [self.line() for _ in range(self.random.randint(1, 4))]
        text = lines[0]
        for line in lines[1:]:
            text += self.pick(["\n", "\n", "\n", "  \n", "\\\n", " \n", "\n  "]) + line
        return text

    def attributes(self):
        text = self.pick(ATTRIBUTES)
        return text % self.random.randint(0, 9) if "%d" in text else text

    def heading(self):
        text = self.line(5)
        if self.chance(0.25):
            return text + "\n" + self.pick(["===", "---", "=", "-----", "===   "])
        end = self.pick(["", "", "", " ##", " #", " " + self.attributes(), " " + self.attributes(), " ## " + self.attributes()])
        return "#" * self.random.randint(1, 6) + self.pick([" ", " ", "  "]) + text + end

    def items(self, depth):
        kind = self.pick(["-", "*", "+", "1.", "1)", "3.", "- [ ]", "- [x]", "10."])
        pad = len(kind.split(" ")[0]) + 1
        loose = self.chance(0.3)
        out = []
        for number in range(self.random.randint(1, 4)):
            mark = kind
            if kind == "1.":
                mark = self.pick(["1.", "%d." % (number + 1)])
            text = self.line()
            if self.chance(0.15):
                text += "\n" + self.line()
            if depth < 3 and self.chance(0.3):
                gap = self.pick(["\n", "\n\n"])
                text += gap + self.block(depth + 1)
            elif self.chance(0.04):
                text = self.block(depth + 1) if depth < 3 else ""
            indent = " " * (pad if not self.chance(0.06) else self.pick([1, 2, 3, 4, 5]))
            if self.chance(0.03):
                indent = "\t"
            text = "\n".join(indent + line if line and n else line for n, line in enumerate(text.split("\n")))
            out.append((" " * (0 if not self.chance(0.05) else self.random.randint(1, 3))) + mark + " " + text)
        return ("\n\n" if loose else "\n").join(out)

    def quote(self, depth):
        inner = self.block(depth + 1) if depth < 3 else self.paragraph()
        if self.chance(0.3):
            inner += "\n\n" + (self.block(depth + 1) if depth < 3 else self.paragraph())
        if self.chance(0.25):
            inner = self.pick(ALERTS) + "\n" + inner
        lines = inner.split("\n")
        lazy = self.chance(0.08)
        return "\n".join(line if lazy and n and line else self.pick(["> ", "> ", "> ", ">"] if line[:1] not in " \t" else ["> "]) + line
                         for n, line in enumerate(lines))

    def cell(self):
        text = self.sentence(4).replace("\n", " ")
        return text if self.chance(0.1) else text.replace("|", "\\|")

    def table(self):
        columns = self.random.randint(1, 4)

        def row(count):
            cells = [self.cell() for _ in range(count)]
            style = self.random.random()
            if style < 0.7 or count < 2:
                return "| " + " | ".join(cells) + " |"
            if style < 0.85:
                return " | ".join(cells)
            return "|" + "|".join(cells) + "|"
        rule = self.pick(["|%s|", "|%s|", "| %s |", "%s|"]) % "|".join(
            self.pick(["---", ":--", "--:", ":-:", " --- ", ":---", "-"]) for _ in range(columns))
        rows = [row(columns), rule]
        for _ in range(self.random.randint(0, 3)):
            rows.append(row(columns if not self.chance(0.15) else self.random.randint(1, 5)))
        text = "\n".join(rows)
        if self.chance(0.08):
            text = self.line() + "\n" + text
        if self.chance(0.08):
            text += "\n" + self.line()
        return text

    def fence(self):
        mark = self.pick(["```", "```", "```", "~~~", "````"])
        info = self.pick(["", "", "nolang", "x-y", "nolang {.cls}", "nolang {hl_lines=[1]}", "{.cls}", " nolang ", "nolang title=\"x\"",
                          "x&amp;y", "nolang{.c}"])
        if mark == "~~~" and self.chance(0.5):
            info = ""
        body = "\n".join(self.pick([self.line(), "  indented", "", "\ttab", "$ cmd --flag", "key: value", "<b>&amp;</b>", "[^1] :smile: {.x}"])
                         for _ in range(self.random.randint(0, 4)))
        text = mark + info + "\n" + (body + "\n" if body else "")
        return text if self.chance(0.03) else text + mark

    def definitions(self, depth):
        text = "\n".join(self.line(3) for _ in range(self.pick([1, 1, 1, 2])))
        for _ in range(self.pick([1, 1, 2])):
            gap = "\n\n" if self.chance(0.2) else "\n"
            inner = self.line()
            if self.chance(0.2) and depth < 2:
                inner += self.pick(["\n", "\n\n"]) + self.block(depth + 1)
            text += gap + self.pick([": ", ": ", ":   "]) + inner.replace("\n", "\n  ")
        return text

    def footnote(self, depth):
        text = self.line()
        if depth < 2 and self.chance(0.3):
            text += "\n\n" + self.block(depth + 1)
        elif self.chance(0.2):
            text += "\n" + self.line()
        return "[^%s]: " % self.pick(["1", "2", "n", "Long label"]) + text.replace("\n", "\n    ")

    def html(self):
        return self.pick([
            lambda: "<div>\n" + self.paragraph() + "\n</div>",
            lambda: "<div class=\"x\">\n\n" + self.paragraph() + "\n\n</div>",
            lambda: "<!-- comment *x* -->",
            lambda: "<!-- comment\n\nover lines -->\n" + self.line(),
            lambda: "<details>\n<summary>" + self.line(3) + "</summary>\n\n" + self.paragraph() + "\n\n</details>",
            lambda: "<pre>\n" + self.line() + "\n\n" + self.line() + "\n</pre>",
            lambda: "<script>\nvar x = \"" + "a" + "\";\n\n</script>",
            lambda: "<table>\n<tr><td>" + self.line(3) + "</td></tr>\n</table>",
            lambda: "<span>x</span>\n" + self.line(),
            lambda: "</div>",
            lambda: "<br>",
            lambda: self.line() + "\n<div>" + self.line() + "</div>",
            lambda: "<img src=\"/a.png\">",
        ])()

    def block(self, depth=0):
        kinds = "p p p p h ul ul q code fence fence table table hr dl fn ref html"
        kind = self.pick(kinds.split(" "))
        if kind == "h":
            text = self.heading()
        elif kind == "ul":
            text = self.items(depth)
        elif kind == "q":
            text = self.quote(depth)
        elif kind == "code":
            text = "    " + self.pick(["", "\t", "  "]) + self.line() + self.pick(["", "\n    x", "\n\n    y"])
        elif kind == "fence":
            text = self.fence()
        elif kind == "table":
            text = self.table()
        elif kind == "hr":
            text = self.pick(["***", "---", "___", "* * *", "- - -", "-----"])
        elif kind == "dl":
            text = self.definitions(depth)
        elif kind == "fn":
            text = self.footnote(depth) if depth == 0 or self.chance(0.1) else self.paragraph()
        elif kind == "ref":
            text = self.pick(["[ref]: /target \"Title\"", "[ref]: <https://r.example.org>", "[Ref]: /x\n  'T'", "[other]: /o"])
        elif kind == "html":
            text = self.html()
        else:
            text = self.paragraph()
        if self.chance(0.3 if "block" in self.features else 0.02):
            text += "\n" + self.attributes()
        return text

    def document(self):
        blocks = [self.block() for _ in range(self.random.randint(1, 6))]
        text = blocks[0]
        for block in blocks[1:]:
            text += self.pick(["\n\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\n\n  "]) + block
        for label in dict.fromkeys(self.footnotes):
            if label != "undefined" and self.chance(0.6):
                text += "\n\n[^%s]: " % label + self.line(5)
        if "more" in self.features and self.chance(0.5):
            lines = text.split("\n")
            lines.insert(self.random.randint(0, len(lines)), self.pick(["\n<!--more-->\n", "<!--more-->", "\n<!-- more -->\n"]))
            text = "\n".join(lines)
        text += "\n"
        return text.replace("\n", "\r\n") if self.chance(0.03) else text


def generate(seed, count, features=()):
    """`count` documents; equal arguments give equal documents."""
    return [Grammar(seed * 1000003 + number, features).document() for number in range(count)]
