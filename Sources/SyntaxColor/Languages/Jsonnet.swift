/// Jsonnet.
let jsonnetDefinition = #"""
    name Jsonnet
    alias jsonnet
    file *.jsonnet *.libsonnet

    let name \w++
    words keyword
          assert else error false for if import importstr in null self super tailstrict then true

    state comments
      c1       -                  (?://|#).*\n
      sd       -                  /\*\*(?:[^/]|/(?!\*))*\*/
      c        -                  /\*(?:[^/]|/(?!\*))*\*/

    state root
      use comments
      s        -                  @'.*'|@".*"
      s        single             '
      s        double             "
      s        -                  \|{3}[\s\S]*\|{3}
      mf       -                  [+-]?[0-9]+(?:.[0-9])?
      o        -                  [!$~+&|^=<>*/%-]
      p        object             \{
      p        array              \[
      k        local              local\b
      k        assert             assert\b
      k        -                  {{keyword}}\b
      w        -                  \s+
      k        parameters         function(?=\()
      nb       arguments          std\.{{name}}(?=\()
      nf       arguments          {{name}}(?=\()
      nv       -                  {{name}}
      p        -                  [.()]

    state single
      s        -                  [^'\\]+
      se       -                  \\.
      s        ^                  '

    state double
      s        -                  [^"\\]+
      se       -                  \\.
      s        ^                  "

    state array
      p        -                  ,
      p        ^                  \]
      use root

    state local
      nf       parameters         {{name}}(?=\()
      nv       -                  {{name}}
      w        -                  \s+
      .        ^,local-value      (?==)

    state local-value
      o        -                  =
      p        ^                  ;
      use root

    state assert
      p        -                  :
      p        ^                  ;
      use root

    state parameters
      nv       -                  {{name}}
      p        -                  [(,]
      p        ^                  \)
      w        -                  \s+
      o        default            =

    state default
      .        ^                  (?=[,)])
      use root

    state arguments
      p        -                  [(,]
      p        ^                  \)
      w        -                  \s+
      use root

    state object
      w        -                  \s+
      k        object-local       local\b
      k        object-assert      assert\b
      o        computed           \[
      .        field              (?=\w)
      p        ^                  \}
      nv       double-field       "
      nv       single-field       '
      use comments

    state field
      nf       separator,parameters  {{name}}(?=\()
      nv       separator          {{name}}

    state double-field
      nv       separator          (?:[^"\\]|\\.)*+"

    state single-field
      nv       separator          (?:[^'\\]|\\.)*+'

    state computed
      o        separator          \]
      use root

    state separator
      w        -                  \s+
      p        ^2,field-value     \+?::?:?
      use comments

    state field-value
      p        ^                  ,
      p        ^2                 \}
      use root

    state object-assert
      p        -                  :
      p        ^                  ,
      use root

    state object-local
      nv       ^,object-local-value  {{name}}
      w        -                  \s+

    state object-local-value
      o        -                  =
      p        ^                  ,
      p        ^2                 \}
      use root
    """#
