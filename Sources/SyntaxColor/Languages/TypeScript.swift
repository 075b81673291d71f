/// TypeScript with the elements of JSX.
let typeScriptDefinition = #"""
    name TypeScript
    alias ts tsx typescript
    file *.ts *.tsx *.mts *.cts
    flags dot-all ensure-newline

    words statement
      for in of while do break return yield continue switch case default if else throw try catch finally new delete typeof
      instanceof keyof asserts is infer await void this
    words reserved
      abstract async boolean class const debugger enum export extends from get global goto implements import interface
      namespace package private protected public readonly require set static super type using
    words builtin
      Array Boolean Date Error Function Math Number Object Packages RegExp String decodeURI decodeURIComponent encodeURI
      encodeURIComponent eval isFinite isNaN parseFloat parseInt document this window
    words type
      string bool number any never object symbol unique unknown bigint
    let double "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
    let single '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'

    state space
      t        -             \s+
      c        comment       <!--
      c1       -             //[^\n]*\n
      cm       -             /\*.*?\*/

    state comment
      c        -             [^-]+
      c        ^             -->
      c        -             -

    state element
      p,p,p    -             (<)(/?)(>)
      p,nt     tag           (<)([\w.]+)
      p,p,nt,p -             (<)(/)([\w.]*)(>)

    state tag
      use element
      p        -             ,
      s2       -             {{double}}
      s1       -             {{single}}
      sb       template      `
      use space
      na,o,t   value         ([\w-]+\s*)(=)(\s*)
      p        -             [{}]+
      na       -             [\w.]+
      p,t,p    ^             (/?)(\s*)(>)

    state value
      p        braces        \{
      s        ^             "[^"]*"
      s        ^             '[^']*'
      .        ^

    state braces
      p        =             \{
      p        ^             \}
      use root

    state expression
      use space
      sr       ^             /(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*+\])++/(?:[gim]+\b|\B)
      t        bad-regex     (?=/)
      .        ^

    state bad-regex
      t        ^             \n

    state root
      use element
      t        expression    ^(?=\s|/|<!--)
      use space
      o        expression    \+\+|--|~|&&|\?|:|\|\||\\(?=\n)|(?:<<|>>>?|==?|!=?|[-<>+*%&|^/])=?
      p        expression    [{(\[;,]
      p        -             [})\].]
      k        expression    {{statement}}\b
      kd       expression    (?:var|let|with|function)\b
      kr       -             {{reserved}}\b
      kc       -             (?:true|false|null|NaN|Infinity|undefined)\b
      nb       -             {{builtin}}\b
      kr,t,nx,t  expression  \b(module)(\s+)("[\w./@]+")(\s+)
      kt       -             \b{{type}}\b
      kr       -             \b(?:constructor|declare|interface|as)\b
      kr,w,t   expression    (super)(\s*)(\([\w,?.$\s]+\s*\))
      nx       expression    [a-zA-Z_?.$][\w?.$]*\(\)[ ]\{
      nx,t,kt  -             ([\w?.$][\w?.$]*)(\s*:\s*)([\w?.$][\w?.$]*)
      nx       -             [$a-zA-Z_]\w*
      mf       -             \d+\.\d+(?:[eE]\d+)?[fd]?
      mh       -             0x[0-9a-fA-F]+
      mi       -             \d+
      s2       -             {{double}}
      s1       -             {{single}}
      sb       template      `
      kd       -             @\w+

    state template
      sb       ^             `
      sb       -             \\[\\`]
      si       substitution  \$\{
      sb       -             \$
      sb       -             [^`\\$]+

    state substitution
      si       ^             \}
      use root
    """#
