struct A: Error {}
struct B: Error {}
do {
    do {
        throw A()
    } catch is B {
        print("never")
    }
} catch is A {
    print("outer caught A")  // prints: outer caught A
}
do { print("no error here") }  // prints: no error here
