source,target
a,b
b,c
