internal import Synchronization
internal import Text
internal import Values

/// A part of a description of an API (OpenAPI 3), with the names of fields that Hugo's library for it has (kin-openapi).
///
/// What a part holds is made when it is asked for, so that schemas may hold themselves.
final class OpenAPIObject: ValueObject {
    let goType: String
    private let kind: String
    private let data: ValueMap
    private let root: ValueMap
    private let known = Mutex<[String: Value]>([:])

    /// The part `data` of the document `root`.
    init(_ kind: String, _ data: ValueMap, root: ValueMap) {
        self.kind = kind
        self.data = data
        self.root = root
        goType = "*openapi3.\(kind)"
    }

    var members: MemberTable { MemberTable() }

    func value(forKey key: String) -> Value? {
        if let value = known.withLock({ $0[key] }) { return value }
        guard let value = made(key) else { return nil }
        return known.withLock { known in
            if let other = known[key] { return other }
            known[key] = value
            return value
        }
    }

    /// The document of a resource's data.
    static func document(_ value: Value) throws(ValueError) -> OpenAPIObject {
        guard case .map(let root) = value else {
            throw ValueError("a description of an API is a map; got \(value.goType)")
        }
        guard let version = root["openapi"]?.goString, version.hasPrefix("3") else {
            throw ValueError("there is no \"openapi: 3…\" in it: version 3 of OpenAPI is read")
        }
        return OpenAPIObject("T", root, root: root)
    }

    private func made(_ key: String) -> Value? {
        switch key {
        case "Extensions":
            var extensions = ValueMap()
            for (name, value) in data where name.hasPrefix("x-") { extensions[name] = value }
            return .map(extensions)
        case "Operations" where kind == "PathItem":
            var operations = ValueMap()
            for method in ["connect", "delete", "get", "head", "options", "patch", "post", "put", "trace"] {
                guard case .map(let map)? = data[method] else { continue }
                operations[method.uppercased()] = .object(OpenAPIObject("Operation", map, root: root))
            }
            return .map(operations)
        default:
            guard let field = Self.kinds[kind]?[key] else { return nil }
            return shaped(data[field.name], field.form[...])
        }
    }

    /// Data as a field of that form; what is not there, or is something else, as Go's value of nothing.
    private func shaped(_ value: Value?, _ form: Substring) -> Value {
        let inner = form.dropFirst()
        switch form.first {
        case "[":
            let list = value?.listValue ?? []
            return .list(list.map { shaped($0, inner) })
        case "{":
            var map = ValueMap()
            if case .map(let given)? = value {
                for (name, element) in given where !name.hasPrefix("x-") { map[name] = shaped(element, inner) }
            }
            return .map(map)
        case "<":
            guard case .map? = value else { return .null }
            return .object(OpenAPIMap(shaped(value, "{" + inner)))
        case "&":
            guard case .map(let map)? = value else { return .null }
            return .object(OpenAPIReference(String(inner), map, root: root))
        default: break
        }
        switch form {
        case "string": return .string(value?.stringValue ?? value.map { $0.isNull ? "" : $0.goString } ?? "")
        case "bool": return .bool(value?.boolValue ?? false)
        case "count": return value.flatMap { $0.isNull ? nil : $0 } ?? .int(0)
        case "any": return value ?? .null
        case "types":
            if let name = value?.stringValue { return .object(OpenAPITypes([name])) }
            guard let names = value?.listValue else { return .null }
            return .object(OpenAPITypes(names.map(\.goString)))
        case "additional":
            var fields: ValueMap = ["Has": value?.boolValue.map { .bool($0) } ?? .null, "Schema": .null]
            if case .map(let map)? = value { fields["Schema"] = .object(OpenAPIReference("Schema", map, root: root)) }
            return .object(RecordObject("openapi3.AdditionalProperties", fields))
        default:
            guard case .map(let map)? = value else { return .null }
            return .object(OpenAPIObject(String(form), map, root: root))
        }
    }

    private struct Field {
        let name: String
        let form: String
    }

