/// The render hooks that a site can use without writing them.
enum EmbeddedHooks {
    /// The templates by path.
    static let files: [(path: String, text: String)] = [
        ("_markup/render-link.html", link), ("_markup/render-image.html", image),
    ]

    /// A link to a page, or to a file of a bundle or of the assets, by the address of what it names.
    private static let link = #"""
        {{- $address := urls.Parse .Destination -}}
        {{- $href := $address.String -}}
        {{- if strings.HasPrefix $href "#" -}}
        {{- $href = printf "%s#%s" .PageInner.RelPermalink $address.Fragment -}}
        {{- else if and $href (not $address.IsAbs) -}}
        {{- $path := strings.TrimPrefix "./" $address.Path -}}
        {{- with or (.PageInner.GetPage $path) (.PageInner.Resources.Get $path) (resources.Get $path) -}}
        {{- $href = .RelPermalink -}}
        {{- with $address.RawQuery }}{{ $href = printf "%s?%s" $href . }}{{ end -}}
        {{- with $address.Fragment }}{{ $href = printf "%s#%s" $href . }}{{ end -}}
        {{- end -}}
        {{- end -}}
        <a href="{{ $href }}"{{ with .Title }} title="{{ . }}"{{ end }}>{{ .Text }}</a>
        {{- "" -}}
        """#

    /// An image of a bundle or of the assets by its address.
    private static let image = #"""
        {{- $address := urls.Parse .Destination -}}
        {{- $src := $address.String -}}
        {{- if not $address.IsAbs -}}
        {{- $path := strings.TrimPrefix "./" $address.Path -}}
        {{- with or (.PageInner.Resources.Get $path) (resources.Get $path) -}}
        {{- $src = .RelPermalink -}}
        {{- with $address.RawQuery }}{{ $src = printf "%s?%s" $src . }}{{ end -}}
        {{- with $address.Fragment }}{{ $src = printf "%s#%s" $src . }}{{ end -}}
        {{- end -}}
        {{- end -}}
        <img src="{{ $src }}" alt="{{ .PlainText }}"{{ with .Title }} title="{{ . }}"{{ end -}}
        {{- if .IsBlock }}{{ range $name, $value := .Attributes }}{{ if $value }}{{ printf " %s=%q" $name ($value | transform.HTMLEscape) | safeHTMLAttr }}{{ end }}{{ end }}{{ end }}>
        {{- "" -}}
        """#
}
