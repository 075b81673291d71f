/// Python 3.
let pythonDefinition = #"""
    name Python
    alias python py sage python3 py3 starlark
    file *.py *.pyi *.pyw *.jy *.sage *.sc SConstruct SConscript *.bzl BUCK BUILD BUILD.bazel WORKSPACE WORKSPACE.bzlmod
    file WORKSPACE.bazel MODULE.bazel REPO.bazel *.star *.tac

    let identifier [_\p{L}][_\p{L}\p{N}]*
    let digits \d(?:_?\d)*
    let percent %(?:\(\w+\))?[-#0 +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[hlL]?[E-GXc-giorsaux%]
    let field \{(?:\w+(?:\.\w+|\[[^\]]+\])*)?(?:![sra])?(?::(?:.?[<>=^])?[-+ ]?#?0?(?:\d+)?,?(?:\.\d+)?[E-GXb-gnosx%]?)?\}
    words keyword
      nonlocal continue finally except lambda assert global return raise yield while break await async pass else elif with
      try for del as if match case
    words builtin
      __import__ abs all any bin bool bytearray bytes chr classmethod compile complex delattr dict dir divmod
      enumerate eval filter float format frozenset getattr globals hasattr hash hex id input int isinstance
      issubclass iter len list locals map max memoryview min next object oct open ord pow print property range
      repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
    words exception
      ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
      BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
      ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception FileExistsError
      FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
      IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
      MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
      PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning
      RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError
      SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
      UnicodeError UnicodeTranslateError UnicodeWarning UserWarning VMSError ValueError Warning WindowsError
      ZeroDivisionError
    words magic-function
      __abs__ __add__ __aenter__ __aexit__ __aiter__ __and__ __anext__ __await__ __bool__ __bytes__ __call__
      __complex__ __contains__ __del__ __delattr__ __delete__ __delitem__ __dir__ __divmod__ __enter__ __eq__
      __exit__ __float__ __floordiv__ __format__ __ge__ __get__ __getattr__ __getattribute__ __getitem__ __gt__
      __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __imul__ __index__ __init__
      __instancecheck__ __int__ __invert__ __ior__ __ipow__ __irshift__ __isub__ __iter__ __itruediv__ __ixor__
      __le__ __len__ __length_hint__ __lshift__ __lt__ __matmul__ __missing__ __mod__ __mul__ __ne__ __neg__
      __new__ __next__ __or__ __pos__ __pow__ __prepare__ __radd__ __rand__ __rdivmod__ __repr__ __reversed__
      __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__
      __rsub__ __rtruediv__ __rxor__ __set__ __setattr__ __setitem__ __str__ __sub__ __subclasscheck__ __truediv__
      __xor__
    words magic-variable
      __annotations__ __bases__ __class__ __closure__ __code__ __defaults__ __dict__ __doc__ __file__ __func__
      __globals__ __kwdefaults__ __module__ __mro__ __name__ __objclass__ __qualname__ __self__ __slots__
      __weakref__

    state root
      t        -          \n
      ch       -          \A#!.+$
      c1       -          #.*$
      t        -          \\\n
      t        -          \\
      k        -          (?:yield from|{{keyword}})\b
      kc       -          (?:False|True|None)\b
      k,t      function   (def)((?:\s|\\\s)+)
      k,t      class      (class)((?:\s|\\\s)+)
      kn,t     from       (from)((?:\s|\\\s)+)
      kn,t     import     (import)((?:\s|\\\s)+)
      use expression

    state expression
      sa,s2    raw-f-double-3   (?i)(rf|fr)(""")
      sa,s1    raw-f-single-3   (?i)(rf|fr)(''')
      sa,s2    raw-f-double     (?i)(rf|fr)(")
      sa,s1    raw-f-single     (?i)(rf|fr)(')
      sa,s2    f-double-3       ([fF])(""")
      sa,s1    f-single-3       ([fF])(''')
      sa,s2    f-double         ([fF])(")
      sa,s1    f-single         ([fF])(')
      sa,s2    raw-double-3     (?i)(rb|br|r)(""")
      sa,s1    raw-single-3     (?i)(rb|br|r)(''')
      sa,s2    raw-double       (?i)(rb|br|r)(")
      sa,s1    raw-single       (?i)(rb|br|r)(')
      sa,s2    double-3         ([uUbB]?)(""")
      sa,s1    single-3         ([uUbB]?)(''')
      sa,s2    double           ([uUbB]?)(")
      sa,s1    single           ([uUbB]?)(')
      t        -          [^\S\n]+
      mf       -          (?:{{digits}}\.(?:{{digits}})?|(?:{{digits}})?\.{{digits}})(?:[eE][-+]?{{digits}})?
      mf       -          {{digits}}[eE][-+]?{{digits}}j?
      mo       -          0[oO](?:_?[0-7])+
      mb       -          0[bB](?:_?[01])+
      mh       -          0[xX](?:_?[a-fA-F0-9])+
      mi       -          {{digits}}
      o        -          !=|==|<<|>>|:=|[-~+/*%=<>&^|.]
      p        -          [\]{}:(),;\[]
      ow       -          (?:in|is|and|or|not)\b
      k        -          (?:yield from|async for|lambda|yield|await|else|for|if)\b
      kc       -          (?:False|True|None)\b
      nb       -          (?<!\.){{builtin}}\b
      bp       -          (?<!\.)(?:self|Ellipsis|NotImplemented|cls)\b
      ne       -          (?<!\.){{exception}}\b
      fm       -          {{magic-function}}\b
      vm       -          {{magic-variable}}\b
      nd       -          @{{identifier}}(?:\s*\.\s*{{identifier}})*
      o        -          @
      n        -          {{identifier}}

    state function
      fm       -          {{magic-function}}\b
      nf       ^          {{identifier}}
      .        ^

    state class
      nc       ^          {{identifier}}

    state from
      t,kn     ^          (\s+)(import)\b
      nn       -          \.
      bp       ^          None\b
      nn       -          {{identifier}}
      .        ^

    state import
      t,k,t    -          (\s+)(as)(\s+)
      nn       -          \.
      nn       -          {{identifier}}
      t,o,t    -          (\s*)(,)(\s*)
      .        ^

    state escape
      se       -          \\(?:[\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})

    state brace-pair
      se       -          \{\{
      se       -          \}\}

    state double-text
      si       -          {{percent}}
      si       -          {{field}}
      s2       -          [^\\'"%{\n]+
      s2       -          [\\'"]
      s2       -          %|\{{1,2}

    state single-text
      si       -          {{percent}}
      si       -          {{field}}
      s1       -          [^\\'"%{\n]+
      s1       -          [\\'"]
      s1       -          %|\{{1,2}

    state f-double-text
      si       -          \}
      si       value      \{
      s2       -          [^\\'"{}\n]+
      s2       -          [\\'"]

    state f-single-text
      si       -          \}
      si       value      \{
      s1       -          [^\\'"{}\n]+
      s1       -          [\\'"]

    state value
      p        nested     [{(\[]
      si       ^          (?:=\s*)?(?:![sraf])?\}
      si       ^          (?:=\s*)?(?:![sraf])?:
      t        -          \s+
      use expression

    state nested
      p        =          [{(\[]
      p        ^          [\])}]
      t        -          \s+
      use expression

    state f-double
      use brace-pair
      use escape
      s2       ^          "
      se       -          \\\\|\\"|\\\n
      use f-double-text

    state f-double-3
      use brace-pair
      use escape
      s2       ^          """
      use f-double-text
      s2       -          \n

    state f-single
      use brace-pair
      use escape
      s1       ^          '
      se       -          \\\\|\\'|\\\n
      use f-single-text

    state f-single-3
      use brace-pair
      use escape
      s1       ^          '''
      use f-single-text
      s1       -          \n

    state raw-f-double
      use brace-pair
      s2       ^          "
      se       -          \\\\|\\"|\\\n
      use f-double-text

    state raw-f-double-3
      use brace-pair
      s2       ^          """
      use f-double-text
      s2       -          \n

    state raw-f-single
      use brace-pair
      s1       ^          '
      se       -          \\\\|\\'|\\\n
      use f-single-text

    state raw-f-single-3
      use brace-pair
      s1       ^          '''
      use f-single-text
      s1       -          \n

    state raw-double
      s2       ^          "
      se       -          \\\\|\\"|\\\n
      use double-text

    state raw-double-3
      s2       ^          """
      use double-text
      s2       -          \n

    state raw-single
      s1       ^          '
      se       -          \\\\|\\'|\\\n
      use single-text

    state raw-single-3
      s1       ^          '''
      use single-text
      s1       -          \n

    state double
      use escape
      s2       ^          "
      se       -          \\\\|\\"|\\\n
      use double-text

    state double-3
      use escape
      s2       ^          """
      use double-text
      s2       -          \n

    state single
      use escape
      s1       ^          '
      se       -          \\\\|\\'|\\\n
      use single-text

    state single-3
      use escape
      s1       ^          '''
      use single-text
      s1       -          \n

    """#
