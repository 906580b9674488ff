/// What sentences about two people are made of, unless somebody gives words of their own.
enum IOIWords {
    /// `{A}` and `{B}` are two people, and `{S}` is the one of them who gives.
    static let templates = [
        "When {A} and {B} went to the {place}, {S} gave the {object} to",
        "After {A} and {B} walked to the {place}, {S} handed the {object} to",
        "While {A} and {B} sat near the {place}, {S} offered the {object} to",
        "Then {A} and {B} walked to the {place}. {S} gave the {object} to",
        "Soon {A} and {B} came to the {place}. {S} brought the {object} to",
        "When {A} and {B} met at the {place}, {S} showed the {object} to",
        "Before {A} and {B} left for the {place}, {S} sold the {object} to",
        "Once {A} and {B} got to the {place}, {S} lent the {object} to",
    ]

    static let names = [
        "Mary", "John", "Tom", "James", "Anna", "Peter", "Paul", "Sarah", "Emily", "David", "Laura", "Mark", "Susan",
        "Robert", "Linda", "George", "Alice", "Henry", "Jane", "Frank", "Rachel", "Simon", "Julia", "Kevin", "Helen",
        "Daniel", "Grace", "Martin", "Emma", "Oliver", "Lucy", "Adam", "Karen", "Thomas", "Nancy", "Victor", "Maria",
        "Richard", "Diana", "Brian", "Hannah", "Charles", "Rose", "Edward", "Clara", "Philip", "Lisa", "Eric", "Amy",
        "Steven", "Kate", "Luke", "Jennifer", "Andrew", "Sally", "Patrick", "Nora", "William", "Sophie", "Matthew",
        "Jessica", "Michael", "Elizabeth", "Nathan", "Samuel", "Barbara", "Jacob", "Ruth", "Joseph", "Alex",
    ]

    static let places = [
        "shop", "park", "school", "garden", "market", "station", "library", "hospital", "office", "church", "museum",
        "beach", "river", "farm", "lake", "house", "bank", "hotel", "airport", "restaurant", "castle", "bridge",
    ]

    static let objects = [
        "bag", "ball", "book", "ring", "key", "letter", "cake", "flower", "hat", "coat", "map", "box", "bottle",
        "phone",
        "camera", "drink", "apple", "lamp", "knife", "picture", "ticket", "guitar", "clock", "shirt",
    ]
}
