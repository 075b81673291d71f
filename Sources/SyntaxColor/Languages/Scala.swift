/// Scala 2.
let scalaDefinition = #"""
    name Scala
    alias scala
    file *.scala
    flags dot-all

    let letter [\\$_\p{L}]
    let sign [-~^*!%&\\<>|+=:/?@\p{Sm}\p{So}]
    let name {{letter}}(?:{{letter}}|[0-9])*+(?:(?<=_){{sign}}+)?
    let any-name {{name}}|{{sign}}+|`[^`]+`
    words keyword
      abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
      protected requires return sealed super this throw try val var while with yield

    state root
      k,t      class        (class|trait|object)(\s+)
      t        -            [^\S\n]+
      c1       -            //.*?\n
      cm       comment      /\*
      nd       -            @{{name}}
      k        -            {{keyword}}\b|(?:<[%:-]|=>|>:|[#=@_⇒←])(?:\b|(?=\s)|$)
      k        type         :(?!{{sign}}+%s)
      nc       -            [\\$_\p{Lu}]{{letter}}(?:{{letter}}|[0-9])*+(?:(?<=_){{sign}}+)?\b
      kc       -            (?:true|false|null)\b
      k,t      import       (import|package)(\s+)
      k,t      type         (type)(\s+)
      s        -            """.*?"""(?!")
      s        -            "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      sc       -            '\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'
      t        -            '{{name}}
      s        triple       [fs]"""
      s        interpolated  [fs]"
      s        -            raw"(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      n        -            {{name}}|`[^`]+`
      o        parameters   \[
      o        -            [(){};,.#]|{{sign}}+
      mf       -            (?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?
      mh       -            0x[0-9a-fA-F]+
      mi       -            [0-9]+L?
      t        -            \n

    state class
      nc,t,o   parameters   ({{any-name}})(\s*)(\[)
      t        -            \s+
      o        ^            [{(]
      c1       ^            //.*?\n
      nc       ^            {{any-name}}

    state type
      t        -            \s+
      k        -            <[%:]|>:|[#_]|forSome|type
      o,t      ^            ([,);}]|=>|=|⇒)(\s*)
      o        =            [({]
      kt,t,o   ^,parameters  ((?:{{any-name}})(?:\.(?:{{any-name}}))*)(\s*)(\[)
      kt,t     ^            ((?:{{any-name}})(?:\.(?:{{any-name}}))*)(\s*)$
      c1       ^            //.*?\n
      kt       -            \.|{{any-name}}

    state parameters
      t        -            [\s,]+
      k        -            <[%:]|=>|>:|[#_⇒]|forSome|type
      o        ^            [\])}]
      o        =            [(\[{]
      kt       -            \.|{{any-name}}

    state comment
      cm       -            [^/*]+
      cm       =            /\*
      cm       ^            \*/
      cm       -            [*/]

    state import
      nn       ^            (?:{{name}}|\.)+

    state text
      s        -            [^"$\\]+
      s        -            \$\$
      si       -            \${{letter}}(?:{{letter}}|\d)*
      si       brace        \$\{
      s        -            \\.

    state triple
      s        ^            """(?!")
      s        -            "
      use text

    state interpolated
      s        ^            "
      use text

    state brace
      si       ^            \}
      si       =            \{
      use root
    """#
