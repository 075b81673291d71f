/// The partials for the head of a page, for comments and for visitor statistics; `partial` finds them by their names,
/// `template` below `_internal/` too. What they write is what Hugo's write, white space apart.
enum EmbeddedPartials {
    /// The templates by path.
    static let files: [(path: String, text: String)] = [
        ("_partials/opengraph.html", openGraph), ("_partials/schema.html", schema),
        ("_partials/twitter_cards.html", twitterCards), ("_partials/disqus.html", disqus),
        ("_partials/google_analytics.html", googleAnalytics), ("_partials/_funcs/get-page-images.html", pageImages),
        ("_partials/_funcs/get-page-description.html", description),
    ]

    /// What a page is about, as plain text in one line's ends.
    private static let description = #"""
        {{- $text := or .Description .Summary site.Params.description | plainify | htmlUnescape -}}
        {{- return (trim $text "\n\r\t ") -}}
        """#

    /// The pictures that stand for a page, as maps of their addresses: those of the front matter, else a picture of
    /// the bundle that is named for it, else the first of the site.
    private static let pageImages = #"""
        {{- $found := slice -}}
        {{- $named := .Params.images -}}
        {{- $bundled := .Resources.ByType "image" -}}
        {{- if not $named -}}
          {{- with or ($bundled.GetMatch "*feature*") ($bundled.GetMatch "{*cover*,*thumbnail*}") -}}
            {{- $found = $found | append (dict "Image" . "RelPermalink" .RelPermalink "Permalink" .Permalink) -}}
          {{- else -}}
            {{- with site.Params.images }}{{ $named = first 1 . }}{{ end -}}
          {{- end -}}
        {{- end -}}
        {{- range $address := $named -}}
          {{- if (urls.Parse $address).Scheme -}}
            {{- $found = $found | append (dict "RelPermalink" $address "Permalink" $address) -}}
          {{- else -}}
            {{- with or ($bundled.GetMatch $address) (resources.GetMatch $address) -}}
              {{- $found = $found | append (dict "Image" . "RelPermalink" .RelPermalink "Permalink" .Permalink) -}}
            {{- else -}}
              {{- $found = $found | append (dict "RelPermalink" (relURL $address) "Permalink" (absURL $address)) -}}
            {{- end -}}
          {{- end -}}
        {{- end -}}
        {{- return $found -}}
        """#

    /// The Open Graph protocol.
    private static let openGraph = #"""
        {{- $title := or site.Title site.Params.title -}}
        <meta property="og:url" content="{{ .Permalink }}">
        {{- with $title | plainify }}
          <meta property="og:site_name" content="{{ . }}">{{ end }}
        {{- with or .Title $title | plainify }}
          <meta property="og:title" content="{{ . }}">{{ end }}
        {{- with partial "_funcs/get-page-description" . }}
          <meta property="og:description" content="{{ . }}">{{ end }}
        {{- with or .Params.locale site.Language.Locale }}
          <meta property="og:locale" content="{{ replace . "-" "_" }}">{{ end }}
        {{- if not .IsPage }}
          <meta property="og:type" content="website">
        {{- else }}
          <meta property="og:type" content="article">
          {{- with .Section }}
            <meta property="article:section" content="{{ . }}">{{ end }}
          {{- range $name := slice "published" "modified" }}
            {{- with cond (eq $name "published") $.PublishDate $.Lastmod }}
            <meta property="article:{{ $name }}_time" {{ .Format "2006-01-02T15:04:05-07:00" | printf "content=%q" | safeHTMLAttr }}>
            {{- end }}
          {{- end }}
          {{- range first 6 (.GetTerms "tags") }}
            <meta property="article:tag" content="{{ .Page.Title | plainify }}">{{ end }}
        {{- end }}
        {{- range first 6 (partial "_funcs/get-page-images" .) }}
          <meta property="og:image" content="{{ .Permalink }}">{{ end }}
        {{- with .Params.audio }}{{ range first 6 . }}
          <meta property="og:audio" content="{{ absURL . }}">{{ end }}{{ end }}
        {{- with .Params.videos }}{{ range first 6 . }}
          <meta property="og:video" content="{{ absURL . }}">{{ end }}{{ end }}
        {{- range .GetTerms "series" }}{{ range first 7 .Pages }}{{ if ne $ . }}
          <meta property="og:see_also" content="{{ .Permalink }}">{{ end }}{{ end }}{{ end }}
        {{- with site.Params.social }}{{ if reflect.IsMap . }}
          {{- if .facebook_app_id }}
            <meta property="fb:app_id" content="{{ .facebook_app_id }}">
          {{- else if .facebook_admin }}
            <meta property="fb:admins" content="{{ .facebook_admin }}">
          {{- end }}
        {{- end }}{{ end }}

