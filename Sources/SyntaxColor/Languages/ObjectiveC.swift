/// Objective-C.
let objectiveCDefinition = #"""
    name Objective-C
    alias objective-c objectivec obj-c objc
    file *.h

    let name [a-zA-Z$_][\w$]*
    let before-name [\w*\s]{1,400}?[\s*]
    words type
      bool int long float short double char unsigned signed void
    words object-type
      instancetype IBOutlet IBAction unichar Class BOOL IMP SEL id Boolean UInt8 SInt8 UInt16 SInt16 UInt32 SInt32
    words keyword
          asm auto break case const continue default do else enum extern for goto if register restricted return sizeof
          static struct switch typedef union volatile while
    words object-keyword
          @autoreleasepool @catch @dynamic @encode @end @finally @optional @private @property @protected @public @required
          @selector @synchronized @synthesize @throw @try __autoreleasing __block __bridge __bridge_transfer __strong
          __weak assign atomic class copy getter in inout nonatomic out readonly readwrite release retain setter strong
          typeof unsafe_unretained weak
    words vendor
          asm assume based cdecl declspec except fastcall finally forceinline identifier int16 int32 int64 int8 leave noop
          raise stdcall try unaligned w64 wchar_t

    state root
      p,t,@root,t,nf  method  ^([-+])(\s*)(\([^\n]*?\))?(\s*)({{name}}:?)
      use blank
      @root,nf,@root,@root,p  function  ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;{]*)(\{)
      @root,nf,@root,@root,p  -  ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;]*)(;)
      .        statement

    state blank
      cp       skipped      ^#if\s+0
      cp       macro        ^#
      @root,cp  skipped     ^(\s*(?:/\*.*?\*/\s*)?)(#if\s+0)
      @root,cp  macro       ^(\s*(?:/\*.*?\*/\s*)?)(#)
      t        -            \s+|\\\n
      c1       -            //(?:\n|[\s\S]*?[^\\]\n)
      cm       -            /(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?/
      cm       -            /(?:\\\n)?\*[\s\S]*

    state words
      s        string       @"
      m        -            @(?:YES|NO)
      sc       -            @'(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|[^\\'\n])'
      mf       -            @(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[lL]?
      mf       -            @(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?
      mh       -            @0x[0-9a-fA-F]+[Ll]?
      mo       -            @0[0-7]+[Ll]?
      mi       -            @\d+[Ll]?
      l        boxed        @\(
      l        array        @\[
      l        dictionary   @\{
      k        -            {{object-keyword}}\b
      nb       -            @(?:true|false|YES|NO)\n
      nb       -            (?:YES|NO|nil|self|super|TRUE|FALSE)\b
      kt       -            {{object-type}}\b
      k,t      ^,class      (@interface|@implementation)(\s+)
      k,t      ^,forward    (@class|@protocol)(\s+)
      p        -            @
      sa,s     string       (L?)(")
      sa,sc,sc,sc  -        (L?)(')(\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|[^\\'\n])(')
      mf       -            (?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*
      mf       -            (?:\d+\.\d*|\.\d+|\d+[fF])[fF]?
      mh       -            0x[0-9a-fA-F]+[LlUu]*
      mo       -            0[0-7]+[LlUu]*
      mi       -            \d+[LlUu]*
      err      -            \*/
      o        -            [~!%^&*+=|?:<>/-]
      p        -            [()\[\],.]
      k        -            {{keyword}}\b
      kt       -            {{type}}\b
      kr       -            (?:typename|__inline|restrict|_inline|thread|inline|naked|__m(?:128i|128d|128|64))\b
      kr       -            __{{vendor}}\b
      nb       -            (?:true|false|NULL)\b
      nl,t,p   -            ([a-zA-Z_]\w*)(\s*)(:)(?!:)
      n        -            [a-zA-Z_]\w*

    state statement
      use blank
      use words
      p        -            [{}]
      p        ^            ;

    state function
      use blank
      use words
      p        -            ;
      p        =            \{
      p        ^            \}

    state method
      use blank
      p        -            ,|\.\.\.
      @root,t,nv  -         (\(.*?\))(\s*)({{name}})
      nf       -            {{name}}:
      p        ^            ;
      p        function     \{
      .        ^

    state class
      nc,t,nc,t,p  ^,function  ({{name}})(\s*:\s*)({{name}})?(\s*)(\{)
      nc,t,nc  ^            ({{name}})(\s*:\s*)({{name}})?
      nc,t,nl,t,p  ^,function  ({{name}})(\s*)(\({{name}}\))(\s*)(\{)
      nc,t,nl  ^            ({{name}})(\s*)(\({{name}}\))
      nc,t,p   ^,function   ({{name}})(\s*)(\{)
      nc       ^            {{name}}

    state forward
      nc,t     forward      ({{name}})(\s*,\s*)
      nc,t     ^            ({{name}})(\s*;?)

    state boxed
      p        nested-boxed  \(
      l        ^            \)
      use statement

    state nested-boxed
      p        =            \(
      p        ^            \)
      use statement

    state array
      p        nested-array  \[
      l        ^            \]
      use statement

    state nested-array
      p        =            \[
      p        ^            \]
      use statement

    state dictionary
      l        ^            \}
      use statement

    state string
      s        ^            "
      se       -            \\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|[0-7]{1,3})
      s        -            [^\\"\n]+|\\\n?

    state macro
      cp,t,cpf  -           (include)(\s*(?:/\*.*?\*/\s*)?)([^\n]+)
      cp       -            [^/\n]+
      cm       -            /\*[\s\S]*?\*/
      c1       ^            //.*?\n
      cp       -            /
      cp       -            (?<=\\)\n
      cp       ^            \n

    state skipped
      cp       =            ^\s*#if.*?(?<!\\)\n
      cp       ^            ^\s*#el(?:se|if).*\n
      cp       ^            ^\s*#endif.*?(?<!\\)\n
      c        -            .*?\n
    """#
