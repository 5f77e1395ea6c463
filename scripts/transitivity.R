# Transitivity as sna computes it: of the paths i -> j -> k, the share that i -> k closes.
#
#   Rscript transitivity.R FOLDER...
#
# FOLDER is laid out as for gould-fernandez.R, with the word directed or undirected in mode.txt. The
# result is FOLDER/transitivity.txt, one number with 17 significant digits (NaN: there is no path).

suppressPackageStartupMessages(library(sna))

for (folder in commandArgs(trailingOnly = TRUE)) {
  n <- length(readLines(file.path(folder, "nodes.csv"))) - 1
  arcs <- read.csv(file.path(folder, "arcs.csv"))
  graph <- matrix(0, n, n)
  graph[cbind(arcs$source, arcs$target)] <- 1
  directed <- readLines(file.path(folder, "mode.txt")) == "directed"
  value <- gtrans(graph, mode = if (directed) "digraph" else "graph", measure = "weak")
  writeLines(sprintf("%.17g", value), file.path(folder, "transitivity.txt"))
}
