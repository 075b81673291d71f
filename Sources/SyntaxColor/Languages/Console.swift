/// A recorded session in a shell: prompts, what was typed, what came out.
let consoleDefinition = #"""
    name Bash Session
    alias bash-session console shell-session
    file *.sh-session
    flags ensure-newline

    state root
      gp,t,<bash>  -  ^((?:\[[^\]]+@[^\]]+\]\s?)?[#$%>])(\s*)(.*\n?)
      go           -  ^.+\n?
    """#
