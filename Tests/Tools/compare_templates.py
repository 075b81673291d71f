#!/usr/bin/env python3
"""Makes up templates and data from a seed, executes them with Go's own packages and with `keyport template`, and shows which differ.

usage: compare_templates.py [--kind text|html|data] [--seed N] [--count N] [--show N] [--keyport PROGRAM]
`text` walks the language, `html` the contexts of a page, `data` puts awkward values into contexts. Compared are the output
and whether there is an error. Needs `go` 1.23 or later; without it prints a line and ends well. The exit status says
whether anything differed. What cannot agree is left out: `%p`, which prints an address; indexes of `slice` out of data,
which Go refuses because they are interfaces; variables of a range over nil.
"""
import argparse, json, pathlib, random, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = {
    "s": "abc", "e": "", "h": "<b>\"x\" & 'y'</b>", "u": "http://a.b/c?d=e f&g=ü", "j": "javascript:alert(1)", "i": 17, "z": 0,
    "n": -3, "f": 2.5, "big": 123456789012, "bf": 1e21, "t": True, "ff": False, "nil": None, "l": [3, 4, 5],
    "ls": ["a", "b<"], "el": [], "em": {}, "m": {"one": 1, "two": 2, "a": {"b": {"c": "deep"}}, "nil": None},
    "ll": [[1, 2], ["q"]], "lm": [{"k": "v1"}, {"k": "v2"}, {}], "js": "a'b\"c\\d\n</script>\u2028",
    "css": "color: red; expression(1)", "tick": "`${x}`", "k": "é\x00 +=/",
}
LITERALS = ["1", "0", "-7", "3.5", '"lit"', '"<a>"', '`raw"`', "'x'", "true", "false", "nil", "0x1F", "1e3", '""', "07", "1_000", "1+2i"]
CONTEXTS = """<p>@</p>|<a title="@">|<a title='@'>|<a title=@>|<a href="@">|<a href="/x/@?q=@&r=@#@">|<a href=@>|<img src='@'>
<a href="javascript:f(@)">|<a href="javascript:f('@')">|<script>var x = @;</script>|<script>var x = "@", y = '@', z=@;</script>
<script>x = /@/g;</script>|<script>/* @ */ f(@) // @
</script>|<script>`a @ ${@} b`</script>|<script>var s = `${ {a: "@"}.a + @ }`</script>
<script type="application/json">{"a": @, "b": "@"}</script>|<script type="text/template"><a href="@">@</a></script>
<script type="application/ld+json">@</script>|<script type="module">@</script>|<script>var a = 1 @ /2/ @;</script>
<style>p { color: @; background: url(@) }</style>|<style>p { font: "@" ; background: url("/@") } /* @ */</style>|<style>p{@: x; a: @ @}</style>
<p style="color: @; x: '@'">|<p style='@'>|<p style="background: url('@')">|<style>@import "@";</style>|<p onclick="f(@, '@')">|<p onclick=f(@)>
<img srcset="@, /b.png 2x">|<img srcset="@">|<title>@</title>|<textarea>@</textarea>|<!-- @ -->x|<a @>|<a @="x">|<p @=@>|<@>
<a data-x="@" data-href="@" data-onclick="@" my:href="@">|<input value=@ checked>|<svg><a xlink:href="@">|<iframe srcdoc="@">
<a href="mailto:@">|<a href="@:@">|<a href=" @">|<noscript>@</noscript>|<script src="@"></script>|<link rel="@" href="@">
<meta content="0;url=@">|<form action="@">|<script>"a\\n@" + '\\u00@'</script>|<script>x = a / @ / b; y = a++ /@/i</script>
<script><!-- @ --></script>|<style><!-- @ --></style>|<p>{{if .t}}<a href="{{end}}@">|{{if .t}}<script>{{else}}<p>{{end}}@
{{range .l}}<a href="@">{{end}}|<a {{if .t}}href{{else}}title{{end}}="@">|<a href="{{if .t}}/a{{end}}@">|<a href="{{if .t}}?a={{end}}@">
<script>{{range .l}}@,{{end}}</script>|<script>var x={{if .t}}"@"{{else}}@{{end}};</script>|<a{{if .t}} href="@"{{end}}>
<a b=1{{if .t}} c="@"{{end}}>@</a>|<a href="x{{range .l}}&y=@{{else}}?z{{end}}@">|<a aria-label="@" style=@ href= @ >"""
CONTEXTS = [c for line in re.split(r"\n(?!</script>)", CONTEXTS) for c in line.split("|")]
FRAGMENTS = ["<", ">", "&", '"', "'", "`", "\\", "/", "//", "/*", "*/", "<!--", "-->", "</script", "<script>", "</style", "</title>",
             "${", "}", "{", "\u2028", "\u2029", "\x00", "\x0b", "\x1b", "\r\n", "\n", "\t", " ", "ü", "😀", "\ufeff", "\ufdd0",
             "\x7f", "\x85", "javascript:", "http://", "https://", "mailto:", "data:", "url(", "expression", "-moz-binding", "%41",
             "%zz", "%", "?", "#", "&amp;", "&#x3C;", "&lt", "+", "=", ":", ";", ",", "(", ")", "[", "]", "@", "a", "Z", "0", "\\u0041",
             "\\x3c", " 2x", " 100w", "a.png", "-", ".", "!", "|", "~", "^", "tel:", "VBScript:", "/x y", "on"]


