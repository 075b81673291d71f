// libmicrohttpd, loaded when the preview server starts: it brings GnuTLS and nine more libraries, which every other
// command would load for nothing. The calls are those of microhttpd.h, with `lazy_` before the name.
#ifndef KEYPORT_CMICROHTTPD_H
#define KEYPORT_CMICROHTTPD_H

#include <microhttpd.h>

/// Loads the library; null when it is there, else what the dynamic loader says. Call it before any other, from one thread.
const char *lazy_microhttpd_load(void);

struct MHD_Daemon *lazy_MHD_start_daemon_va(
    unsigned int flags, uint16_t port, MHD_AcceptPolicyCallback accept, void *accept_closure,
    MHD_AccessHandlerCallback handler, void *handler_closure, va_list options);
void lazy_MHD_stop_daemon(struct MHD_Daemon *daemon);
const char *lazy_MHD_lookup_connection_value(struct MHD_Connection *connection, enum MHD_ValueKind kind, const char *key);
struct MHD_Response *lazy_MHD_create_response_from_buffer(size_t size, void *buffer, enum MHD_ResponseMemoryMode mode);
struct MHD_Response *lazy_MHD_create_response_from_callback(
    uint64_t size, size_t block_size, MHD_ContentReaderCallback reader, void *reader_closure,
    MHD_ContentReaderFreeCallback free_reader);
void lazy_MHD_destroy_response(struct MHD_Response *response);
enum MHD_Result lazy_MHD_add_response_header(struct MHD_Response *response, const char *header, const char *content);
enum MHD_Result lazy_MHD_queue_response(struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response);

#endif
