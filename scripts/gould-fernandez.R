# Gould-Fernandez brokerage as sna computes it.
#
#   Rscript gould-fernandez.R FOLDER...
#
# Each FOLDER holds nodes.csv (column id, then one column per grouping attribute) and arcs.csv
# (columns source and target, row numbers of nodes.csv from 1; an undirected tie stands there in
# both directions). For every attribute A the result is FOLDER/brokerage.A.csv with raw, expected
# and z values per node, exactly as sna::brokerage gives them, to 17 significant digits.

suppressPackageStartupMessages(library(sna))

names_of_roles <- c(
  w_I = "coordinator", w_O = "itinerant", b_OI = "gatekeeper",
  b_IO = "representative", b_O = "liaison", t = "brokerage"
)

read_text <- function(folder, file) {
  read.csv(file.path(folder, file), colClasses = "character", check.names = FALSE,
           na.strings = character(), encoding = "UTF-8")
}

adjacency <- function(folder, n) {
  arcs <- read_text(folder, "arcs.csv")
  matrix <- matrix(0, n, n)
  matrix[cbind(as.integer(arcs$source), as.integer(arcs$target))] <- 1
  matrix
}

columns <- function(values, suffix) {
  chosen <- values[, names(names_of_roles), drop = FALSE]
  text <- matrix(sprintf("%.17g", chosen), nrow(chosen))
  colnames(text) <- paste0(names_of_roles, suffix)
  text
}

for (folder in commandArgs(trailingOnly = TRUE)) {
  nodes <- read_text(folder, "nodes.csv")
  graph <- adjacency(folder, nrow(nodes))
  for (attribute in setdiff(names(nodes), "id")) {
    found <- brokerage(graph, nodes[[attribute]])
    table <- cbind(
      columns(found$raw.nli, ""), columns(found$exp.nli, "_expected"), columns(found$z.nli, "_z")
    )
    write.csv(table, file.path(folder, paste0("brokerage.", attribute, ".csv")),
              row.names = FALSE, quote = FALSE)
  }
}
