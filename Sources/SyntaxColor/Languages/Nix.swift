/// The expressions of Nix.
let nixDefinition = #"""
    name Nix
    alias nixos nix
    file *.nix

    let end (?![a-zA-Z0-9_'-])
    words builtin
          abort baseNameOf builtins currentTime dependencyClosure derivation dirOf fetchTarball filterSource getAttr
          getEnv hasAttr isNull map removeAttrs toString toXML

    state root
      kn       -              import{{end}}
      k        -              (?:inherit|assert|with|then|else|rec|if){{end}}
      ne       -              throw{{end}}
      nb       -              {{builtin}}{{end}}
      no       -              (?:false|true|null){{end}}
      sd       -              [a-zA-Z][a-zA-Z0-9+.-]*+:[a-zA-Z0-9%/?:@&=+$,_.!~*'-]+
      sr       -              [a-zA-Z0-9._+-]*+(?:/[a-zA-Z0-9._+-]+)+
      sr       -              ~(?:/[a-zA-Z0-9._+-]+)+/?
      sr       -              <[a-zA-Z0-9._+-]+(?:/[a-zA-Z0-9._+-]+)*>
      mi       -              -?[0-9]+{{end}}
      mf       -              -?(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?{{end}}
      o        -              [ ][/-][ ]
      o,si     interpolation  (\.)(\$\{)
      o,t,si   interpolation  (\?)(\s*)(\$\{)
      o        -              &&|>=|<=|\+\+|->|!=|\|\||//|==|[=@!+?<.>*]
      p        -              [;:]
      c1       -              #.*$
      cm       comment        /\*
      p        parens         \(
      p        list           \[
      s2       quoted         "
      s1       indented       ''
      p        scope          \{
      k        scope          let{{end}}
      n        -              [a-zA-Z_][a-zA-Z0-9_'-]*
      t        -              [ \t\r\n]+

    state comment
      cm       ^              \*/
      cm       -              [^*]+|\*

    state parens
      p        ^              \)
      use root

    state list
      p        ^              \]
      use root

    state scope
      p        ^              \}:?
      k        ^              in{{end}}
      si       interpolation  \$\{
      use root
      o        -              [=?,]

    state interpolation
      si       ^              \}
      use root

    state quoted
      s2       ^              "
      si       interpolation  \$\{
      se       -              \\.
      s2       -              [^"$\\]+|[$\\]

    state indented
      se       -              ''\$|'''|''\\.
      s1       ^              ''
      si       interpolation  \$\{
      s1       -              \$.|[^'$]+|['$]
    """#
