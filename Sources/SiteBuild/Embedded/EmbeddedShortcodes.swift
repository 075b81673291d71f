/// The shortcodes that a site has without writing them.
enum EmbeddedShortcodes {
    /// The templates by path.
    static let files: [(path: String, text: String)] = [
        ("_shortcodes/ref.html", "{{ ref . .Params }}"), ("_shortcodes/relref.html", "{{ relref . .Params }}"),
        ("_shortcodes/param.html", param), ("_shortcodes/figure.html", figure),
        ("_shortcodes/details.html", details), ("_shortcodes/highlight.html", highlight),
        ("_shortcodes/youtube.html", youtube), ("_shortcodes/vimeo.html", vimeo), ("_shortcodes/gist.html", gist),
    ]

    /// A parameter of the page or of the site.
    private static let param = #"""
        {{- $name := .Get 0 -}}
        {{- with $name -}}
        {{- with ($.Page.Param .) }}{{ . }}{{ else }}{{ errorf "Param %q not found: %s" $name $.Position }}{{ end -}}
        {{- else }}{{ errorf "Missing param key: %s" $.Position }}{{ end -}}
        """#

    /// A picture with a caption.
    private static let figure = #"""
        <figure{{ with .Get "class" }} class="{{ . }}"{{ end }}>
          {{- if .Get "link" -}}
            <a href="{{ .Get "link" }}"{{ with .Get "target" }} target="{{ . }}"{{ end }}{{ with .Get "rel" }} rel="{{ . }}"{{ end }}>
          {{- end -}}
          {{- $u := urls.Parse (.Get "src") -}}
          {{- $src := $u.String -}}
          {{- if not $u.IsAbs -}}
            {{- with or (.Page.Resources.Get $u.Path) (resources.Get $u.Path) -}}{{- $src = .RelPermalink -}}{{- end -}}
          {{- end -}}
          <img src="{{ $src }}"
            {{- if or (.Get "alt") (.Get "caption") }}
            alt="{{ with .Get "alt" }}{{ . }}{{ else }}{{ .Get "caption" | markdownify | plainify }}{{ end }}"
            {{- end -}}
            {{- with .Get "width" }} width="{{ . }}"{{ end -}}
            {{- with .Get "height" }} height="{{ . }}"{{ end -}}
            {{- with .Get "loading" }} loading="{{ . }}"{{ end -}}
          >
          {{- if .Get "link" }}</a>{{ end -}}
          {{- if or (or (.Get "title") (.Get "caption")) (.Get "attr") -}}
            <figcaption>
              {{ with .Get "title" -}}<h4>{{ . }}</h4>{{- end -}}
              {{- if or (.Get "caption") (.Get "attr") -}}<p>
                {{- .Get "caption" | markdownify -}}
                {{- with .Get "attrlink" }}
                <a href="{{ . }}">
                {{- end -}}
                {{- .Get "attr" | markdownify -}}
                {{- if .Get "attrlink" }}</a>{{ end }}</p>
              {{- end }}
            </figcaption>
          {{- end }}
        </figure>

        """#

    /// A part that the reader opens.
    private static let details = #"""
        {{- $summary := or (.Get "summary") (T "shortcodes.details") "Details" -}}
        <details
          {{- with .Get "class" }} class="{{ . }}"{{ end -}}
          {{- with .Get "name" }} name="{{ . }}"{{ end -}}
          {{- with .Get "title" }} title="{{ . }}"{{ end -}}
          {{- if in (slice true "true") (.Get "open") }} open{{ end }}>
          <summary>{{ $summary | .Page.RenderString }}</summary>
          {{ .Inner | .Page.RenderString (dict "display" "block") -}}
        </details>

        """#

    /// Code in a language with options.
    private static let highlight = #"""
        {{- if len .Params | eq 2 -}}
          {{- highlight (trim .InnerDeindent "\n\r") (.Get 0) (.Get 1) -}}
        {{- else -}}
          {{- highlight (trim .InnerDeindent "\n\r") (.Get 0) "" -}}
        {{- end -}}
        """#

    /// A video; nothing is fetched when the site is built.
    private static let youtube = #"""
        {{- $id := or (.Get "id") (.Get 0) -}}
        {{- if not $id }}{{ errorf "The %q shortcode requires a single positional parameter, the ID of the YouTube video. See %s" .Name .Position }}{{ end -}}
        {{- $title := or (.Get "title") "YouTube video" -}}
        {{- $loading := or (.Get "loading") "eager" -}}
        {{- $allow := "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" -}}
        {{- if ne (printf "%v" (.Get "allowFullScreen")) "false" }}{{ $allow = printf "%s; fullscreen" $allow }}{{ end -}}
        {{- $query := dict -}}
        {{- range slice "autoplay" "controls" "end" "loop" "mute" "start" -}}
          {{- $v := printf "%v" ($.Get .) -}}
          {{- if and (eq . "controls") (eq $v "") }}{{ $v = "true" }}{{ end -}}
          {{- if eq $v "true" }}{{ $v = "1" }}{{ else if in (slice "" "false") $v }}{{ $v = "0" }}{{ end -}}
          {{- $query = merge $query (dict . $v) -}}
          {{- if and (eq . "loop") (eq $v "1") }}{{ $query = merge $query (dict "playlist" $id) }}{{ end -}}
        {{- end -}}
        {{- $src := printf "https://www.youtube.com/embed/%s?%s" $id (querify $query) -}}
        <div {{ with .Get "class" }}class="{{ . }}"{{ else }}style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"{{ end }}>
          <iframe allow="{{ $allow }}" loading="{{ $loading }}" referrerpolicy="strict-origin-when-cross-origin" src="{{ $src }}"{{ if not (.Get "class") }} style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"{{ end }} title="{{ $title }}"></iframe>
        </div>

        """#

    /// A video; nothing is fetched when the site is built.
    private static let vimeo = #"""
        {{- $id := or (.Get "id") (.Get 0) -}}
        {{- if not $id }}{{ errorf "The %q shortcode requires a single positional parameter, the ID of the Vimeo video. See %s" .Name .Position }}{{ end -}}
        <div {{ with .Get "class" }}class="{{ . }}"{{ else }}style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"{{ end }}>
          <iframe src="https://player.vimeo.com/video/{{ $id }}?dnt=0"{{ if not (.Get "class") }} style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"{{ end }} allow="fullscreen" title="{{ or (.Get "title") "vimeo video" }}"></iframe>
        </div>

        """#

    /// A gist, which the reader's browser fetches.
    private static let gist = #"""
        <script src="https://gist.github.com/{{ .Get 0 }}/{{ .Get 1 }}.js{{ with .Get 2 }}?file={{ . }}{{ end }}"></script>
        """#
}
