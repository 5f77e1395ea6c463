// Expat as it is: nothing has to be wrapped.
#ifndef SAMSPILL_CEXPAT_SHIM_H
#define SAMSPILL_CEXPAT_SHIM_H

#include <expat.h>

#endif
