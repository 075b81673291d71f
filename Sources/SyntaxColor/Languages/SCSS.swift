/// Style sheets for Sass.
let scssDefinition = #"""
    name SCSS
    alias scss
    file *.scss
    flags ignore-case dot-all one-line

    words property
      align-content align-items align-self all animation animation-delay animation-direction animation-duration
      animation-fill-mode animation-iteration-count animation-name animation-play-state animation-timing-function
      appearance aspect-ratio backface-visibility background background-attachment background-blend-mode
      background-clip background-color background-image background-origin background-position background-repeat
      background-size block-size border border-block border-block-color border-block-end border-block-end-color
      border-block-end-style border-block-end-width border-block-start border-block-start-color
      border-block-start-style border-block-start-width border-block-style border-block-width border-bottom
      border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
      border-bottom-width border-collapse border-color border-end-end-radius border-end-start-radius border-image
      border-image-outset border-image-repeat border-image-slice border-image-source border-image-width
      border-inline border-inline-color border-inline-end border-inline-end-color border-inline-end-style
      border-inline-end-width border-inline-start border-inline-start-color border-inline-start-style
      border-inline-start-width border-inline-style border-inline-width border-left border-left-color
      border-left-style border-left-width border-radius border-right border-right-color border-right-style
      border-right-width border-spacing border-start-end-radius border-start-start-radius border-style border-top
      border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width border-width
      bottom box-decoration-break box-shadow box-sizing break-after break-before break-inside caption-side
      caret-color clear clip clip-path color color-adjust column-count column-fill column-gap column-rule
      column-rule-color column-rule-style column-rule-width column-span column-width columns content
      content-visibility counter-increment counter-reset counter-set cursor direction display empty-cells filter
      flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family
      font-feature-settings font-kerning font-language-override font-optical-sizing font-size font-size-adjust
      font-stretch font-style font-synthesis font-variant font-variant-caps font-variant-east-asian
      font-variant-emoji font-variant-ligatures font-variant-numeric font-variant-position font-weight
      footnote-display footnote-policy forced-color-adjust gap grid grid-area grid-auto-columns grid-auto-flow
      grid-auto-rows grid-column grid-column-end grid-column-start grid-row grid-row-end grid-row-start
      grid-template grid-template-areas grid-template-columns grid-template-rows hanging-punctuation height hyphens
      image-orientation image-rendering image-resolution initial-letter initial-letter-align initial-letter-wrap
      inline-size inline-sizing inset inset-block inset-block-end inset-block-start inset-inline inset-inline-end
      inset-inline-start isolation justify-content justify-items justify-self left letter-spacing lighting-color
      line-break line-clamp line-grid line-height line-padding line-snap list-style list-style-image
      list-style-position list-style-type margin margin-block margin-block-end margin-block-start margin-bottom
      margin-break margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top
      margin-trim mask mask-border mask-border-mode mask-border-repeat mask-border-slice mask-border-source
      mask-border-width mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-repeat
      mask-size mask-type max-block-size max-height max-lines max-width min-height min-width mix-blend-mode nav-down
      nav-left nav-right nav-up object-fit object-position offset offset-anchor offset-distance offset-path
      offset-position offset-rotate opacity order orphans outline outline-color outline-offset outline-style
      outline-width overflow overflow-anchor overflow-block overflow-clip-margin overflow-inline overflow-wrap
      overflow-x overflow-y overscroll-behavior overscroll-behavior-block overscroll-behavior-inline
      overscroll-behavior-x overscroll-behavior-y padding padding-block padding-block-end padding-block-start
      padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right padding-top
      page page-break-after page-break-before page-break-inside page-orientation perspective perspective-origin
      place-content place-items place-self pointer-events position quotes resize right rotate row-gap scale
      scroll-behavior scroll-margin scroll-margin-block scroll-margin-block-end scroll-margin-block-start
      scroll-margin-bottom scroll-margin-inline scroll-margin-inline-end scroll-margin-inline-start
      scroll-margin-left scroll-margin-right scroll-margin-top scroll-padding scroll-padding-block
      scroll-padding-block-end scroll-padding-block-start scroll-padding-bottom scroll-padding-inline
      scroll-padding-inline-end scroll-padding-inline-start scroll-padding-left scroll-padding-right
      scroll-padding-top scroll-snap-align scroll-snap-stop scroll-snap-type scrollbar-color scrollbar-gutter
      scrollbar-width shape-image-threshold shape-inside shape-margin shape-outside shape-padding
      spatial-navigation-action spatial-navigation-contain spatial-navigation-function src string-set tab-size
      table-layout text-align text-align-all text-align-last text-combine-upright text-decoration
      text-decoration-color text-decoration-line text-decoration-skip text-decoration-style
      text-decoration-thickness text-emphasis text-emphasis-position text-emphasis-style text-group-align
      text-indent text-justify text-orientation text-overflow text-rendering text-shadow text-size-adjust
      text-space-trim text-spacing text-transform text-underline-offset text-underline-position text-wrap top
      touch-action transform transform-box transform-origin transform-style transition transition-delay
      transition-duration transition-property transition-timing-function translate unicode-bidi user-select
      vertical-align visibility white-space widows width will-change word-break word-spacing word-wrap wrap-after
      wrap-before wrap-flow wrap-inside wrap-through writing-mode z-index
    words value
      absolute add alias all all-petite-caps all-scroll all-small-caps allow-end alpha alphabetic alternate
      alternate-reverse always anywhere arabic-indic armenian attr auto auto; auto‑flow available avoid avoid-column
      avoid-flex avoid-line avoid-page avoid-region backwards balance balance-all baseline bengali bidi-override
      blink block block-end block-start blur bold bolder border-bottom border-box both bottom break-all break-word
      brightness button cambodian capitalize caption cell center checkbox circle cjk-decimal cjk-earthly-branch
      cjk-heavenly-stem cjk-ideographic clear clip clone close-quote col-resize collapse color color-burn
      color-dodge column column-reverse common-ligatures condensed contain content content-box contents context-menu
      contextual contrast copy cover create crisp-edges cross-fade crosshair cubic-bezier current currentColor
      cursive dark darken dashed decimal decimal-leading-zero default dense devanagari diagonal-fractions difference
      disc discard discard-after discard-before disclosure-closed disclosure-open discretionary-ligatures display
      dot dotted double double-circle drop-shadow ease ease-in ease-in-out ease-out economy element ellipse ellipsis
      embed emoji end ethiopic-numeric ew-resize exact exclude exclusion expanded extra-condensed extra-expanded
      fangsong fantasy fill fill-box filled first fit-content fixed flat flex flex-end flex-start flow flow-root
      focus force force-end forwards from-font from-image full-size-kana full-width geometricPrecision georgian grab
      grabbing grammar-error grayscale grid groove gujarati gurmukhi hanging hard-light hebrew help hidden hide
      high-quality hiragana hiragana-iroha historical-ligatures horizontal horizontal-tb hue hue-rotate icon
      ideograph-alpha ideograph-numeric ideographic image image-set in-flow infinite inherit initial inline
      inline-block inline-end inline-flex inline-grid inline-start inline-table inset inside inter-character
      inter-word intersect invert isolate isolate-override italic japanese-formal japanese-informal jis04 jis78
      jis83 jis90 justify justify-all kannada katakana katakana-iroha keep keep-all khmer korean-hangul-formal
      korean-hanja-formal korean-hanja-informal lao large larger last leader left legacy light lighten lighter line
      line-through linear lining-nums list-item listbox local loose lower-alpha lower-armenian lower-greek
      lower-latin lower-roman lowercase ltr luminance luminosity malayalam mandatory manipulation manual margin-box
      masonry match-parent match-source math matrix matrix3d max-content maximum medium menu menulist
      menulist-button message-box meter middle min-content minimum minmax mixed mongolian monospace move multiply
      myanmar n-resize ne-resize nesw-resize no-clip no-close-quote no-common-ligatures no-compress no-contextual
      no-discretionary-ligatures no-drop no-historical-ligatures no-open-quote no-repeat none normal not-allowed
      nowrap ns-resize nw-resize nwse-resize oldstyle-nums opacity open open-quote optimizeLegibility optimizeSpeed
      ordinal oriya outset outside outside-shape over overlay overline padding-box page pan-down pan-left pan-right
      pan-up pan-x pan-y path paused persian perspective petite-caps pixelated plaintext pointer polygon pre
      pre-line pre-wrap preserve-3d pretty progress progress-bar proportional-nums proportional-width proximity
      punctuation push-button radio ray rect recto region relative repeat repeat-x repeat-y reverse revert ridge
      right rotate rotate-left rotate-right rotate3d rotateX rotateY rotateZ round row row-resize row-reverse rtl
      ruby ruby-base ruby-base-container ruby-text ruby-text-container run-in running s-resize safe sans-serif
      saturate saturation scale scale-down scaleX scaleY scaleZ screen scroll scroll-position se-resize searchfield
      self-end self-start semi-condensed semi-expanded separate sepia serif sesame show sideways sideways-lr
      sideways-rl simp-chinese-formal simp-chinese-informal simplified skew skewX skewY slashed-zero slice
      slider-horizontal small small-caps small-caption smaller smooth snap soft-light solid space space-adjacent
      space-around space-between space-end space-evenly space-first space-start spelling-error square square-button
      stable stacked-fractions start static status-bar step-end step-start sticky stretch strict stroke-box style
      sub subgrid subtract super sw-resize symbols system-ui table table-caption table-cell table-column
      table-column-group table-footer-group table-header-group table-row table-row-group tabular-nums tamil
      target-counter target-text telugu text text-bottom text-top textarea textfield thai thick thin tibetan
      titling-caps top trad-chinese-formal trad-chinese-informal traditional transform translate translate3d
      translateX translateY translateZ transparent triangle trim-adjacent trim-end trim-inner trim-start
      ui-monospace ui-rounded ui-sans-serif ui-serif ultra-condensed ultra-expanded under underline unicase unicode
      unsafe unset upper-alpha upper-armenian upper-latin upper-roman uppercase upright url url; verso vertical
      vertical-lr vertical-rl vertical-text view-box visible w-resize wait wavy weight white width wrap wrap-reverse
      x x-large x-small xx-large xx-small xxx-large y z zoom-in zoom-out
    words color
      AliceBlue AntiqueWhite Aqua Aquamarine Azure Beige Bisque Black BlanchedAlmond Blue BlueViolet Brown BurlyWood
      CadetBlue Chartreuse Chocolate Coral CornflowerBlue Cornsilk Crimson Cyan DarkBlue DarkCyan DarkGoldenRod
      DarkGray DarkGreen DarkGrey DarkKhaki DarkMagenta DarkOliveGreen DarkOrange DarkOrchid DarkRed DarkSalmon
      DarkSeaGreen DarkSlateBlue DarkSlateGray DarkSlateGrey DarkTurquoise DarkViolet DeepPink DeepSkyBlue DimGray
      DimGrey DodgerBlue FireBrick FloralWhite ForestGreen Fuchsia Gainsboro GhostWhite Gold GoldenRod Gray Green
      GreenYellow Grey HoneyDew HotPink IndianRed Indigo Ivory Khaki Lavender LavenderBlush LawnGreen LemonChiffon
      LightBlue LightCoral LightCyan LightGoldenRodYellow LightGray LightGreen LightGrey LightPink LightSalmon
      LightSeaGreen LightSkyBlue LightSlateGray LightSlateGrey LightSteelBlue LightYellow Lime LimeGreen Linen
      Magenta Maroon MediumAquaMarine MediumBlue MediumOrchid MediumPurple MediumSeaGreen MediumSlateBlue
      MediumSpringGreen MediumTurquoise MediumVioletRed MidnightBlue MintCream MistyRose Moccasin NavajoWhite Navy
      OldLace Olive OliveDrab Orange OrangeRed Orchid PaleGoldenRod PaleGreen PaleTurquoise PaleVioletRed PapayaWhip
      PeachPuff Peru Pink Plum PowderBlue Purple RebeccaPurple Red RosyBrown RoyalBlue SaddleBrown Salmon SandyBrown
      SeaGreen SeaShell Sienna Silver SkyBlue SlateBlue SlateGray SlateGrey Snow SpringGreen SteelBlue Tan Teal
      Thistle Tomato Turquoise Violet Wheat White WhiteSmoke Yellow YellowGreen
    // A property that is not known: what stands before a colon and, later, a semicolon.
    let not-after-colon (?<!:)(?<!:\s)(?<!:\s\s)(?<!:\s\s\s)(?<!:\s\s\s\s)(?<!:\s\s\s\s\s)(?<!:\s\s\s\s\s\s)
    let unknown {{not-after-colon}}[^ \t:="\[;(),.]+(?=[ \t]*:(?:#\{|[^{])+?[;,])

    state root
      p      -            [{}()]
      t      -            \s+
      c1     -            //[^\n]*\n
      cm     -            /\*.*?\*/
      k      value        @import
      k,t,@selector,t,k,t,nn,t,k  value  (@(?:use|forward))(\s+)([^\s;]+)(?:(\s+)(as)(\s+)(\w+|\*))?(?:(\s+)(with))?
      k      for          @for
      k      each         @each
      k      value        @(?:debug|warn|else if|if|while|return)
      k,nf   value        (@(?:mixin|function))( [\w-]+)
      k,nd   value        (@include)( [\w-]+)
      k      selector     @extend
      k,t    value        (@media)(\s+)
      k      selector     @[\w-]+
      nv,o   value        (\$[\w-]*\w)([ \t]*:)
      si     interpolation  #\{
      na     attribute    \b{{property}}(?=\s*:)
      na     attribute    {{unknown}}
      .      selector

    state attribute
      si     interpolation  #\{
      o      value        [ \t]*:
      .      ^

    state for
      ow     -            from|to|through
      use value

    state each
      ow     -            in
      use value

    state value
      t      -            [ \t]+
      k      -            !(?:important|default|global)
      nv     -            [!$][\w-]+
      sx     url          url\(
      nf     -            [a-z_-][\w-]*(?=\()
      na     -            \b{{property}}(?=\s*:)
      na     -            {{unknown}}
      ni     -            \b{{value}}\b
      no     -            \b{{color}}\b
      n      -            true|false
      ow     -            and|or|not
      cm     comment      /\*
      c1     -            //[^\n]*
      mh     -            #[a-z0-9]{1,6}
      o,mi,kt  -          (-)?(\d+)(%|[a-z]+)?
      o,mf,kt  -          (-?)(\d*\.\d+)(%|[a-z]+)?
      si     interpolation  #\{
      o      -            [~^*!&%<>|+=@:,./?-]+
      p      -            [\[\]()]+
      s2     double       "
      s1     single       '
      n      -            [a-z_-][\w-]*
      t      -            \n
      p      ^            [;{}]

    state interpolation
      si     ^            \}
      use value

    state selector
      t      -            [ \t]+
      nd     pseudo-class  :
      nc     class        \.
      si     interpolation  #\{
      nn     id           [#]
      k      -            &
      o      -            [~^*!&\[\]()<>|+=@:,./?-]
      o,nc   -            (%)([\w-]+)
      s2     double       "
      s1     single       '
      t      -            \n
      p      ^            [;{}]
      nt     -            [\w-]+

    state pseudo-class
      nd     -            [\w-]+
      si     interpolation  #\{
      .      ^

    state class
      nc     -            [\w-]+
      si     interpolation  #\{
      .      ^

    state id
      nn     -            [\w-]+
      si     interpolation  #\{
      .      ^

    state double
      s2     -            (?:\\.|#(?=[^\n{])|[^\n"#])+
      si     interpolation  #\{
      s2     ^            "

    state single
      s1     -            (?:\\.|#(?=[^\n{])|[^\n'#])+
      si     interpolation  #\{
      s1     ^            '

    state url
      sx     -            (?:\\[#]|#(?=[^\n{])|[^\n#)])+
      si     interpolation  #\{
      sx     ^            \)

    state comment
      cm     -            (?:\\[#]|#(?=[^{])|\*(?=[^/])|[^#*])+
      si     interpolation  #\{
      c      ^            \*/
    """#
