/// The templates of Smarty.
let smartyDefinition = #"""
    name Smarty
    alias smarty
    file *.tpl
    flags dot-all

    state root
      x        -       [^{]+
      cp,c,cp  -       (\{)(\*.*?\*)(\})
      cp,<php>,cp  -   (\{php\})(.*?)(\{/php\})
      cp,nf,t  action  (\{)(/?[a-zA-Z_]\w*)(\s*)
      cp       action  \{

    state action
      t        -       \s+
      cp       =       \{
      cp       ^       \}
      nv       -       [#][a-zA-Z_]\w*[#]
      nv       -       \$[a-zA-Z_]\w*(?:\.\w+)*
      o        -       [~!%^&*()+=|\[\]:;,.<>/?@-]
      kc       -       (?:true|false|null)\b
      m        -       [0-9](?:\.[0-9]*)?[flFLdD]?
      s2       -       "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1       -       '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      na       -       [a-zA-Z_]\w*
    """#
