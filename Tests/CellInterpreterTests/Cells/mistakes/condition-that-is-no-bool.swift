let n = 1
if n {  // error: cannot convert value of type 'Int' to expected condition type 'Bool'
    print("one")
}
