struct Head { var layer = 1 }
print(Head().layr)  // error: value of type 'Head' has no member 'layr'
