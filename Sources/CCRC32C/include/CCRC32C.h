#ifndef KEYPORT_CCRC32C_H
#define KEYPORT_CCRC32C_H
// CRC-32C, and the end of a text, by instructions that most processors have for them; Swift has no names for these.
#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Whether this processor has the instruction.
int keyport_crc32c_supported(void);

/// The checksum's state after `count` more bytes, without the inversions at start and end. Only where supported.
uint32_t keyport_crc32c_update(uint32_t state, const void *bytes, size_t count);

/// Which of the 16 bytes at `bytes` end a plain JSON text: a bit for each quote, backslash or control character.
static inline uint32_t keyport_text_stops(const void *bytes) {
#if defined(__SSE2__)
    __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    __m128i quote = _mm_cmpeq_epi8(text, _mm_set1_epi8(0x22));
    __m128i slash = _mm_cmpeq_epi8(text, _mm_set1_epi8(0x5C));
    // Unsigned and at most 0x1F: what the smaller of the two leaves unchanged.
    __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1F)), text);
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), control));
#else
    const unsigned char *at = (const unsigned char *)bytes;
    uint32_t stops = 0;
    for (int index = 0; index < 16; index++)
        if (at[index] == 0x22 || at[index] == 0x5C || at[index] < 0x20) stops |= 1u << index;
    return stops;
#endif
}

#endif
