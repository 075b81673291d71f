#ifndef KEYPORT_CTOMLPLUSPLUS_H
#define KEYPORT_CTOMLPLUSPLUS_H
// A C face on toml++, so that Swift needs no C++ interoperability.
#ifdef __cplusplus
extern "C" {
#endif
int keyport_toml_version(void);
#ifdef __cplusplus
}
#endif
#endif
