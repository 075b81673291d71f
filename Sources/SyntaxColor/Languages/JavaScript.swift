/// What JavaScript and the languages around it share: words, and every state but the first.
let javaScriptBase = #"""
    words statement
      for in while do break return continue switch case default if else throw try catch finally new delete typeof
      instanceof void yield this of
    words reserved
      abstract boolean byte char class const debugger double enum export extends final float goto implements import int
      interface long native package private protected public short static super synchronized throws transient volatile
    words builtin
      Array Boolean Date Error Function Math netscape Number Object Packages RegExp String Promise Proxy sun decodeURI
      decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN isSafeInteger parseFloat parseInt document this
      window
    let letter [$_\p{L}\p{N}]|\\u[a-fA-F0-9]{4}
    let follow [$\p{L}\p{N}]|\\u[a-fA-F0-9]{4}

    state space
      t    -             \s+
      c    -             <!--
      c1   -             //[^\n]*\n
      cm   -             /\*.*?\*/

    state expression
      use space
      sr   ^             /(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*+\])++/(?:[gimuy]+\b|\B)
      t    ^,bad-regex   (?=/)
      .    ^

    state bad-regex
      t    ^             \n

    state template
      sb   ^             `
      sb   -             \\.
      si   substitution  \$\{
      sb   -             \$
      sb   -             [^`\\$]+

    state substitution
      si   ^             \}
      use root

    state tokens
      p    -             \.\.\.|=>
      o    expression    \+\+|--|~|&&|\?|:|\|\||\\(?=\n)|(?:<<|>>>?|==?|!=?|[-<>+*%&|^/])=?
      p    expression    [{(\[;,]
      p    -             [})\].]
      k    expression    {{statement}}\b
      kd   expression    (?:var|let|with|function)\b
      kr   -             {{reserved}}\b
      kc   -             (?:true|false|null|NaN|Infinity|undefined)\b
      nb   -             {{builtin}}\b
      nx   -             (?:{{letter}})(?:{{follow}})*+
      s2   -             "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1   -             '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      sb   template      `
    """#

/// JavaScript.
let javaScriptDefinition =
    #"""
    name JavaScript
    alias js javascript
    file *.js *.jsm *.mjs *.cjs
    flags dot-all ensure-newline
    words reserved
      async await using

    state root
      ch   -             \A#! ?/[^\n]*\n
      t    expression    ^(?=\s|/|<!--)
      use space
      mf   -             \d+(?:\.\d*|[eE][-+]?\d+)
      mb   -             0[bB][01]+
      mo   -             0[oO][0-7]+
      mh   -             0[xX][0-9a-fA-F]+
      mi   -             [0-9][0-9_]*
      use tokens

    """# + javaScriptBase
