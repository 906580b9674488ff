"""People's names, and which of them training keeps apart so that evaluation can use them."""

NOTEBOOK_PAIRS = [("Mary", "John"), ("Tom", "James"), ("Dan", "Sid"), ("Martin", "Amy")]
"""The pairs of the notebook's eight prompts. No training document holds both names of a pair."""

HELD_OUT = "Crystal Kelly Samuel Vincent Zoe Diana Walter Ralph Ruth Oscar".split()
"""Names that occur in training text, but never in an exchange between two people."""

GIVERS = [name for pair in NOTEBOOK_PAIRS for name in pair] + """
Adam Alan Alex Alice Andrew Anna Arthur Barbara Ben Betty Bill Bob Brian Bruce Carl Carol Charles Chris Clara Daisy
Daniel David Dennis Donald Dorothy Edith Edward Elizabeth Ella Emily Emma Eric Eva Felix Fiona Frank Fred George
Gloria Grace Hannah Harry Heather Helen Henry Holly Hugo Ian Iris Isaac Jack Jacob Jane Jason Jennifer Jessica Jim Joe
Joseph Julia Justin Karen Kate Keith Kevin Laura Leo Lily Linda Lisa Louis Lucy Luke Marcus Maria Mark Matthew Max
Michael Molly Nancy Nathan Nick Nina Noah Nora Oliver Olivia Patrick Paul Peter Philip Rachel Rebecca Richard Robert
Roger Rose Ryan Sally Sam Sarah Scott Sean Simon Sophie Stephen Steven Susan Teresa Thomas Tim Tony Tyler Victor
Virginia Wendy William
""".split()

EVERYONE = GIVERS + HELD_OUT
