/// The queries of JSONata.
let jsonataDefinition = #"""
    name JSONata
    alias jsonata
    file *.jsonata
    flags dot-all

    let number [+-]?(?:0|[1-9]\d*+)

    state root
      cm    -   /\*.*?\*/
      p     -   [{}()\[\]:;,.=]
      o     -   \^(?=\()|\*|/(?!\*)|[<>!]=?|~>
      o     -   \b(?:and|or|in)\b
      o     -   [%@#&?]|[+-](?!\d)
      nv    -   \$[a-zA-Z0-9_]*(?![\w(])
      nf    -   \$\w*(?=\()
      t     -   \s+
      kc    -   (?:true|false)\b
      k     -   \bfunction\b
      mf    -   {{number}}(?:\.\d+[eE][+-]?\d+|[eE][+-]?\d+|\.\d+)
      mi    -   {{number}}
      nt    -   "(?:\\.|[^\\"\r\n])*+"(?=\s*:)
      s2    -   "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1    -   '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      sb    -   `.*`
      n     -   [a-zA-Z0-9_]+
    """#
