# Writes the network of a GraphML file in other formats: Rscript write.R GIVEN FOLDER
suppressMessages(library(igraph))
arguments <- commandArgs(trailingOnly = TRUE)
network <- read_graph(arguments[1], format = "graphml")
network <- delete_vertex_attr(network, "id")
file <- function(name) paste(arguments[2], name, sep = "/")
write_graph(network, file("r.graphml"), format = "graphml")
write.csv(as_data_frame(network, what = "edges"), file("r.csv"), row.names = FALSE,
          fileEncoding = "UTF-8")
# In GML the label is the name.
network <- set_vertex_attr(network, "label", value = V(network)$name)
network <- delete_vertex_attr(network, "name")
write_graph(network, file("r.gml"), format = "gml")
