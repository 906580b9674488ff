let thing: Any = "text"
print(thing as! Int)  // fails: could not cast value of type 'String' to 'Int'
