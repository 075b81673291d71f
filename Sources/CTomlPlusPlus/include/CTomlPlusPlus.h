#ifndef KEYPORT_CTOMLPLUSPLUS_H
#define KEYPORT_CTOMLPLUSPLUS_H
// A C face on toml++, so that Swift needs no C++ interoperability: a document as a flat list of events.
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

enum {
    KEYPORT_TOML_TABLE_BEGIN = 0,
    KEYPORT_TOML_TABLE_END = 1,
    KEYPORT_TOML_ARRAY_BEGIN = 2,
    KEYPORT_TOML_ARRAY_END = 3,
    KEYPORT_TOML_KEY = 4,
    KEYPORT_TOML_STRING = 5,
    KEYPORT_TOML_INTEGER = 6,
    KEYPORT_TOML_FLOAT = 7,
    KEYPORT_TOML_BOOLEAN = 8,
    KEYPORT_TOML_DATE = 9,
    KEYPORT_TOML_TIME = 10,
    KEYPORT_TOML_LOCAL_DATE_TIME = 11,
    KEYPORT_TOML_OFFSET_DATE_TIME = 12,
};

// One event. Text belongs to the document. Lines and columns count from 1, columns in code points; the end is behind
// the last one. A date or time fills the fields of its kind.
typedef struct keyport_toml_event {
    int32_t kind;
    int32_t offset_minutes;
    const char *text;
    size_t length;
    int64_t integer;
    double number;
    int32_t year;
    uint8_t month, day, hour, minute, second;
    uint32_t nanosecond;
    uint32_t line, column, end_line, end_column;
} keyport_toml_event;

typedef struct keyport_toml keyport_toml;

// Parses; never returns null except when there is no memory. The bytes may go as soon as this returns.
keyport_toml *keyport_toml_parse(const char *bytes, size_t length);
// The events, none when the document does not parse.
const keyport_toml_event *keyport_toml_events(const keyport_toml *document, size_t *count);
// The message of the error with its place, or null when the document parses.
const char *keyport_toml_error(const keyport_toml *document, uint32_t *line, uint32_t *column);
void keyport_toml_free(keyport_toml *document);

#ifdef __cplusplus
}
#endif
#endif