        """#

    /// The microdata of schema.org.
    private static let schema = #"""
        {{- with or .Title site.Title | plainify }}
          <meta itemprop="name" content="{{ . }}">{{ end }}
        {{- with partial "_funcs/get-page-description" . }}
          <meta itemprop="description" content="{{ . }}">{{ end }}
        {{- range $name := slice "datePublished" "dateModified" }}
          {{- with cond (eq $name "datePublished") $.PublishDate $.Lastmod }}
          <meta itemprop="{{ $name }}" {{ .Format "2006-01-02T15:04:05-07:00" | printf "content=%q" | safeHTMLAttr }}>
          {{- end }}
        {{- end }}
        {{- with .WordCount }}
          <meta itemprop="wordCount" content="{{ . }}">{{ end }}
        {{- range first 6 (partial "_funcs/get-page-images" .) }}
          <meta itemprop="image" content="{{ .Permalink }}">{{ end }}
        {{- $words := slice }}
        {{- range .GetTerms "keywords" }}{{ $words = $words | append .Title }}{{ end }}
        {{- if not $words }}{{ with .Keywords }}{{ $words = . }}{{ end }}{{ end }}
        {{- if not $words }}{{ range .GetTerms "tags" }}{{ $words = $words | append .Title }}{{ end }}{{ end }}
        {{- if not $words }}{{ range $plural, $_ := site.Taxonomies }}
          {{- range $.GetTerms $plural }}{{ $words = $words | append .Title }}{{ end }}
        {{- end }}{{ end }}
        {{- with $words }}
          <meta itemprop="keywords" content="{{ delimit . "," }}">{{ end -}}
        """#

    /// The cards of X.
    private static let twitterCards = #"""
        {{- with index (partial "_funcs/get-page-images" .) 0 }}
          <meta name="twitter:card" content="summary_large_image">
          <meta name="twitter:image" content="{{ .Permalink }}">
        {{- else }}
          <meta name="twitter:card" content="summary">
        {{- end }}
        {{- with or .Title site.Title site.Params.title | plainify }}
          <meta name="twitter:title" content="{{ . }}">{{ end }}
        {{- with partial "_funcs/get-page-description" . }}
          <meta name="twitter:description" content="{{ . }}">{{ end }}
        {{- with site.Params.social }}{{ if reflect.IsMap . }}{{ with .twitter }}
          <meta name="twitter:site" content="{{ if not (hasPrefix . "@") }}@{{ end }}{{ . }}">
        {{- end }}{{ end }}{{ end }}

        """#

    /// Comments by Disqus, when the site has a name there.
    private static let disqus = #"""
        {{- $settings := site.Config.Privacy.Disqus -}}
        {{- if not $settings.Disable -}}
        {{ with site.Config.Services.Disqus.Shortname }}<div id="disqus_thread"></div>
        <script>
            window.disqus_config = function () {
            {{with $.Params.disqus_identifier }}this.page.identifier = '{{ . }}';{{end}}
            {{with $.Params.disqus_title }}this.page.title = '{{ . }}';{{end}}
            {{with $.Params.disqus_url }}this.page.url = '{{ . | transform.HTMLEscape | safeURL }}';{{end}}
            };
            (function() {
                if (["localhost", "127.0.0.1"].indexOf(window.location.hostname) != -1) {
                    document.getElementById('disqus_thread').innerHTML = 'Disqus comments not available by default when the website is previewed locally.';
                    return;
                }
                var d = document, s = d.createElement('script'); s.async = true;
                s.src = '//' + {{ . }} + '.disqus.com/embed.js';
                s.setAttribute('data-timestamp', +new Date());
                (d.head || d.body).appendChild(s);
            })();
        </script>
        <noscript>Please enable JavaScript to view the <a href="https://disqus.com/?ref_noscript">comments powered by Disqus.</a></noscript>
        <a href="https://disqus.com" class="dsq-brlink">comments powered by <span class="logo-disqus">Disqus</span></a>
        {{ end }}
        {{- end -}}
        """#

    /// Google's statistics, when the site has an id there.
    private static let googleAnalytics = #"""
        {{ if not site.Config.Privacy.GoogleAnalytics.Disable }}{{ with site.Config.Services.GoogleAnalytics.ID }}
        {{- if hasPrefix (lower .) "ua-" }}
          {{- warnf "the id %q is one of Universal Analytics, which has ended; set the id of a data stream" . }}
        {{- else }}
        <script async src="https://www.googletagmanager.com/gtag/js?id={{ . }}"></script>
        <script>
          var doNotTrack = false;
          if ({{ $respects := site.Config.Privacy.GoogleAnalytics.RespectDoNotTrack }}{{ cond (eq $respects nil) true $respects }}) {
            var dnt = (navigator.doNotTrack || window.doNotTrack || navigator.msDoNotTrack);
            var doNotTrack = (dnt == "1" || dnt == "yes");
          }
          if (!doNotTrack) {
            window.dataLayer = window.dataLayer || [];
            function gtag(){dataLayer.push(arguments);}
            gtag('js', new Date());
            gtag('config', '{{ . }}');
          }
        </script>
        {{- end }}{{ end }}{{ end -}}
        """#
}
