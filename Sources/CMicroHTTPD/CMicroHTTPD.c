#include "CMicroHTTPD.h"

#include <dlfcn.h>

#define FUNCTIONS(F) \
    F(MHD_start_daemon_va) \
    F(MHD_stop_daemon) \
    F(MHD_lookup_connection_value) \
    F(MHD_create_response_from_buffer) \
    F(MHD_create_response_from_callback) \
    F(MHD_destroy_response) \
    F(MHD_add_response_header) \
    F(MHD_queue_response)

static struct {
#define F(name) __typeof__(&name) name;
    FUNCTIONS(F)
#undef F
} library;

const char *lazy_microhttpd_load(void) {
    // The number is that of the interface whose header is compiled in.
    void *handle = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return dlerror();
#define F(name) \
    library.name = (__typeof__(&name))dlsym(handle, #name); \
    if (!library.name) return "libmicrohttpd.so.12 lacks " #name;
    FUNCTIONS(F)
#undef F
    return 0;
}

struct MHD_Daemon *lazy_MHD_start_daemon_va(
    unsigned int flags, uint16_t port, MHD_AcceptPolicyCallback accept, void *accept_closure,
    MHD_AccessHandlerCallback handler, void *handler_closure, va_list options) {
    return library.MHD_start_daemon_va(flags, port, accept, accept_closure, handler, handler_closure, options);
}

void lazy_MHD_stop_daemon(struct MHD_Daemon *daemon) { library.MHD_stop_daemon(daemon); }

const char *lazy_MHD_lookup_connection_value(
    struct MHD_Connection *connection, enum MHD_ValueKind kind, const char *key) {
    return library.MHD_lookup_connection_value(connection, kind, key);
}

struct MHD_Response *lazy_MHD_create_response_from_buffer(
    size_t size, void *buffer, enum MHD_ResponseMemoryMode mode) {
    return library.MHD_create_response_from_buffer(size, buffer, mode);
}

struct MHD_Response *lazy_MHD_create_response_from_callback(
    uint64_t size, size_t block_size, MHD_ContentReaderCallback reader, void *reader_closure,
    MHD_ContentReaderFreeCallback free_reader) {
    return library.MHD_create_response_from_callback(size, block_size, reader, reader_closure, free_reader);
}

void lazy_MHD_destroy_response(struct MHD_Response *response) { library.MHD_destroy_response(response); }

enum MHD_Result lazy_MHD_add_response_header(struct MHD_Response *response, const char *header, const char *content) {
    return library.MHD_add_response_header(response, header, content);
}

enum MHD_Result lazy_MHD_queue_response(
    struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response) {
    return library.MHD_queue_response(connection, status, response);
}
