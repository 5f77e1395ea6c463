GRAPH [ Node [ ID 1 ] NODE [ Id 2 ] Edge [ Source 1 TARGET 2 ] ]
