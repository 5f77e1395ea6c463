"""What public network tools say about the data sets, for the scripts beside this folder.

networkx, igraph and sna are the peers. Nothing here is used by the program itself.
"""
