let text = """
    first
      indented
    joined \
    with this
    """
print(text)  // prints: first
// prints:   indented
// prints: joined with this
