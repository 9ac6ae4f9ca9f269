/* Records, in one total order, what a process writes and syncs below the folder RECORD_DIR. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;

/* Name of the file behind fd below RECORD_DIR, a dot for the folder itself, or NULL. */
static const char *name_of(int fd, char *path) {
  const char *dir = getenv("RECORD_DIR");
  char link[64];
  if (!dir) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, PATH_MAX - 1);
  if (n <= 0) return NULL;
  path[n] = 0;
  size_t length = strlen(dir);
  if (strncmp(path, dir, length) != 0) return NULL;
  if (path[length] == 0) return ".";
  return path[length] == '/' ? path + length + 1 : NULL;
}

static void emit(const void *data, size_t size) {
  const char *at = data;
  while (size > 0) {
    long n = syscall(SYS_write, trace, at, size);
    if (n <= 0) abort();
    at += n;
    size -= n;
  }
}

static void record(const char *head, const void *data, size_t size) {
  if (trace < 0) {
    trace = syscall(SYS_openat, AT_FDCWD, getenv("RECORD_TRACE"), O_CREAT | O_WRONLY | O_APPEND, 0600);
  }
  emit(head, strlen(head));
  if (size) emit(data, size);
}

static void written(int fd, const void *data, ssize_t size, long long offset) {
  char path[PATH_MAX], head[PATH_MAX + 64];
  const char *name = size > 0 ? name_of(fd, path) : NULL;
  if (!name) return;
  snprintf(head, sizeof head, "W %s %lld %zd\n", name, offset, size);
  record(head, data, size);
}

static void noted(char kind, int fd, long long number) {
  char path[PATH_MAX], head[PATH_MAX + 64];
  const char *name = name_of(fd, path);
  if (!name) return;
  snprintf(head, sizeof head, "%c %s %lld 0\n", kind, name, number);
  record(head, NULL, 0);
}

#define NEXT(type, symbol) ((type)dlsym(RTLD_NEXT, symbol))

#define PWRITE(symbol)                                                             \
  ssize_t symbol(int fd, const void *data, size_t size, off_t offset) {            \
    pthread_mutex_lock(&lock);                                                     \
    ssize_t n = NEXT(ssize_t(*)(int, const void *, size_t, off_t), #symbol)(fd, data, size, offset); \
    written(fd, data, n, offset);                                                  \
    pthread_mutex_unlock(&lock);                                                   \
    return n;                                                                      \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *data, size_t size) {
  pthread_mutex_lock(&lock);
  ssize_t n = NEXT(ssize_t(*)(int, const void *, size_t), "write")(fd, data, size);
  written(fd, data, n, -1);
  pthread_mutex_unlock(&lock);
  return n;
}

#define SYNC(symbol)                                     \
  int symbol(int fd) {                                   \
    pthread_mutex_lock(&lock);                           \
    int n = NEXT(int (*)(int), #symbol)(fd);             \
    if (n == 0) noted('S', fd, 0);                       \
    pthread_mutex_unlock(&lock);                         \
    return n;                                            \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(symbol)                                 \
  int symbol(int fd, off_t size) {                       \
    pthread_mutex_lock(&lock);                           \
    int n = NEXT(int (*)(int, off_t), #symbol)(fd, size); \
    if (n == 0) noted('T', fd, size);                    \
    pthread_mutex_unlock(&lock);                         \
    return n;                                            \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

int unlink(const char *path) {
  const char *dir = getenv("RECORD_DIR");
  char head[PATH_MAX + 64];
  pthread_mutex_lock(&lock);
  int n = NEXT(int (*)(const char *), "unlink")(path);
  size_t length = dir ? strlen(dir) : 0;
  if (n == 0 && dir && strncmp(path, dir, length) == 0 && path[length] == '/') {
    snprintf(head, sizeof head, "U %s 0 0\n", path + length + 1);
    record(head, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  return n;
}
