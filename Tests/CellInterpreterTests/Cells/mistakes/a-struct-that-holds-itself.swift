struct Link {
    var next: Link?  // error: value type 'Link' cannot have a stored property that recursively contains it
}
struct Fine { var parts: [Fine] }
enum Tree { case leaf, node(Tree) }  // error: recursive enum 'Tree' is not marked 'indirect'
