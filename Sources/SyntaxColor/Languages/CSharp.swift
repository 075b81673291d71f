/// C#.
let cSharpDefinition = #"""
    name C#
    alias csharp c#
    file *.cs
    flags dot-all ensure-newline

    let identifier @?[_a-zA-Z]\w*
    words keyword
      add alias as ascending await base break by case catch checked continue default delegate descending do else
      equals event finally fixed for foreach from get goto group if in init into is join let lock new on orderby out
      params readonly ref remove return select set sizeof stackalloc switch thenby this throw try typeof unchecked
      value virtual void where while yield
    words declaration
      abstract async const enum explicit extern implicit internal operator override partial private protected public
      sealed static unsafe volatile
    words type
      bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var

    state root
      na     -          ^\s*\[.*?\]
      t      -          [^\S\n]+
      t      -          \\\n
      cs     -          ///[^\n\r]*
      c1     -          //[^\n\r]*
      cm     -          /\*.*?\*/
      t      -          \n
      p      -          [~!%^&*()+=|\[\]:;,.<>/?-]
      p      -          [{}]
      s      -          \$?@"(?:""|[^"])*"
      s      -          \$"(?:""|[^"])*"
      s      -          "(?:\\[\\"]|[^"\\\n]|\\(?![\\"]))*+["\n]
      sc     -          '\\.'|'[^\\]'
      m      -          0[xX][0-9a-fA-F]+[Ll]?|\d[_\d]*(?:\.\d*)?(?:[eE][+-]?\d+)?[flFLdD]?
      cp     -          #[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma|nullable)\b
      k,t,k  -          \b(extern)(\s+)(alias)\b
      k      -          {{keyword}}\b
      k,p    -          (global)(::)
      kd     -          {{declaration}}\b
      kt     -          {{type}}\b\??
      kc     -          (?:true|false|null)\b
      k,t    class      (class|struct|record|interface)(\s+)
      k,t    namespace  (namespace|using)(\s+)
      n      -          {{identifier}}

    state class
      nc     ^          {{identifier}}
      .      ^

    state namespace
      t      ^          (?=\()
      nn     ^          (?:{{identifier}}|\.)+
    """#
