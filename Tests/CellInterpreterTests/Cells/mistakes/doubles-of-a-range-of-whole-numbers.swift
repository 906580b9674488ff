let halves: [Double] = Array(1...3)  // error: cannot convert value of type '[Int]' to specified type '[Double]'
