#ifndef SAMSPILL_LIBFUZZER_H
#define SAMSPILL_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/* The door of libFuzzer for programs that have a main of their own; the sanitizer's runtime has it.
   Of no prototype in any header of the toolchain. */
int LLVMFuzzerRunDriver(
  int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
