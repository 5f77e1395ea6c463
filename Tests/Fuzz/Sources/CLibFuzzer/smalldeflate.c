/* A workbook is packed part by part, and for each zlib asks for blocks of 128 kB, which the address
   sanitizer maps anew every time: a third of the time went there. The parts here are short, and packing
   them is not what is tried, so the program's own deflateInit2_, found before zlib's, asks for little. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

typedef int Function(void *, int, int, int, int, int, const char *, int);

int deflateInit2_(
  void *stream, int level, int method, int windowBits, int memLevel, int strategy, const char *version,
  int size)
{
  static Function *zlib;
  if (zlib == NULL) zlib = (Function *)dlsym(RTLD_NEXT, "deflateInit2_");
  (void)memLevel;
  return zlib(stream, level, method, windowBits < 0 ? -9 : windowBits, 1, strategy, version, size);
}
