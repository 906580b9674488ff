internal import Platform

func pow10(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

func logOfTen(_ value: Double) -> Double { log10(value) }
