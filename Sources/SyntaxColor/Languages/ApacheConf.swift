/// The configuration of Apache.
let apacheConfDefinition = #"""
    name ApacheConf
    alias apacheconf aconf apache
    file .htaccess apache.conf apache2.conf
    flags ignore-case

    words keyword
      alert all any crit debug dns double email emerg error full group inetd info min minimal none notice off on os
      productonly registry script standalone user warn

    state root
      t        -              \s++
      c        -              (?:#.*?)$
      nt,t,s,nt -             (<[^\s>]+)(?:(\s+)(.*?))?(>)
      nb,t     value          ([a-z]\w*)(\s+)
      t        -              \.+

    state value
      t        -              \\\n
      t        ^              $
      t        -              \\
      t        -              [^\S\n]+
      m        -              \d+\.\d+\.\d+\.\d+(?:/\d+)?
      m        -              \d+
      sx       -              /[a-z0-9][\w./-]+
      k        -              {{keyword}}\b
      s2       -              "[^"\\]*+(?:\\[\s\S][^"\\]*+)*+"
      t        -              [^\s"\\]++
    """#
