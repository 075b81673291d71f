/// The configuration of nginx.
let nginxDefinition = #"""
    name Nginx configuration file
    alias nginx
    file nginx.conf

    state root
      k,t,n    -          (include)(\s+)([^\s;]+)
      k        statement  [^\s;#]+
      use value

    state block
      p        ^2         \}
      kn       statement  [^\s;#]+
      use value

    state statement
      p        block      \{
      p        ^          ;
      use value

    state value
      c1       -          #.*\n
      no       -          on|off
      nv       -          \$[^\s;#()]+
      n        -          \b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b
      n,p,mi   -          ([a-z0-9.-]+)(:)([0-9]+)
      s        -          [a-z-]+/[a-z+-]+
      mi       -          [0-9]+[km]?\b
      p,t,sr   -          (~)(\s*)([^\s{]+)
      p        -          [:=~]
      s        -          [^\s;#{}$]+
      n        -          /[^\s;#]*
      t        -          \s+
      t        -          [$;]
    """#
