#include "CTomlPlusPlus.h"

namespace {
struct broken_assumption {};
}  // namespace

// Some of what toml++ takes for granted does not hold for broken files: a line that is only `[` is one such. Its
// assertions would end the process, or without them the parser would go on with a false assumption.
#undef NDEBUG
#define TOML_ASSERT(condition) (static_cast<bool>(condition) ? static_cast<void>(0) : throw broken_assumption{})
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct keyport_toml {
    toml::table table;
    std::vector<keyport_toml_event> events;
    bool failed = false;
    std::string message;
    uint32_t line = 0;
    uint32_t column = 0;
};

namespace {

keyport_toml_event make_event(int32_t kind, const toml::source_region &source) {
    keyport_toml_event event{};
    event.kind = kind;
    event.line = source.begin.line;
    event.column = source.begin.column;
    event.end_line = source.end.line;
    event.end_column = source.end.column;
    return event;
}

void set_date(keyport_toml_event &event, const toml::date &date) {
    event.year = date.year;
    event.month = date.month;
    event.day = date.day;
}

void set_time(keyport_toml_event &event, const toml::time &time) {
    event.hour = time.hour;
    event.minute = time.minute;
    event.second = time.second;
    event.nanosecond = time.nanosecond;
}

// toml++ itself bounds how deep values nest, and the Swift side how long a dotted key is, so this recursion is bounded.
void walk(const toml::node &node, std::vector<keyport_toml_event> &events) {
    const auto &source = node.source();
    if (const auto *table = node.as_table()) {
        events.push_back(make_event(KEYPORT_TOML_TABLE_BEGIN, source));
        for (const auto &[key, value] : *table) {
            auto event = make_event(KEYPORT_TOML_KEY, key.source());
            event.text = key.str().data();
            event.length = key.str().size();
            events.push_back(event);
            walk(value, events);
        }
        events.push_back(make_event(KEYPORT_TOML_TABLE_END, source));
    } else if (const auto *array = node.as_array()) {
        events.push_back(make_event(KEYPORT_TOML_ARRAY_BEGIN, source));
        for (const auto &value : *array) walk(value, events);
        events.push_back(make_event(KEYPORT_TOML_ARRAY_END, source));
    } else if (const auto *text = node.as_string()) {
        auto event = make_event(KEYPORT_TOML_STRING, source);
        event.text = text->get().data();
        event.length = text->get().size();
        events.push_back(event);
    } else if (const auto *integer = node.as_integer()) {
        auto event = make_event(KEYPORT_TOML_INTEGER, source);
        event.integer = integer->get();
        events.push_back(event);
    } else if (const auto *number = node.as_floating_point()) {
        auto event = make_event(KEYPORT_TOML_FLOAT, source);
        event.number = number->get();
        events.push_back(event);
    } else if (const auto *boolean = node.as_boolean()) {
        auto event = make_event(KEYPORT_TOML_BOOLEAN, source);
        event.integer = boolean->get() ? 1 : 0;
        events.push_back(event);
    } else if (const auto *date = node.as_date()) {
        auto event = make_event(KEYPORT_TOML_DATE, source);
        set_date(event, date->get());
        events.push_back(event);
    } else if (const auto *time = node.as_time()) {
        auto event = make_event(KEYPORT_TOML_TIME, source);
        set_time(event, time->get());
        events.push_back(event);
    } else if (const auto *instant = node.as_date_time()) {
        const auto &value = instant->get();
        auto event = make_event(
            value.offset ? KEYPORT_TOML_OFFSET_DATE_TIME : KEYPORT_TOML_LOCAL_DATE_TIME, source);
        set_date(event, value.date);
        set_time(event, value.time);
        if (value.offset) event.offset_minutes = value.offset->minutes;
        events.push_back(event);
    }
}

bool holds_for(const char *bytes, size_t length) {
    try {
        (void)toml::parse(std::string_view(bytes, length));
        return true;
    } catch (const broken_assumption &) {
        return false;
    }
}

// The parser reads from front to back, so the shortest beginning that breaks it ends at the place.
void fail_where_assumption_breaks(keyport_toml &document, const char *bytes, size_t length) {
    size_t sound = 0;
    size_t broken = length;
    while (broken - sound > 1) {
        const size_t middle = sound + (broken - sound) / 2;
        (holds_for(bytes, middle) ? sound : broken) = middle;
    }
    const char *line = bytes + sound;
    while (line > bytes && line[-1] != '\n') --line;
    document.failed = true;
    document.message = "what stands here cannot be read";
    document.line = 1 + static_cast<uint32_t>(std::count(bytes, bytes + sound, '\n'));
    document.column =
        1 + static_cast<uint32_t>(std::count_if(line, bytes + sound, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

extern "C" {

keyport_toml *keyport_toml_parse(const char *bytes, size_t length) {
    auto *document = new (std::nothrow) keyport_toml();
    if (!document) return nullptr;
    auto parsed = [&]() -> std::optional<toml::parse_result> {
        try {
            return toml::parse(std::string_view(bytes, length));
        } catch (const broken_assumption &) {
            return std::nullopt;
        }
    }();
    if (!parsed) {
        fail_where_assumption_breaks(*document, bytes, length);
        return document;
    }
    auto &result = *parsed;
    if (!result) {
        const auto &error = result.error();
        document->failed = true;
        document->message = std::string(error.description());
        document->line = error.source().begin.line;
        document->column = error.source().begin.column;
        return document;
    }
    document->table = std::move(result).table();
    walk(document->table, document->events);
    return document;
}

const keyport_toml_event *keyport_toml_events(const keyport_toml *document, size_t *count) {
    *count = document->events.size();
    return document->events.data();
}

const char *keyport_toml_error(const keyport_toml *document, uint32_t *line, uint32_t *column) {
    if (!document->failed) return nullptr;
    *line = document->line;
    *column = document->column;
    return document->message.c_str();
}

void keyport_toml_free(keyport_toml *document) { delete document; }
}
