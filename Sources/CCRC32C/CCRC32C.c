#include "CCRC32C.h"
#include <string.h>

#if defined(__x86_64__)
#include <nmmintrin.h>

int keyport_crc32c_supported(void) { return __builtin_cpu_supports("sse4.2") != 0; }

__attribute__((target("sse4.2"))) uint32_t keyport_crc32c_update(uint32_t state, const void *bytes, size_t count) {
    const unsigned char *at = bytes;
    uint64_t wide = state;
    for (; count >= 8; count -= 8, at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        wide = _mm_crc32_u64(wide, word);
    }
    uint32_t narrow = (uint32_t)wide;
    if (count & 4) {
        uint32_t word;
        memcpy(&word, at, 4);
        narrow = _mm_crc32_u32(narrow, word);
        at += 4;
    }
    if (count & 2) {
        uint16_t word;
        memcpy(&word, at, 2);
        narrow = _mm_crc32_u16(narrow, word);
        at += 2;
    }
    if (count & 1) narrow = _mm_crc32_u8(narrow, *at);
    return narrow;
}

#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

int keyport_crc32c_supported(void) { return 1; }

uint32_t keyport_crc32c_update(uint32_t state, const void *bytes, size_t count) {
    const unsigned char *at = bytes;
    for (; count >= 8; count -= 8, at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        state = __crc32cd(state, word);
    }
    for (; count > 0; count--, at++) state = __crc32cb(state, *at);
    return state;
}

#else

int keyport_crc32c_supported(void) { return 0; }

uint32_t keyport_crc32c_update(uint32_t state, const void *bytes, size_t count) {
    (void)bytes;
    (void)count;
    return state;
}

#endif
