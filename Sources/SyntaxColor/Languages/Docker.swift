/// Files that say how an image is built.
let dockerDefinition = #"""
    name Docker
    alias docker dockerfile containerfile
    file Dockerfile Dockerfile.* *.Dockerfile *.docker Containerfile Containerfile.* *.Containerfile
    flags ignore-case

    let gap \s*\\?\s*

    state root
      c                -  #.*
      k,<bash>         -  (ONBUILD)({{gap}})
      k,<bash>         -  (HEALTHCHECK)((?:{{gap}}--\w+=\w+{{gap}})*)
      k,<bash>,<json>  -  (VOLUME|ENTRYPOINT|CMD|SHELL)({{gap}})(\[.*?\])
      k,<bash>         -  (LABEL|ENV|ARG)((?:{{gap}}\w+=\w+{{gap}})*)
      k,w,s,w,k,w,s    -  (FROM|MAINTAINER|EXPOSE|WORKDIR|USER|STOPSIGNAL|VOLUME)\b(\s)(\S*)\b(?:(\s)(AS)\b(\s)(\S*))?\b
      k                -  RUN|CMD|ENTRYPOINT|ENV|ARG|LABEL|ADD|COPY
      <bash>           -  (?:.*\\\n)*.+
    """#
