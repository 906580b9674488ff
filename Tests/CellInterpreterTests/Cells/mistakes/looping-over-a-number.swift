for i in 5 {  // error: for-in loop requires 'Int' to conform to 'Sequence'
    print(i)
}
