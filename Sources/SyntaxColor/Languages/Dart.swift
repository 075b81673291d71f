/// Dart, the language of Flutter.
let dartDefinition = #"""
    name Dart
    alias dart
    file *.dart
    flags dot-all

    words keyword
          assert break case catch continue default do else finally for if in is new return super switch this throw try
          while
    words declaration
          abstract async await const extends factory final get implements native operator required set static sync typedef
          var with yield
    words type
          Object String bool double dynamic int num void

    state root
      use string
      cp        -          #![^\n]*
      k         import     \b(?:import|export)\b
      k         -          \b(?:library|source|part of|part)\b
      t         -          \s+
      c1        -          //[^\n]*\n?
      cm        -          /\*.*?\*/
      kd,t      class      \b(class)\b(\s+)
      k         -          \b{{keyword}}\b
      kd        -          \b{{declaration}}\b
      kt        -          \b{{type}}\b
      kc        -          \b(?:false|null|true)\b
      o         -          [~!%^&*+=|?:<>/-]|as\b
      nl        -          [a-zA-Z_$]\w*:
      n         -          [a-zA-Z_$]\w*
      p         -          [(){}\[\],.;]
      mh        -          0[xX][0-9a-fA-F]+
      m         -          (?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?

    state class
      nc        ^          [a-zA-Z_$]\w*

    state import
      use string
      t         -          \s+
      k         -          \b(?:as|show|hide)\b
      n         -          [a-zA-Z_$]\w*
      p         -          ,
      p         ^          ;

    state string
      s2        -          r""".*?"""
      s1        -          r'''.*?'''
      s2        -          r"[^"]*"
      s1        -          r'[^']*'
      s2        double-3   """
      s1        single-3   '''
      s2        double     "
      s1        single     '

    state interpolation
      se        -          \\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]*\}|[a-z'"$\\])
      si,n      -          (\$)([a-zA-Z_]\w*)
      si,@root,si  -       (\$\{)([^}]*)(\})

    state double-3
      s2        ^          """
      s2        -          [^"$\\]+
      use interpolation
      s2        -          ["$]

    state single-3
      s1        ^          '''
      s1        -          [^'$\\]+
      use interpolation
      s1        -          ['$]

    state double
      s2        ^          "
      s2        -          [^"$\\\n]+
      use interpolation
      s2        -          \$

    state single
      s1        ^          '
      s1        -          [^'$\\\n]+
      use interpolation
      s1        -          \$
    """#
