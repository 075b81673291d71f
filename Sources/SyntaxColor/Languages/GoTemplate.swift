/// The actions of Go's templates, and what stands around them.
private let goTemplateStates = #"""
    words function
      range if else while with template end true false nil and call html index js len not or print printf println urlquery
      eq ne lt le gt ge block break continue define slice
    let string "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"

    state root
      cm     -              \{\{(?:- )?/\*[\s\S]*?\*/(?: -)?\}\}
      cp     action         \{\{-?
      x      -              [^{]+
      x      -              \{

    state action
      cp     ^              -?\}\}
      o      parenthesis    \(
      s      -              {{string}}
      use expression

    state parenthesis
      o      ^              \)
      use expression

    state expression
      w      -              \s+
      o      parenthesis    \(
      k      -              {{function}}\b
      o      -              \||:?=|,
      nx     -              \$?\w+
      na     -              \$|\$?\.\w*
      s      -              {{string}}
      m      -              -?\d+i
      m      -              -?\d+\.\d*(?:[Ee][-+]\d+)?i
      m      -              \.\d+(?:[Ee][-+]\d+)?i
      m      -              -?\d+[Ee][-+]\d+i
      mf     -              -?\d+(?:\.\d+[eE][-+]?\d+|\.\d*|[eE][-+]?\d+)
      mf     -              -?\.\d+(?:[eE][-+]?\d+)?
      mo     -              -?0[0-7]+
      mh     -              -?0[xX][0-9a-fA-F]+
      mb     -              -?0b[01_]+
      mi     -              -?(?:0|[1-9][0-9]*)
      sc     -              '(?:\\['"\\abfnrtv]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|[^\\])'
      s      -              `[^`]*`
    """#

/// Templates whose text is nothing of its own.
let goTextTemplateDefinition = """
    name Go Text Template
    alias go-text-template go-template
    file *.gotmpl *.go.tmpl

    """ + goTemplateStates

/// Templates of HTML pages.
let goHTMLTemplateDefinition = """
    name Go HTML Template
    alias go-html-template
    within HTML

    """ + goTemplateStates
