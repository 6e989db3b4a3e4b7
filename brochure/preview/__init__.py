"""A page in the browser that shows what the files say now, and writes what is changed in it back into them."""
