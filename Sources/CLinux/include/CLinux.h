// Calls of Linux that the C library shows only with _GNU_SOURCE, which Swift's Glibc module does not set.
#ifndef KEYPORT_CLINUX_H
#define KEYPORT_CLINUX_H

#include <spawn.h>

/// Exchanges what stands at two paths in one step; -1 and errno when it cannot (renameat2(2), RENAME_EXCHANGE).
int linux_exchange(const char *path, const char *other);
/// Waits until the file system of an open file is on the disk (syncfs(2)).
int linux_syncfs(int descriptor);
/// A pipe whose ends no other program inherits (pipe2(2), O_CLOEXEC).
int linux_pipe(int ends[2]);
/// A file that lies in memory only and that no other program inherits (memfd_create(2), MFD_CLOEXEC).
int linux_memory_file(const char *name);
/// Lets a program start in another folder.
int linux_spawn_in(posix_spawn_file_actions_t *actions, const char *folder);

/// From now on reads by this descriptor go past the page cache; -1 and errno where the file system cannot (fcntl(2), O_DIRECT).
int linux_read_past_cache(int descriptor);

#endif