    /// The fields of each kind by their names in Go, from ``source``.
    private static let kinds: [String: [String: Field]] = {
        var kinds: [String: [String: Field]] = [:]
        for line in source.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let kind = words.first else { continue }
            for word in words.dropFirst() {
                let parts = word.split(separator: "=")
                guard parts.count == 3 else { continue }
                kinds[String(kind), default: [:]][String(parts[0])] = Field(
                    name: String(parts[1]), form: String(parts[2]))
            }
        }
        return kinds
    }()

    /// A kind and its fields as `Go=document=form` in each line. A form is the name of a kind or a plain type; `[` before
    /// it is a list of such, `{` a map, `<` a map behind `.Map`, and `&` one that may be a reference.
    private static let source = """
        T OpenAPI=openapi=string Components=components=Components Info=info=Info Paths=paths=<PathItem Security=security=[any
        T Servers=servers=[Server Tags=tags=[Tag ExternalDocs=externalDocs=ExternalDocs
        Components Schemas=schemas={&Schema Parameters=parameters={&Parameter Headers=headers={&Header
        Components RequestBodies=requestBodies={&RequestBody Responses=responses={&Response Examples=examples={&Example
        Components SecuritySchemes=securitySchemes={&SecurityScheme Links=links={&Link Callbacks=callbacks={&Callback
        Info Title=title=string Description=description=string TermsOfService=termsOfService=string Contact=contact=Contact
        Info License=license=License Version=version=string
        Contact Name=name=string URL=url=string Email=email=string
        License Name=name=string URL=url=string
        Server URL=url=string Description=description=string Variables=variables={ServerVariable
        ServerVariable Enum=enum=[string Default=default=string Description=description=string
        Tag Name=name=string Description=description=string ExternalDocs=externalDocs=ExternalDocs
        ExternalDocs Description=description=string URL=url=string
        PathItem Ref=$ref=string Summary=summary=string Description=description=string Connect=connect=Operation
        PathItem Delete=delete=Operation Get=get=Operation Head=head=Operation Options=options=Operation
        PathItem Patch=patch=Operation Post=post=Operation Put=put=Operation Trace=trace=Operation Servers=servers=[Server
        PathItem Parameters=parameters=[&Parameter
        Operation Tags=tags=[string Summary=summary=string Description=description=string OperationID=operationId=string
        Operation Parameters=parameters=[&Parameter RequestBody=requestBody=&RequestBody Responses=responses=<&Response
        Operation Callbacks=callbacks={&Callback Deprecated=deprecated=bool Security=security=any Servers=servers=[Server
        Operation ExternalDocs=externalDocs=ExternalDocs
        Parameter Name=name=string In=in=string Description=description=string Style=style=string Explode=explode=any
        Parameter AllowEmptyValue=allowEmptyValue=bool AllowReserved=allowReserved=bool Deprecated=deprecated=bool
        Parameter Required=required=bool Schema=schema=&Schema Example=example=any Examples=examples={&Example
        Parameter Content=content={MediaType
        Header Name=name=string In=in=string Description=description=string Style=style=string Explode=explode=any
        Header AllowEmptyValue=allowEmptyValue=bool AllowReserved=allowReserved=bool Deprecated=deprecated=bool
        Header Required=required=bool Schema=schema=&Schema Example=example=any Examples=examples={&Example
        Header Content=content={MediaType
        RequestBody Description=description=string Required=required=bool Content=content={MediaType
        MediaType Schema=schema=&Schema Example=example=any Examples=examples={&Example Encoding=encoding={Encoding
        Encoding ContentType=contentType=string Headers=headers={&Header Style=style=string Explode=explode=any
        Encoding AllowReserved=allowReserved=bool
        Response Description=description=any Headers=headers={&Header Content=content={MediaType Links=links={&Link
        Example Summary=summary=string Description=description=string Value=value=any ExternalValue=externalValue=string
        Link OperationRef=operationRef=string OperationID=operationId=string Description=description=string
        Link Parameters=parameters={any Server=server=Server RequestBody=requestBody=any
        SecurityScheme Type=type=string Description=description=string Name=name=string In=in=string Scheme=scheme=string
        SecurityScheme BearerFormat=bearerFormat=string Flows=flows=OAuthFlows OpenIdConnectUrl=openIdConnectUrl=string
        OAuthFlows Implicit=implicit=OAuthFlow Password=password=OAuthFlow ClientCredentials=clientCredentials=OAuthFlow
        OAuthFlows AuthorizationCode=authorizationCode=OAuthFlow
        OAuthFlow AuthorizationURL=authorizationUrl=string TokenURL=tokenUrl=string RefreshURL=refreshUrl=string
        OAuthFlow Scopes=scopes={string
        Schema OneOf=oneOf=[&Schema AnyOf=anyOf=[&Schema AllOf=allOf=[&Schema Not=not=&Schema Type=type=types
        Schema Title=title=string Format=format=string Description=description=string Enum=enum=[any Default=default=any
        Schema Example=example=any ExternalDocs=externalDocs=ExternalDocs UniqueItems=uniqueItems=bool
        Schema ExclusiveMin=exclusiveMinimum=bool ExclusiveMax=exclusiveMaximum=bool Nullable=nullable=bool
        Schema ReadOnly=readOnly=bool WriteOnly=writeOnly=bool AllowEmptyValue=allowEmptyValue=bool
        Schema Deprecated=deprecated=bool XML=xml=XML Min=minimum=any Max=maximum=any MultipleOf=multipleOf=any
        Schema MinLength=minLength=count MaxLength=maxLength=any Pattern=pattern=string MinItems=minItems=count
        Schema MaxItems=maxItems=any Items=items=&Schema Required=required=[string Properties=properties={&Schema
        Schema MinProps=minProperties=count MaxProps=maxProperties=any AdditionalProperties=additionalProperties=additional
        Schema Discriminator=discriminator=Discriminator
        Discriminator PropertyName=propertyName=string Mapping=mapping={string
        XML Name=name=string Namespace=namespace=string Prefix=prefix=string Attribute=attribute=bool Wrapped=wrapped=bool
        """
}

