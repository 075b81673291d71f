/// Julia.
let juliaDefinition = #"""
    name Julia
    alias julia jl
    file *.jl

    let name [a-zA-Z_\x{A1}-\x{10FFFF}][a-zA-Z_0-9!\x{A1}-\x{10FFFF}]*
    let escape \\(?:[\\"'$nrbtfav]|[xuU][a-fA-F0-9]+|\d+)
    let percent %[-#0 +]*+(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?[hlL]?[E-GXc-giorsux%]
    let digits \d+(?:_\d+)*
    let hexadecimal [a-fA-F0-9]+(?:_[a-fA-F0-9]+)*
    let sign-1 [\x{A6}\x{AC}\x{B1}\x{D7}\x{F7}\x{2026}\x{205D}\x{214B}\x{2191}-\x{2194}\x{219A}-\x{219E}]
    let sign-2 [\x{21A0}\x{21A2}-\x{21A4}\x{21A6}\x{21A9}-\x{21AC}\x{21AE}\x{21B6}\x{21B7}\x{21BA}-\x{21BD}]
    let sign-3 [\x{21C0}\x{21C1}\x{21C4}\x{21C6}\x{21C7}\x{21C9}\x{21CB}-\x{21D0}\x{21D2}\x{21D4}]
    let sign-4 [\x{21DA}-\x{21DD}\x{21E0}\x{21E2}\x{21F4}-\x{21FF}\x{2208}-\x{220D}\x{2213}\x{2214}]
    let sign-5 [\x{2217}-\x{221D}\x{2224}-\x{222A}\x{2237}\x{2238}\x{223A}\x{223B}\x{223D}\x{223E}]
    let sign-6 [\x{2240}-\x{2254}\x{2256}-\x{228B}\x{228D}-\x{229C}\x{229E}-\x{22A3}\x{22A9}\x{22AC}\x{22AE}]
    let sign-7 [\x{22B0}-\x{22B7}\x{22BB}-\x{22BD}\x{22C4}-\x{22C7}\x{22C9}-\x{22D3}\x{22D5}-\x{22FF}\x{233F}]
    let sign-8 [\x{25B7}\x{27C2}\x{27C8}\x{27C9}\x{27D1}\x{27D2}\x{27D5}-\x{27D7}\x{27F0}\x{27F1}]
    let sign-9 [\x{27F5}-\x{27F7}\x{27F9}-\x{27FF}\x{2900}-\x{2918}\x{291D}-\x{2920}\x{2944}-\x{2970}]
    let sign-10 [\x{29B7}\x{29B8}\x{29BC}\x{29BE}-\x{29C1}\x{29E1}\x{29E3}-\x{29E5}\x{29F4}\x{29F6}\x{29F7}]
    let sign-11 [\x{29FA}\x{29FB}\x{2A07}\x{2A08}\x{2A1D}\x{2A1F}\x{2A22}-\x{2A2E}\x{2A30}-\x{2A3D}]
    let sign-12 [\x{2A40}-\x{2A45}\x{2A4A}-\x{2A58}\x{2A5A}-\x{2A63}\x{2A66}\x{2A67}\x{2A6A}-\x{2AD9}\x{2ADB}]
    let sign-13 [\x{2AF7}-\x{2AFA}\x{2B30}-\x{2B44}\x{2B47}-\x{2B4C}\x{FFE9}-\x{FFEC}]
    let sign {{sign-1}}|{{sign-2}}|{{sign-3}}|{{sign-4}}|{{sign-5}}|{{sign-6}}|{{sign-7}}|{{sign-8}}|{{sign-9}}|{{sign-10}}|{{sign-11}}|{{sign-12}}|{{sign-13}}
    let raised-1 [\x{B2}\x{B3}\x{B9}\x{2B0}\x{2B2}\x{2B3}\x{2B7}\x{2B8}\x{2E1}-\x{2E3}\x{1D2C}\x{1D2E}]
    let raised-2 [\x{1D30}\x{1D31}\x{1D33}-\x{1D3A}\x{1D3C}\x{1D3E}-\x{1D43}\x{1D47}-\x{1D49}\x{1D4D}]
    let raised-3 [\x{1D4F}\x{1D50}\x{1D52}\x{1D56}-\x{1D58}\x{1D5B}\x{1D5D}-\x{1D6A}\x{1D9C}\x{1DA0}]
    let raised-4 [\x{1DA5}\x{1DA6}\x{1DAB}\x{1DB0}\x{1DB8}\x{1DBB}\x{1DBF}\x{2032}-\x{2037}\x{2057}]
    let raised-5 [\x{2070}\x{2071}\x{2074}-\x{208E}\x{2090}-\x{2093}\x{2095}-\x{209C}\x{2C7C}\x{2C7D}]
    let raised {{raised-1}}|{{raised-2}}|{{raised-3}}|{{raised-4}}|{{raised-5}}
    let operator (?:[$*+?^|!%&/:<=>~\\-]|{{sign}})(?:{{raised}})*
    words keyword
          baremodule begin break catch ccall const continue do else elseif end export finally for function global if
          import in isa let local macro module quote return try using where while
    words type
          AbstractArray AbstractChannel AbstractChar AbstractDict AbstractDisplay AbstractFloat AbstractIrrational
          AbstractMatch AbstractMatrix AbstractPattern AbstractRange AbstractSet AbstractString AbstractUnitRange
          AbstractVecOrMat AbstractVector Any ArgumentError Array AssertionError BigFloat BigInt BitArray BitMatrix BitSet
          BitVector Bool BoundsError CapturedException CartesianIndex CartesianIndices Cchar Cdouble Cfloat Channel Char
          Cint Cintmax_t Clong Clonglong Cmd Colon Complex ComplexF16 ComplexF32 ComplexF64 ComposedFunction
          CompositeException Condition Cptrdiff_t Cshort Csize_t Cssize_t Cstring Cuchar Cuint Cuintmax_t Culong
          Culonglong Cushort Cvoid Cwchar_t Cwstring DataType DenseArray DenseMatrix DenseVecOrMat DenseVector Dict
          DimensionMismatch Dims DivideError DomainError EOFError Enum ErrorException Exception ExponentialBackOff Expr
          Float16 Float32 Float64 Function GlobalRef HTML IO IOBuffer IOContext IOStream IdDict IndexCartesian IndexLinear
          IndexStyle InexactError InitError Int Int128 Int16 Int32 Int64 Int8 Integer InterruptException
          InvalidStateException Irrational KeyError LinRange LineNumberNode LinearIndices LoadError MIME Matrix Method
          MethodError Missing MissingException Module NTuple NamedTuple Nothing Number OrdinalRange OutOfMemoryError
          OverflowError Pair PartialQuickSort PermutedDimsArray Pipe ProcessFailedException Ptr QuoteNode Rational RawFD
          ReadOnlyMemoryError Real ReentrantLock Ref Regex RegexMatch RoundingMode SegmentationFault Set Signed Some
          StackOverflowError StepRange StepRangeLen StridedArray StridedMatrix StridedVecOrMat StridedVector String
          StringIndexError SubArray SubString SubstitutionString Symbol SystemError Task TaskFailedException Text
          TextDisplay Timer Tuple Type TypeError TypeVar UInt UInt128 UInt16 UInt32 UInt64 UInt8 UndefInitializer
          UndefKeywordError UndefRefError UndefVarError Union UnionAll UnitRange Unsigned Val Vararg VecElement VecOrMat
          Vector VersionNumber WeakKeyDict WeakRef
    words builtin
          ARGS C_NULL DEPOT_PATH ENDIAN_BOM ENV Inf Inf16 Inf32 Inf64 InsertionSort LOAD_PATH MergeSort NaN NaN16 NaN32
          NaN64 PROGRAM_FILE QuickSort RoundDown RoundFromZero RoundNearest RoundNearestTiesAway RoundNearestTiesUp
          RoundToZero RoundUp VERSION devnull false im missing nothing pi stderr stdin stdout true undef π ℯ

    state root
      t          -               \s+
      cm         comment         #=
      c          -               #.*$
      p          -               [\[\](),;]
      n,t,o,n    -               ({{name}})(\s*)(:)({{name}})
      ss         -               (?<![\]):<>\d.]):{{name}}
      t,kt       -               (?<=::)(\s*)({{name}})\b(?![(\[])
      kt,t,o,t,kt  -             ({{name}})(\s*)([<>]:)(\s*)({{name}})\b(?![(\[])
      o,t,kt     -               ([<>]:)(\s*)({{name}})\b(?![(\[])
      kt,t,o     -               \b({{name}})(\s*)([<>]:)
      o          -               \.?{{operator}}|\.{2,3}
      sc         -               '(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,3}|\\u[a-fA-F0-9]{1,4}|\\U[a-fA-F0-9]{1,6}|[^\\'\n])'
      o          -               (?<=[.\w)\]])(?:'(?:{{raised}})*)+
      sa,s       raw-3           (raw)(""")
      sa,s       raw             (raw)(")
      sa,sr      regex-3         (r)(""")
      sa,sr      regex           (r)(")
      sa,s       string-3        ({{name}})?(""")
      sa,s       string          ({{name}})?(")
      sa,sb      command-3       ({{name}})?(```)
      sa,sb      command         ({{name}})?(`)
      kt,p       curly           ({{name}})(\{)
      k,t,kt     -               (where)(\s+)({{name}})
      p          curly           \{
      k,t,kt     -               (abstract[ \t]+type|primitive[ \t]+type|mutable[ \t]+struct|struct)([\s()]+)({{name}})
      nd         -               @(?:{{name}}|\.?{{operator}}|\.{1,2})
      k          -               {{keyword}}\b
      kt         -               {{type}}\b
      nb         -               {{builtin}}\b
      n          -               {{name}}
      mf         -               (?:{{digits}}\.(?!\.)(?:{{digits}})?|\.{{digits}})(?:[eEf][+-]?[0-9]+)?
      mf         -               {{digits}}[eEf][+-]?[0-9]+
      mf         -               0x{{hexadecimal}}(?:\.(?:{{hexadecimal}})?)?p[+-]?\d+
      mb         -               0b[01]+(?:_[01]+)*
      mo         -               0o[0-7]+(?:_[0-7]+)*
      mh         -               0x{{hexadecimal}}
      mi         -               {{digits}}
      o          -               \.

    state comment
      cm         -               [^=#]+
      cm         =               #=
      cm         ^               =#
      cm         -               [=#]

    state curly
      p          =               \{
      p          ^               \}
      kt         -               {{name}}
      use root

    state interpolation
      si         -               \${{name}}
      si,p       parens          (\$)(\()

    state parens
      p          =               \(
      p          ^               \)
      use root

    state string
      s,sa       ^               (")({{name}}|\d+)?
      use text

    state string-3
      s,sa       ^               (""")({{name}}|\d+)?
      use text

    state text
      se         -               {{escape}}
      use interpolation
      si         -               {{percent}}
      s          -               [^"$%\\]+
      s          -               .

    state raw
      s          ^               "
      se         -               \\"
      s          -               (?:[^"\\]|\\[^"])+

    state raw-3
      s          ^               """
      s          -               (?:[^"]|"[^"][^"])+

    state regex
      sr,sa      ^               (")([imsxa]*)
      sr         -               \\"
      sr         -               [^\\"]+

    state regex-3
      sr,sa      ^               (""")([imsxa]*)
      sr         -               [^"]+

    state command
      sb,sa      ^               (`)({{name}}|\d+)?
      se         -               \\[`$]
      use command-text

    state command-3
      sb,sa      ^               (```)({{name}}|\d+)?
      se         -               \\\$
      use command-text

    state command-text
      use interpolation
      sb         -               [^\\`$]+
      sb         -               .
    """#
