/// Java.
let javaDefinition = #"""
    name Java
    alias java
    file *.java
    flags dot-all

    let identifier (?:\w|\$)[\w$]*+
    let exponent [eE][-+]?[0-9][0-9_]*
    let hex-digits [0-9a-fA-F][0-9a-fA-F_]*
    words keyword
      assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while
    words declaration
      abstract const enum exports extends final implements native non-sealed open opens permits private protected provides
      public requires sealed static strictfp super synchronized throws to transient transitive uses volatile with yield

    state root
      w,@root,kd    class      (^\s*)((?:(?:public|private|protected|static|strictfp)\s+)*)(record)\b
      w             -          [^\S\n]+
      c1,w          -          (//[^\n]*)(\n)
      cm            -          /\*.*?\*/
      k             -          {{keyword}}\b
      @root,nf,w,p  -          ((?:(?:\w|\$)[\w.\[\]$<>?]*+\s+){1,30}?)({{identifier}})(\s*)(\()
      nd            -          @\w[\w.]*
      kd            -          {{declaration}}\b
      kt            -          (?:boolean|byte|char|double|float|int|long|short|void)\b
      kn,w          import     (package)(\s+)
      kc            -          (?:true|false|null)\b
      kd            class      (?:class|interface)\b
      kd            class      module\b
      kd,w          variable   (var)(\s+)
      kn,w          import     (import(?:\s+(?:static|module))?)(\s+)
      s             text-block  """\n
      s             string     "
      sc            -          '\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'
      p,na          -          (\.)({{identifier}})
      w,k,p         -          ^(\s*)(default)(:)
      w,nl,p        -          ^(\s*)({{identifier}})(:)
      n             -          {{identifier}}
      mf            -          (?:[0-9][0-9_]*\.(?:[0-9][0-9_]*)?|\.[0-9][0-9_]*){{exponent}}?[fFdD]?
      mf            -          [0-9]{{exponent}}[fFdD]?|[0-9](?:{{exponent}})?[fFdD]
      mf            -          0[xX](?:{{hex-digits}}\.?|(?:{{hex-digits}})?\.{{hex-digits}})[pP][-+]?[0-9][0-9_]*[fFdD]?
      mh            -          0[xX]{{hex-digits}}[lL]?
      mb            -          0[bB][01][01_]*[lL]?
      mo            -          0[0-7_]+[lL]?
      mi            -          0|[1-9][0-9_]*[lL]?
      o             -          [~^*!%&\[\]<>|+=/?-]
      p             -          [{}();:.,]
      w             -          \n

    state class
      t             -          \s+
      nc            ^          {{identifier}}

    state variable
      n             ^          {{identifier}}

    state import
      nn            ^          [\w.]+\*?

    state text-block
      s             ^          """
      s             -          "
      use string

    state string
      s             -          [^\\"]+
      s             -          \\[\\"]?
      s             ^          "
    """#
