/// Groovy, the language of Gradle and of Jenkins.
let groovyDefinition = #"""
    name Groovy
    alias groovy
    file *.groovy *.gradle
    flags dot-all

    words keyword
      as assert break case catch continue default do else finally for goto if in instanceof new return switch this
      throw try while
    words declaration
      abstract const extends final implements native private protected public static strictfp super synchronized
      throws transient volatile
    words type
      boolean byte char def double float int long short var void

    state root
      cp     base      #!(?:.*?)$
      .      base

    state base
      @root,nf,t,o  -  ^(\s*(?:[a-zA-Z_][\w.\[\]]*+\s++)+?)([a-zA-Z_]\w*)(\s*)(\()
      t      -         [^\S\n]+
      c1     -         //[^\n]*\n
      cm     -         /\*.*?\*/
      nd     -         @[a-zA-Z_][\w.]*
      k      -         {{keyword}}\b
      kd     -         {{declaration}}\b
      kt     -         {{type}}\b
      kn,t   -         (package)(\s+)
      kc     -         (?:true|false|null)\b
      kd,t   class     (class|interface|enum|trait|record)(\s+)
      kn,t   import    (import)(\s+)
      s2     -         """.*?"""
      s1     -         '''.*?'''
      s2     -         "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1     -         '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      s      -         \$/.*?/\$
      s      -         /[^/]*/
      sc     -         '\\.'|'[^\\]'
      o,na   -         (\.)([a-zA-Z_]\w*)
      nl     -         [a-zA-Z_]\w*:
      n      -         [a-zA-Z_$]\w*
      o      -         [~^*!%&\[\](){}<>|+=:;,./?-]
      mf     -         [0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?
      mh     -         0x[0-9a-fA-F]+
      mi     -         [0-9]+L?
      t      -         \n

    state class
      nc     ^         [a-zA-Z_]\w*

    state import
      nn     ^         [\w.]+\*?
    """#
