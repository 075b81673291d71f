/// The templates that a site has without writing them; a file of the same path in a layout folder replaces one.
///
/// What they write is what Hugo's own write, to the byte where a test compares.
enum EmbeddedTemplates {
    /// The templates by path.
    static let files: [(path: String, text: String)] =
        [
            ("rss.xml", rss), ("sitemap.xml", sitemap), ("sitemapindex.xml", sitemapIndex),
            ("robots.txt", "User-agent: *\n"), ("alias.html", alias),
            ("_partials/pagination.html", EmbeddedPagination.text),
        ] + EmbeddedPartials.files + EmbeddedShortcodes.files + EmbeddedMediaShortcodes.files + EmbeddedHooks.files

    /// A feed of the pages of a list; an element that the site has no value for leaves a line of its indentation.
    private static let rss = #"""
        {{- $pages := .Pages -}}
        {{- if .IsHome }}{{ $pages = .Site.RegularPages }}{{ else if .IsSection }}{{ $pages = .RegularPages }}{{ end -}}
        {{- $limit := .Site.Config.Services.RSS.Limit -}}
        {{- if ge $limit 1 }}{{ $pages = $pages | first $limit }}{{ end -}}
        {{- $author := site.Params.author -}}
        {{- $email := "" }}{{ $person := "" -}}
        {{- if reflect.IsMap $author -}}
        {{- with $author.email }}{{ $email = . }}{{ with $author.name }}{{ $person = printf " (%s)" . }}{{ end }}{{ end -}}
        {{- end -}}
        {{- printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
        \#t<channel>
        \#t\#t<title>{{ if eq .Title .Site.Title }}{{ .Site.Title }}{{ else }}{{ with .Title }}{{ . }} on {{ end }}{{ .Site.Title }}{{ end }}</title>
        \#t\#t<link>{{ .Permalink }}</link>
        \#t\#t<description>Recent content {{ if ne .Title .Site.Title }}{{ with .Title }}in {{ . }} {{ end }}{{ end }}on {{ .Site.Title }}</description>
        \#t\#t<generator>Hugo</generator>
        \#t\#t<language>{{ .Site.Language.Locale }}</language>
        \#t\#t{{ with $email }}
        \#t\#t\#t<managingEditor>{{ . }}{{ $person }}</managingEditor>
        \#t\#t{{ end }}
        \#t\#t{{ with $email }}
        \#t\#t\#t<webMaster>{{ . }}{{ $person }}</webMaster>
        \#t\#t{{ end }}
        \#t\#t{{ with .Site.Copyright }}
        \#t\#t\#t<copyright>{{ . }}</copyright>
        \#t\#t{{ end }}
        \#t\#t{{ if not .Date.IsZero }}
        \#t\#t\#t<lastBuildDate>{{ (index $pages.ByLastmod.Reverse 0).Lastmod.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</lastBuildDate>
        \#t\#t{{ end }}
        {{- with .OutputFormats.Get "RSS" }}
        \#t\#t\#t{{ printf "<atom:link href=%q rel=\"self\" type=%q />" .Permalink .MediaType.Type | safeHTML }}
        {{- end }}
        {{- range $pages }}
        \#t\#t\#t<item>
        \#t\#t\#t\#t<title>{{ .Title }}</title>
        \#t\#t\#t\#t<link>{{ .Permalink }}</link>
        \#t\#t\#t\#t<pubDate>{{ .PublishDate.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
        {{- with $email }}<author>{{ . }}{{ $person }}</author>{{ end }}
        \#t\#t\#t\#t<guid>{{ .Permalink }}</guid>
        \#t\#t\#t\#t<description>{{ .Summary | transform.XMLEscape | safeHTML }}</description>
        \#t\#t\#t</item>
        {{- end }}
        \#t</channel>
        </rss>

        """#

    /// The addresses of one language.
    private static let sitemap = #"""
        {{ printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:xhtml="http://www.w3.org/1999/xhtml">
          {{ range where .Pages "Sitemap.Disable" "ne" true }}{{ if .Permalink -}}
          <url>
            <loc>{{ .Permalink }}</loc>{{ if not .Lastmod.IsZero }}
            <lastmod>{{ safeHTML ( .Lastmod.Format "2006-01-02T15:04:05-07:00" ) }}</lastmod>{{ end }}{{ with .Sitemap.ChangeFreq }}
            <changefreq>{{ . }}</changefreq>{{ end }}{{ if ge .Sitemap.Priority 0.0 }}
            <priority>{{ .Sitemap.Priority }}</priority>{{ end }}{{ if .IsTranslated }}{{ range .AllTranslations }}
            <xhtml:link
                        rel="alternate"
                        hreflang="{{ .Language.Locale }}"
                        href="{{ .Permalink }}"
                        />{{ end }}{{ end }}
          </url>{{ end }}{{ end }}
        </urlset>

        """#

    /// The sitemaps of all languages.
    private static let sitemapIndex = #"""
        {{ printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        \#t{{ range hugo.Sites }}
        \#t\#t<sitemap>
        \#t\#t\#t<loc>{{ .SitemapAbsURL }}</loc>
        \#t\#t\#t{{ if not .Lastmod.IsZero }}
        \#t\#t\#t\#t<lastmod>{{ .Lastmod.Format "2006-01-02T15:04:05-07:00" | safeHTML }}</lastmod>
        \#t\#t\#t{{ end }}
        \#t\#t</sitemap>
        \#t{{ end }}
        </sitemapindex>

        """#

    /// A page that leads to another.
    private static let alias = #"""
        <!DOCTYPE html>
        <html lang="{{ with .Page }}{{ .Site.Language.Locale }}{{ else }}en{{ end }}">
        \#t<head>
        \#t\#t<title>{{ .Permalink }}</title>
        \#t\#t<link rel="canonical" href="{{ .Permalink }}">
        \#t\#t<meta charset="utf-8">
        \#t\#t<meta http-equiv="refresh" content="0; url={{ .Permalink }}">
        \#t</head>
        </html>

        """#
}
