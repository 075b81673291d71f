/// Files of rules for make.
let makeDefinition = #"""
    name Makefile
    alias make makefile mf bsdmake
    file *.mak *.mk Makefile makefile Makefile.* GNUmakefile BSDmakefile Justfile justfile .justfile
    flags ensure-newline

    state root
      <bash>          -          ^(?:[\t ]+.*\n|\n)+
      k               -          \$[<@$+%?|*]
      t               -          \s+
      c               -          #.*\n
      k,t             export     (export)(\s+)(?=[\w${}\t -]+\n)
      k               -          export\s+
      nv,t,o,t,<bash> -          ([\w${}().-]+)(\s*)([!?:+]?=)([ \t]*)((?:.*\\\n)+|.*\n)
      s2              -          "(?:\\[\s\S]|[^"\\])*+"
      s1              -          '(?:\\[\s\S]|[^'\\])*+'
      nf,o,t          header     ([^\n:]+)(:+)([ \t]*)
      k               expansion  \$\(

    state expansion
      t               -          [^$a-zA-Z_()]+
      nv              -          [a-zA-Z_]+
      k               -          \$
      k               =          \(
      k               ^          \)

    state export
      nv              -          [\w${}-]+
      t               ^          \n
      t               -          \s+

    state header
      p               -          [,|]
      c               ^          #.*\n
      t               -          \\\n
      k               expansion  \$\(
      n               -          [a-zA-Z_]+
      t               ^          \n
      t               -          .
    """#
