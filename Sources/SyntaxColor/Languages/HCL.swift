/// The configuration language of HashiCorp's tools; Terraform has a language of its own.
let hclDefinition = #"""
    name HCL
    alias hcl
    file *.hcl

    state root
      s2      -        ".*"
      p       -        [\[\](),.]
      t       -        [{}]
      kt      -        \b(?:false|true)\b
      cm      comment  \s*/\*
      c1      -        \s*#.*\n
      n,t,o   -        ((?:[^\S\n]*+[^\s=]++)*+)(\s*+)(=)
      m       -        \d+
      k       -        \b\w+\b
      si      value    \$\{
      t       -        \n
      t       -        \s+
      t       -        \\\n
      m       -        [0-9]+

    state value
      si      =        \$\{
      nb      -        \b(?:element|concat|lookup|file|join)\b
      s2      -        ".*"
      p       -        [\[\](),.]
      t       -        \s+
      si      ^        \}

    state comment
      cm      -        [^*/]+
      cm      =        /\*
      cm      ^        \*/
      cm      -        [*/]
    """#
