/// Markdown, with the code in its fences and the front matter above it.
let markdownDefinition = #"""
    name markdown
    alias md mkd
    file *.md *.mkd *.markdown

    state root
      <yaml>         -  \A---\n(?:(?!---\n).*\n)*+---\n
      cm             -  <!--[\s\S]*?-->
      gh             -  ^#[^#].+\n
      gu             -  ^#{2,6}.+\n
      t,k,k,@inline  -  ^(\s*)([*-] )(\[[ xX]\])( .+\n)
      t,k,t,@inline  -  ^(\s*)([*-])(\s)(.+\n)
      t,k,@inline    -  ^(\s*)([0-9]+\.)( .+\n)
      k,ge           -  ^(\s*>\s)(.+\n)
      s,t,s          -  ^(```\n)([\s\S]*?)(^```$)
      s,s,s,$2,s     -  ^(```)(\w+)(\n)([\s\S]*?)(^```$)
      use inline

    state inline
      cm             -  <!--[\s\S]*?-->
      t              -  \\.
      t,ge           -  (\s)([*_](?:(?<=\*)[^*\n]*\*|(?<=_)[^_\n]*_))(?=\W|\n)
      t,gs           -  (\s)(\*\*.*?\*\*|__.*?__)(?=\W|\n)
      t,gd           -  (\s)(~~[^~]+~~)(?=\W|\n)
      sb             -  `[^`]+`
      ni             -  [@#][\w/:]+
      t,nt,t,t,na,t  -  (!?\[)([^\]]+)(\])(\()([^)]+)(\))
      t              -  .|\n
    """#
