/// The languages of POSIX shells.
let bashDefinition = #"""
    name Bash
    alias bash sh ksh zsh shell
    file *.sh *.ksh *.bash *.ebuild *.eclass .env .env.* *.env *.exheres-0 *.exlib *.zsh *.zshrc .bashrc bashrc
    file .bash_* bash_* zshrc .zshrc APKBUILD PKGBUILD

    words keyword
      if fi else while do done for then return function case select continue until esac elif
    words builtin
      alias bg bind break builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit
      export false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd read readonly set
      shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait

    state root
      k,t      -       \b({{keyword}})(\s*)\b
      nb       -       \b{{builtin}}(?=[\s)`])
      cp       -       \A#!.+\n
      c1       -       #.*
      se       -       \\[\s\S]
      nv,t,o   -       \b(\w++)(\s*+)(\+?=)
      o        -       [\[\](){}=]
      o        -       <<<
      s        -       <<-?\s*('?)\\?(\w+)[\s\S]+?\2
      o        -       &&|\|\|
      sb       backticks  `
      use data
      use expansion

    state data
      s2       -       \$?"(?:\\[\s\S]|[^"\\$])*+"
      s2       string  "
      s1       -       \$'(?:\\[\s\S]|[^'\\])*+'
      s1       -       '[^']*+'
      p        -       [;&|]
      t        -       \s+
      m        -       \d+(?=[ ]|$)
      t        -       [^=\s\[\](){}$"'`\\<&|;]+
      t        -       <

    state string
      s2       ^       "
      s2       -       (?:\\[\s\S]|[^"\\$])++
      use expansion

    state expansion
      k        math    \$\(\(
      k        paren   \$\(
      si       curly   \$\{#?
      nv       -       \$(?:[A-Za-z_]\w*|\d+|[-#$?!_*@])
      t        -       \$

    state paren
      k        ^       \)
      use root

    state math
      k        ^       \)\)
      o        -       \*\*|\|\||[-+*/%^|&]
      m        -       \d+#\d+|\d+#(?!\x20)|\d+
      use root

    state backticks
      sb       ^       `
      use root

    state curly
      si       ^       \}
      k        -       :-
      nv       -       \w+
      p        -       [^}:"'`$\\]+
      p        -       :
      use root
    """#
