// What pages do beyond what they say without it. Nothing here is needed to read.
