/// Templates of Handlebars and Mustache.
let handlebarsDefinition = #"""
    name Handlebars
    alias handlebars hbs
    file *.handlebars *.hbs

    state root
      x        -        [^{]+
      c        -        \{\{!.*\}\}
      cs,t     tag      (\{\{\{)(\s*)
      cp,t     tag      (\{\{)(\s*)

    state tag
      t        -        \s+
      cs       ^        \}\}\}
      cp       ^        \}\}
      k        -        [#/]*+(?:each|if|unless|else|with|log|in(?:line)?)
      k        -        #\*inline
      nf       -        [#/][\w-]+
      na,o     -        ([\w-]++)(=)
      k,t,k    -        (>)(\s*)(@partial-block)
      k,t,nv   -        (#?>)(\s*)([\w-]+)
      k,t,p    partial  (>)(\s*)(\()
      use value

    state partial
      t        -        \s+
      p        ^        \)
      k,t,nv,t  -       (lookup)(\s+)(\.|this)(\s+)
      k,t,@variable  -  (lookup)(\s+)(\S+)
      nf       -        [\w-]+
      use value

    state variable
      nv       -        [a-zA-Z][\w-]*
      nv       -        \.[\w-]+
      nv       -        (?:this/|\./|(?:\.\./)+)[\w-]+

    state value
      use variable
      s2       -        :?"(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1       -        :?'(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      m        -        [0-9](?:\.[0-9]*)?[flFLdD]?
    """#
