internal import Values

extension FunctionTable {
    /// The functions of the namespace `lang` that write numbers, amounts as English does; `Translate` needs a site.
    mutating func registerLanguage() {
        register("lang.FormatNumber", 2...2) { call in
            .string(try call.locale.number.format(call[1].castToFloat(), precision: call.int(0)))
        }
        register("lang.FormatPercent", 2...2) { call in
            let locale = call.locale
            let number = try locale.number.format(call[1].castToFloat(), precision: call.int(0))
            return .string(locale.percent.before + number + locale.percent.after)
        }
        for name in ["lang.FormatCurrency", "lang.FormatAccounting"] {
            register(name, 3...3) { call in
                let code = try call.text(1)
                let number = try NumberFormat().format(call[2].castToFloat(), precision: call.int(0))
                return .string((currencySymbols[code] ?? code) + number)
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

/// The signs that English puts before an amount; a code without one stands for itself.
private let currencySymbols: [String: String] = [
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "CNY": "CN¥", "BRL": "R$", "CAD": "CA$",
    "AUD": "A$", "MXN": "MX$", "NZD": "NZ$", "ILS": "₪", "VND": "₫", "HKD": "HK$", "TWD": "NT$", "XAF": "FCFA",
    "XCD": "EC$", "XPF": "CFPF", "PHP": "₱",
]
