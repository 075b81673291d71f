/// The shortcodes that a site has without writing them.
enum EmbeddedShortcodes {
    /// The templates by path.
    static let files: [(path: String, text: String)] = [
        ("_shortcodes/ref.html", "{{ ref . .Params }}"), ("_shortcodes/relref.html", "{{ relref . .Params }}"),
        ("_shortcodes/param.html", param), ("_shortcodes/figure.html", figure),
        ("_shortcodes/details.html", details), ("_shortcodes/highlight.html", highlight),
        ("_shortcodes/comment.html", comment), ("_shortcodes/qr.html", qr),
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
        {{- with .Get "link" -}}
        <a href="{{ . }}"{{ with $.Get "target" }} target="{{ . }}"{{ end }}{{ with $.Get "rel" }} rel="{{ . }}"{{ end }}>
        {{- end -}}
        {{- $address := urls.Parse (.Get "src") -}}
        {{- $source := $address.String -}}
        {{- if not $address.IsAbs -}}
        {{- with or (.Page.Resources.Get $address.Path) (resources.Get $address.Path) }}{{ $source = .RelPermalink }}{{ end -}}
        {{- end -}}
        <img src="{{ $source }}"
        {{- if or (.Get "alt") (.Get "caption") }}
        \#t\#t\#talt="{{ with .Get "alt" }}{{ . }}{{ else }}{{ .Get "caption" | markdownify | plainify }}{{ end }}"
        {{- end -}}
        {{- with .Get "width" }} width="{{ . }}"{{ end -}}
        {{- with .Get "height" }} height="{{ . }}"{{ end -}}
        {{- with .Get "loading" }} loading="{{ . }}"{{ end -}}
        >{{ if .Get "link" }}</a>{{ end -}}
        {{- if or (.Get "title") (.Get "caption") (.Get "attr") -}}
        <figcaption>
        \#t\#t\#t{{ with .Get "title" }}<h4>{{ . }}</h4>{{ end -}}
        {{- if or (.Get "caption") (.Get "attr") -}}
        <p>{{ .Get "caption" | markdownify -}}
        {{- with .Get "attrlink" }}
        \#t\#t\#t\#t\#t\#t<a href="{{ . }}">
        {{- end -}}
        {{- .Get "attr" | markdownify }}{{ if .Get "attrlink" }}</a>{{ end }}</p>
        {{- end }}
        \#t\#t</figcaption>
        {{- end }}
        </figure>

        """#

    /// A part that the reader opens.
    private static let details = #"""

        {{ $summary := or (.Get "summary") (T "shortcodes.details") "Details" -}}
        <details
        {{- with .Get "class" }} class="{{ . }}"{{ end -}}
        {{- with .Get "name" }} name="{{ . }}"{{ end -}}
        {{- if in (slice true "true") (.Get "open") }} open{{ end -}}
        {{- with .Get "title" }} title="{{ . }}"{{ end }}>
        \#t<summary>{{ $summary | .Page.RenderString }}</summary>
        \#t{{ .Inner | .Page.RenderString (dict "display" "block") -}}
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

    /// Nothing, with a word that there is a better way.
    private static let comment = #"""
        {{- warnf "The %q shortcode is deprecated; use HTML comments. See %s" .Name .Position -}}
        {{- with .Inner }}{{ end -}}
        """#

    /// A picture that a phone reads; Keyport does not draw it.
    private static let qr = #"""
        {{- $text := or (.Get "text") (strings.TrimSpace .Inner) -}}
        {{- if $text -}}
        {{- $options := dict "level" (or (.Get "level") "medium") "scale" (or (.Get "scale") 4) "targetDir" (or (.Get "targetDir") "") -}}
        {{- with images.QR $text $options -}}
        <img src="{{ .RelPermalink }}" width="{{ .Width }}" height="{{ .Height }}"
        {{- with $.Get "alt" }} alt="{{ . }}"{{ end }}
        {{- with $.Get "class" }} class="{{ . }}"{{ end }}
        {{- with $.Get "id" }} id="{{ . }}"{{ end }}
        {{- with $.Get "title" }} title="{{ . }}"{{ end }}
        {{- with $.Get "loading" }} loading="{{ . }}"{{ end -}}
        >
        {{- end -}}
        {{- else -}}
        {{- errorf "The %q shortcode requires a %q argument. See %s" .Name "text" .Position -}}
        {{- end -}}
        """#
}
