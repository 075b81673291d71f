/// The script of the game engine Godot.
let gdScriptDefinition = #"""
    name GDScript3
    alias gdscript3 gd3
    file *.gd

    let escape \\(?:[\\abfnrtv"'\n]|N\{[^}\n]*\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})
    let percent %(?:\(\w+\))?[-#0 +]*+(?:\d++|\*)?(?:\.(?:\d++|\*))?[hlL]?[E-GXc-giorsux%]
    words keyword
          break breakpoint case class const continue do elif else enum export extends for func if onready pass return
          setget signal static switch tool var while
    words function
          Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil clamp convert cos cosh db2linear decimals dectime
          deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan lerp
          linear2db load log max min nearest_po2 pow preload print print_stack printerr printraw prints printt rad2deg
          rand_range rand_seed randf randi randomize range round seed sign sin sinh sqrt stepify str str2var tan tanh
          type_exist typeof var2bytes var2str weakref yield
    words class
          AABB AcceptDialog AnimatedSprite AnimatedSprite3D Animation AnimationPlayer AnimationTreePlayer Area Area2D
          Array AtlasTexture AudioServer AudioServerSW AudioStream AudioStreamMPC AudioStreamOGGVorbis AudioStreamOpus
          AudioStreamPlayback AudioStreamSpeex BackBufferCopy BakedLight BakedLightInstance BakedLightSampler BaseButton
          BitMap BoneAttachment BoxContainer BoxShape Button ButtonArray ButtonGroup Camera Camera2D CanvasItem
          CanvasItemMaterial CanvasItemShader CanvasItemShaderGraph CanvasLayer CanvasModulate CapsuleShape CapsuleShape2D
          CenterContainer CheckBox CheckButton CircleShape2D CollisionObject CollisionObject2D CollisionPolygon
          CollisionPolygon2D CollisionShape CollisionShape2D Color ColorArray ColorPicker ColorPickerButton ColorRamp
          ConcavePolygonShape ConcavePolygonShape2D ConeTwistJoint ConfigFile ConfirmationDialog Container Control
          ConvexPolygonShape ConvexPolygonShape2D CubeMap Curve2D Curve3D DampedSpringJoint2D Dictionary DirectionalLight
          Directory EditorFileDialog EditorImportPlugin EditorPlugin EditorScenePostImport EditorScript Environment
          EventPlayer EventStream EventStreamChibi File FileDialog FixedMaterial Font FuncRef GDFunctionState
          GDNativeClass GDScript Generic6DOFJoint Geometry GeometryInstance Globals GraphEdit GraphNode GridContainer
          GridMap GrooveJoint2D HBoxContainer HButtonArray HScrollBar HSeparator HSlider HSplitContainer HTTPClient
          HingeJoint IP IP_Unix Image ImageTexture ImmediateGeometry Input InputDefault InputEvent InputEventAction
          InputEventJoystickButton InputEventJoystickMotion InputEventKey InputEventMouseButton InputEventMouseMotion
          InputEventScreenDrag InputEventScreenTouch InputMap InstancePlaceholder IntArray InterpolatedCamera ItemList
          Joint Joint2D KinematicBody KinematicBody2D Label LargeTexture Light Light2D LightOccluder2D LineEdit
          LineShape2D MainLoop MarginContainer Marshalls Material MaterialShader MaterialShaderGraph Matrix3 Matrix32
          MenuButton Mesh MeshDataTool MeshInstance MeshLibrary MultiMesh MultiMeshInstance Mutex Navigation Navigation2D
          NavigationMesh NavigationMeshInstance NavigationPolygon NavigationPolygonInstance Nil Node Node2D NodePath OS
          Object OccluderPolygon2D OmniLight OptionButton PCKPacker PHashTranslation PackedDataContainer
          PackedDataContainerRef PackedScene PacketPeer PacketPeerStream PacketPeerUDP Panel PanelContainer
          ParallaxBackground ParallaxLayer ParticleAttractor2D Particles Particles2D Patch9Frame Path Path2D PathFollow
          PathFollow2D PathRemap Performance Physics2DDirectBodyState Physics2DDirectBodyStateSW Physics2DDirectSpaceState
          Physics2DServer Physics2DServerSW Physics2DShapeQueryParameters Physics2DShapeQueryResult
          Physics2DTestMotionResult PhysicsBody PhysicsBody2D PhysicsDirectBodyState PhysicsDirectBodyStateSW
          PhysicsDirectSpaceState PhysicsServer PhysicsServerSW PhysicsShapeQueryParameters PhysicsShapeQueryResult
          PinJoint PinJoint2D Plane PlaneShape Polygon2D PolygonPathFinder Popup PopupDialog PopupMenu PopupPanel Portal
          Position2D Position3D ProgressBar ProximityGroup Quad Quat RID Range RawArray RayCast RayCast2D RayShape
          RayShape2D RealArray Rect2 RectangleShape2D Reference ReferenceFrame RegEx RemoteTransform2D RenderTargetTexture
          Resource ResourceImportMetadata ResourceInteractiveLoader ResourceLoader ResourcePreloader ResourceSaver
          RichTextLabel RigidBody RigidBody2D Room RoomBounds Sample SampleLibrary SamplePlayer SamplePlayer2D SceneState
          SceneTree Script ScrollBar ScrollContainer SegmentShape2D Semaphore Separator Shader ShaderGraph ShaderMaterial
          Shape Shape2D Skeleton Slider SliderJoint SoundPlayer2D SoundRoomParams Spatial SpatialPlayer
          SpatialSamplePlayer SpatialSound2DServer SpatialSound2DServerSW SpatialSoundServer SpatialSoundServerSW
          SpatialStreamPlayer SphereShape SpinBox SplitContainer SpotLight Sprite Sprite3D SpriteBase3D SpriteFrames
          StaticBody StaticBody2D StreamPeer StreamPeerSSL StreamPeerTCP StreamPlayer String StringArray StyleBox
          StyleBoxEmpty StyleBoxFlat StyleBoxImageMask StyleBoxTexture SurfaceTool TCP_Server TabContainer Tabs TestCube
          TextEdit Texture TextureButton TextureFrame TextureProgress Theme Thread TileMap TileSet Timer ToolButton
          TouchScreenButton Transform Translation TranslationServer Tree TreeItem Tween UndoRedo VBoxContainer
          VButtonArray VScrollBar VSeparator VSlider VSplitContainer Vector2 Vector2Array Vector3 Vector3Array VehicleBody
          VehicleWheel VideoPlayer VideoStream VideoStreamTheora Viewport ViewportSprite VisibilityEnabler
          VisibilityEnabler2D VisibilityNotifier VisibilityNotifier2D VisualInstance VisualServer WeakRef WindowDialog
          World World2D WorldEnvironment XMLParser YSort bool float int

    state root
      t        -             \s+
      c1       -             #.*$
      p        -             [\]{}:(),;\[]
      t        -             \\\n?
      ow       -             (?:in|and|or|not)\b
      o        -             [-~+/*%=<>&^.!|$]
      k        -             {{keyword}}\b
      k,t      definition    (def)((?:\s|\\\s)+)
      nb       -             (?<!\.){{function}}\b
      bp       -             (?<!\.)(?:self|false|true|PI|NAN|INF)\b
      ne       -             (?<!\.){{class}}\b
      sa,s2    raw-double-3  ([rR]|[uUbB][rR]|[rR][uUbB])(""")
      sa,s1    raw-single-3  ([rR]|[uUbB][rR]|[rR][uUbB])(''')
      sa,s2    raw-double    ([rR]|[uUbB][rR]|[rR][uUbB])(")
      sa,s1    raw-single    ([rR]|[uUbB][rR]|[rR][uUbB])(')
      sa,s2    double-3      ([uUbB]?)(""")
      sa,s1    single-3      ([uUbB]?)(''')
      sa,s2    double        ([uUbB]?)(")
      sa,s1    single        ([uUbB]?)(')
      n        -             [a-zA-Z_]\w*
      mf       -             (?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?j?
      mf       -             \d+[eE][+-]?\d+j?
      mh       -             0[xX][a-fA-F0-9]+
      mi       -             \d+j?

    state definition
      nf       ^             [a-zA-Z_]\w*
      .        ^

    state double-text
      si       -             {{percent}}
      s2       -             [^\\'"%\n]+|[\\'"%]

    state single-text
      si       -             {{percent}}
      s1       -             [^\\'"%\n]+|[\\'"%]

    state double-3
      se       -             {{escape}}
      use raw-double-3

    state raw-double-3
      s2       ^             """
      use double-text
      s2       -             \n

    state single-3
      se       -             {{escape}}
      use raw-single-3

    state raw-single-3
      s1       ^             '''
      use single-text
      s1       -             \n

    state double
      se       -             {{escape}}
      use raw-double

    state raw-double
      s2       ^             "
      se       -             \\[\\"\n]
      use double-text

    state single
      se       -             {{escape}}
      use raw-single

    state raw-single
      s1       ^             '
      se       -             \\[\\'\n]
      use single-text
    """#
