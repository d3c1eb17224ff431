// Made by scripts/embed-defaults.sh; a test fails when a file of templates/ is missing here.
#include "defaults.h"

static const unsigned char file_0[] = {
#embed "../../templates/404.mustache"
};
static const unsigned char file_1[] = {
#embed "../../templates/about.mustache"
};
static const unsigned char file_2[] = {
#embed "../../templates/archive.mustache"
};
static const unsigned char file_3[] = {
#embed "../../templates/base.mustache"
};
static const unsigned char file_4[] = {
#embed "../../templates/claim.mustache"
};
static const unsigned char file_5[] = {
#embed "../../templates/episodes.mustache"
};
static const unsigned char file_6[] = {
#embed "../../templates/gap.mustache"
};
static const unsigned char file_7[] = {
#embed "../../templates/gaps.mustache"
};
static const unsigned char file_8[] = {
#embed "../../templates/home.mustache"
};
static const unsigned char file_9[] = {
#embed "../../templates/incident.mustache"
};
static const unsigned char file_10[] = {
#embed "../../templates/incidents.mustache"
};
static const unsigned char file_11[] = {
#embed "../../templates/lexicon.txt"
};
static const unsigned char file_12[] = {
#embed "../../templates/list.mustache"
};
static const unsigned char file_13[] = {
#embed "../../templates/moved.mustache"
};
static const unsigned char file_14[] = {
#embed "../../templates/playbook/application-logic.yaml"
};
static const unsigned char file_15[] = {
#embed "../../templates/playbook/caches.yaml"
};
static const unsigned char file_16[] = {
#embed "../../templates/playbook/certificates-and-time.yaml"
};
static const unsigned char file_17[] = {
#embed "../../templates/playbook/cloud.yaml"
};
static const unsigned char file_18[] = {
#embed "../../templates/playbook/data-stores.yaml"
};
static const unsigned char file_19[] = {
#embed "../../templates/playbook/dependencies.yaml"
};
static const unsigned char file_20[] = {
#embed "../../templates/playbook/deploys-and-configuration.yaml"
};
static const unsigned char file_21[] = {
#embed "../../templates/playbook/kubernetes.yaml"
};
static const unsigned char file_22[] = {
#embed "../../templates/playbook/messaging.yaml"
};
static const unsigned char file_23[] = {
#embed "../../templates/playbook/network.yaml"
};
static const unsigned char file_24[] = {
#embed "../../templates/playbook/people-and-process.yaml"
};
static const unsigned char file_25[] = {
#embed "../../templates/playbook/resources.yaml"
};
static const unsigned char file_26[] = {
#embed "../../templates/playbook/security.yaml"
};
static const unsigned char file_27[] = {
#embed "../../templates/playbook/traffic-and-clients.yaml"
};
static const unsigned char file_28[] = {
#embed "../../templates/portal.js"
};
static const unsigned char file_29[] = {
#embed "../../templates/prompts/json.txt"
};
static const unsigned char file_30[] = {
#embed "../../templates/prompts/markdown.txt"
};
static const unsigned char file_31[] = {
#embed "../../templates/prompts/repair.txt"
};
static const unsigned char file_32[] = {
#embed "../../templates/prompts/summary.txt"
};
static const unsigned char file_33[] = {
#embed "../../templates/prompts/system.txt"
};
static const unsigned char file_34[] = {
#embed "../../templates/row.mustache"
};
static const unsigned char file_35[] = {
#embed "../../templates/search.mustache"
};
static const unsigned char file_36[] = {
#embed "../../templates/services.mustache"
};
static const unsigned char file_37[] = {
#embed "../../templates/state.mustache"
};
static const unsigned char file_38[] = {
#embed "../../templates/style.css"
};
static const unsigned char file_39[] = {
#embed "../../templates/tags.mustache"
};
static const unsigned char file_40[] = {
#embed "../../templates/tests.mustache"
};
static const unsigned char file_41[] = {
#embed "../../templates/trends.mustache"
};

static const struct hc_default defaults[] = {
  {"404.mustache", file_0, sizeof file_0},
  {"about.mustache", file_1, sizeof file_1},
  {"archive.mustache", file_2, sizeof file_2},
  {"base.mustache", file_3, sizeof file_3},
  {"claim.mustache", file_4, sizeof file_4},
  {"episodes.mustache", file_5, sizeof file_5},
  {"gap.mustache", file_6, sizeof file_6},
  {"gaps.mustache", file_7, sizeof file_7},
  {"home.mustache", file_8, sizeof file_8},
  {"incident.mustache", file_9, sizeof file_9},
  {"incidents.mustache", file_10, sizeof file_10},
  {"lexicon.txt", file_11, sizeof file_11},
  {"list.mustache", file_12, sizeof file_12},
  {"moved.mustache", file_13, sizeof file_13},
  {"playbook/application-logic.yaml", file_14, sizeof file_14},
  {"playbook/caches.yaml", file_15, sizeof file_15},
  {"playbook/certificates-and-time.yaml", file_16, sizeof file_16},
  {"playbook/cloud.yaml", file_17, sizeof file_17},
  {"playbook/data-stores.yaml", file_18, sizeof file_18},
  {"playbook/dependencies.yaml", file_19, sizeof file_19},
  {"playbook/deploys-and-configuration.yaml", file_20, sizeof file_20},
  {"playbook/kubernetes.yaml", file_21, sizeof file_21},
  {"playbook/messaging.yaml", file_22, sizeof file_22},
  {"playbook/network.yaml", file_23, sizeof file_23},
  {"playbook/people-and-process.yaml", file_24, sizeof file_24},
  {"playbook/resources.yaml", file_25, sizeof file_25},
  {"playbook/security.yaml", file_26, sizeof file_26},
  {"playbook/traffic-and-clients.yaml", file_27, sizeof file_27},
  {"portal.js", file_28, sizeof file_28},
  {"prompts/json.txt", file_29, sizeof file_29},
  {"prompts/markdown.txt", file_30, sizeof file_30},
  {"prompts/repair.txt", file_31, sizeof file_31},
  {"prompts/summary.txt", file_32, sizeof file_32},
  {"prompts/system.txt", file_33, sizeof file_33},
  {"row.mustache", file_34, sizeof file_34},
  {"search.mustache", file_35, sizeof file_35},
  {"services.mustache", file_36, sizeof file_36},
  {"state.mustache", file_37, sizeof file_37},
  {"style.css", file_38, sizeof file_38},
  {"tags.mustache", file_39, sizeof file_39},
  {"tests.mustache", file_40, sizeof file_40},
  {"trends.mustache", file_41, sizeof file_41},
};

size_t hc_defaults_count(void) { return sizeof defaults / sizeof defaults[0]; }

const struct hc_default *hc_default_at(size_t index) {
  return index < hc_defaults_count() ? &defaults[index] : 0;
}
