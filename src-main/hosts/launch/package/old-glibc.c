// Lets a native part that is compiled on a present Linux run with glibc 2.28 (Kylin V10, UOS 20).
//
// A symbol of glibc carries the version in which it last changed, and the linker takes the newest. Each function below stands before
// glibc's own for all that is linked here, libstdc++ too, and calls the version that every glibc of its processor has had from the beginning.
// What 2.28 has not at all is made from what it has. Where a newer compiler asks for more, old-glibc.mjs says so.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>

#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#define STAT_VERSION 1
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#define STAT_VERSION 0
#else
#error "glibc's first version for this processor is not known here"
#endif

#define OLD(result, name, parameters, given) \
  extern result old_##name parameters; \
  __asm__(".symver old_" #name "," #name "@" FIRST); \
  result name parameters { return old_##name given; }

// 2.34 moved these into libc.so.6, under a new version.
OLD(void *, dlopen, (const char *file, int mode), (file, mode))
OLD(void *, dlsym, (void *library, const char *name), (library, name))
OLD(int, dlclose, (void *library), (library))
OLD(char *, dlerror, (void), ())
OLD(int, pthread_create, (pthread_t *thread, const pthread_attr_t *how, void *(*work)(void *), void *given), (thread, how, work, given))
OLD(int, pthread_join, (pthread_t thread, void **result), (thread, result))
OLD(int, pthread_once, (pthread_once_t *once, void (*work)(void)), (once, work))
OLD(int, pthread_mutex_trylock, (pthread_mutex_t *mutex), (mutex))
OLD(int, pthread_mutexattr_init, (pthread_mutexattr_t *how), (how))
OLD(int, pthread_mutexattr_settype, (pthread_mutexattr_t *how, int kind), (how, kind))
OLD(int, pthread_mutexattr_destroy, (pthread_mutexattr_t *how), (how))
OLD(int, __pthread_key_create, (pthread_key_t *key, void (*end)(void *)), (key, end))

// 2.29 has versions that tell of errors by the result alone.
OLD(double, exp, (double x), (x))
OLD(double, log, (double x), (x))
OLD(double, log2, (double x), (x))
OLD(double, pow, (double x, double y), (x, y))

// Before 2.33 these were macros around functions that are told which form of the result is meant.
#define OLD_STAT(name, old, type, result) \
  extern int old_##old(int version, type about, struct result *found); \
  __asm__(".symver old_" #old "," #old "@" FIRST); \
  int name(type about, struct result *found) { return old_##old(STAT_VERSION, about, found); }
OLD_STAT(fstat, __fxstat, int, stat)
OLD_STAT(fstat64, __fxstat64, int, stat64)
OLD_STAT(stat64, __xstat64, const char *, stat64)
OLD_STAT(lstat64, __lxstat64, const char *, stat64)

// 2.32: false means "there may be other threads", which is always safe.
__attribute__((visibility("hidden"))) char __libc_single_threaded = 0;

// 2.35, for exceptions: nothing in here catches one, so where one is thrown the program ends either way.
struct dl_find_object;
int _dl_find_object(void *place, struct dl_find_object *found) {
  (void)place;
  (void)found;
  return -1;
}

// 2.36, for std::random_device, which nothing in here uses.
uint32_t arc4random(void) {
  uint32_t number;
  if (getrandom(&number, sizeof number, 0) != sizeof number) abort();
  return number;
}
