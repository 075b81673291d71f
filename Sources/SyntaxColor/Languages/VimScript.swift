/// The script of Vim.
let vimScriptDefinition = #"""
    name VimL
    alias vim
    file *.vim .vimrc .exrc .gvimrc _vimrc _exrc _gvimrc vimrc gvimrc

    let python py(?:t(?:h(?:o(?:n)?)?)?)?

    state root
      @root,k,t,o,t,t,<python>,t  -  ^([ \t:]*)({{python}})([ \t]*)(<<)([ \t]*)(.*)([\s\S]*)(\6)
      @root,k,t,<python>  -  ^([ \t:]*)({{python}})([ \t])(.*)
      c       -  ^\s*".*
      t       -  [ \t]+
      sr      -  /(?:\\[\\/]|[^\n/\\]|\\(?![\\/]))*+/
      s2      -  "(?:\\[\\"]|[^\n"\\]|\\(?![\\"]))*+"|"[^\n]*"
      s1      -  '(?:''|[^\n'])*'
      c       -  (?<=\s)"[^\-:.%#=*].*
      m       -  -?\d+
      mh      -  #[0-9a-f]{6}
      p       -  ^:
      p       -  [()<>+=!|,~-]
      k       -  \b(?:let|if|else|endif|elseif|fun|function|endfunction|set|map|autocmd|filetype|hi(?:ghlight)?|execute|syntax|colorscheme)\b
      nb      -  \b(?:NONE|bold|italic|underline|dark|light)\b
      nx      -  \b\w+\b
      t       -  [\s\S]
    """#
