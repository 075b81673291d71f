#ifndef KEYPORT_CCRC32C_H
#define KEYPORT_CCRC32C_H
// CRC-32C by the instruction that most processors have for it; Swift has no name for the instruction.
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has the instruction.
int keyport_crc32c_supported(void);

/// The checksum's state after `count` more bytes, without the inversions at start and end. Only where supported.
uint32_t keyport_crc32c_update(uint32_t state, const void *bytes, size_t count);

#endif
