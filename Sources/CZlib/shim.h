// zlib; what is a macro in C, Swift cannot call.
#ifndef SAMSPILL_CZLIB_SHIM_H
#define SAMSPILL_CZLIB_SHIM_H

#include <zlib.h>

// Begins to inflate a gzip file, and nothing else: 15 bits of window, 16 for gzip's header and checksum.
static inline int samspill_inflate_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