/// A part that is written where it stands, or by a reference to its place in the document.
final class OpenAPIReference: ValueObject {
    private let kind: String
    private let data: ValueMap
    private let root: ValueMap
    private let cachedValue = Lazy<Value>()

    init(_ kind: String, _ data: ValueMap, root: ValueMap) {
        self.kind = kind
        self.data = data
        self.root = root
    }

    var members: MemberTable { Self.table }
    var goType: String { "*openapi3.\(kind)Ref" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Ref", of: OpenAPIReference.self) { .string($0.data["$ref"]?.stringValue ?? "") }
        table.field("Value", of: OpenAPIReference.self) { reference in
            try reference.cachedValue.get { try reference.resolved() }
        }
        return table
    }()

    private func resolved() throws(ValueError) -> Value {
        var data = data
        // A reference may lead to another one, and in a damaged document back to itself.
        for _ in 0..<32 {
            guard let path = data["$ref"]?.stringValue else { return part(data) }
            guard path.hasPrefix("#/") else {
                throw ValueError("$ref \"\(path)\" leads to another file, which is not read: put it into this one")
            }
            var place = Value.map(root)
            for step in path.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
                let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
                guard case .map(let map) = place, let next = map[name] else {
                    throw ValueError("$ref \"\(path)\" leads nowhere: there is no \"\(name)\"")
                }
                place = next
            }
            guard case .map(let map) = place else { throw ValueError("$ref \"\(path)\" leads to no \(kind)") }
            data = map
        }
        throw ValueError("$ref \"\(self.data["$ref"]?.stringValue ?? "")\" leads back to itself")
    }

    private func part(_ data: ValueMap) -> Value {
        guard kind == "Callback" else { return .object(OpenAPIObject(kind, data, root: root)) }
        var paths = ValueMap()
        for (name, value) in data {
            if case .map(let map) = value { paths[name] = .object(OpenAPIObject("PathItem", map, root: root)) }
        }
        return .object(OpenAPIMap(.map(paths)))
    }
}

/// Paths, responses or callbacks, which Go hides behind methods.
final class OpenAPIMap: ValueObject {
    private let map: Value

    init(_ map: Value) { self.map = map }

    var members: MemberTable { Self.table }
    var goType: String { "*openapi3.Map" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Map", of: OpenAPIMap.self) { $0.map }
        table.field("Len", of: OpenAPIMap.self) { .int($0.map.mapValue?.count ?? 0) }
        table.method("Value", of: OpenAPIMap.self, 1...1) { paths, call in
            paths.map.mapValue?[try call.string(0, of: "Value")] ?? .null
        }
        return table
    }()
}

/// The types that a schema allows.
final class OpenAPITypes: ValueObject {
    private let names: [String]

    init(_ names: [String]) { self.names = names }

    var members: MemberTable { Self.table }
    var goType: String { "*openapi3.Types" }
    var elements: [Value]? { names.map { .string($0) } }
    var goString: String { "[" + names.joined(separator: " ") + "]" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Slice", of: OpenAPITypes.self) { .list($0.elements ?? []) }
        table.method("Is", of: OpenAPITypes.self, 1...1) { types, call in
            .bool(types.names == [try call.string(0, of: "Is")])
        }
        table.method("Includes", of: OpenAPITypes.self, 1...1) { types, call in
            .bool(types.names.contains(try call.string(0, of: "Includes")))
        }
        return table
    }()
}
