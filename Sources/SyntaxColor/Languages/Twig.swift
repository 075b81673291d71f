/// The templates of Symfony.
let twigDefinition = #"""
    name Twig
    alias twig
    file *.twig
    flags dot-all

    let name (?:[\\_a-z]|[^\x00-\x7f])(?:[\\\w-]|[^\x00-\x7f])*+
    words keyword
      in not and b-and or b-or b-xor isif elseif else importconstant defined divisibleby empty even iterable odd
      sameasmatches starts\s+with ends\s+with

    state root
      x         -    [^{]+
      cp        output  \{\{
      c         -    \{#.*?#\}
      cp,t,k,t,cp,x,cp,t,k,t,cp  -  (\{%)(-?\s*)(raw)(\s*-?)(%\})(.*?)(\{%)(-?\s*)(endraw)(\s*-?)(%\})
      cp,t,k,t,cp,x,cp,t,k,t,cp  -  (\{%)(-?\s*)(verbatim)(\s*-?)(%\})(.*?)(\{%)(-?\s*)(endverbatim)(\s*-?)(%\})
      cp,t,k,t,nf  tag  (\{%)(-?\s*)(filter)(\s+)({{name}})
      cp,t,k    tag  (\{%)(-?\s*)([a-zA-Z_]\w*)
      x         -    \{

    state output
      t         -    \s+
      t,cp      ^    (-?)(\}\})
      use expression

    state tag
      t         -    \s+
      t,cp      ^    (-?)(%\})
      use expression
      p         -    .

    state expression
      o,t,nf    -    (\|)(\s*)({{name}})
      k,t,k,t,nf  -  (is)(\s+)(not)?(\s*)({{name}})
      kp        -    (?i:true|false|none|null)\b
      k         -    {{keyword}}\b
      nb        -    (?:loop|block|parent)\b
      nv        -    \.?{{name}}
      m         -    \.[0-9]+
      s2        -    :?"(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1        -    :?'(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      o         -    [{}()\[\]+*/,:~%?.-](?<!\.)|\.\.|!=|[><=]
      m         -    [0-9](?:\.[0-9]*)?[flFLdD]?
    """#
