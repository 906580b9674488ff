// only in a session: the braces around it would close it
print(1)
}  // error: unexpected brace in source file
