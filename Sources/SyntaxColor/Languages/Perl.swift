/// Perl 5.
let perlDefinition = #"""
    name Perl
    alias perl pl
    file *.pl *.pm *.t
    flags dot-all

    let slashed (?:\\.|[^\\/])*+
    let banged (?:\\[\\!]|[^!\\]|\\(?![\\!]))*+
    let atted (?:\\.|[^\\@])*+
    let percented (?:\\.|[^\\%])*+
    words keyword
          BEGIN CHECK END INIT case continue do else elsif for foreach if last my new next our print redo reset return
          then unless until while
    words builtin
          abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir connect
          continue cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent
          endpwent endservent eof eval exec exists exit exp fcntl fileno flock fork format formline getc getgrent getgrgid
          getgrnam gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp
          getppid getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname
          getservbyport getservent getsockname getsockopt glob gmtime goto grep hex import index int ioctl join keys kill
          last lc lcfirst length link listen local localtime log lstat map mkdir msgctl msgget msgrcv msgsnd my next oct
          open opendir ord our pack pipe pop pos printf prototype push quotemeta rand read readdir readline readlink
          readpipe recv redo ref rename reverse rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send
          setgrent sethostent setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget
          shmread shmwrite shutdown sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr
          symlink syscall sysopen sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst
          umask undef unlink unpack unshift untie utime values vec wait waitpid wantarray warn write

    state root
      ch       -          \A#![^\n]+
      c1       -          #[^\n]*
      cm       -          ^=[a-zA-Z0-9]+\s+.*?\n=cut
      k        -          {{keyword}}\b
      k,t,n,t,p,t  format  (format)(\s+)(\w+)(\s*)(=)(\s*\n)
      ow       -          (?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b
      sr       -          s/{{slashed}}/{{slashed}}/[egimosx]*
      sr       -          s!{{banged}}!{{banged}}![egimosx]*
      sr       -          s@{{atted}}@{{atted}}@[egimosx]*
      sr       -          s%{{percented}}%{{percented}}%[egimosx]*
      sr       balanced   s\{(?:\\.|[^\\}])*+\}\s*
      sr       balanced   s<(?:\\.|[^\\>])*+>\s*
      sr       balanced   s\[(?:\\.|[^\\\]])*+\]\s*
      sr       balanced   s\((?:\\.|[^\\)])*+\)\s*
      sr       -          m?/(?:\\.|[^\\/\n])*+/[gcimosx]*
      sr       balanced   m(?=[/!\\{<\[(@%$])
      sr       -          (?:(?<==~)|(?<=\())\s*+/{{slashed}}/[gcimosx]*
      t        -          \s+
      nb       -          {{builtin}}\b
      bp       -          (?:__(?:DATA|DIE|WARN)__|STD(?:IN|OUT|ERR))\b
      s,s,dl,s,dl,t  -    (<<)(['"]?)([a-zA-Z_]\w*)(\2;?\n.*?\n)(\3)(\n)
      cp       end        __END__
      vg       -          \$\^[ADEFHILMOPSTWX]
      vg       -          \$[\\"\[\]'&`+*.,;=%~?@$!<>(^|/-](?!\w)
      nv       variable   [$@%#]+
      mo       -          0_?[0-7]+(?:_[0-7]+)*
      mh       -          0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*
      mb       -          0b[01]+(?:_[01]+)*
      mf       -          (?:\d[\d_]*+)?\.\d[\d_]*+(?:[eE][+-]?\d+)?
      mf       -          \d[\d_]*+[eE][+-]?\d[\d_]*
      mi       -          \d+(?:_\d+)*
      s        -          '(?:\\.|[^'\\])*+'
      s        -          "(?:\\.|[^"\\])*+"
      sb       -          `(?:\\.|[^`\\])*+`
      sr       -          <[^\s>]+>
      sx       braces     q[qwrx]?\{
      sx       parens     q[qwrx]?\(
      sx       brackets   q[qwrx]?\[
      sx       angles     q[qwrx]?<
      sx       -          q[qwrx]?([\W_]).*?\1
      k,t,nn   -          (package|use|require|no)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)
      k,t      function   (sub)(\s+)
      k        -          (?:package|require|use|no)\b
      o        -          \[\]|\*\*|::|<<|>>|<=>|={3}|=~|!~|&&?|\|\||\.{1,3}|[-+/*%=<>&^|!\\~]=?
      p        -          [()\[\]:;,<>/?{}]
      .        name       (?=\w)

    state balanced
      sr       ^          /{{slashed}}/[egimosx]*
      sr       ^          !(?:\\.|[^\\!])*+![egimosx]*
      sr       ^          \\[^\\]*\\[egimosx]*
      sr       ^          \{(?:\\.|[^\\}])*+\}[egimosx]*
      sr       ^          <(?:\\.|[^\\>])*+>[egimosx]*
      sr       ^          \[(?:\\.|[^\\\]])*+\][egimosx]*
      sr       ^          \((?:\\.|[^\\)])*+\)[egimosx]*
      sr       ^          @{{atted}}@[egimosx]*
      sr       ^          %{{percented}}%[egimosx]*
      sr       ^          \$(?:\\.|[^\\$])*+\$[egimosx]*

    state braces
      sx       -          \\[{}\\]?
      sx       =          \{
      sx       ^          \}
      sx       -          [^{}\\]+

    state parens
      sx       -          \\[()\\]?
      sx       =          \(
      sx       ^          \)
      sx       -          [^()]+

    state brackets
      sx       -          \\[\[\]\\]?
      sx       =          \[
      sx       ^          \]
      sx       -          [^\[\]]+

    state angles
      sx       -          \\[<>\\]?
      sx       =          <
      sx       ^          >
      sx       -          [^<>]+

    state format
      si       ^          \.\n
      si       -          [^\n]*\n

    state function
      nf       -          [a-zA-Z_]\w*[!?]?
      t        -          \s+
      p,t      -          (\([$@%]*\))(\s*)
      p        ^          ;
      p        ^          [^{]*\{

    state end
      cp       ^          .+

    state variable
      t        -          \s+
      p        ^          [{),]
      nn       -          \w+::
      nv       ^          [\w:]+

    state name
      nn       ^          [a-zA-Z_]\w*+(?:::[a-zA-Z_]\w*+)*+(?:::)?(?=\s*->)
      nn       ^          [a-zA-Z_]\w*+(?:::[a-zA-Z_]\w*+)*::
      n        ^          [\w:]+
      .        ^          (?=\W)
    """#
