/// Elixir.
let elixirDefinition = #"""
    name Elixir
    alias elixir ex exs
    file *.ex *.eex *.exs

    let name \.{3}|[a-z_]\w*+[!?]?
    let module [A-Z]\w*+(?:\.[A-Z]\w*+)*+
    let three <<<|>>>|\|{3}|&&&|\^{3}|~~~|===|!==|~>>|<~>|\|~>|<\|>
    let two ==|!=|<=|>=|&&|\|\||<>|\+\+|--|\|>|=~|->|<-|\||\.|=|~>|<~
    let one [<>+*/!^&-]
    let special \.{3}|<<>>|%\{\}|%|\{\}
    words keyword
      fn do end after else rescue catch case cond for if unless try receive raise quote unquote unquote_splicing throw super
      while
    words declaration
      def defp defmodule defprotocol defmacro defmacrop defdelegate defexception defstruct defimpl defcallback

    state root
      t        -              \s+
      c1       -              #.*$
      sc,se,mh,se  -          (\?)(\\x\{)([\da-fA-F]+)(\})
      sc,se    -              (\?)(\\x[\da-fA-F]{1,2}|\\[abdefnrstv])
      sc       -              \?\\?.
      ss       -              :::
      o        -              ::
      ss       -              :(?:{{special}})
      ss       -              :(?:{{name}}|{{module}}|{{three}}|{{two}}|{{one}})
      ss       double-atom    :"
      ss       single-atom    :'
      ss,p     -              ({{special}}|{{name}}|{{module}}|{{three}}|{{two}}|{{one}})(:)(?=\s)
      ow       -              (?:not|and|or|when|in)\b
      k        -              {{keyword}}\b
      kd       -              {{declaration}}\b
      kn       -              (?:import|require|use|alias)\b
      no       -              (?:nil|true|false)\b
      n        -              (?:_|__MODULE__|__DIR__|__ENV__|__CALLER__)\b
      na       -              @(?:{{name}})
      n        -              {{name}}
      p,nc     -              (%?)({{module}})
      o        -              {{three}}
      o        -              {{two}}
      p        -              \\\\|<<|>>|=>|[():;,\[\]]
      ni       -              &\d
      o        -              {{one}}
      mb       -              0b[01](?:_?[01])*
      mo       -              0o[0-7](?:_?[0-7])*
      mh       -              0x[\da-fA-F](?:_?[\dA-Fa-f])*
      mf       -              \d(?:_?\d)*\.\d(?:_?\d)*(?:[eE][-+]?\d(?:_?\d)*)?
      mi       -              \d(?:_?\d)*
      sh       heredoc        """\s*
      sh       single-heredoc '''\s*$
      s2       double         "
      s1       single         '
      sx,sh    modifiers,heredoc  (~[a-z])(""")
      sx,sh    modifiers,raw-heredoc  (~[A-Z])(""")
      sx,sh    modifiers,single-heredoc  (~[a-z])(''')
      sx,sh    modifiers,raw-single-heredoc  (~[A-Z])(''')
      sx       braces           ~[a-z]\{
      sx       raw-braces       ~[A-Z]\{
      sx       brackets         ~[a-z]\[
      sx       raw-brackets     ~[A-Z]\[
      sx       parens           ~[a-z]\(
      sx       raw-parens       ~[A-Z]\(
      sx       angles           ~[a-z]<
      sx       raw-angles       ~[A-Z]<
      sx       slashes          ~[a-z]/
      sx       raw-slashes      ~[A-Z]/
      sx       pipes            ~[a-z]\|
      sx       raw-pipes        ~[A-Z]\|
      sx       quotes           ~[a-z]"
      sx       raw-quotes       ~[A-Z]"
      sx       apostrophes      ~[a-z]'
      sx       raw-apostrophes  ~[A-Z]'
      p        braced         %?\{

    state braced
      use root
      p        ^              \}

    state escape
      se,mh,se  -             (\\x\{)([\da-fA-F]+)(\})
      se       -              \\x[\da-fA-F]{1,2}|\\[abdefnrstv]

    state interpolation
      si       interpolated   #\{

    state interpolated
      si       ^              \}
      use root

    state modifiers
      sx       ^              [a-zA-Z]+
      .        ^

    state heredoc
      sh       ^              ^\s*"""
      use heredoc-text

    state single-heredoc
      sh       ^              ^\s*'''
      use heredoc-text

    state raw-heredoc
      sh       ^              ^\s*"""
      sh       -              [^\\\n]+|\\.|\n+

    state raw-single-heredoc
      sh       ^              ^\s*'''
      sh       -              [^\\\n]+|\\.|\n+

    state heredoc-text
      sh       -              [^#\\\n]+
      use escape
      sh       -              \\.|\n+
      use interpolation

    state double
      s2       -              [^#"\\]+
      use escape
      s2       -              \\.
      s2       ^              "
      use interpolation

    state single
      s1       -              [^#'\\]+
      use escape
      s1       -              \\.
      s1       ^              '
      use interpolation

    state double-atom
      ss       -              [^#"\\]+
      use escape
      ss       -              \\.
      ss       ^              "
      use interpolation

    state single-atom
      ss       -              [^#'\\]+
      use escape
      ss       -              \\.
      ss       ^              '
      use interpolation

    state raw-braces
      sx       -              [^\}\\]+|\\.
      sx       ^              \}[a-zA-Z]*

    state braces
      sx       -              [^#\}\\]+
      use escape
      sx       -              \\.
      sx       ^              \}[a-zA-Z]*
      use interpolation

    state raw-brackets
      sx       -              [^\]\\]+|\\.
      sx       ^              \][a-zA-Z]*

    state brackets
      sx       -              [^#\]\\]+
      use escape
      sx       -              \\.
      sx       ^              \][a-zA-Z]*
      use interpolation

    state raw-parens
      sx       -              [^\)\\]+|\\.
      sx       ^              \)[a-zA-Z]*

    state parens
      sx       -              [^#\)\\]+
      use escape
      sx       -              \\.
      sx       ^              \)[a-zA-Z]*
      use interpolation

    state raw-angles
      sx       -              [^>\\]+|\\.
      sx       ^              >[a-zA-Z]*

    state angles
      sx       -              [^#>\\]+
      use escape
      sx       -              \\.
      sx       ^              >[a-zA-Z]*
      use interpolation

    state raw-slashes
      sx       -              [^/\\]+|\\.
      sx       ^              /[a-zA-Z]*

    state slashes
      sx       -              [^#/\\]+
      use escape
      sx       -              \\.
      sx       ^              /[a-zA-Z]*
      use interpolation

    state raw-pipes
      sx       -              [^|\\]+|\\.
      sx       ^              \|[a-zA-Z]*

    state pipes
      sx       -              [^#|\\]+
      use escape
      sx       -              \\.
      sx       ^              \|[a-zA-Z]*
      use interpolation

    state raw-quotes
      sx       -              [^"\\]+|\\.
      sx       ^              "[a-zA-Z]*

    state quotes
      sx       -              [^#"\\]+
      use escape
      sx       -              \\.
      sx       ^              "[a-zA-Z]*
      use interpolation

    state raw-apostrophes
      sx       -              [^'\\]+|\\.
      sx       ^              '[a-zA-Z]*

    state apostrophes
      sx       -              [^#'\\]+
      use escape
      sx       -              \\.
      sx       ^              '[a-zA-Z]*
      use interpolation
    """#
