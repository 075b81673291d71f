/// Swift.
let swiftDefinition = #"""
    name Swift
    alias swift
    file *.swift

    words keyword
      fallthrough #selector continue default repeat switch return throw catch where break guard defer while case else try
      for if do is in as
    words reserved
      @IBAction @IBDesignable @IBInspectable @IBOutlet @NSApplicationMain @NSCopying @NSManaged @UIApplicationMain
      @autoclosure @availability @noreturn @objc Protocol Type associativity convenience didSet dynamic final get
      indirect infix inout lazy left mutating none nonmutating optional override postfix precedence prefix
      required rethrows right set throws unowned weak willSet
    words constant
      as dynamicType false is nil self Self super true __COLUMN__ __FILE__ __FUNCTION__ __LINE__ _
    words declaration
      class deinit enum extension func import init internal let operator private protocol public static struct
      subscript typealias var
    words builtin
      AbsoluteValuable Any AnyClass AnyObject Array ArrayLiteralConvertible AutoreleasingUnsafeMutablePointer
      BidirectionalIndexType BidirectionalReverseView Bit BitwiseOperationsType Bool BooleanLiteralConvertible
      BooleanLiteralType BooleanType CBool CChar CChar16 CChar32 CDouble CFloat CFunctionPointer CInt CLong
      CLongLong COpaquePointer CShort CSignedChar CUnsignedInt CUnsignedLong CUnsignedShort CVaListPointer
      CVarArgType CWideChar C_ARGC C_ARGV Character ClosedInterval CollectionOfOne CollectionType Comparable
      ContiguousArray DebugPrintable Dictionary DictionaryGenerator DictionaryIndex DictionaryLiteralConvertible
      Double EmptyCollection EmptyGenerator EnumerateGenerator EnumerateSequence Equatable
      ExtendedGraphemeClusterLiteralConvertible ExtendedGraphemeClusterType ExtensibleCollectionType
      FilterCollectionView FilterCollectionViewIndex FilterGenerator FilterSequenceView Float Float32 Float64
      Float80 FloatLiteralConvertible FloatLiteralType FloatingPointClassification FloatingPointType
      ForwardIndexType GeneratorOf GeneratorOfOne GeneratorSequence GeneratorType HalfOpenInterval Hashable
      HeapBuffer HeapBufferStorage ImplicitlyUnwrappedOptional IndexingGenerator Int Int16 Int32 Int64 Int8 IntMax
      IntegerArithmeticType IntegerLiteralConvertible IntegerLiteralType IntegerType IntervalType
      LazyBidirectionalCollection LazyForwardCollection LazyRandomAccessCollection LazySequence MapCollectionView
      MapSequenceGenerator MapSequenceView MirrorDisposition MirrorType MutableCollectionType MutableSliceable
      NSErrorPointer NSObjectProtocol NilLiteralConvertible ObjectIdentifier OnHeap Optional OutputStreamType
      PermutationGenerator Printable Process QuickLookObject RandomAccessIndexType RandomAccessReverseView Range
      RangeGenerator RangeReplaceableCollectionType RawByte RawOptionSetType RawRepresentable Reflectable Repeat
      ReverseBidirectionalIndex ReverseRandomAccessIndex Selector SequenceOf SequenceType SignedIntegerType
      SignedNumberType SinkOf SinkType Slice Sliceable StaticString Streamable StrideThrough
      StrideThroughGenerator StrideTo StrideToGenerator Strideable String StringInterpolationConvertible
      StringLiteralConvertible StringLiteralType UInt UInt16 UInt32 UInt64 UInt8 UIntMax UTF16 UTF32 UTF8 UWord
      UnicodeCodecType UnicodeDecodingResult UnicodeScalar UnicodeScalarLiteralConvertible UnicodeScalarType
      Unmanaged UnsafeBufferPointer UnsafeBufferPointerGenerator UnsafeMutableBufferPointer UnsafeMutablePointer
      UnsafePointer UnsignedIntegerType Void Word Zip2 ZipGenerator2 _ArrayBufferType _BidirectionalIndexType
      _CocoaStringType _CollectionType _Comparable _ExtensibleCollectionType _ForwardIndexType _Incrementable
      _IntegerArithmeticType _IntegerType _ObjectiveCBridgeable _RandomAccessIndexType _RawOptionSetType
      _SequenceType _Sequence_Type _SignedIntegerType _SignedNumberType _Sliceable _Strideable
      _SwiftNSArrayRequiredOverridesType _SwiftNSArrayType _SwiftNSCopyingType
      _SwiftNSDictionaryRequiredOverridesType _SwiftNSDictionaryType _SwiftNSEnumeratorType
      _SwiftNSFastEnumerationType _SwiftNSStringRequiredOverridesType _SwiftNSStringType _UnsignedIntegerType
    words function
      abs advance alignof alignofValue assert assertionFailure contains count countElements debugPrint
      debugPrintln distance dropFirst dropLast dump enumerate equal extend fatalError filter find first getVaList
      indices insert isEmpty join last lazy lexicographicalCompare map max maxElement min minElement numericCast
      overlaps partition precondition preconditionFailure prefix print println reduce reflect removeAll
      removeAtIndex removeLast removeRange reverse sizeof sizeofValue sort sorted splice split startsWith stride
      strideof strideofValue suffix swap toDebugString toString transcode underestimateCount unsafeAddressOf
      unsafeBitCast unsafeDowncast withExtendedLifetime withUnsafeMutablePointer withUnsafeMutablePointers
      withUnsafePointer withUnsafePointers withVaList

    state root
      t         -               \n
      t         -               \s+
      c1        comment-single  //
      cm        comment-multi   /\*
      cp        directive       #(?:if|elseif|else|endif|available)\b
      use keywords
      nb        -               {{builtin}}\b
      bp        -               {{function}}\b
      nv        -               \$\d+
      mb        -               0b[01_]+
      mo        -               0o[0-7_]+
      mh        -               0x[0-9a-fA-F_]+
      mf        -               [0-9][0-9_]*(?:\.[0-9_]+[eE][-+]?[0-9_]+|\.[0-9_]*|[eE][-+]?[0-9_]+)
      mi        -               [0-9][0-9_]*
      s         string          "
      p         -               [(){}\[\].,:;=@#`?]|->|[<&?](?=\w)|(?<=\w)[>!?]
      o         -               [/=\-+!*%<>&|^?~]+
      n         -               [a-zA-Z_]\w*

    state keywords
      k         -               {{keyword}}\b
      kr        -               @availability\([^)]+\)
      kr        -               {{reserved}}\b
      kc        -               (?:{{constant}}|#(?:file|line|column|function))\b
      kd        module          import\b
      kd,t,nc   -               (class|enum|extension|struct|protocol)(\s+)([a-zA-Z_]\w*)
      kd,t,nf   -               (func)(\s+)([a-zA-Z_]\w*)
      kd,t,nv   -               (var|let)(\s+)([a-zA-Z_]\w*)
      kd        -               {{declaration}}\b

    state note
      cs        -               :param: [a-zA-Z_]\w*|:returns?:|(?:FIXME|MARK|TODO):

    state comment-single
      t         ^               \n
      use note
      c1        -               [^\n]

    state comment-multi
      use note
      cm        -               [^*/]
      cm        =               /\*
      cm        ^               \*/
      cm        -               [*/]

    state directive
      t         ^               \n
      use keywords
      cp        -               [A-Za-z]\w*
      use root

    state module
      t         ^               \n
      nc        -               [a-zA-Z_]\w*
      use root

    state string
      si        value           \\\(
      s         ^               "
      se        -               \\['"\\nrt]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}
      s         -               [^\\"]+
      s         -               \\

    state value
      si        =               \(
      si        ^               \)
      use root
    """#
