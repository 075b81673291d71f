#!/usr/bin/env python3
"""Builds small sites with Keyport and with the real Hugo and shows where their files differ, byte for byte.

usage: compare_site_cases.py [--record] [--show N] [--keyport PROGRAM] CASE...
A CASE is a text: `-- path --` opens a file of the site, `-- expected/path --` one that Hugo makes of it. `--record` writes
those anew from what Hugo makes now. Prints a line and ends well when `hugo` is not installed.
"""
import argparse, difflib, pathlib, re, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-24T00:00:00Z"


def parts(text):
    """The files of a case by path."""
    files, name = {}, None
    for line in text.split("\n"):
        found = re.fullmatch(r"-- (\S+) --", line)
        if found:
            name = found[1]
            files[name] = []
        elif name:
            files[name].append(line)
    if name and files[name] and not files[name][-1]:
        files[name].pop()  # what the end of the text closes
    return {name: "\n".join(lines) for name, lines in files.items()}


def build(command, files, folder):
    """The files that a program makes of a site, and what it says when it fails."""
    site, output = folder / "site", folder / "out"
    for path in (site, output):
        shutil.rmtree(path, ignore_errors=True)
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    run = subprocess.run([*command, "--source", str(site), "--destination", str(output)],
                         capture_output=True, text=True, timeout=120)
    # Hugo names files by their whole path, Keyport by that below the site.
    made = {str(path.relative_to(output)): path.read_bytes().decode("utf-8", "replace").replace(f"{site}/", "")
            for path in sorted(output.rglob("*")) if path.is_file()}
    return made, run.stdout + run.stderr if run.returncode else "", run.stdout + run.stderr


def compare(wanted, made, show):
    """What differs, as text."""
    lines = []
    for path in sorted(wanted.keys() | made.keys()):
        if path not in made:
            lines.append(f"  missing {path}")
        elif path not in wanted:
            lines.append(f"  extra {path}")
        elif wanted[path] != made[path]:
            lines.append(f"  differs {path}")
            difference = difflib.unified_diff(wanted[path].split("\n"), made[path].split("\n"), "hugo", "keyport",
                                              lineterm="", n=0)
            lines += ["    " + line for line in list(difference)[2:2 + show]]
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--show", type=int, default=12)
    parser.add_argument("--keyport", default=str(ROOT / ".build/debug/keyport"))
    parser.add_argument("--log", action="store_true", help="show what the programs say")
    parser.add_argument("cases", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    if not shutil.which("hugo"):
        print("skipped: there is no hugo")
        return 0
    failures = 0
    for case in options.cases:
        all_files = parts(case.read_text())
        files = {name: text for name, text in all_files.items() if not name.startswith("expected")}
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            wanted, trouble, said = build(["hugo", "--clock", NOW], files, folder)
            if options.log:
                print(said.replace(str(folder), ""))
            if trouble:
                print(f"{case.name}: hugo: {trouble[-1500:]}")
            made, ours, said = build([options.keyport, "build", "--now", NOW], files, folder)
            if options.log:
                print(said.replace(str(folder), ""))
        if ours and not trouble:
            print(f"{case.name}: keyport: {ours[-3000:]}")
        difference = compare(wanted, made, options.show)
        failures += bool(difference or bool(ours) != bool(trouble))
        print(f"{case.name}: {'differs' if difference else 'the same'}, {len(wanted)} files")
        print("\n".join(difference), end="\n" if difference else "")
        if options.record and not trouble:
            kept = "".join(f"-- {name} --\n{text}\n" for name, text in files.items())
            case.write_text(kept + "".join(f"-- expected/{name} --\n{text}\n" for name, text in wanted.items()))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
