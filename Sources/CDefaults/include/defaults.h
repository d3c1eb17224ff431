#ifndef HINDCAST_DEFAULTS_H
#define HINDCAST_DEFAULTS_H
#include <stddef.h>

// One file of templates/, as it was when the program was built.
struct hc_default {
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

size_t hc_defaults_count(void);
const struct hc_default *hc_default_at(size_t index);
#endif
