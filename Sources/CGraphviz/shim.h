// What Swift cannot reach in Graphviz by itself: mutable globals (the graph descriptors), macros over
// private records (positions), and functions whose parameters changed between releases
// (`char *` became `const char *`, `int` became `bool`). Nothing is decided here.
#ifndef SAMSPILL_CGRAPHVIZ_SHIM_H
#define SAMSPILL_CGRAPHVIZ_SHIM_H

#include <dlfcn.h>
#include <stdlib.h>
#include <gvc.h>

#ifdef __APPLE__
#include <crt_externs.h>
#endif

// Graphs

static inline Agraph_t *cgv_open(const char *name, int directed) {
  return agopen((char *)name, directed ? Agdirected : Agundirected, NULL);
}

static inline Agnode_t *cgv_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

static inline Agnode_t *cgv_join(Agraph_t *subgraph, Agnode_t *node) {
  return agsubnode(subgraph, node, 1);
}

static inline Agedge_t *cgv_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}

static inline Agraph_t *cgv_subgraph(Agraph_t *graph, const char *name) {
  return agsubg(graph, (char *)name, 1);
}

static inline int cgv_set(void *object, const char *name, const char *value) {
  return agsafeset(object, (char *)name, (char *)value, (char *)"");
}

static inline int cgv_declare(Agraph_t *graph, int kind, const char *name, const char *value) {
  return agattr(graph, kind, (char *)name, (char *)value) != NULL;
}

static inline int cgv_kind_graph(void) { return AGRAPH; }
static inline int cgv_kind_node(void) { return AGNODE; }
static inline int cgv_kind_edge(void) { return AGEDGE; }

// Messages: the handler's parameter is `char *` in old releases, `const char *` in new ones.

static inline void cgv_on_error(int (*handler)(const char *)) {
  agseterr(AGERR);
  agseterrf((agusererrf)handler);
}

// Results of a layout, in points, y upwards

static inline double cgv_node_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double cgv_node_y(Agnode_t *node) { return ND_coord(node).y; }
static inline double cgv_node_width(Agnode_t *node) { return ND_width(node) * 72.0; }
static inline double cgv_node_height(Agnode_t *node) { return ND_height(node) * 72.0; }

static inline double cgv_label_width(Agnode_t *node) {
  return ND_label(node) == NULL ? 0.0 : ND_label(node)->dimen.x;
}

static inline double cgv_label_height(Agnode_t *node) {
  return ND_label(node) == NULL ? 0.0 : ND_label(node)->dimen.y;
}

static inline void cgv_box(Agraph_t *graph, double box[4]) {
  box[0] = GD_bb(graph).LL.x;
  box[1] = GD_bb(graph).LL.y;
  box[2] = GD_bb(graph).UR.x;
  box[3] = GD_bb(graph).UR.y;
}

static inline int cgv_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  return gvLayout(context, graph, engine);
}

static inline int cgv_render(GVC_t *context, Agraph_t *graph, const char *format, FILE *stream) {
  return gvRender(context, graph, format, stream);
}

// The process the drawing runs in

// Only the child process of a drawing calls this; it has one thread.
static inline void cgv_clear_environment(void) {
#ifdef __APPLE__
  char **names = *_NSGetEnviron();
  names[0] = NULL;
#else
  clearenv();
#endif
}

static inline int cgv_symbol_exists(const char *name) {
  return dlsym(RTLD_DEFAULT, name) != NULL;
}

// libgvc keeps what it read about its plugins to the end of the process; a leak checker may ignore it.
static inline void cgv_forgive_leaks(void) {
  void (*disable)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "__lsan_disable");
  if (disable != NULL) disable();
}

#endif
