/// PowerShell.
let powerShellDefinition = #"""
    name PowerShell
    alias powershell posh ps1 psm1 psd1 pwsh
    file *.ps1 *.psm1 *.psd1
    flags ignore-case dot-all

    words help
      component description example externalhelp forwardhelpcategory forwardhelptargetname functionality inputs link notes
      outputs parameter remotehelprunspace role synopsis
    words validation
      parameter validatenotnullorempty validatescript validaterange validateset validatepattern validatelength validatecount
      cmdletbinding alias
    words argument
      mandatory parametersetname position helpmessage valuefrompipeline valuefrompipelinebypropertyname
      valuefromremainingarguments dontshow confirmimpact defaultparametersetname helpuri supportspaging supportsshouldprocess
      positionalbinding
    words keyword
      while until trap switch return ref process param parameter in if global: foreach for finally filter end elseif else
      dynamicparam do default continue break begin \? % #script #private #local #global try catch throw
    words operator
      and as band bnot bor bxor casesensitive ccontains ceq cge cgt cle clike clt cmatch cne cnotcontains cnotlike
      cnotmatch contains creplace eq exact f file ge gt icontains ieq ige igt ile ilike ilt imatch ine
      inotcontains inotlike inotmatch ireplace is isnot le like lt match ne not notcontains notlike notmatch or
      regex replace wildcard
    words command
      ac asnp cat cd cfs chdir clc clear clhy cli clp cls clv cnsn compare copy cp cpi cpp curl cvpa dbp del diff
      dir dnsn ebp echo epal epcsv epsn erase etsn exsn fc fhx fl foreach ft fw gal gbp gc gci gcm gcs gdr ghy gi
      gjb gl gm gmo gp gps gpv group gsn gsnp gsv gu gv gwmi h history icm iex ihy ii ipal ipcsv ipmo ipsn irm ise
      iwmi iwr kill lp ls man md measure mi mount move mp mv nal ndr ni nmo npssc nsn nv ogv oh popd ps pushd pwd
      r rbp rcjb rcsn rd rdr ren ri rjb rm rmdir rmo rni rnp rp rsn rsnp rujb rv rvpa rwmi sajb sal saps sasv sbp
      sc select set shcm si sl sleep sls sort sp spjb spps spsv start sujb sv swmi tee trcm type wget where wjb
      write
    let scope (?:global|script|private|env):

    state root
      p            child      \(
      t            -          \s+
      w,c,k,w      requires   (\s*)(#)(requires)(\s+)
      c,sd,c       -          ^(\s*#[#\s]*)(\.{{help}})([^\n]*$)
      c            -          #[^\n]*?$
      cm           comment    (?:&lt;|<)#
      n            -          [A-Z]:
      sh           here       @"\n
      sh           -          @'\n.*?\n'@
      vm           -          @(?=\(|\{)|\$(?=\()
      p            -          `['"$@-]
      s2           string     "
      s1           -          '(?:[^']|'')*+'
      kd,w,vm,nb   -          (?<!\S)(function|filter|workflow)(\s*)({{scope}})?(\w\S*\b)
      kd,w,nb,nb,nb  -        (?<!\S)(class|configuration)(\s+)(\w\S*)(\s*)(:*)
      vm           -          \$false|\$null|\$true(?=\b)
      nv           -          (?:\$|@@?){{scope}}?\w+
      nb           -          {{validation}}\b
      nb           -          [a-z]\w*-[a-z]\w*\b
      na           -          {{argument}}\b
      k            -          {{keyword}}\b
      o            -          -{{operator}}\b
      nb           -          {{command}}\s
      p,no,p       -          (\[)([a-z_\[][\w. `,\[\]]*)(\])
      py           -          (?<!\[)(?<=\S[^*|\n]\.)\w+(?=\s+|\(|\{|\.)
      mf,p         -          (?<!\w)([-+]?(?:[0-9]+)?\.?[0-9]+(?:e[0-9]+)?[fdm]?)((?:[kmgtp]b)?)\b
      n            -          -[a-z_]\w*:*
      n            -          \w+
      p            -          [.,;@{}\[\]$()=+*/\\&%!~?^`|<>-]|::

    state requires
      w            ^          \s*\n|\s*$
      kd           -          -(?:modules|pssnapin|runasadministrator|ahellid|version|assembly|psedition)
      c            -          -\S*\b
      na           -          \s+\S+

    state child
      p            ^          \)
      use root

    state comment
      cm           -          [^#&.]+
      cm           ^          #(?:>|&gt;)
      cm,sd,cm     -          (\s*\.)({{help}})(\s*$)
      cm           -          [#&.]

    state expansion
      p            child      \$\(
      nv           -          \${{scope}}?\w+|\$\{{{scope}}?\w+\}

    state string
      se           -          `[0abfnrtv'"$`]
      s2           -          [^$`"]+
      use expansion
      s2           -          ""
      s2           -          [`$]
      s2           ^          "

    state here
      sh           ^          \n"@
      use expansion
      sh           -          [^@\n]+"\]
      sh           -          .
    """#