class Grammar:
    """Templates that are mostly right, and sometimes wrong."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.pick = self.chance.choice
        self.count = 0

    def odds(self, *choices):
        """One of some (weight, maker) pairs, made."""
        return self.chance.choices([maker for _, maker in choices], [weight for weight, _ in choices])[0]()

    def field(self):
        return self.odds(
            (7, lambda: "." + self.pick(list(DATA))), (1, lambda: ".m." + self.pick(["one", "a", "a.b", "a.b.c", "nil", "nil.x", "zz", "zz.y"])),
            (1, lambda: ".missing"), (1, lambda: "$." + self.pick(list(DATA))), (1, lambda: "."))

    def atom(self, depth, names):
        return self.odds(
            (5, self.field), (3, lambda: self.pick(LITERALS)), (1, lambda: self.pick(names) if names else self.field()),
            (1, lambda: f"({self.pipe(depth - 1, names)}){self.pick(['', '', '', '.k', '.b'])}" if depth > 0 else self.field()))

    def atoms(self, depth, names, low, high):
        return " ".join(self.atom(depth, names) for _ in range(self.chance.randint(low, high)))

    def command(self, depth, names):
        verb = lambda: self.pick(["", "", "#", "+", " ", "0", "-", "5", "05", ".2", "-8", "+.3", "8.3", "#+"]) + self.pick("vdsqxXtTgfeobcU")
        return self.odds(
            (45, lambda: self.atom(depth, names)),
            (10, lambda: self.pick(["eq", "ne", "lt", "le", "gt", "ge"]) + " " + self.atoms(depth, names, 2, 3)),
            (10, lambda: self.pick(["and", "or"]) + " " + self.atoms(depth, names, 1, 3)),
            (8, lambda: "index " + self.atom(depth, names) + " " + self.pick([self.atom(depth, names), '"one"', "1", "0"])),
            (5, lambda: "slice " + self.pick([".s", ".l", ".ls", ".ll"]) + " " + " ".join(
                self.pick(["0", "1", "2", "3", "-1", "10"]) for _ in range(self.chance.randint(0, 3)))),
            (10, lambda: f'printf "[%{verb()}]" {self.atom(depth, names)}'),
            (12, lambda: self.pick(["len", "not", "html", "js", "print", "println", "printf"]) + " " + self.atoms(depth, names, 1, 2)))

    def pipe(self, depth, names):
        text = self.command(depth, names)
        while self.chance.random() < 0.2:
            text += self.pick([" | ", "|"]) + self.pick(
                ["html", "js", "urlquery", "len", "not", 'printf "%v"', "print", "println", 'printf "%q"', "eq 1", "index .m", "and true", "or 0"])
        return text

    def branch(self, word, depth, names, looping, text, target=""):
        inner = names + ([target] if target else [])
        made = f"{self.open()}{word} {target + ' := ' if target else ''}{self.pipe(1, names)}{self.close()}{self.body(depth - 1, inner, looping, text)}"
        if self.chance.random() < 0.3:
            made += f"{{{{else {word} {self.pipe(1, names)}}}}}{self.body(depth - 1, list(names), looping, text)}"
        if self.chance.random() < 0.5:
            made += f"{{{{else}}}}{self.body(depth - 1, list(names), looping, text)}"
        return made + "{{end}}"

    def loop(self, depth, names, looping, text):
        source = self.pick([".l", ".ls", ".m", ".ll", ".lm", ".el", ".em", "3", ".i", ".nil", ".s", "$.l", "$.lm", self.pipe(1, names)])
        targets = self.pick([[], [self.name()], [self.name(), self.name()]])
        declared = ", ".join(targets) + " := " if targets else ""
        made = f"{self.open()}range {declared}{source}{self.close()}{self.body(depth - 1, names + targets, True, text)}"
        if self.chance.random() < 0.3:
            made += f"{{{{else}}}}{self.body(depth - 1, list(names), looping, text)}"
        return made + "{{end}}"

    def name(self):
        self.count += 1
        return f"$v{self.count}"

    def open(self):
        return self.pick(["{{", "{{", "{{", "{{- "])

    def close(self):
        return self.pick(["}}", "}}", "}}", " -}}"])

    def node(self, depth, names, looping, text):
        if depth <= 0:
            return text() + self.open() + self.pipe(2, names) + self.close()

        def declare():
            name = self.name()
            made = f"{self.open()}{name} := {self.pipe(1, names)}{self.close()}"
            names.append(name)
            return made

        return self.odds(
            (35, lambda: text() + self.open() + self.pipe(2, names) + self.close()), (7, declare),
            (4, lambda: f"{{{{{self.pick(names)} = {self.pipe(1, names)}}}}}" if names else ""),
            (14, lambda: self.branch("if", depth, names, looping, text)),
            (12, lambda: self.branch("with", depth, names, looping, text, self.pick(["", self.name()]))),
            (14, lambda: self.loop(depth, names, looping, text)), (3, lambda: self.pick(["{{break}}", "{{continue}}"]) if looping else ""),
            (2, lambda: "{{/* c */}}" + self.pick(["", "{{- /* x */ -}} "])), (3, lambda: f'{{{{template "T" {self.pipe(1, names)}}}}}'),
            (2, lambda: f'{{{{block "B{self.chance.randint(1, 10**6)}" {self.pipe(1, names)}}}}}b{{{{.}}}}{{{{end}}}}'))

    def body(self, depth, names, looping, text):
        return "".join(self.node(depth, names, looping, text) for _ in range(self.chance.randint(1, 3))) + text()

    def language(self):
        """A template of every statement."""
        return True, self.body(3, [], False, lambda: self.pick(["", "x", " ", "\n ", "a  b"])) + '{{define "T"}}<{{.}}>{{end}}', DATA

    def contexts(self, value, count):
        """Some contexts of a page with values in them."""
        page = "".join(self.pick(CONTEXTS) for _ in range(count))
        return re.sub("@", lambda _: "{{" + value() + "}}", page)

    def page(self):
        """A template of a page."""
        value = lambda: self.odds(
            (8, lambda: "." + self.pick(list(DATA))),
            (2, lambda: self.pick(['"lit<"', "3", "-1", "2.5", ".m.a", ".lm", "(index .ls 1)", 'printf "%d" .i', ".s | html", ".h | urlquery", ".h | js",
                                   ".missing", ".m.nil", ".missing | html", "(slice .s 1)", "print .h .s", ".ls | len", "not .t"])))
        return False, self.contexts(value, self.chance.randint(1, 3)), DATA

    def awkward(self, depth=2):
        text = lambda: "".join(self.pick(FRAGMENTS) for _ in range(self.chance.randint(1, 6)))
        choices = [(6, text), (1, lambda: self.chance.randint(-10**6, 10**15)), (1, lambda: self.pick([1.5, -0.1, 1e21, 1e-7, 5e-324, 1e20, 100.0])),
                   (1, lambda: self.pick([True, False, None]))]
        if depth > 0:
            choices += [(1, lambda: [self.awkward(depth - 1) for _ in range(self.chance.randint(0, 3))]),
                        (1, lambda: {text(): self.awkward(depth - 1) for _ in range(self.chance.randint(0, 3))})]
        return self.odds(*choices)

    def data(self):
        """A page with awkward values in it."""
        values = {name: self.awkward() for name in "abcdefgh"}
        values["t"], values["l"] = self.pick([True, False]), self.pick([[], [1], [1, "x"]])
        return False, self.contexts(lambda: "." + self.pick("abcdefgh") + self.pick(["", "", "", "", "", " | html", " | urlquery", " | js"]),
                                    self.chance.randint(1, 3)), values


def ask_go(go, cases):
    """What Go says to each case."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "Tests/Tools/template_oracle.go", folder)
        program = f"{folder}/oracle"
        subprocess.run([go, "build", "-o", program, "template_oracle.go"], cwd=folder, check=True)
        lines = "".join(json.dumps({"Text": text, "Source": source, "Data": data}) + "\n" for text, source, data in cases)
        run = subprocess.run([program], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


def ask_keyport(program, folder, number, case):
    """What Keyport says to a case: its output, its message, its status."""
    text, source, data = case
    template, values = folder / f"{number}.html", folder / f"{number}.json"
    template.write_text(source)
    values.write_text(json.dumps(data))
    arguments = [program, "template", template, "--data", values] + (["--text"] if text else [])
    run = subprocess.run(arguments, capture_output=True, timeout=60)
    template.unlink()
    values.unlink()
    return run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace"), run.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kind", choices=["text", "html", "data"], default="text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--keyport", default=str(ROOT / ".build/debug/keyport"))
    options = parser.parse_args()
    go = shutil.which("go")
    version = re.search(r"go1\.(\d+)", subprocess.run([go, "version"], capture_output=True, text=True).stdout) if go else None
    if not version or int(version[1]) < 23:
        print("skipped: there is no go 1.23 or later")
        return 0
    grammar = Grammar(options.seed)
    make = {"text": grammar.language, "html": grammar.page, "data": grammar.data}[options.kind]
    cases = [make() for _ in range(options.count)]
    wanted = ask_go(go, cases)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(4) as pool:
        given = list(pool.map(lambda each: ask_keyport(options.keyport, pathlib.Path(folder), *each), enumerate(cases)))
    differing = 0
    for case, want, (output, message, status) in zip(cases, wanted, given):
        # What an error leaves behind is compared for plain text only: a page is escaped as a whole before.
        agrees = status == (1 if want["Error"] else 0) and (output == want["Output"] or want["Error"] and not case[0])
        if agrees:
            continue
        differing += 1
        if differing <= options.show:
            print(f"--- {case[1]!r}\n    Go:      {want['Output']!r} {want['Error']}\n    Keyport: {output!r} {message}")
    print(f"{len(cases)} templates, {differing} differ")
    return 1 if differing else 0


sys.exit(main())
