/// PHP between its tags, and without them.
let phpDefinition = #"""
    name PHP
    alias php php3 php4 php5
    file *.php *.php3 *.php4 *.php5 *.inc
    priority 3
    flags ignore-case dot-all ensure-newline

    let name (?:[\\_a-z]|[^\x00-\x7f])(?:[\\\w]|[^\x00-\x7f])*
    let simple (?:[_a-z]|[^\x00-\x7f])(?:\w|[^\x00-\x7f])*
    words magic
      __callStatic __set_state __construct __debugInfo __toString __destruct __invoke __wakeup __clone __sleep __isset
      __unset __call __get __set
    words magic-constant
      __NAMESPACE__ __FUNCTION__ __METHOD__ __CLASS__ __TRAIT__ __LINE__ __FILE__ __DIR__
    words keyword
      E_ALL E_ERROR E_PARSE E_WARNING FALSE NULL PHP_OS PHP_VERSION TRUE abstract and array as break case catch
      cfunction clone continue declare default die do echo else elseif empty enddeclare endfor endforeach endif
      endswitch endwhile eval exit extends final finally for foreach global if implements include include_once
      interface list match namespace new not old_function or parent php_user_filter print private protected public
      require require_once return static stdClass switch this throw trait try use var virtual while xor yield

    state root
      cp               ^         \?>
      s,s,dl,s,dl,p,t  -         (<<<)(['"]?)({{simple}})(\2\n.*?\n\s*)(\3)(;?)(\n)
      t                -         \s+
      p                attribute  #\[
      c1               -         #[^\n]*\n
      c1               -         //[^\n]*\n
      cm               -         /\*\*/
      sd               -         /\*\*.*?\*/
      cm               -         /\*.*?\*/
      o,t,na           -         (->|::)(\s*)({{simple}})
      o                -         [~!%^&*+=|:.<>/@-]+
      o                -         \?
      p                -         [\[\]{}();,]+
      k,t,k            -         (new)(\s+)(class)\b
      k,t              class     (class)(\s+)
      k,t              -         (function)(\s*)(?=\()
      k,t,o,t          function  (function)(\s+)(&?)(\s*)
      k,t,no           -         (const)(\s+)({{name}})
      k                -         {{keyword}}\b
      kc               -         (?:true|false|null)\b
      no               -         {{magic-constant}}\b
      nv               variable  \$\{
      nv               -         \$+{{name}}
      nx               -         {{name}}
      mf               -         (?:\d+\.\d*|\d*\.\d+)(?:e[-+]?\d+)?
      mf               -         \d+e[-+]?\d+
      mo               -         0o?[0-7_]+
      mh               -         0x[a-f0-9_]+
      mi               -         \d[\d_]*
      mb               -         0b[01_]+
      s1               -         '(?:\\.|[^'\\])*+'
      sb               -         `(?:\\.|[^`\\])*+`
      s2               string    "

    state attribute
      p                ^         \]
      p                parameters  \(
      nd               -         {{name}}
      use root

    state parameters
      p                ^         \)
      use root

    state class
      nc               ^         {{name}}

    state function
      fm               -         {{magic}}\b
      nf               ^         {{name}}
      .                ^

    state variable
      nv               ^         \}
      use root

    state string
      s2               ^         "
      s2               -         [^{$"\\]+
      se               -         \\(?:[nrt"$\\]|[0-7]{1,3}|x[0-9a-f]{1,2})
      si               -         \${{simple}}(?:\[\S+?\]|->{{simple}})?
      si,@root,si      -         (\{\$\{)([^\n]{0,500}?)(\}\})
      si,@root,si      -         (\{)(\$[^\n]{0,500}?)(\})
      si,nv,si         -         (\$\{)(\S+)(\})
      s2               -         [${\\]
    """#
