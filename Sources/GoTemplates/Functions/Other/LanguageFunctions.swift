internal import Values

extension FunctionTable {
    /// The functions of the namespace `lang` that write numbers, as English does; `Translate` needs a site.
    mutating func registerLanguage() {
        register("lang.FormatNumber", 2...2) { call in
            let numbers = call.locale?.numbers ?? NumberFormat()
            return .string(try numbers.format(call[1].castToFloat(), precision: call.int(0)))
        }
        register("lang.FormatPercent", 2...2) { call in
            let (number, precision) = (try call[1].castToFloat(), try call.int(0))
            return .string(call.locale?.percent(number, precision: precision) ?? "")
        }
        for (name, isAccount) in [("lang.FormatCurrency", false), ("lang.FormatAccounting", true)] {
            register(name, 3...3) { call in
                let (code, number, precision) = (try call.text(1), try call[2].castToFloat(), try call.int(0))
                return .string(
                    call.locale?.amount(number, of: code, precision: precision, isAccount: isAccount) ?? "")
            }
        }
        register("lang.FormatNumberCustom", 2...4) { call in
            var format = NumberFormat()
            if call.count > 2 {
                let separator = call.count > 3 ? try call.text(3) : " "
                let parts = try call.text(2).goSplit(by: separator)
                guard parts.count <= 3 else { throw ValueError("too many fields in options parameter to NumFmt") }
                format = NumberFormat(
                    minus: parts.first ?? "-", point: parts.count > 1 ? parts[1] : "",
                    group: parts.count > 2 ? parts[2] : "")
            }
            return .string(try format.formatCustom(call[1].castToFloat(), precision: call.int(0)))
        }
    }
}
