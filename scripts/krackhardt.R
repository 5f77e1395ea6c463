# Krackhardt's dimensions and Freeman's centralization as sna computes them.
#
#   Rscript krackhardt.R FOLDER...
#
# FOLDER is laid out as for transitivity.R. The result is FOLDER/krackhardt.csv with the columns
# measure and value, to 17 significant digits (NaN: not defined).

suppressPackageStartupMessages(library(sna))

for (folder in commandArgs(trailingOnly = TRUE)) {
  n <- length(readLines(file.path(folder, "nodes.csv"))) - 1
  arcs <- read.csv(file.path(folder, "arcs.csv"))
  graph <- matrix(0, n, n)
  graph[cbind(arcs$source, arcs$target)] <- 1
  directed <- readLines(file.path(folder, "mode.txt")) == "directed"
  mode <- if (directed) "digraph" else "graph"
  freeman <- function(measure, ...) centralization(graph, measure, mode = mode, ...)
  values <- c(
    krackhardt_connectedness = connectedness(graph),
    krackhardt_hierarchy = hierarchy(graph, measure = "krackhardt"),
    krackhardt_efficiency = efficiency(graph),
    centralization_degree = freeman(degree, cmode = "freeman"),
    centralization_in_degree = freeman(degree, cmode = "indegree"),
    centralization_out_degree = freeman(degree, cmode = "outdegree"),
    centralization_betweenness = freeman(betweenness)
  )
  lines <- paste(names(values), sprintf("%.17g", values), sep = ",")
  writeLines(c("measure,value", lines), file.path(folder, "krackhardt.csv"))
}
