// libzip as it is: nothing has to be wrapped.
#ifndef SAMSPILL_CZIP_SHIM_H
#define SAMSPILL_CZIP_SHIM_H

#include <zip.h>

#endif
