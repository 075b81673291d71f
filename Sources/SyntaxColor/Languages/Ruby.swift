/// Ruby.
let rubyDefinition = #"""
    name Ruby
    alias rb ruby duby
    file *.rb *.rbw Rakefile *.rake *.gemspec *.rbx *.duby Gemfile *.gemfile Vagrantfile Appraisals .pryrc *.json.jbuilder
    flags dot-all

    words keyword
      return ensure rescue unless undef until break begin elsif super alias while retry BEGIN raise yield redo next case when
      then else end for END do if in
    words pseudo
      module_function attr_accessor attr_reader attr_writer initialize protected include private extend public raise false
      catch throw attr loop true new nil
    words question
      autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined
      nil private_method_defined protected_method_defined public_method_defined respond_to tainted
    words builtin
      Array Float Integer String __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch
      chomp chop class_eval class_variables clone const_defined\? const_get const_missing const_set constants
      display dup eval exec exit extend fail fork format freeze getc gets global_variables gsub hash id
      included_modules inspect instance_eval instance_method instance_methods instance_variable_get
      instance_variable_set instance_variables lambda load local_variables loop method method_missing methods
      module_eval name object_id open p print printf private_class_method private_instance_methods private_methods
      proc protected_instance_methods protected_methods public_class_method public_instance_methods public_methods
      putc puts raise rand readline readlines require scan select self send set_trace_func singleton_methods sleep
      split sprintf srand sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn
    let symbol-operator ===|\[\]=|<=>|\*\*|==|>=|\+@|<>|>>|<<|-@|\[\]|[-~`^|&<%/>+*]
    // What a regular expression follows where a slash could also divide.
    let before-regex ^|(?<=[=<>~!:])|(?<=[\s;]when\s)|(?<=[\s;]or\s)|(?<=[\s;]and\s)|(?<=\.index\s)|(?<=\.scan\s)|{{before-regex-2}}
    let before-regex-2 (?<=\.sub\s)|(?<=\.sub!\s)|(?<=\.gsub\s)|(?<=\.gsub!\s)|(?<=\.match\s)|(?<=[\s;]if\s)|{{before-regex-3}}
    let before-regex-3 (?<=[\s;]elsif\s)|(?<=^when\s)|(?<=^index\s)|(?<=^scan\s)|(?<=^sub\s)|(?<=^gsub\s)|{{before-regex-4}}
    let before-regex-4 (?<=^sub!\s)|(?<=^gsub!\s)|(?<=^match\s)|(?<=^if\s)|(?<=^elsif\s)

    state root
      ch            -          \A#!.+?$
      c1            -          #[^\n]*$
      cm            -          =begin\s.*?\n=end[^\n]*$
      k             -          (?:defined\?|{{keyword}})\b
      k,t,nn        -          (module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)
      k,t           function   (def)(\s+)
      k             function   def(?=[*%&^`~+-/\[<>=])
      k,t           class      (class)(\s+)
      kp            -          {{pseudo}}\b
      ow            -          (?:not|and|or)\b
      nb            -          {{question}}\?
      nb            -          (?:chomp|chop|exit|gsub|sub)!
      nb            -          (?<!\.){{builtin}}\b
      bp            -          __(?:FILE|LINE)__\b
      s             -          (?<!\w)<<-?(["`']?)[a-zA-Z_]\w*\1.*?\n
      s             -          <<-?(["'])\1.*?\n
      cp            end-part   __END__
      t,sr          regex      ((?:{{before-regex}})\s*)(/)
      sr            regex      (?<=[(,\[])/
      t,sr          regex      (\s+)(/)(?![\s=])
      mo,t,o        -          (0_?[0-7]+(?:_[0-7]+)*+)(\s*)([/?])?
      mh,t,o        -          (0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*+)(\s*)([/?])?
      mb,t,o        -          (0b[01]+(?:_[01]+)*+)(\s*)([/?])?
      mi,t,o        -          (\d+(?:[_e]\d+)*+)(\s*)([/?])?
      vc            -          @@[a-zA-Z_]\w*
      vi            -          @[a-zA-Z_]\w*
      vg            -          \$\w+
      vg            -          \$[!@&`'+~=/\\,;.<>_*$?:"^-]
      vg            -          \$-[0adFiIlpvw]
      o             -          ::
      use strings
      sc            -          \?(?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)
      no            -          [A-Z]\w+
      o,n           -          (\.|::)({{symbol-operator}})
      o,n           -          (\.|::)([a-zA-Z_]\w*[!?]?|[*%&^`~+\-/\[<>=])
      n             -          [a-zA-Z_]\w*[!?]?
      o             -          \[|\]|\*\*|<<?|>>?|>=|<=|<=>|=~|===|!~|&&?|\|\||\.{1,3}
      o             -          [-+/*%=<>&!^|~]=?
      p             -          [(){};,/?:\\]
      t             -          \s+

    state strings
      ss            -          :@{0,2}[a-zA-Z_]\w*[!?]?
      ss            -          :@{0,2}(?:{{symbol-operator}})
      ss            -          :'(?:\\.|[^'\\])*+'
      s1            -          '(?:\\.|[^'\\])*+'
      ss            quoted-symbol  :"
      ss,p          -          ([a-zA-Z_]\w*)(:)(?!:)
      s2            string     "
      sb            backtick   (?<!\.)`
      sx            brace-text   %[QWx]?\{
      sx            brace-plain  %[qsw]\{
      sr            brace-regex  %r\{
      sx            bracket-text   %[QWx]?\[
      sx            bracket-plain  %[qsw]\[
      sr            bracket-regex  %r\[
      sx            parenthesis-text   %[QWx]?\(
      sx            parenthesis-plain  %[qsw]\(
      sr            parenthesis-regex  %r\(
      sx            angle-text   %[QWx]?<
      sx            angle-plain  %[qsw]<
      sr            angle-regex  %r<
      s             -          %r([\W_])(?:\\\1|(?!\1).)*+\1[mixounse]*
      sx            -          %[qsw]([\W_])(?:\\\1|(?!\1).)*+\1
      s             -          %[QWx]([\W_])(?:\\\1|(?!\1).)*+\1
      s             -          %([^a-zA-Z0-9\s])(?:\\\1|(?!\1).)*+\1

    state interpolation
      si            value      #\{
      si            -          #@@?[a-zA-Z_]\w*
      si            -          #\$[a-zA-Z_]\w*

    state escaped
      use interpolation
      se            -          \\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})

    state value
      si            =          \{
      si            ^          \}
      use root

    state string
      use escaped
      s2            -          [^\\"#]+
      s2            -          [#\\]
      s2            ^          "

    state quoted-symbol
      use escaped
      ss            -          [^\\"#]+
      ss            -          [#\\]
      ss            ^          "

    state backtick
      use escaped
      sb            -          [^\\`#]+
      sb            -          [#\\]
      sb            ^          `

    state regex
      use interpolation
      sr            -          \\[\\/]
      sr            -          [#\\]
      sr            -          [^#\\/]+
      sr            ^          /[mixounse]*

    state end-part
      cp            ^          .+

    state class
      p             receiver   \(
      o             ^          <<
      nc            ^          [A-Z_]\w*
      .             ^

    state function
      p             receiver   \(
      nc,o,nf       ^          (?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<|>>|<=?>|>=?|===?)
      .             ^

    state receiver
      p,o           ^          (\))(\.|::)?
      o             =          \(
      use root

    state brace-text
      sx            -          \\[\\{}]
      sx            =          \{
      sx            ^          \}
      use escaped
      sx            -          [#\\{}]
      sx            -          [^#\\{}]+

    state brace-plain
      sx            -          \\[\\{}]
      sx            =          \{
      sx            ^          \}
      sx            -          [#\\{}]
      sx            -          [^#\\{}]+

    state brace-regex
      sr            -          \\[\\{}]
      sr            =          \{
      sr            ^          \}[mixounse]*
      use interpolation
      sr            -          [#\\{}]
      sr            -          [^#\\{}]+

    state bracket-text
      sx            -          \\[\\\[\]]
      sx            =          \[
      sx            ^          \]
      use escaped
      sx            -          [#\\\[\]]
      sx            -          [^#\\\[\]]+

    state bracket-plain
      sx            -          \\[\\\[\]]
      sx            =          \[
      sx            ^          \]
      sx            -          [#\\\[\]]
      sx            -          [^#\\\[\]]+

    state bracket-regex
      sr            -          \\[\\\[\]]
      sr            =          \[
      sr            ^          \][mixounse]*
      use interpolation
      sr            -          [#\\\[\]]
      sr            -          [^#\\\[\]]+

    state parenthesis-text
      sx            -          \\[\\()]
      sx            =          \(
      sx            ^          \)
      use escaped
      sx            -          [#\\()]
      sx            -          [^#\\()]+

    state parenthesis-plain
      sx            -          \\[\\()]
      sx            =          \(
      sx            ^          \)
      sx            -          [#\\()]
      sx            -          [^#\\()]+

    state parenthesis-regex
      sr            -          \\[\\()]
      sr            =          \(
      sr            ^          \)[mixounse]*
      use interpolation
      sr            -          [#\\()]
      sr            -          [^#\\()]+

    state angle-text
      sx            -          \\[\\<>]
      sx            =          <
      sx            ^          >
      use escaped
      sx            -          [#\\<>]
      sx            -          [^#\\<>]+

    state angle-plain
      sx            -          \\[\\<>]
      sx            =          <
      sx            ^          >
      sx            -          [#\\<>]
      sx            -          [^#\\<>]+

    state angle-regex
      sr            -          \\[\\<>]
      sr            =          <
      sr            ^          >[mixounse]*
      use interpolation
      sr            -          [#\\<>]
      sr            -          [^#\\<>]+
    """#
