/// R, the language for statistics.
let rDefinition = #"""
    name R
    alias splus s r
    file *.S *.R *.r .Rhistory .Rprofile .Renviron

    words keyword
      break else for function if in next repeat return switch while
    words constant
      FALSE Inf LETTERS NA NA_character_ NA_complex_ NA_integer_ NA_real_ NULL NaN TRUE letters pi
    let name `[^`\\]*+(?:\\.[^`\\]*+)*+`|(?:[a-zA-z]|[_.][^0-9])[\w.]*+

    state root
      use statements
      p        -              [{}]
      t        -              .

    state statements
      c1       -              #.*$
      t        -              \s+
      s        single         '
      s        double         "
      kc       -              (?:{{constant}}|\.\.(?:\.|[0-9]+))(?![\w.])
      bp       -              [TF]\b
      kr       -              {{keyword}}(?![\w.])
      nf       -              (?:{{name}})(?=\s*\()
      n        -              {{name}}
      mh       -              0[xX][a-fA-F0-9]+(?:[pP][0-9]+)?[Li]?
      m        -              [+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+|\.)(?:[eE][+-]?[0-9]+)?[Li]?
      p        -              \[{1,2}|\]{1,2}|\(|\)|;|,
      o        -              <<?-|->>?|-|==|<=|>=|\|>|<|>|&&?|!=|\|\|?|\?
      o        -              \*|\+|\^|/|!|%[^%]*%|=|~|\$|@|:{1,3}

    state single
      s        ^              (?:[^'\\]|\\.)*+'

    state double
      s        ^              (?:[^"\\]|\\.)*+"
    """#
