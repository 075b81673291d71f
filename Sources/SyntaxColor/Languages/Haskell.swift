/// Haskell.
let haskellDefinition = #"""
    name Haskell
    alias haskell hs
    file *.hs

    let sign [:!#$%&*+.\\/<=>?@^|~-]
    let comment --(?![!#$%&*+./<=>?@^|_~:\\]).*$
    words keyword
      case class data default deriving do else family if in infix infixl infixr instance let newtype of then type where _

    state root
      t        -          \s+
      c1       -          {{comment}}
      cm       comment    \{-
      kr       import     \bimport\b
      kr       module     \bmodule\b
      ne       -          \berror\b
      kr       -          \b{{keyword}}(?!')\b
      sc       -          '[^\\]'
      nf       -          ^[_\p{Ll}][\w']*
      n        -          '?[_\p{Ll}][\w']*
      kt       -          (?:''|')?\p{Lu}[\w']*
      kt       -          '(?:\[[^\]]*\]|\([^)]*\))
      nf       -          \\(?!{{sign}})
      ow       -          (?:<-|::|->|=>|=|'{{sign}}+)(?!{{sign}})
      kt       -          :{{sign}}*
      o        -          {{sign}}+
      mf       -          \d+_*[eE][+-]?\d+
      mf       -          \d+(?:_+\d+)*\.\d+(?:_+\d+)*(?:[eE][+-]?\d+)?
      mo       -          0[oO](?:_*[0-7])+
      mh       -          0[xX](?:_*[\da-fA-F])+
      mb       -          0[bB](?:_*[01])+
      mi       -          \d+(?:_*\d)*
      sc       character  '
      s        string     "
      kt       -          \[\]
      nb       -          \(\)
      p        -          [\]\[(),;`{}]

    state import
      t        -          \s+
      s        string     "
      p        ^          \)
      k        -          qualified\b
      nn,t,k,t,n  ^       (\p{Lu}[\w.]*)(\s+)(as)(\s+)(\p{Lu}[\w.]*)
      nn,t,k,t,p  names   (\p{Lu}[\w.]*)(\s+)(hiding)(\s+)(\()
      nn,t,p   names      (\p{Lu}[\w.]*)(\s+)(\()
      nn       ^          [\w.]+

    state module
      t        -          \s+
      nn,t,p   names      (\p{Lu}[\w.]*)(\s+)(\()
      nn       ^          \p{Lu}[\w.]*

    state names
      t        -          \s+
      kt       -          \p{Lu}\w*
      nf       -          _[\w']+|\p{Ll}[\w']*
      c1       -          {{comment}}
      cm       comment    \{-
      p        -          ,
      o        -          {{sign}}+
      p        names,names  \(
      p        ^2         \)

    state comment
      cm       -          [^-{}]+
      cm       =          \{-
      cm       ^          -\}
      cm       -          [-{}]

    state character
      sc       ^          [^\\']'
      se       escape     \\
      sc       ^          '

    state string
      s        -          [^\\"]+
      se       escape     \\
      s        ^          "

    state escape
      se       ^          [abfnrtv"'&\\]
      se       ^          \^[\]\[\p{Lu}@^_]
      se       ^          NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL
      se       ^          o[0-7]+|x[\da-fA-F]+|\d+|\s+\\
    """#
