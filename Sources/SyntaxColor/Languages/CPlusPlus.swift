/// C++.
let cPlusPlusDefinition =
    #"""
    name C++
    alias cpp c++
    file *.cpp *.hpp *.c++ *.h++ *.cc *.hh *.cxx *.hxx *.C *.H *.cp *.CPP *.tpp
    flags ensure-newline
    words plus-keyword
      reinterpret_cast static_assert thread_local dynamic_cast static_cast const_cast co_return protected namespace
      consteval constexpr typename co_await co_yield operator restrict explicit template override noexcept requires decltype
      alignof private alignas virtual mutable nullptr concept export friend typeid throws public delete final throw catch
      using this new try
    words inheritance
      multiple_inheritance virtual_inheritance single_inheritance interface uuidof super event
    let type bool|int|long|float|short|double|char(?:(?:8|16|32)_t)?|wchar_t|unsigned|signed|void|{{sized}}
    let sized u?int(?:_fast|_least|)(?:8|16|32|64)_t

    state statements
      k                  -           {{plus-keyword}}\b
      k,t,k,t            class       (enum)\b(\s+)(class)\b(\s*)
      k,t                class       (class|struct|enum|union)\b(\s*)
      na                 -           \[\[.+\]\]
      sa,s               string      (u8|u|U)(")
      sa,s               string      (L?)(")
      sa,sc,sc,sc        -           (L?)(')(\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|[^\\'\n])(')
      mf                 -           (?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*
      mf                 -           (?:\d+\.\d*|\.\d+|\d+[fF])[fF]?
      mh                 -           0[xX](?:[0-9A-Fa-f](?:'?[0-9A-Fa-f]+)*+)[LlUu]*
      mo                 -           0(?:'?[0-7]+)++[LlUu]*
      mb                 -           0[Bb][01](?:'?[01]+)*+[LlUu]*
      mi                 -           [0-9](?:'?[0-9]+)*+[LlUu]*
      err                -           \*/
      o                  -           [~!%^&*+=|?:<>/-]
      p                  -           [()\[\],.]
      k                  -           {{keyword}}\b
      kt                 -           {{type}}\b
      kr                 -           (?:typename|__inline|restrict|_inline|thread|inline|naked)\b
      kr                 -           __m(?:128i|128d|128|64)\b
      kr                 -           __{{reserved}}\b
      nb                 -           (?:true|false|NULL)\b
      nl,t,p             -           ([a-zA-Z_]\w*)(\s*)(:)(?!:)
      n                  -           [a-zA-Z_]\w*

    state root
      use space
      @root,nf,@root,@root,p  function  ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;{]*)(\{)
      @root,nf,@root,@root,p  -         ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;]*)(;)
      .                  statement
      kr                 -           __{{inheritance}}\b
      kp                 -           __(?:offload|blockingoffload|outer)\b

    state statement
      use space
      use statements
      p                  root        \{
      p                  ^           [;}]

    state class
      na,t               -           (\[\[.+\]\])(\s*)
      nc                 ^           [a-zA-Z_]\w*
      t                  ^           \s*(?=[>{])

    state macro
      cp,t,cpf           -           (include)(\s+)("[^"]+?"|<[^>]+?>)
      cp                 -           [^/\n]+
      cm                 -           /\*[\s\S]*?\*/
      c1                 ^           //.*?\n
      cp                 -           /
      cp                 -           (?<=\\)\n
      cp                 ^           \n

    """# + cBase
