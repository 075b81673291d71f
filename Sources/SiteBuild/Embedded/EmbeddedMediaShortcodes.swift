/// The shortcodes that show what other sites hold; the reader's browser fetches it, the build fetches nothing.
enum EmbeddedMediaShortcodes {
    /// The templates by path.
    static let files: [(path: String, text: String)] = [
        ("_shortcodes/youtube.html", youtube), ("_shortcodes/vimeo.html", vimeo),
        ("_shortcodes/vimeo_simple.html", vimeo), ("_shortcodes/gist.html", gist),
        ("_shortcodes/instagram.html", instagram), ("_shortcodes/x.html", x), ("_shortcodes/x_simple.html", x),
    ]

    private static let outerStyle = "position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"
    private static let innerStyle = "position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"

    /// A video. A parameter that is not given is sent all the same, as a zero.
    private static let youtube = #"""
        {{- $privacy := or site.Config.Privacy.YouTube dict -}}
        {{- if not $privacy.Disable -}}
        {{- $id := or (.Get "id") (.Get 0) -}}
        {{- if not $id }}{{ errorf "The %q shortcode requires a single positional parameter, the ID of the YouTube video. See %s" .Name .Position }}{{ end -}}
        {{- $allow := "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" -}}
        {{- if ne (printf "%v" (.Get "allowFullScreen")) "false" }}{{ $allow = printf "%s; fullscreen" $allow }}{{ end -}}
        {{- $query := dict "controls" "1" -}}
        {{- range slice "autoplay" "controls" "end" "loop" "mute" "start" -}}
        {{- $value := printf "%v" (or ($.Get .) "false") -}}
        {{- if and (eq . "controls") (eq ($.Get . | printf "%v") "<nil>" "") }}{{ $value = "true" }}{{ end -}}
        {{- $value = cond (eq $value "true") "1" (cond (eq $value "false") "0" $value) -}}
        {{- $query = merge $query (dict . $value) -}}
        {{- if and (eq . "loop") (eq $value "1") }}{{ $query = merge $query (dict "playlist" $id) }}{{ end -}}
        {{- end -}}
        {{- $host := cond (eq $privacy.PrivacyEnhanced true) "www.youtube-nocookie.com" "www.youtube.com" -}}
        {{- $src := printf "https://%s/embed/%s?%s" $host $id (querify $query) -}}
        <div {{ with .Get "class" }}class="{{ . }}"{{ else }}style="\#(outerStyle)"{{ end }}>
        \#t\#t\#t<iframe allow="{{ $allow }}" loading="{{ or (.Get "loading") "eager" }}" referrerpolicy="strict-origin-when-cross-origin" src="{{ $src }}"{{ if not (.Get "class") }} style="\#(innerStyle)"{{ end }} title="{{ or (.Get "title") "YouTube video" }}"></iframe>
        \#t\#t</div>
        {{ end -}}
        """#

    /// A video.
    private static let vimeo = #"""
        {{- $privacy := or site.Config.Privacy.Vimeo dict -}}
        {{- if not $privacy.Disable -}}
        {{- $id := or (.Get "id") (.Get 0) -}}
        {{- if not $id }}{{ errorf "The %q shortcode requires a single positional parameter, the ID of the Vimeo video. See %s" .Name .Position }}{{ end -}}
        {{- $class := .Get "class" }}
        \#t\#t\#t<div
        \#t\#t\#t\#t\#t{{ with $class }}class="{{ . }}"{{ else }}style="\#(outerStyle)"{{ end }}>
        \#t\#t\#t\#t<iframe
        \#t\#t\#t\#t\#tsrc="https://player.vimeo.com/video/{{ $id }}?dnt={{ cond (eq $privacy.EnableDNT true) 1 0 }}"
        {{- if not $class }}
        \#t\#t\#t\#t\#t\#tstyle="\#(innerStyle)"
        {{- end -}}
        {{- if ne (printf "%v" (.Get "allowFullScreen")) "false" }} allow="fullscreen"{{ end -}}
        {{- with .Get "loading" }} loading="{{ . }}"{{ end -}}
        {{- with .Get "title" }} title="{{ . }}"{{ end }}>
        \#t\#t\#t\#t</iframe>
        \#t\#t\#t</div>
        {{ end -}}
        """#

    /// A gist.
    private static let gist = #"""
        <script src="https://gist.github.com/{{ .Get 0 }}/{{ .Get 1 }}.js{{ with .Get 2 }}?file={{ . }}{{ end }}"></script>
        """#

    /// A post: what Instagram's script puts its frame in the place of, without the drawing that Hugo shows until then.
    private static let instagram = #"""
        {{- $privacy := or site.Config.Privacy.Instagram dict -}}
        {{- if not $privacy.Disable -}}
        {{- $id := .Get 0 -}}
        {{- if not $id }}{{ errorf "The %q shortcode requires a single positional parameter, the ID of the Instagram post. See %s" .Name .Position }}{{ end -}}
        <blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/{{ $id }}" data-instgrm-version="14">
        \#t<a href="https://www.instagram.com/p/{{ $id }}" target="_blank">View this post on Instagram</a>
        </blockquote>{{ if not $privacy.Simple }}<script async src="https://www.instagram.com/embed.js"></script>{{ end }}
        {{ end -}}
        """#

    /// A post: Hugo asks X for its text, which a build without a network cannot; what is left is the link.
    private static let x = #"""
        {{- $privacy := or site.Config.Privacy.X dict -}}
        {{- if not $privacy.Disable -}}
        {{- $id := or (.Get "id") "" -}}
        {{- $user := or (.Get "user") "" -}}
        {{- if not (and $id $user) -}}
        {{- errorf "The %q shortcode requires two named parameters: user and id. See %s" .Name .Position -}}
        {{- end -}}
        {{- $address := printf "https://x.com/%s/status/%v" $user $id -}}
        <blockquote class="twitter-tweet"{{ if eq $privacy.EnableDNT true }} data-dnt="true"{{ end }}><a href="{{ $address }}">{{ $address }}</a></blockquote>
        {{- if not $privacy.Simple }}<script async src="https://platform.x.com/widgets.js" charset="utf-8"></script>{{ end }}
        {{ end -}}
        """#
}
